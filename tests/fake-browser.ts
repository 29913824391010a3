import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Stands in for `webextension-polyfill` in unit tests (tests/vitest.config.ts). */
export default fakeBrowser;
