import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [WxtVitest()],
  // A working stand-in for the browser's extension API instead of mocks of our own modules.
  resolve: { alias: { 'webextension-polyfill': resolve(import.meta.dirname, 'fake-browser.ts') } },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    pool: 'threads',
  },
});
