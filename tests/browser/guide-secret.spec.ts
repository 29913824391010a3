import type { Frame, Page } from '@playwright/test';
import type { StringKey } from '../../lib/strings';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// An acceptance link: whoever has it can accept without signing in. It is masked wherever it is pasted, shown only
// when asked for, never printed, and kept nowhere.

const secret = 'deadbeef-0000-4000-8000-000000000001';
const link = `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`;
const masked = 'https://cdn.partner.microsoft.com/mca/•••';
const t = (key: StringKey) => stringOf('en', key);

test('in the look-up: masked in the box and in the answer, shown when asked, not on paper', async ({
  session,
}) => {
  const popup = await session.openPopup(await session.openDemo('billing'));
  const box = popup.getByRole('combobox');
  await box.fill(link);
  await expect(box).toHaveValue(masked);
  await expect(popup.getByRole('option').first()).toContainText(t('popup.address.acceptance-link'));
  await popup.keyboard.press('Enter');
  await expect(popup.getByText(t('guide.secret.why'))).toBeVisible();
  expect(await popup.content()).not.toContain(secret);

  await popup.getByRole('button', { name: t('guide.secret.show') }).click();
  await expect(popup.getByText(link)).toBeVisible();
  await popup.emulateMedia({ media: 'print' });
  await expect(popup.getByText(link)).toBeHidden();
  await expect(popup.getByText(masked)).toBeVisible();
  await popup.emulateMedia({ media: 'screen' });
  await popup.getByRole('button', { name: t('guide.secret.hide') }).click();
  await expect(popup.getByText(link)).toHaveCount(0);

  await popup.getByRole('button', { name: t('popup.back') }).click();
  await expect(box).toHaveValue(masked);
  await box.fill('600061');
  expect(await keptAnywhere(session)).not.toContain(secret);
});

test('from the address bar: only the mask waits for the popup', async ({ session }) => {
  const worker = await session.worker();
  await worker.evaluate((text) => {
    const { onInputEntered } = chrome.omnibox as unknown as {
      onInputEntered: { dispatch: (text: string, how: string) => void };
    };
    onInputEntered.dispatch(text, 'currentTab');
  }, link);
  const isPopup = (page: Page) => /popup\.html$/.test(page.url());
  await expect.poll(() => session.context.pages().some(isPopup)).toBe(true);
  const popup = session.context.pages().find(isPopup)!;
  await expect(popup.getByRole('combobox')).toHaveValue(masked);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('button', { name: t('guide.secret.show') })).toHaveCount(0);
});

test('in the form: masked as it is pasted, and not in the draft', async ({ session }) => {
  const panel = await openPanel(await session.openDemo('agreement'));
  await panel.button('panel.record').click();
  await panel.field('evidenceNote').fill(`Sent ${link} to Jane`);
  await expect(panel.field('evidenceNote')).toHaveValue(`Sent ${masked} to Jane`);
  await expect(
    panel.root.getByText(stringOf('en', 'record.problem.acceptance-link')),
  ).toBeVisible();
  await panel.untilKept();
  expect(await (panel.root as Frame).content()).not.toContain(secret);
  expect(await keptAnywhere(session)).not.toContain(secret);
});

test('in the letter: in a box of dots and as a mask in the text; whole only where the letter leaves', async ({
  session,
}) => {
  const page = await session.openDemo('agreement');
  const panel = await openPanel(page);
  await panel.button('guide.profile.later').click();
  await panel.root.getByText(t('guide.road.attest')).click();
  await panel.button('guide.letter.write').last().click();
  const box = panel.root.getByLabel(t('guide.letter.link'), { exact: true });
  const body = panel.root.getByLabel(t('guide.letter.body'), { exact: true });
  await box.fill(link);
  await expect(box).toHaveAttribute('type', 'password');
  await expect(body).toHaveValue(new RegExp(masked.replaceAll('.', '\\.')));
  expect(await (panel.root as Frame).content()).not.toContain(secret);
  await panel.button('guide.secret.show').click();
  await expect(box).toHaveAttribute('type', 'text');
  await page.emulateMedia({ media: 'print' });
  const onPaper = () =>
    box.evaluate((input) => getComputedStyle(input).getPropertyValue('-webkit-text-security'));
  expect(await onPaper()).toBe('disc');
  await page.emulateMedia({ media: 'screen' });
  expect(await onPaper()).toBe('none');
  await panel.button('guide.secret.hide').click();

  await panel.button('guide.letter.copyBody').click();
  await session.context.grantPermissions(['clipboard-read']);
  const reader = await session.openOwnPage('dashboard.html');
  await reader.bringToFront();
  expect(await reader.evaluate(() => navigator.clipboard.readText())).toContain(link);
  expect(await keptAnywhere(session)).not.toContain(secret);
});

/** Everything the extension keeps: its storage areas and its database. */
async function keptAnywhere(session: Session): Promise<string> {
  const own = await session.openOwnPage('dashboard.html');
  const kept = await own.evaluate(async () => {
    const areas = await Promise.all([
      chrome.storage.local.get(null),
      chrome.storage.session.get(null),
    ]);
    const stores: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => failed(opening.error);
      });
      for (const store of db.objectStoreNames) {
        stores.push(
          await new Promise((done, failed) => {
            const reading = db.transaction(store).objectStore(store).getAll();
            reading.onsuccess = () => done(reading.result);
            reading.onerror = () => failed(reading.error);
          }),
        );
      }
      db.close();
    }
    return JSON.stringify([areas, stores]);
  });
  await own.close();
  return kept;
}
