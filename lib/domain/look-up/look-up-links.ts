import { type AddressReading, maskAddress, readAddress } from '../address/address';

/** A link of a text. `shown` is safe to show: secrets are masked. */
export type Link = { reading: AddressReading; shown: string };

/**
 * The links of a text that say something here, each once, and the text without any link. A text that is a link as a
 * whole, also one that a mail program broke over lines, is read whole. `other`: a link without meaning here.
 */
export function linksOf(text: string): { links: Link[]; other?: Link; rest: string } {
  const bare = trimmed(text);
  const raw = isOneLink(bare) ? [bare] : (text.match(anyLink) ?? []);
  const found = raw.flatMap((link) => linkFrom(trimmed(link)) ?? []);
  const known = found.filter(({ reading }) => reading.kind !== 'other');
  const links = [...new Map(known.map((link) => [link.shown.toLowerCase(), link])).values()];
  const rest = raw.reduce((left, link) => left.replace(link, ' '), bare);
  return { links, ...(found[0] && { other: found[0] }), rest };
}

/** No spaces, though a mail program may have broken it over lines. */
function isOneLink(text: string): boolean {
  const begins = text.match(anyLink)?.length ?? 0;
  const isPath = /[/%]/.test(text); // else it is a domain
  return isPath && !/[^\S\r\n]/.test(text) && begins <= 1 && linkFrom(text) !== undefined;
}

function linkFrom(text: string): Link | undefined {
  const reading = readAddress(text);
  return reading.kind === 'unreadable' ? undefined : { reading, shown: maskAddress(text) };
}

/** Without the brackets and stops that stand around a link in a sentence. */
function trimmed(text: string): string {
  return text
    .trim()
    .replace(/^[<([{"'“„«「『（【]+/u, '')
    .replace(/[)\]}>.,;:!?"'”“’»。，、；：！？）】」』…]+$/u, '');
}

const knownHost =
  '\\b(?:admin\\.microsoft\\.com|admin\\.cloud\\.microsoft|portal\\.office\\.com|(?:cdn\\.)?partner\\.microsoft\\.com)\\b';
const anyLink = new RegExp(
  `(?:https?:\\/\\/|https?%(?:25)*3a%(?:25)*2f|${knownHost})[^\\s"'<>\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}，。；、（）「」『』【】]+`,
  'giu',
);
