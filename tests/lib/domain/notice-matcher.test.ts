import { describe, expect, it } from 'vitest';
import { marks, matchNotice } from '@/lib/domain/notice-language';
import { mayHoldNotice } from '@/lib/domain/notice-matcher';
import { derived, documented } from './notice-sentences';

describe.each(Object.entries({ ...documented, ...derived }))('%s', (language, { said, other }) => {
  it.each(said)('recognises: %s', (sentence) => {
    expect(matchNotice(sentence)?.language).toBe(language);
    expect(mayHoldNotice(sentence)).toBe(true);
  });

  it.each(other)('stays silent at: %s', (sentence) => {
    expect(matchNotice(sentence)).toBeUndefined();
  });

  it('stays silent when its neighbours stand beside each other', () => {
    expect(matchNotice(other.join(' '))).toBeUndefined();
    expect(matchNotice(other.join('\n'))).toBeUndefined();
  });
});

it('has sentences for every language it knows, six and six for the documented ones', () => {
  expect(Object.keys({ ...documented, ...derived })).toHaveLength(marks.split(',').length);
  for (const { said, other } of Object.values(documented)) {
    expect(Math.min(said.length, other.length)).toBeGreaterThanOrEqual(6);
  }
  for (const { said, other } of Object.values(derived)) {
    expect(Math.min(said.length, other.length)).toBeGreaterThanOrEqual(2);
  }
});
