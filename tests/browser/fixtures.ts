import { test as base } from '@playwright/test';
import { serveDemo } from '../demo/server.mjs';
import { type Browsers, keepBrowsers } from './browsers.ts';
import type { Session, SessionOptions } from './session.ts';

type Fixtures = { sessionOptions: Partial<SessionOptions>; session: Session };
type WorkerFixtures = { demoUrl: string; browsers: Browsers };

/**
 * Playwright's `test` with a `session`: a browser with the built extension, on the demo, in which nothing is open
 * and nothing stored. `test.use({ sessionOptions: { language: 'zh-TW' } })` changes how it starts.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  demoUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
    async ({}, use) => {
      const demo = await serveDemo();
      await use(demo.url);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  browsers: [
    async ({ demoUrl }, use) => {
      const browsers = keepBrowsers(demoUrl);
      await use(browsers);
      await browsers.stop();
    },
    { scope: 'worker' },
  ],
  sessionOptions: [{}, { option: true }],
  session: async ({ browsers, sessionOptions }, use, { errors }) => {
    const session = await browsers.take(sessionOptions);
    await use(session);
    if (errors.length > 0) session.useUp();
    await browsers.giveBack(sessionOptions, session);
  },
});

export { expect } from '@playwright/test';
