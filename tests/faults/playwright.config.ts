import { defineConfig } from '@playwright/test';

/**
 * Faults in a real browser, each many times (`npm run faults`, `-- --grep "quota"`); the counts go to
 * `.demo/faults.json` and from there into docs/reliability.md. `COUNTERSIGN_FAULT_TIMES` is how often, 20 unless given.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/faults',
  workers: 1,
  timeout: 6 * 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
});
