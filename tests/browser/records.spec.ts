import { expect, test } from './fixtures.ts';
import { openPanel, type Panel } from './panel.ts';

// Saving: durable before it is shown as done, told before what is unusual, never by a click nobody saw.

const complete = {
  companyName: 'Alder & Finch Ltd',
  customerDomain: 'alderfinch.example',
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane.doe@alderfinch.example',
  evidenceNote: 'Signed PDF, mail of 20 November',
  country: 'GB',
  language: 'en-US',
  dateAgreed: '2026-11-20',
};
/** The panel refuses a click before its button was wholly visible for 600 ms. */
const dwellMs = 900;

const recordsIn = (panel: Panel) =>
  panel.root.evaluate(() => chrome.runtime.sendMessage({ name: 'listRecords', question: {} }));

test('is there after SIGKILL right after it was shown as saved', async ({ session }) => {
  const panel = await openPanel(await session.openDemo('new-partner'));
  await panel.button('panel.record').click();
  await panel.fill(complete);
  const number = await panel.save();
  expect(number).toMatch(/^CS-\d{6}$/);
  await session.killBrowser();

  const history = await session.openOwnPage('dashboard.html');
  await expect(history.getByRole('link', { name: /Alder & Finch/ })).toHaveCount(1);
  await expect(history.getByText(number).first()).toBeVisible();
});

test('carries the name and role that were answered in the panel', async ({ session }) => {
  const panel = await openPanel(await session.openDemo('new-partner'));
  await panel.answerProfile({
    partnerType: 'direct-bill',
    role: 'sales-agent',
    name: 'Robin Vale',
  });
  await panel.button('panel.record').click();
  await expect(panel.field('recordedBy')).toHaveValue('Robin Vale');
  await expect(panel.field('recorderRole')).toHaveValue('sales-agent');
});

test('tells of the same signer before it is saved (600061)', async ({ session }) => {
  const panel = await openPanel(await session.openDemo('new-partner'));
  await panel.button('panel.record').click();
  await panel.fill(complete);
  await panel.save();
  await panel.button('panel.saved.another').click();
  await panel.fill(complete);
  await expect(panel.form.getByText(/600061/)).toBeVisible();
  // Told, not blocked: what is only unusual can be saved.
  await panel.save();
  expect(await recordsIn(panel)).toMatchObject({ value: { all: 2 } });
});

test('says what is missing, and saves nothing', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch Ltd', email: 'not an address' });
  await panel.button('form.save').scrollIntoViewIfNeeded();
  await page.waitForTimeout(dwellMs);
  await panel.button('form.save').click();
  await expect(panel.form.getByRole('alert')).toBeAttached();
  await expect(panel.field('firstName')).toHaveAttribute('aria-invalid', 'true');
  await expect(panel.field('email')).toHaveAttribute('aria-invalid', 'true');
  expect(await recordsIn(panel)).toMatchObject({ value: { all: 0 } });
});

test('refuses a click while the page covers the panel', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.fill(complete);
  await panel.button('form.save').scrollIntoViewIfNeeded();
  await page.waitForTimeout(dwellMs);
  // A later popover of the page hides the button and lets the click through to it.
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  });
  await page.waitForTimeout(300);
  await panel.button('form.save').click({ force: true });
  await expect(panel.form.getByText(panel.t('form.covered'))).toBeAttached();
  expect(await recordsIn(panel)).toMatchObject({ value: { all: 0 } });
});

test('keeps one customer’s draft out of another page, and says so', async ({ session }) => {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch Ltd' });
  await panel.untilKept();
  await page.evaluate(() => {
    location.hash = '#/Purchase/checkout';
  });
  await expect(panel.root.getByText(/You have moved to another page/)).toBeVisible();
});
