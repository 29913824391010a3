/** Percent-decoding, at most `rounds` times, until nothing changes; what is malformed stays as it is. */
export function decodeFully(text: string, rounds = 3): string {
  let decoded = text;
  for (let round = 0; round < rounds; round += 1) {
    const next = decoded.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run; // bytes that are no UTF-8
  }
}

/**
 * A text that is safe to show, log, print or export: whoever has the address of Microsoft's
 * acceptance page can accept without signing in, so its id never stays; nor do tokens of a sign-in.
 * Works on a bare address and on a longer text that holds one, encoded or not.
 */
export function maskAddress(text: string): string {
  return maskAcceptanceLinks(text).replace(signInSecret, `$1${mask}`);
}

/** A text that people wrote, without acceptance links: other addresses in it (a ticket's, a file's) stay whole. */
export function maskAcceptanceLinks(text: string): string {
  // Very many texts are asked, and hardly any has one.
  if (!anyTrace.test(text)) return text;
  return text.replace(acceptanceAddress, `$1/mca/${mask}`).replace(attestationId, `$1${mask}`);
}

/** Whether a text holds an acceptance link, or its id, that is not masked. */
export function holdsAcceptanceLink(text: string): boolean {
  return maskAcceptanceLinks(text) !== text;
}

/** The first word of a text that holds an acceptance link: what a person pasted, kept only to be shown when asked. */
export function acceptanceLinkIn(text: string): string | undefined {
  return text
    .match(/[^\s"'<>]+/g)
    ?.find((word) => !word.includes(mask) && holdsAcceptanceLink(word));
}

/** Whether a text shows that an acceptance link was masked in it. */
export function holdsMaskedLink(text: string): boolean {
  return maskedLink.test(text);
}

/** What a masked acceptance link looks like on the screen. */
export const maskedAcceptanceLink = 'https://cdn.partner.microsoft.com/mca/•••';

const mask = '•••';
const maskedLink = /cdn\.partner\.microsoft\.com\/mca\/•••|attestation_?id(?:=|%(?:25)*3d)•••/i;
/** A part of every acceptance link and every id of one. */
const anyTrace = /mca|attestation/i;
const acceptanceAddress = /(cdn\.partner\.microsoft\.com)(?:\/|%(?:25)*2f)+mca[^\s"'<>]*/gi;
const attestationId = /(attestation_?id(?:=|%(?:25)*3d))[^&#\s"'<>•]+/gi;
const signInSecret =
  /([?&#](?:access_token|id_token|refresh_token|client_secret|code|sig)=)[^&#\s"'<>]+/gi;
