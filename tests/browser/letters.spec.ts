import { readFile } from 'node:fs/promises';
import type { Frame, Page } from '@playwright/test';
import type { StepId } from '../../lib/domain/guide/guide';
import type { PartnerType, Settings } from '../../lib/domain/settings';
import type { StringKey } from '../../lib/strings';
import { serious, seriousInFrame } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { openPanel, type Panel, panelIn } from './panel.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// From Microsoft's pages and from the popup to the right paper for each kind of partner: the letter to the customer,
// and the hand-off to the provider.

const customer = {
  companyName: 'Alder & Finch Ltd',
  customerTenantId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  customerDomain: 'alderfinch.example',
  country: 'DE',
  language: 'de-DE',
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane.doe@alderfinch.example',
  dateAgreed: '2026-11-20',
  acceptedHow: 'signed-document',
  evidenceNote: 'Signed PDF in ticket 4711',
};

const reseller = {
  partnerType: 'indirect-reseller',
  recorderName: 'Robin Berg',
  role: 'sales-agent',
  providerName: 'Nordlicht',
  providerEmail: 'csp@nordlicht.example',
} as const;

const t = (key: StringKey, values?: Record<string, string | number>) => stringOf('en', key, values);

async function changeSettings(session: Session, changes: Partial<Settings>): Promise<void> {
  const own = await session.openOwnPage('dashboard.html#/settings');
  const question = { profileAsked: true, ...changes };
  await own.evaluate(
    (question) => chrome.runtime.sendMessage({ name: 'changeSettings', question }),
    question,
  );
  await own.close();
}

/** The step with this sentence, wherever it stands in a guide. */
function step(root: Frame | Page, id: StepId) {
  const [words = ''] = t(`guide.step.${id}` as StringKey).split('{');
  return root.getByRole('listitem').filter({ hasText: words.trim() });
}

async function openLetter(root: Frame | Page, id: 'ask-direct' | 'send-link') {
  await step(root, id)
    .getByRole('button', { name: t('guide.letter.write') })
    .click();
}

/** A page's panel with everything about the customer typed into its draft, back at the guide. */
async function panelWithDraft(session: Session, route: string): Promise<[Page, Panel]> {
  const page = await session.openDemo(route);
  const panel = await openPanel(page);
  await panel.button('panel.record').click();
  await panel.fill(customer);
  await panel.untilKept();
  await panel.tab('panel.page.guide').click();
  return [page, panel];
}

async function clipboard(session: Session): Promise<string> {
  await session.context.grantPermissions(['clipboard-read']);
  const reader = await session.openOwnPage('dashboard.html');
  await reader.bringToFront();
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await reader.close();
  return text;
}

const papers: [PartnerType, { here: StepId; other: StepId; never: StepId[] }][] = [
  ['direct-bill', { here: 'send-link', other: 'ask-direct', never: ['hand-to-provider'] }],
  ['indirect-provider', { here: 'send-link', other: 'ask-direct', never: ['hand-to-provider'] }],
  ['indirect-reseller', { here: 'hand-to-provider', other: 'ask-direct', never: ['send-link'] }],
];

const openers: Partial<Record<StepId, StringKey>> = {
  'send-link': 'guide.letter.write',
  'ask-direct': 'guide.letter.write',
  'hand-to-provider': 'guide.handOff.prepare',
};

for (const [partnerType, { here, other, never }] of papers) {
  test(`${partnerType}: each page and the popup lead to the right papers`, async ({ session }) => {
    await changeSettings(session, { ...reseller, partnerType, providerName: '' });

    const leadsThere = async (root: Frame | Page) => {
      const opener = (id: StepId) => step(root, id).getByRole('button', { name: t(openers[id]!) });
      await expect(opener(here)).toBeVisible();
      await expect(opener(other)).toBeHidden();
      await root
        .getByRole('group')
        .filter({ hasText: t(`guide.step.${other}` as StringKey) })
        .first()
        .evaluate((details) => details.setAttribute('open', ''));
      await expect(opener(other)).toBeVisible();
      for (const id of never) await expect(step(root, id)).toHaveCount(0);
    };

    let page: Page | undefined;
    for (const route of ['agreement', 'new-partner']) {
      page = await session.openDemo(route);
      await leadsThere((await openPanel(page)).root);
    }
    const popup = await session.openPopup(page!);
    await popup.getByRole('combobox').fill('13605');
    await popup.getByRole('option').first().click();
    await leadsThere(popup);
  });
}

