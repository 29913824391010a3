import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '..',
  // The main job as `npm start -- --headless` drives it is a test as well.
  testMatch: ['browser/**/*.spec.ts', 'demo/main-job.ts'],
  outputDir: '../../test-results',
  // Each worker is a whole browser, and the machines that run this have two cores.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // On a shared machine a test may be starved once; tests/run-all.mjs names each that needed the second try.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
});
