import { expect, it } from 'vitest';
import { importSentence } from '@/components/import-problems';

it.each([
  ['import-truncated', 'truncated'],
  ['import-malformed', 'malformed'],
  ['import-seal-broken', 'seal-broken'],
  ['import-fork', 'fork'],
  ['import-end-unreadable', 'end-unreadable'],
  ['import-attempt-twice', 'attempt-twice'],
  ['import-record-twice', 'record-twice'],
  ['import-record-pruned', 'record-pruned'],
  ['import-unlinked', 'changed'],
])('%s has its sentence', (problem, sentence) => {
  expect(importSentence(problem)).toBe(`history.import.problem.${sentence}`);
});

it('says of a file under the id of another one what it is', () => {
  expect(importSentence('import-file-twice')).toBe('evidence.import.twice');
});

it.each(['malformed', 'truncated', 'storage-full', 'import'])('leaves %s to others', (problem) => {
  expect(importSentence(problem)).toBeUndefined();
});
