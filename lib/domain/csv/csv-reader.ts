/** What may stand between the cells of a row. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** One row of a table file: its number as a spreadsheet counts (from 1), and its cells as text. */
export type CsvRow = { row: number; cells: string[] };

/**
 * What keeps a file from being read: `quote-open` a quotation mark at `row` is never closed, so all that follows would be
 * one cell · `too-many-rows` more than `limit` · `cell-too-long` a cell no form could hold.
 */
export type CsvProblem = {
  code: 'quote-open' | 'too-many-rows' | 'cell-too-long';
  row: number;
};

export type CsvOptions = { separator: Separator; mostRows?: number; longestCell?: number };

/**
 * The rows of a table file after RFC 4180, told more gently than that: lines end with CRLF, LF or CR, a quotation mark
 * inside an unquoted cell stands for itself, what follows a closing one is kept, and rows may be of any length. Rows
 * without any text are left out, but counted. Reads each character once, so no file can make it hang.
 */
export function readCsv(
  text: string,
  { separator, mostRows = Number.POSITIVE_INFINITY, longestCell = 100_000 }: CsvOptions,
): { rows: CsvRow[] } | { problem: CsvProblem } {
  const rows: CsvRow[] = [];
  let row = 0;
  let at = text.startsWith('\ufeff') ? 1 : 0;

  while (at < text.length) {
    row += 1;
    const cells: string[] = [];
    for (;;) {
      const cell =
        text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
      if (!cell) return { problem: { code: 'quote-open', row } };
      if (cell.text.length > longestCell) return { problem: { code: 'cell-too-long', row } };
      cells.push(cell.text);
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (rows.length >= mostRows) return { problem: { code: 'too-many-rows', row } };
    rows.push({ row, cells });
  }
  return { rows };
}

type Cell = { text: string; end: number };

function plainCell(text: string, from: number, separator: Separator): Cell {
  let end = from;
  while (end < text.length && !endsCell(text[end]!, separator)) end += 1;
  return { text: text.slice(from, end), end };
}

/** Nothing when the closing mark is missing. */
function quotedCell(text: string, from: number, separator: Separator): Cell | undefined {
  const parts: string[] = [];
  let begin = from + 1;
  for (;;) {
    const mark = text.indexOf('"', begin);
    if (mark < 0) return undefined;
    parts.push(text.slice(begin, mark));
    if (text[mark + 1] !== '"') {
      const rest = plainCell(text, mark + 1, separator);
      return { text: parts.join('') + rest.text, end: rest.end };
    }
    parts.push('"');
    begin = mark + 2;
  }
}

function endsCell(sign: string, separator: Separator): boolean {
  return sign === separator || sign === '\n' || sign === '\r';
}

/** Only so much of a file is looked at to guess its separator. */
const guessedFrom = 100_000;

/**
 * The separator that a file was most likely written with: the one that gives the most rows the same number of cells as
 * the first; a comma when none gives more than one cell.
 */
export function guessSeparator(text: string): Separator {
  const beginning = text.slice(0, guessedFrom);
  // Excel's own hint, which other programs take for a row.
  const hint = /^\ufeff?sep=([,;\t])/i.exec(beginning)?.[1];
  if (hint) return hint as Separator;

  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  for (const separator of separators) {
    const read = readCsv(beginning, { separator });
    // The beginning may end within a quoted cell: then its rows are counted without it.
    const rows = 'rows' in read ? read.rows : rowsBefore(beginning, separator);
    const columns = rows[0]?.cells.length ?? 0;
    if (columns < 2) continue;
    const alike = rows.filter(({ cells }) => cells.length === columns).length;
    const score = (alike / rows.length) * Math.log2(columns + 1);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function rowsBefore(text: string, separator: Separator): CsvRow[] {
  const lines = text.split(/\r\n|\n|\r/).slice(0, 20);
  return lines.map((line, at) => ({ row: at + 1, cells: line.split(separator) }));
}
