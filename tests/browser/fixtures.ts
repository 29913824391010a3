import { test as base } from '@playwright/test';
import { serveDemo } from '../demo/server.mjs';
import { type Session, type SessionOptions, startSession } from './session.ts';

type Fixtures = { sessionOptions: Partial<SessionOptions>; session: Session };
type WorkerFixtures = { demoUrl: string };

/**
 * Playwright's `test` with a `session`: a fresh browser with the built extension, on the demo.
 * `test.use({ sessionOptions: { language: 'zh-TW' } })` changes how it starts.
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
  sessionOptions: [{}, { option: true }],
  session: async ({ demoUrl, sessionOptions }, use) => {
    const session = await startSession({ demoUrl, ...sessionOptions });
    await use(session);
    await session.stop();
  },
});

export { expect } from '@playwright/test';
