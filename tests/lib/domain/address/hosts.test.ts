import { describe, expect, it } from 'vitest';
import { hostOfMatch, matchOf, readHost, watchedHosts } from '@/lib/domain/address/hosts';

describe('what a person types as a site', () => {
  it.each([
    ['portal.contoso.com', 'portal.contoso.com'],
    ['  Portal.Contoso.COM  ', 'portal.contoso.com'],
    ['https://portal.contoso.com', 'portal.contoso.com'],
    ['HTTPS://portal.contoso.com/', 'portal.contoso.com'],
    ['portal.contoso.com.', 'portal.contoso.com'],
    ['my_shop.contoso.com', 'my_shop.contoso.com'],
    ['3com.example', '3com.example'],
    ['ｐｏｒｔａｌ．contoso.com', 'portal.contoso.com'],
  ])('%s', (typed, host) => {
    expect(readHost(typed)).toEqual({ host, foreign: false });
  });

  it.each([
    'bücher.example',
    'xn--bcher-kva.example',
    '合作夥伴.example',
    // Wholly in one alphabet, and yet it looks like Latin letters: said in words, not refused.
    'хор.example',
  ])('beyond a–z, as the browser writes it: %s', (typed) => {
    const { hostname } = new URL(`https://${typed}`);
    expect(readHost(typed)).toEqual({ host: hostname, foreign: true });
    expect(hostname).toMatch(/^xn--/);
  });

  it.each([
    ['', 'not-a-name'],
    ['contoso', 'not-a-name'],
    ['localhost', 'not-a-name'],
    ['portal contoso com', 'not-a-name'],
    ['robin@contoso.com', 'not-a-name'],
    ['https://robin:secret@contoso.com', 'not-a-name'],
    ['-contoso.com', 'not-a-name'],
    ['contoso..com', 'not-a-name'],
    ['https://', 'not-a-name'],
    ['http://portal.contoso.com', 'not-secure'],
    ['ftp://portal.contoso.com', 'not-secure'],
    ['chrome://extensions', 'not-secure'],
    ['*.contoso.com', 'wildcard'],
    ['https://*/*', 'wildcard'],
    ['portal.contoso.com:8443', 'port'],
    ['https://portal.contoso.com:443/', 'port'],
    ['192.168.0.1', 'number'],
    ['3232235521', 'number'],
    ['0x7f.1', 'number'],
    ['[::1]', 'number'],
    ['https://[2001:db8::1]/', 'number'],
    // Cyrillic er, Greek omicron, Cyrillic o.
    ['\u0440ortal.contoso.com', 'look-alike'],
    ['c\u03bfntoso.com', 'look-alike'],
    ['https://admin.micr\u043esoft.com', 'look-alike'],
  ])('refuses “%s”: %s', (typed, problem) => {
    expect(readHost(typed)).toEqual({ problem });
  });

  it.each([
    'portal.contoso.com/orders',
    'https://portal.contoso.com/?page=2',
    'https://portal.contoso.com/#/orders',
  ])('refuses one page, %s, and names its site', (typed) => {
    expect(readHost(typed)).toEqual({ problem: 'path', host: 'portal.contoso.com' });
  });

  it('never throws, whatever is typed', () => {
    for (const typed of ['%', '//', ':', '\u0000', 'a'.repeat(5_000), 'https://%zz', '\ud800.com'])
      expect(readHost(typed)).toHaveProperty('problem');
  });
});

describe('a permission’s pattern', () => {
  it.each(watchedHosts)('gives back its host: %s', (host) => {
    expect(hostOfMatch(matchOf(host))).toBe(host);
  });

  it.each([
    'https://*/*',
    'https://*.contoso.com/*',
    '<all_urls>',
    'http://portal.contoso.com/*',
    '*://portal.contoso.com/*',
    'https://portal.contoso.com/orders/*',
    'https://portal.contoso.com:8443/*',
  ])('that is wider or another than one site has none: %s', (match) => {
    expect(hostOfMatch(match)).toBeUndefined();
  });
});
