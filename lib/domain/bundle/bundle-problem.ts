/**
 * Why an exported file is refused. Something stands wrong at a line: `not-ours` it is another kind of file · `newer` a
 * newer version wrote it · `layout` a byte is not what it must be · `malformed` an item has a field that does not
 * belong there · `changed` an event is not what was hashed · `person-changed` · `name-changed` · `file-changed` what stands
 * beside an event is not what it was made with.
 * The file ends too early: `truncated`.
 * The events are not a trail: `missing` events are gone · `moved` one stands in the wrong place · `added` its place is
 * taken twice or it follows the end · `unlinked` it does not follow the one before it · `tail-missing` the end is gone ·
 * `rewritten` the known end is another one · `head-pruned` the known end lies before a checkpoint · `record-missing`,
 * `record-twice`, `attempt-twice` an event of a record that never began, began twice, or was written twice · `person-twice`,
 * `file-twice` two events name the same digest or file · `erasure-stray` an event erases what belongs to another record.
 * What stands beside the events: `person-missing`, `person-stray`, `file-missing`, `file-stray`.
 * What the top says: `top-contradicts` its fingerprint is not of the end that the file has.
 * All that is left: `seal-broken` what stands around the events was changed.
 */
export const bundleProblemCodes = [
  'not-ours',
  'newer',
  'layout',
  'malformed',
  'changed',
  'person-changed',
  'name-changed',
  'file-changed',
  'truncated',
  'missing',
  'moved',
  'added',
  'unlinked',
  'tail-missing',
  'rewritten',
  'head-pruned',
  'record-missing',
  'record-twice',
  'attempt-twice',
  'person-twice',
  'file-twice',
  'erasure-stray',
  'person-missing',
  'person-stray',
  'file-missing',
  'file-stray',
  'top-contradicts',
  'seal-broken',
] as const;
export type BundleProblemCode = (typeof bundleProblemCodes)[number];

/** Where it shows: the line counts from 1, `column` from 1 in its text (`layout` only); place and file where there is one. */
export type BundleProblem = {
  code: BundleProblemCode;
  line: number;
  column?: number;
  writer?: string;
  sequence?: number;
  fileId?: string;
};

/**
 * What is named of several: one fault has consequences further on, so what is certain at a line goes before a file's
 * early end, that before what is wrong with the order, that before what stands beside it, then the top, and the seal is last.
 */
const ranks: readonly (readonly BundleProblemCode[])[] = [
  bundleProblemCodes.slice(0, 8),
  ['truncated'],
  bundleProblemCodes.slice(9, 22),
  bundleProblemCodes.slice(22, 26),
  ['top-contradicts'],
  ['seal-broken'],
];

/** The one that explains the others: by rank, then by line, then as they were found. */
export function worstProblem(problems: readonly BundleProblem[]): BundleProblem | undefined {
  for (const rank of ranks) {
    const found = problems.filter(({ code }) => rank.includes(code));
    if (found.length > 0) return found.toSorted((one, other) => one.line - other.line)[0];
  }
  return undefined;
}
