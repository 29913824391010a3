import type { HandOffProblem } from '@/lib/domain/letters/hand-off';
import type { StringKey } from '@/lib/strings';

const sentences: Record<string, StringKey> = {
  'not-ours': 'history.import.problem.not-ours',
  newer: 'history.import.problem.newer',
  truncated: 'history.import.problem.truncated',
  malformed: 'history.import.problem.malformed',
  'seal-broken': 'history.import.problem.seal-broken',
  'tail-missing': 'history.import.problem.incomplete',
  missing: 'history.import.problem.incomplete',
  'record-missing': 'history.import.problem.incomplete',
  'record-pruned': 'history.import.problem.record-pruned',
  fork: 'history.import.problem.fork',
  'end-unreadable': 'history.import.problem.end-unreadable',
  'attempt-twice': 'history.import.problem.attempt-twice',
  'record-twice': 'history.import.problem.record-twice',
  'person-changed': 'history.import.problem.person',
  'person-stray': 'history.import.problem.person',
  'person-missing': 'history.import.problem.person',
  'name-changed': 'evidence.import.file',
  'file-changed': 'evidence.import.file',
  'file-missing': 'evidence.import.file',
  'file-stray': 'evidence.import.file',
  'file-twice': 'evidence.import.twice',
  'missing-part': 'evidence.import.part',
};

const handOffProblems: readonly HandOffProblem[] = [
  'too-large',
  'not-json',
  'not-a-hand-off',
  'newer-version',
  'malformed',
];

/** The sentence for why a file was refused (`import-…`, `hand-off-…`); `undefined` for a problem of another kind. */
export function importSentence(problem: string): StringKey | undefined {
  const handOff = handOffProblems.find((code) => problem === `hand-off-${code}`);
  if (handOff) return `guide.handOff.problem.${handOff}`;
  if (!problem.startsWith('import-')) return undefined;
  return sentences[problem.slice('import-'.length)] ?? 'history.import.problem.changed';
}
