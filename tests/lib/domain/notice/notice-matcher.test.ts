import { describe, expect, it } from 'vitest';
import { marks, matchNotice } from '@/lib/domain/notice/notice-language';
import { mayHoldNotice } from '@/lib/domain/notice/notice-matcher';
import { derived, documented, everySentence } from './notice-sentences';

describe.each(everySentence)('%s', (language, { said, other }) => {
  it.each(said)('recognises: %s', (sentence) => {
    expect(matchNotice(sentence)?.language).toBe(language);
    expect(mayHoldNotice(sentence)).toBe(true);
  });

  it.each(other)('stays silent at: %s', (sentence) => {
    expect(matchNotice(sentence)).toBeUndefined();
  });

  it('stays silent when its neighbours stand beside each other', () => {
    const ended = other.map((text) => (/[.。!।]$/u.test(text) ? text : `${text}.`));
    expect(matchNotice(ended.join(' '))).toBeUndefined();
    expect(matchNotice(ended.join('\n'))).toBeUndefined();
  });
});

it('has sentences for every language it knows, six and six for the documented ones', () => {
  const tags = Object.keys({ ...documented, ...derived });
  const known = Object.keys(marks);
  expect(known.map((mark) => mark.split('-')[0]).sort()).toEqual(
    tags.map((tag) => tag.split('-')[0]).sort(),
  );
  for (const { said, other } of Object.values(documented)) {
    expect(Math.min(said.length, other.length)).toBeGreaterThanOrEqual(6);
  }
  for (const { said, other } of Object.values(derived)) {
    expect(Math.min(said.length, other.length)).toBeGreaterThanOrEqual(2);
  }
});
