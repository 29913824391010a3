import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type MinifyOptions, minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { watchedMatches } from './lib/domain/address/hosts';

/**
 * Bytes, gzip. The detector runs in every frame of Microsoft's pages, so its size is a promise
 * (docs/performance.md); the dock is fetched where a panel is shown.
 */
const scriptLimits = { 'notice.js': 8 * 1024, 'dock.js': 3 * 1024 };

const terserOptions: MinifyOptions = {
  ecma: 2020,
  toplevel: true,
  compress: {
    passes: 3,
    unsafe: true,
    unsafe_arrows: true,
    unsafe_comps: true,
    unsafe_methods: true,
  },
};

/**
 * The scripts of pages without what the framework puts around them: it passes errors on, as the browser does itself.
 * They are minified once more, because the function around them comes after that of their modules.
 */
const smallScripts: Plugin = {
  name: 'small-scripts',
  enforce: 'pre',
  load(id) {
    const [framework, script] = id.split('?');
    if (!framework?.endsWith('virtual:wxt-unlisted-script-entrypoint')) return;
    return `import script from '${script}';\nscript.main();`;
  },
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk' || !(part.fileName in scriptLimits)) continue;
        part.code = (await minify(part.code, terserOptions)).code ?? part.code;
      }
    },
  },
};

const everySite = 'https://*/*';

export default defineConfig({
  imports: false,
  // The content script is loaded by every frame of Microsoft's pages: terser makes it 2.5 % smaller than the default.
  vite: () => ({ plugins: [smallScripts], build: { minify: 'terser', terserOptions } }),
  manifestVersion: 3,
  manifest: ({ browser }) => {
    const isFirefox = browser === 'firefox';
    return {
      name: '__MSG_extName__',
      description: '__MSG_extDescription__',
      default_locale: 'en',
      // A fixed key gives unpacked builds one id, so that records survive moving the folder.
      ...(isFirefox ? {} : { key: publicKey, minimum_chrome_version: '123' }),
      // storage: drafts, settings, session state · contextMenus: look up selected text
      // activeTab: the popup may ask the current tab what it shows · unlimitedStorage: records are never evicted
      // scripting: the script runs on sites that the person adds, and once where it is asked to look
      permissions: [
        'storage',
        'unlimitedStorage',
        'activeTab',
        'contextMenus',
        'scripting',
        ...(isFirefox ? [] : ['sidePanel' as const]),
      ],
      // Asked for one site at a time, when a person adds it (docs/decisions/003-watched-hosts.md).
      optional_host_permissions: [everySite],
      // Declared by hand and not through WXT's content-script wrapper, which tells every page our id
      // and can be switched off by one page event (docs/decisions/001-plain-content-script.md).
      content_scripts: [
        {
          matches: watchedMatches,
          js: ['notice.js'],
          run_at: 'document_start',
          all_frames: true,
          match_about_blank: true,
          // Frames without an address of their own (blob:, data:) belong to the page that made them.
          match_origin_as_fallback: true,
        },
      ],
      // Sites that are added later cannot be named here; a page that may frame the panel still
      // has to know an address that changes with every start of the browser.
      web_accessible_resources: [
        { resources: ['panel.html'], matches: [everySite] },
        // What holds the panel's frame or stands in for it, on any page that a person may have us look at.
        { resources: ['dock.js'], matches: ['*://*/*', 'file:///*'] },
      ].map((entry) => (isFirefox ? entry : { ...entry, use_dynamic_url: true })),
      action: { default_popup: 'popup.html', default_title: '__MSG_actionTitle__' },
      omnibox: { keyword: 'mca' },
      commands: {
        'open-panel': {
          // M for the customer agreement. Chromium keeps some for itself without a word, Alt+Shift+C among them.
          suggested_key: { default: 'Alt+Shift+M' },
          description: '__MSG_commandOpenPanel__',
        },
      },
      options_ui: { page: 'dashboard.html#/settings', open_in_tab: true },
      ...(isFirefox
        ? {
            sidebar_action: {
              default_panel: 'panel.html',
              default_title: 'Countersign',
              open_at_install: false,
            },
            browser_specific_settings: {
              gecko: {
                id: 'countersign@countersign.example',
                strict_min_version: '140.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : { side_panel: { default_path: 'panel.html' } }),
    };
  },
  hooks: {
    'build:done'(wxt) {
      for (const [name, limit] of Object.entries(scriptLimits)) {
        const file = resolve(wxt.config.outDir, name);
        const bytes = gzipSync(readFileSync(file), { level: 9 }).length;
        wxt.logger.info(`${name}: ${bytes} bytes gzip (limit ${limit})`);
        if (wxt.config.mode === 'production' && bytes > limit) {
          throw new Error(`${name} is ${bytes} bytes gzip; the limit is ${limit}`);
        }
      }
    },
  },
});

/** Public half only; the private half was thrown away: stores sign with their own key. */
const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqSsdkevBJFv9oXKw1yOt5rLxG5puyroI6xyIJvnWuloKbdOf9wD65Dl8ljjzqx7hIaBM1OXSmHUYs0qCYARsTCWgYXlKtR8fg94dvRcmg15QUfjC3Cq7yrs3vHjA0yW8APgCbBiq6/vOJEdwBfH2uSR9vp1xdruYvij4c4zSutwIB1U9M7PS+ePrkY1vVdymnFu1B6Qbqw3Qktuue7KtTYocn7/br+dqPmhFNt+yXhjlX4lWUh568V1tIDrJf0nvmL2m1b7p39tufGrpbhA/ARh1K09eKqdn4Mi6+opMAHZ+tjOBCyc6J7I43/0TwpgeKro5LlExrJOV2hi2wzj+pwIDAQAB';
