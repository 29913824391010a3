/** Ids and codes found in a pasted text, and the text without them. */
export type Parts = {
  tenantIds: string[];
  emails: string[];
  /** Domains: the text is one and nothing else, or a short text names them. */
  domains: string[];
  recordNumbers: string[];
  /** Codes that stand where codes stand: alone, beside "code" or "error", or in error JSON. */
  codes: string[];
  /** Whether the codes come from error JSON. */
  fromJson: boolean;
  /** Beginnings of codes: `9001xx`, or digits while they are typed. */
  codePrefix?: string;
  /** What an error says in words (from JSON), else the text itself; without ids and numbers. */
  wording: string;
};

const guid =
  /\{?\b([0-9a-f]{8}[- ]?[0-9a-f]{4}[- ]?[0-9a-f]{4}[- ]?[0-9a-f]{4}[- ]?[0-9a-f]{12})\b\}?/gi;
const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Take a typed or pasted text apart. Any string may be given; only its first 4,000 characters count. */
export function takeApart(typed: string): Parts {
  const text = typed
    .slice(0, 4_000)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  const tenantIds = [...new Set([...text.matchAll(guid)].map((match) => withDashes(match[1]!)))];
  const withoutIds = text.replace(guid, ' ');
  const emails = [...new Set((withoutIds.match(email) ?? []).map((found) => found.toLowerCase()))];
  const json = readErrorJson(withoutIds);
  const recordNumbers = recordNumbersIn(text);
  const prefix = /^(\d{2,6})x*$/i.exec(text)?.[1];
  const domains = domainsIn(withoutIds.replace(email, ' '));
  return {
    tenantIds,
    emails,
    domains,
    recordNumbers,
    ...(prefix && { codePrefix: prefix }),
    codes: json?.codes.length ? json.codes : codesIn(withoutIds),
    fromJson: Boolean(json?.codes.length),
    wording: (json?.wording || withoutIds)
      .replace(statusInWords, ' ')
      .replace(/\b(?=\S*\d)[\da-f-]{8,}|(?<!\d)(?!20[12]\d\b)\d{3,}/gi, ' '),
  };
}

/** HTTP's own words for a status: any server says them, of anything. */
const statusInWords = /\b404 not found\b/gi;

function withDashes(id: string): string {
  const digits = id.replace(/[- ]/g, '').toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** `CS-000042` as people write it, anywhere; a bare number only where the text calls it a record's. */
function recordNumbersIn(text: string): string[] {
  const named =
    /^#\s*0*(\d{1,9})$|^(?:record|紀錄|記錄)\s*(?:no\.?|number|編號)?\s*#?\s*0*(\d{1,9})$/iu.exec(
      text,
    );
  const numbers = named
    ? [named[1] ?? named[2]!]
    : [...text.matchAll(/(?<![\p{L}\p{N}])cs[\s#_-]*0*(\d{1,9})(?![\p{L}\p{N}])/giu)].map(
        (match) => match[1]!,
      );
  return [...new Set(numbers)].map((number) => `CS-${number.padStart(6, '0')}`);
}

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const wholeDomain = new RegExp(`^(?:${label}\\.)+[\\p{L}][\\p{L}\\p{N}-]{1,23}$`, 'u');
/** Inside a sentence only what cannot be a file's or a program's name. */
const namedDomain = new RegExp(
  `^(?:${label}\\.)+(?:com|net|org|info|biz|edu|gov|eu|example|cloud|online|(?!js|ts|py|md|cs|sh|rb|rs|go|ps|gz|is)[a-z]{2})$`,
  'u',
);

function domainsIn(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/[。｡](?=[a-z])/g, '.')
    .split(/[\s,;:()<>"'„“”。，；：（）]+/u)
    .map((word) => word.replace(/^@|[.!?]+$/g, ''))
    .filter(Boolean);
  if (words.length > longestQuestion) return [];
  const pattern = words.length === 1 ? wholeDomain : namedDomain;
  return [...new Set(words.filter((word) => word.length > 3 && pattern.test(word)))];
}

/** Nobody asks in a whole ticket: there words stand together by chance. */
export const longestQuestion = 15;

function codesIn(text: string): string[] {
  const alone = /^[^\p{L}\p{N}]*(\d{3,6})[^\p{L}\p{N}]*$/u.exec(text)?.[1];
  if (alone && !/[+\d][-.]\d/.test(text)) return [alone];
  const named = [namedBefore, namedAfter].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1]!),
  );
  // Longer ones are no year and no count, so they need no word before them.
  const long = text.match(/(?<![\d.,-])\d{5,6}(?![\d.,-]*\d)/g) ?? [];
  return [...new Set([...named, ...long])];
}

const errorWords =
  'code|error[-_ ]?code|error|err|http|status|failed|fehler|fehlercode|erreur|error de|errore|erro|fout|foutcode|chyba|błąd|hiba|fel|hata|ошибка|' +
  'エラー|오류|错误|代碼|錯誤碼?|錯誤代碼|錯誤';
const namedBefore = new RegExp(
  `(?:(?<!\\p{L})(?:${errorWords}|e|getting|got|what (?:does|is|means)))[\\s"':=#(（：>-]{0,5}(?:code[\\s:=]{1,3})?(?:[45]\\d\\d[\\s:,-]{1,3})?(\\d{3,6})(?!\\d)`,
  'giu',
);
const namedAfter = new RegExp(
  `(?<![\\d.,-])(\\d{3,6})[\\s"')\\]）：:-]{1,3}(?:${errorWords}|是什麼|什麼意思|mean)(?!\\p{L})`,
  'giu',
);

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
