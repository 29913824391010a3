import { expect, it } from 'vitest';
import { canonicalJson } from '@/lib/domain/trail/canonical-json';

it.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  // The sorting example of RFC 8785, 3.2.3: UTF-16 code units, not code points.
  [
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  ],
  // The number examples of RFC 8785, 3.2.2.
  [
    [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
  ],
  [-0, '0'],
  ['\u20ac$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
  [{ a: undefined, b: {} }, '{"b":{}}'],
  [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
])('writes %j in the one way', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it('is the same whether or not the members come in order', () => {
  const value = { a: [{ x: 1, y: { p: null, q: 'ä' } }], b: undefined, c: 'x', 10: true, 9: false };
  const text = canonicalJson(value);
  expect(text).toBe('{"10":true,"9":false,"a":[{"x":1,"y":{"p":null,"q":"ä"}}],"c":"x"}');
  expect(canonicalJson({ c: 'x', a: [{ y: { q: 'ä', p: null }, x: 1 }], 9: false, 10: true })).toBe(
    text,
  );
  expect(canonicalJson(JSON.parse(text))).toBe(text);
  expect(() => canonicalJson({ a: { b: '\ud800' } })).toThrow(TypeError);
  expect(canonicalJson({ a: '\\ud800' })).toBe('{"a":"\\\\ud800"}');
});

it.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '\ud800',
  { '\udc00': 1 },
  () => 1,
  1n,
  new Date(0),
  undefined,
])('refuses what has no JSON text: %s', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
