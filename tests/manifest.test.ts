import { beforeAll, describe, expect, it } from 'vitest';
import { watchedMatches } from '@/lib/domain/address/hosts';
import config from '@/wxt.config';

// The manifest is what a person is asked to trust: whatever is added to it must be added here too, with its reason.

type Manifest = Record<string, unknown>;

/** Every permission, and why the product cannot do without it. */
const reasons: Record<string, string> = {
  storage: 'settings, the state of tabs, and the witness that shows a damaged history',
  unlimitedStorage: 'records are evidence: the browser must never evict them',
  activeTab: 'the popup and the side panel may look at the current tab when the person asks',
  scripting: 'runs the content script on sites that the person adds, and once where asked to look',
  contextMenus: 'selected text can be looked up from its menu',
  sidePanel: 'the panel beside the page, which no page can cover',
};

/** What Firefox calls otherwise or has not. */
const notInFirefox = ['sidePanel'];

async function manifestOf(browser: 'chrome' | 'edge' | 'firefox'): Promise<Manifest> {
  if (typeof config.manifest !== 'function') throw new Error('the manifest is made by a function');
  const made = config.manifest({
    browser,
    mode: 'production',
    command: 'build',
    manifestVersion: 3,
  });
  return (await made) as Manifest;
}

describe.each(['chrome', 'edge', 'firefox'] as const)('the manifest for %s', (browser) => {
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = await manifestOf(browser);
  });

  it('asks for the permissions that have a reason, and no others', () => {
    const wanted = Object.keys(reasons).filter(
      (name) => browser !== 'firefox' || !notInFirefox.includes(name),
    );
    expect([...(manifest.permissions as string[])].sort()).toEqual(wanted.sort());
  });

  it('asks for no host beyond those it watches, until the person adds one', () => {
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(watchedMatches).toEqual([
      'https://admin.microsoft.com/*',
      'https://admin.cloud.microsoft/*',
      'https://portal.office.com/*',
      'https://partner.microsoft.com/*',
    ]);
  });

  it('puts one small script into every frame of the watched pages', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: watchedMatches,
        js: ['notice.js'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ]);
  });

  it('lets pages hold the panel and what docks it, nothing else, and only by names that change', () => {
    const changing = browser === 'firefox' ? {} : { use_dynamic_url: true };
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['panel.html'], matches: ['https://*/*'], ...changing },
      { resources: ['dock.js'], matches: ['*://*/*', 'file:///*'], ...changing },
    ]);
  });

  it('lets no page and no other extension speak to it', () => {
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('loosens no policy of its own pages', () => {
    const policy = JSON.stringify(manifest.content_security_policy ?? {});
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});

it('tells Firefox that no data is collected', async () => {
  const manifest = await manifestOf('firefox');
  expect(manifest.browser_specific_settings).toMatchObject({
    gecko: { data_collection_permissions: { required: ['none'] } },
  });
});
