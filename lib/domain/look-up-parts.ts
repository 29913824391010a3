/** Ids and codes found in a pasted text, and the text without them. */
export type Parts = {
  tenantIds: string[];
  emails: string[];
  /** The text is a domain and nothing else. */
  domain?: string;
  recordNumber?: string;
  /** Codes that stand where codes stand: alone, after "code" or "error", or in error JSON. */
  codes: string[];
  /** Whether the codes come from error JSON. */
  fromJson: boolean;
  /** Beginnings of codes: `9001xx`, or digits while they are typed. */
  codePrefix?: string;
  /** What an error says in words (from JSON), else the text itself; without ids and numbers. */
  wording: string;
};

const guid = /\{?\b([0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})\b\}?/gi;
const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const domain = /^(?=.{4,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+[\p{L}][\p{L}\p{N}-]{1,23}$/u;

/** Take a typed or pasted text apart. Any string may be given; only its first 4,000 characters count. */
export function takeApart(typed: string): Parts {
  const text = typed.slice(0, 4_000).normalize('NFKC').trim();
  const tenantIds = [...new Set([...text.matchAll(guid)].map((match) => withDashes(match[1]!)))];
  const withoutIds = text.replace(guid, ' ');
  const emails = [...new Set((withoutIds.match(email) ?? []).map((found) => found.toLowerCase()))];
  const json = readErrorJson(withoutIds);
  const recordNumber = /^(?:cs|#)[\s#-]*0*(\d{1,9})$/i.exec(text)?.[1];
  const prefix = /^(\d{2,6})x*$/i.exec(text)?.[1];
  return {
    tenantIds,
    emails,
    ...(domain.test(text) && { domain: text.toLowerCase() }),
    ...(recordNumber && { recordNumber: `CS-${recordNumber.padStart(6, '0')}` }),
    ...(prefix && { codePrefix: prefix }),
    codes: json?.codes ?? codesIn(withoutIds),
    fromJson: json !== undefined,
    wording: (json?.wording || withoutIds).replace(/\d{3,}/g, ' '),
  };
}

function withDashes(id: string): string {
  const digits = id.replace(/-/g, '').toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function codesIn(text: string): string[] {
  if (/^\d{3,6}$/.test(text)) return [text];
  const named = [...text.matchAll(namedCode)].map((match) => match[1]!);
  // Longer ones are no year and no count, so they need no word before them.
  const long = text.match(/(?<![\d.,-])\d{5,6}(?![\d.,-]*\d)/g) ?? [];
  return [...new Set([...named, ...long])];
}

const namedCode =
  /(?:code|error|http|status|failed|代碼|錯誤(?:碼)?|錯誤代碼)[\s"':=#(（：-]{0,5}(\d{3,6})(?!\d)/giu;

/**
 * Error bodies come in two shapes, `{code, description, …}` and `{code, message, errorName, …}`, and
 * people paste them whole, cut off, or as a string inside another one. So they are read by their names.
 */
function readErrorJson(text: string): { codes: string[]; wording: string } | undefined {
  const plain = text.replace(/\\+(["n])/g, (_, sign: string) => (sign === 'n' ? ' ' : '"'));
  if (!/[{,]\s*"[a-z]+"\s*:/i.test(plain)) return undefined;
  const codes = [...plain.matchAll(/"(?:error)?code"\s*:\s*"?(\d{3,6})\b/gi)].map(
    (match) => match[1]!,
  );
  const words = [
    ...plain.matchAll(/"(?:description|message|errorName|errorMessageExtended)"\s*:\s*"([^"]*)/gi),
  ].map((match) => match[1]!);
  if (codes.length === 0 && words.length === 0) return undefined;
  return { codes: [...new Set(codes)], wording: words.join(' ') };
}
