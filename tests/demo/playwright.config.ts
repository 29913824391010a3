import { defineConfig } from '@playwright/test';

/** `npm start -- --headless`: the main job drives itself, and each step is printed as it is seen to hold. */
export default defineConfig({
  testDir: '.',
  testMatch: 'main-job.ts',
  outputDir: '../../test-results/demo',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['./step-reporter.ts']],
});