test('the letter stands in the customer’s language, outlives a collapsed panel, and is copied', async ({
  session,
}) => {
  await changeSettings(session, { partnerType: 'direct-bill', recorderName: 'Robin Berg' });
  const [, panel] = await panelWithDraft(session, 'agreement');
  await openLetter(panel.root, 'send-link');
  const body = panel.root.getByLabel(t('guide.letter.body'), { exact: true });
  await expect(body).toHaveValue(
    /^Guten Tag Jane Doe,[\s\S]+\[Link zur Zustimmung\][\s\S]+Robin Berg$/,
  );
  await expect(body).toHaveAttribute('lang', 'de');
  await expect(panel.root.getByText(t('guide.letter.linkNote'))).toBeVisible();

  await body.fill('Guten Tag Jane, bitte öffnen Sie: [Link zur Zustimmung]');
  await panel.button('panel.collapse').click();
  await panel.button('panel.expand').click();
  await panel.tab('panel.page.guide').click();
  await expect(body).toHaveValue('Guten Tag Jane, bitte öffnen Sie: [Link zur Zustimmung]');

  await panel.button('guide.letter.copyBody').click();
  await expect(
    panel.root.getByRole('status').filter({ hasText: t('common.copied') }),
  ).toBeVisible();
  expect(await clipboard(session)).toBe('Guten Tag Jane, bitte öffnen Sie: [Link zur Zustimmung]');
});

test('the mail program opens beside the panel, and gets a long letter by the clipboard', async ({
  session,
}) => {
  await changeSettings(session, { partnerType: 'direct-bill', recorderName: 'Robin Berg' });
  const [page, panel] = await panelWithDraft(session, 'agreement');
  await openLetter(panel.root, 'send-link');
  const addressBefore = page.url();
  await panel.root.getByLabel(t('guide.letter.language')).selectOption('ja');
  await expect(panel.root.getByText(t('guide.letter.tooLong'))).toBeVisible();
  const link = panel.root.getByRole('link', { name: t('guide.letter.open') });
  await expect(link).toHaveAttribute(
    'href',
    /^mailto:jane\.doe@alderfinch\.example\?subject=[^&]+$/,
  );
  await link.click();
  await expect(
    panel.root.getByRole('status').filter({ hasText: t('common.copied') }),
  ).toBeVisible();
  await expect(panel.root.getByLabel(t('guide.letter.body'), { exact: true })).toHaveValue(
    /^Jane Doe 様/,
  );
  expect(page.url()).toBe(addressBefore);
  expect(await clipboard(session)).toMatch(/^Jane Doe 様[\s\S]+Robin Berg$/);
});

