import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openPanel, type Panel } from './panel.ts';
import type { Session } from './session.ts';

// What a person has typed survives everything short of their own "discard".

const typed = { companyName: 'Alder & Finch Ltd', lastName: 'Reyes', reference: 'T-20718' };

async function begin(session: Session): Promise<{ page: Page; panel: Panel }> {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.fill(typed);
  await panel.untilKept();
  return { page, panel };
}

async function expectTyped(panel: Panel): Promise<void> {
  for (const [name, value] of Object.entries(typed))
    await expect(panel.field(name as keyof typeof typed)).toHaveValue(value);
}

test('a killed worker: typing goes on, and nothing is lost', async ({ session }) => {
  const { page, panel } = await begin(session);
  await session.killWorker();
  await panel.fill({ firstName: 'Morgan' });
  await panel.untilKept();
  await page.reload();
  const again = await openPanel(page);
  await again.resumeDraft();
  await expectTyped(again);
  await expect(again.field('firstName')).toHaveValue('Morgan');
});

test('a closed tab: the draft is offered when the page is opened again', async ({ session }) => {
  const { page } = await begin(session);
  await page.close();
  const again = await openPanel(await session.openDemo('new-partner'));
  await again.resumeDraft();
  await expectTyped(again);
});

test('a killed browser: the draft is there after the next start', async ({ session }) => {
  await begin(session);
  await session.killBrowser();
  const again = await openPanel(await session.openDemo('new-partner'));
  await again.resumeDraft();
  await expectTyped(again);
});

test('a save that the worker did not live to answer keeps one record', async ({ session }) => {
  const { panel } = await begin(session);
  await panel.fill({
    customerDomain: 'alderfinch.example',
    firstName: 'Morgan',
    email: 'reyes@alderfinch.example',
    dateAgreed: '2026-05-18',
    recordedBy: 'Robin Vale',
  });
  await panel.untilKept();
  const saving = panel.save();
  await session.killWorker();
  await saving;
  await session.restartBrowser();
  const history = await session.openOwnPage('dashboard.html');
  await expect(history.getByRole('row', { name: typed.companyName })).toHaveCount(1);
});

test('a click opens the browser’s own side panel beside the page', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  await panel.button('panel.openBeside').click();
  const worker = await session.worker();
  const beside = () =>
    worker.evaluate(async () => {
      const found = await chrome.runtime.getContexts({
        contextTypes: [chrome.runtime.ContextType.SIDE_PANEL],
      });
      return found.length;
    });
  await expect.poll(beside).toBe(1);
});
