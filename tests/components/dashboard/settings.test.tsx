import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSettings, readSettings } from '@/lib/requests';
import { click, field, openPage, settle, startBrowser, text, the, type } from './show';

beforeEach(() => startBrowser());

const guid = '3fa85f64-5717-4562-b3fc-2c963f66afa6';

describe('settings', () => {
  it('save as one chooses, and say so politely', async () => {
    await openPage('#/settings');
    await click(field('Indirect reseller'));
    expect((await readSettings.ask()).partnerType).toBe('indirect-reseller');
    const status = [...document.querySelectorAll('[role="status"]')].map((one) => text(one));
    expect(status).toContain('Saved.');
  });

  it('explain each kind of partner in a sentence that belongs to the choice', async () => {
    await openPage('#/settings');
    const about = field('Indirect reseller').getAttribute('aria-describedby')!;
    expect(text(document.getElementById(about)!)).toContain('your provider attests');
  });

  it('take the last change back, a whole text at once', async () => {
    await changeSettings.ask({ recorderName: 'Kim' });
    await openPage('#/settings');
    await type(field('Your name'), 'Kim L');
    await type(field('Your name'), 'Kim Lee');
    expect((await readSettings.ask()).recorderName).toBe('Kim Lee');
    await click(the('button', 'Undo'));
    expect((await readSettings.ask()).recorderName).toBe('Kim');
    expect(field('Your name').value).toBe('Kim');
  });

  it('keep what is being typed while older answers arrive', async () => {
    await openPage('#/settings');
    const input = field('Your name');
    for (const value of ['K', 'Ki', 'Kim']) {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await settle();
    expect(field('Your name').value).toBe('Kim');
    expect((await readSettings.ask()).recorderName).toBe('Kim');
  });

  it('follow another window', async () => {
    await openPage('#/settings');
    await changeSettings.ask({ recorderName: 'Noa' });
    await vi.waitFor(() => expect(field('Your name').value).toBe('Noa'));
  });

  it('change the language at once', async () => {
    await openPage('#/settings');
    await type(field('Language'), 'zh-TW');
    expect(the('heading', '設定')).toBeTruthy();
    expect((await readSettings.ask()).language).toBe('zh-TW');
  });

  it('watch a site again', async () => {
    await changeSettings.ask({ silencedHosts: ['admin.microsoft.com', 'portal.office.com'] });
    await openPage('#/settings');
    await click(the('button', 'Watch admin.microsoft.com again'));
    expect((await readSettings.ask()).silencedHosts).toEqual(['portal.office.com']);
  });

  it('ask for a provider only where there may be one', async () => {
    await changeSettings.ask({ partnerType: 'direct-bill' });
    await openPage('#/settings');
    expect(text()).not.toContain('Your indirect provider');
    await click(field('Indirect reseller'));
    expect(text()).toContain('Your indirect provider');
  });

  it('say version, age of the facts and independence', async () => {
    await openPage('#/settings');
    expect(text()).toContain('Version 1.2.3');
    expect(text()).toContain('gathered until');
    expect(text()).toContain('Countersign is independent of Microsoft.');
  });
});

describe('lists typed one a line', () => {
  it.each([
    ['Your own tenant ids', 'ownTenantIds', `{${guid.toUpperCase()}}\n${guid}`, [guid], undefined],
    ['Your own tenant ids', 'ownTenantIds', `${guid}\nhello`, [guid], '“hello” is not a tenant id'],
    ['Your own tenant ids', 'ownTenantIds', `${guid}0`, [], 'is not a tenant id'],
    [
      'Your own email domains',
      'ownDomains',
      ' https://Contoso.com/x \nkim@fabrikam.de;例え.jp',
      ['contoso.com', 'fabrikam.de', '例え.jp'],
      undefined,
    ],
    ['Your own email domains', 'ownDomains', 'contoso', [], '“contoso” is not a domain'],
    ['Your own email domains', 'ownDomains', 'a b.com', [], 'is not a domain'],
  ] as const)('%s', async (label, name, typed, kept, problem) => {
    await openPage('#/settings');
    await type(field(label), typed);
    expect((await readSettings.ask())[name]).toEqual(kept);
    const input = field(label);
    expect(input.value).toBe(typed);
    expect(input.getAttribute('aria-invalid')).toBe(String(problem !== undefined));
    if (problem)
      expect(text(document.getElementById(input.getAttribute('aria-describedby')!)!)).toContain(
        problem,
      );
  });
});