test('a reseller’s hand-off: saved as a file, noted on the record, opened by the provider as a draft', async ({
  session,
}, info) => {
  await changeSettings(session, reseller);
  const [page, panel] = await panelWithDraft(session, 'agreement');
  await panel.tab('panel.page.record').click();
  const number = await panel.save();
  await panel.tab('panel.page.guide').click();
  await panel.button('guide.handOff.prepare').click();
  await expect(panel.root.getByText(t('guide.handOff.complete'))).toBeVisible();

  const saving = page.waitForEvent('download');
  await panel.button('guide.handOff.saveFile').click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(
    new RegExp(
      `^countersign-hand-off-${number}-\\d{4}-\\d\\d-\\d\\d-\\d+(-[0-9a-f]{4}){4}\\.json$`,
    ),
  );
  const file = info.outputPath('hand-off.json');
  await download.saveAs(file);
  expect(await readFile(file, 'utf8')).toContain(customer.email);

  const mark = panel.button('guide.handOff.mark.submit');
  await mark.scrollIntoViewIfNeeded();
  // The panel refuses a click until the button was wholly visible for 600 ms (use-visible-gate.ts).
  await expect(async () => {
    await mark.click({ timeout: 2_000 });
    await expect(mark).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await expect(panel.root.getByText(new RegExp(`^Written into ${number}`))).toBeVisible();

  await changeSettings(session, {
    partnerType: 'indirect-provider',
    recorderName: 'Ada Stern',
    role: 'admin-agent',
  });
  const backup = await session.openOwnPage('dashboard.html#/backup');
  await backup.locator('input[type="file"]').setInputFiles(file);
  await expect(
    backup.getByRole('heading', { name: t('guide.handOff.import.title') }),
  ).toBeVisible();
  await expect(backup.getByText('Made by Robin Berg')).toBeVisible();
  expect(await serious(backup)).toEqual([]);
  await backup.getByRole('button', { name: t('guide.handOff.import.submit') }).click();
  await expect(backup).toHaveURL(/#\/draft\//);
  const form = panelIn(backup);
  await expect(form.field('email')).toHaveValue(customer.email);
  await expect(form.field('recordedBy')).toHaveValue('Ada Stern');
  await expect(form.field('evidenceNote')).toHaveValue(new RegExp(`Robin Berg.+${number}`));
});

test('an acceptance link in the evidence is warned of while it is typed, and never kept', async ({
  session,
}) => {
  const secret = 'deadbeef-0000-4000-8000-000000000001';
  const [, panel] = await panelWithDraft(session, 'agreement');
  await panel.tab('panel.page.record').click();
  const link = `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`;
  await panel.fill({ evidenceNote: `Sent ${link}` });
  await expect(panel.root.getByText(t('record.problem.acceptance-link'))).toBeVisible();
  await panel.save();
  const history = await session.openOwnPage('dashboard.html#/');
  await history.getByRole('link', { name: customer.companyName }).click();
  await expect(history.getByText('Sent https://cdn.partner.microsoft.com/mca/•••')).toBeVisible();
  await expect(history.locator('body')).not.toContainText(secret);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ sessionOptions: { colorScheme } });

    test('axe: the open letter, the open hand-off, and both at 320 px', async ({ session }) => {
      await changeSettings(session, { ...reseller, partnerType: 'direct-bill' });
      const [, panel] = await panelWithDraft(session, 'agreement');
      await openLetter(panel.root, 'send-link');
      await panel.button('guide.letter.copyBody').click();
      await expect(panel.root.getByText(t('common.copied'), { exact: true })).toBeVisible();
      expect(await seriousInFrame(panel.root as Frame)).toEqual([]);
      await panel.tab('panel.page.record').click();
      await panel.save();

      await changeSettings(session, reseller);
      const history = await session.openOwnPage('dashboard.html#/');
      await history.getByRole('link', { name: customer.companyName }).click();
      await history.getByRole('button', { name: t('guide.handOff.prepare') }).click();
      await expect(history.getByText(t('guide.handOff.complete'))).toBeVisible();
      expect(await serious(history)).toEqual([]);
      await history.setViewportSize({ width: 320, height: 800 });
      expect(await overflow(history)).toBeLessThanOrEqual(0);

      const popup = await session.openPopup(history);
      await popup.setViewportSize({ width: 320, height: 800 });
      await popup.getByRole('combobox').fill('13605');
      await popup.getByRole('option').first().click();
      await popup.locator('summary', { hasText: t('guide.road.direct') }).click();
      await openLetter(popup, 'ask-direct');
      expect(await serious(popup)).toEqual([]);
      expect(await overflow(popup)).toBeLessThanOrEqual(0);
    });
  });
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
