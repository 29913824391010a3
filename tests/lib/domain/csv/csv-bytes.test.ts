import { expect, it } from 'vitest';
import { brokenCharacters, type Encoding, guessEncoding, textIn } from '@/lib/domain/csv/csv-bytes';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) =>
  new Uint8Array(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
// 公司,名字 and Müller;Café as the old character sets have them.
const big5 = new Uint8Array([0xa4, 0xbd, 0xa5, 0x71, 0x2c, 0xa6, 0x57, 0xa6, 0x72]);
const western = new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x3b, 0x43, 0x61, 0x66, 0xe9]);
const han = '客戶,接受者\r\n雲端科技股份有限公司,王小明\r\n';

it.each<[string, Uint8Array, string[], Encoding, boolean, string]>([
  ['UTF-8 with its mark', utf8('\ufeff公司'), ['en'], 'utf-8', true, '公司'],
  ['UTF-8 without', utf8('公司,Müller'), ['en'], 'utf-8', true, '公司,Müller'],
  ['plain ASCII', utf8('a,b'), ['zh-TW'], 'utf-8', true, 'a,b'],
  ['UTF-16LE with its mark', utf16('\ufeff公司,a', true), ['en'], 'utf-16le', true, '公司,a'],
  ['UTF-16LE without', utf16('a,b', true), ['en'], 'utf-16le', false, 'a,b'],
  ['UTF-16BE', utf16('\ufeffa', false), ['en'], 'utf-16be', true, 'a'],
  ['UTF-16BE without its mark', utf16('a,b', false), ['en'], 'utf-16be', false, 'a,b'],
  ['UTF-16LE of Han without its mark', utf16(han, true), ['en'], 'utf-16le', false, han],
  ['UTF-16BE of Han without its mark', utf16(han, false), ['en'], 'utf-16be', false, han],
  ['UTF-8 with a zero byte', utf8('名字,b\nA\0B,c\n'), ['en'], 'utf-8', true, '名字,b\nA\0B,c\n'],
  ['ASCII with a zero byte', utf8('name,b\nA\0,cd\n'), ['en'], 'utf-8', true, 'name,b\nA\0,cd\n'],
  ['UTF-8 with zero bytes at its end', utf8('a\0\0\0\0'), ['en'], 'utf-8', true, 'a\0\0\0\0'],
  ['Big5 for one who reads Chinese', big5, ['zh-TW', 'en'], 'big5', false, '公司,名字'],
  ['Windows-1252', western, ['de'], 'windows-1252', false, 'Müller;Café'],
  [
    'Windows-1252 for one who reads Chinese',
    western,
    ['zh-TW'],
    'windows-1252',
    false,
    'Müller;Café',
  ],
  ['nothing', new Uint8Array(), ['en'], 'utf-8', true, ''],
])('reads %s', (_what, bytes, preferred, encoding, sure, text) => {
  expect(guessEncoding(bytes, preferred)).toEqual({ encoding, sure });
  expect(textIn(bytes, encoding)).toBe(text);
});

it('counts what cannot be read', () => {
  expect(brokenCharacters(textIn(western, 'utf-8'))).toBe(2);
  expect(brokenCharacters('whole')).toBe(0);
});
