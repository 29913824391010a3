import type { Page } from '@playwright/test';
import type { StringKey } from '../../lib/strings';
import { expect, test } from './fixtures.ts';
import { openPanel } from './panel.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// Look-ups by every kind of input, and the keys people expect to work.

const customer = {
  companyName: 'Alder & Finch Ltd',
  customerTenantId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  customerDomain: 'alderfinch.example',
  country: 'GB',
  language: 'en-US',
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane.doe@alderfinch.example',
  dateAgreed: '2026-11-20',
  reference: 'TICKET-4711',
};

async function openWithRecord(session: Session): Promise<Page> {
  const page = await session.openDemo('new-partner');
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.fill(customer);
  await panel.save();
  return session.openPopup(page);
}

const field = (popup: Page) => popup.getByRole('combobox');
const options = (popup: Page) => popup.getByRole('option');

test.describe('explains', () => {
  for (const [kind, typed, expected] of [
    [
      'the message whole',
      'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.',
      /reach out to your Partner/,
    ],
    [
      'half of a message',
      'Either a partner confirmation of the customer acceptance of the Microsoft',
      /Either a partner confirmation/,
    ],
    [
      'the message in another language',
      '請洽詢您的合作夥伴以確認您接受 Microsoft 客戶合約',
      /請洽詢您的合作夥伴/,
    ],
    ['a code', '600061', /already exists/],
    ['a code among other words', 'Error 13605 on order', /Either a partner confirmation/],
    [
      'an error pasted as JSON',
      '{"code":600061,"description":"A partner confirmed agreement already exists for the customer.","data":[],"source":"PartnerFD"}',
      /already exists/,
    ],
    [
      'a link',
      'https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement',
      /accept the agreement directly/,
    ],
    ['a question', 'who may attest', /Who may attest/],
    ['a tenant id', '3F2504E0-4F89-41D3-9A0C-0305E82C3301', /tenant id 3f2504e0/],
    ['a domain', 'alderfinch.example', /alderfinch\.example/],
  ] as const) {
    test(kind, async ({ session }) => {
      const popup = await session.openPopup(await session.openDemo('billing'));
      await field(popup).fill(typed);
      await expect(options(popup).first()).toContainText(expected);
      await popup.keyboard.press('Enter');
      await expect(popup.getByRole('button', { name: stringOf('en', 'popup.back') })).toBeFocused();
      await popup.keyboard.press('Escape');
      await expect(field(popup)).toBeFocused();
      await expect(field(popup)).toHaveValue(typed);
    });
  }
});

test('says what to try when nothing is known by these words', async ({ session }) => {
  const popup = await session.openPopup(await session.openDemo('billing'));
  await field(popup).fill('qwertz jklö');
  await expect(popup.getByText(stringOf('en', 'popup.nothing'))).toBeVisible();
  await expect(options(popup)).toHaveCount(0);
});

test('finds a customer’s records by name, tenant id, domain, signer and ticket, also mistyped', async ({
  session,
}) => {
  const popup = await openWithRecord(session);
  for (const typed of ['alder', 'FINCH alder', 'jane doe', 'ticket-4711', 'CS-000001']) {
    await field(popup).fill(typed);
    await expect(options(popup).filter({ hasText: 'Alder & Finch Ltd' }), typed).toHaveCount(1);
  }
  for (const typed of ['aldrefinch', 'Adler & Finch', 'jnae doe', 'alderfnich.example']) {
    await field(popup).fill(typed);
    const like = options(popup).filter({ hasText: stringOf('en', 'popup.nearly') });
    await expect(like, typed).toContainText(['Alder & Finch Ltd']);
  }
  await field(popup).fill('who may attest');
  await expect(options(popup).filter({ hasText: 'Alder & Finch Ltd' })).toHaveCount(0);
  for (const typed of [customer.customerTenantId, customer.customerDomain]) {
    await field(popup).fill(typed);
    await options(popup).first().click();
    await expect(popup.getByRole('article').filter({ hasText: 'Alder & Finch Ltd' })).toBeVisible();
    await popup.keyboard.press('Escape');
  }
});

test('arrows move, Enter opens the record, Escape clears', async ({ session }) => {
  const popup = await openWithRecord(session);
  await expect(field(popup)).toBeFocused();
  await popup.keyboard.type('alderfinch.example');
  await expect(options(popup)).toHaveCount(2);
  await popup.keyboard.press('ArrowDown');
  await expect(options(popup).nth(1)).toHaveAttribute('aria-selected', 'true');
  await popup.keyboard.press('ArrowDown');
  await expect(options(popup).nth(0)).toHaveAttribute('aria-selected', 'true');
  await popup.keyboard.press('Escape');
  await expect(field(popup)).toHaveValue('');

  await popup.keyboard.type('Alder & Finch');
  await expect(options(popup)).toHaveCount(1);
  const opening = session.context.waitForEvent('page');
  // The popup closes itself as it opens the record: the key press has then nobody to report to.
  await popup.keyboard.press('Enter').catch(() => undefined);
  const record = await opening;
  await expect(record.getByRole('heading', { name: /Alder & Finch Ltd/ })).toBeVisible();
});

test('says the state of the current tab in one line', async ({ session }) => {
  for (const [route, said] of [
    ['new-partner', stringOf('en', 'guide.case.new-partner.title')],
    ['delegated-admin', stringOf('en', 'guide.case.delegated-admin.title')],
    ['billing', stringOf('en', 'popup.tab.silent', { host: 'admin.microsoft.com' })],
  ] as const) {
    const page = await session.openDemo(route);
    if (route === 'new-partner') await openPanel(page);
    const popup = await session.openPopup(page);
    // The popup asks about the current tab of its window, and stands behind it here.
    await page.bringToFront();
    await popup.reload();
    await expect(popup.getByText(said)).toBeVisible();
    await popup.close();
  }
});

test('starts a record by hand', async ({ session }) => {
  const popup = await session.openPopup(await session.openDemo('billing'));
  const opening = session.context.waitForEvent('page');
  await popup.getByRole('button', { name: stringOf('en', 'popup.byHand') }).click();
  const form = await opening;
  await form.getByLabel(/^Company name/).fill('By Phone Ltd');
  await expect(form.getByText(/Draft kept/)).toBeVisible();
});

test('in 繁體中文 a message has a title in that language, and Microsoft’s own words below it', async ({
  session,
}) => {
  const page = await session.openDemo('billing');
  const own = await session.openOwnPage('dashboard.html');
  await own.evaluate(() =>
    chrome.runtime.sendMessage({ name: 'changeSettings', question: { language: 'zh-TW' } }),
  );
  const popup = await session.openPopup(page);
  await field(popup).fill('600061');
  const title = stringOf('zh-TW', 'catalogue.api.600061.title' as StringKey);
  await expect(options(popup).first()).toContainText(title);
  await popup.keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: title })).toBeVisible();
  await expect(popup.locator('p[lang="en"]')).toContainText('already exists');
});
