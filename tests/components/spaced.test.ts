import { expect, it } from 'vitest';
import { inOneLine, spaced } from '@/components/spaced';

it.each([
  ['Checked today.', 'Checked today. '],
  ['Ends at', 'Ends at '],
  ['已檢查。', '已檢查。'],
  ['結尾：', '結尾：'],
  ['（HTTP 403）', '（HTTP 403）'],
  ['電子郵件地址', '電子郵件地址 '],
])('parts %j from what follows', (text, parted) => {
  expect(spaced(text)).toBe(parted);
});

it('puts sentences in one line, with nothing after the last', () => {
  expect(inOneLine(['One.', 'Two.'])).toBe('One. Two.');
  expect(inOneLine(['第一。', '第二。'])).toBe('第一。第二。');
  expect(inOneLine(['Alone.'])).toBe('Alone.');
  expect(inOneLine([])).toBe('');
});
