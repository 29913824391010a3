import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What needs a page to stand in. All others run in plain Node, which is there in no time. */
const inPages = ['tests/components/**/*.test.{ts,tsx}', 'tests/lib/page/**/*.test.ts'];

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [WxtVitest()],
  // A working stand-in for the browser's extension API instead of mocks of our own modules.
  resolve: { alias: { 'webextension-polyfill': resolve(import.meta.dirname, 'fake-browser.ts') } },
  test: {
    restoreMocks: true,
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: inPages,
          setupFiles: resolve(import.meta.dirname, 'stay-a-frame.ts'),
        },
      },
      {
        extends: true,
        test: { name: 'node', include: ['tests/**/*.test.{ts,tsx}'], exclude: inPages },
      },
    ],
  },
});
