import type { Frame, Page } from '@playwright/test';
import type { CaseId, StepId } from '../../lib/domain/guide/guide';
import { customerAccountUrl, directAcceptanceUrl } from '../../lib/domain/guide/guide-links';
import type { PartnerType, Settings } from '../../lib/domain/settings';
import type { StringKey } from '../../lib/strings';
import { ids } from '../demo/scenery.js';
import { expect, test } from './fixtures.ts';
import { openPanel, panelIn } from './panel.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// From each of the demo's pages and from the popup to the right steps, for each kind of partner.

const t = (key: StringKey, values?: Record<string, string | number>) => stringOf('en', key, values);

const notice =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';
const invitation = `https://admin.microsoft.com/AdminPortal/Home?invType=ResellerRelationship&partnerId=${ids.partner}&msppId=0#/partners/invitation`;

const attesting: StepId[] = [
  'check-account',
  'record-signer',
  'create-attestation',
  'send-link',
  'customer-accepts',
  'create-agreement',
  'verify',
];
const handingOver: StepId[] = [
  'check-account',
  'collect-evidence',
  'hand-to-provider',
  'provider-attests',
  'ask-provider-done',
];
const directly: StepId[] = [
  'find-type',
  'check-account',
  'ask-direct',
  'accept-directly',
  'verify',
  'push-order',
];

type Road = { steps: StepId[]; other: 'direct' | 'attest'; profile: Partial<Settings> };
const roads: Record<PartnerType, Road> = {
  'direct-bill': { steps: attesting, other: 'direct', profile: { role: 'admin-agent' } },
  'indirect-provider': { steps: attesting, other: 'direct', profile: { role: 'sales-agent' } },
  'indirect-reseller': { steps: handingOver, other: 'direct', profile: { role: 'admin-agent' } },
  unsure: { steps: directly, other: 'attest', profile: { role: 'other' } },
};

for (const [partnerType, road] of Object.entries(roads) as [PartnerType, Road][]) {
  /** The last step is the order; with a new partner, the relationship is looked at before it. */
  const stepsFor = (caseId: CaseId): StepId[] => {
    if (partnerType === 'unsure') return road.steps;
    const relationship: StepId[] = caseId === 'new-partner' ? ['check-relationship'] : [];
    return [...road.steps, ...relationship, 'push-order'];
  };

  test(`${partnerType}: every page of the demo leads to the right steps`, async ({ session }) => {
    await changeSettings(session, { partnerType, ...road.profile });
    for (const [route, caseId] of [
      ['agreement', 'existing-partner'],
      ['new-partner', 'new-partner'],
      ['new-indirect-partner', 'new-partner'],
      ['checkout', 'existing-partner'],
    ] as const) {
      const page = await session.openDemo(route);
      const panel = await openPanel(page);
      await expect(panel.case(`guide.case.${caseId}.title`)).toBeVisible();
      await expectSteps(panel.root, stepsFor(caseId), road.other);
      await page.close();
    }
  });

  test(`${partnerType}: the popup leads to the same steps`, async ({ session }) => {
    await changeSettings(session, { partnerType, ...road.profile });
    const popup = await session.openPopup(await session.openDemo('billing'));
    for (const [asked, caseId] of [
      [notice, 'existing-partner'],
      ['13605', 'existing-partner'],
      [invitation, 'new-partner'],
    ] as const) {
      await popup.getByRole('combobox').fill(asked);
      await popup.getByRole('option').first().click();
      if (asked === invitation) await answer(popup, 'popup.seesNotice');
      else {
        await answer(popup, 'panel.question.bought-through-us');
        // The question has gone with its buttons; the keyboard has not.
        await expect(popup.locator('#case-title')).toBeFocused();
      }
      await expect(
        popup.getByRole('heading', { name: t(`guide.case.${caseId}.title`) }),
      ).toBeVisible();
      await expectSteps(popup, stepsFor(caseId), road.other);
      await popup.keyboard.press('Escape');
      await expect(popup.getByRole('combobox')).toBeFocused();
    }
  });
}

test('the links open the right pages: the customer’s account, direct acceptance, the agreement’s text', async ({
  session,
}) => {
  await changeSettings(session, { partnerType: 'direct-bill', role: 'admin-agent' });
  const panel = await openPanel(await session.openDemo('agreement'));
  const link = (key: StringKey) => panel.root.getByRole('link', { name: t(key) }).first();
  await expect(link('guide.link.partner-center')).toHaveAttribute(
    'href',
    'https://partner.microsoft.com/dashboard',
  );
  await expect(link('guide.link.agreement-text')).toHaveAttribute(
    'href',
    'https://www.microsoft.com/licensing/docs/customeragreement',
  );
  await panel.root.getByText(t('guide.road.direct')).click();
  await expect(link('guide.link.direct')).toHaveAttribute('href', directAcceptanceUrl);

  const popup = await session.openPopup(await session.openDemo('customer-account'));
  await popup.getByRole('combobox').fill(customerAccountUrl(ids.customer));
  await popup.getByRole('option').first().click();
  await expect(popup.getByRole('link', { name: t('guide.link.account') }).first()).toHaveAttribute(
    'href',
    customerAccountUrl(ids.customer),
  );
});

test('the first questions: short, put off or answered in two steps, kept through a redrawn panel', async ({
  session,
}) => {
  const page = await session.openDemo('agreement');
  expect(session.context.pages().filter((tab) => tab.url().startsWith('chrome-extension'))).toEqual(
    [],
  );
  const panel = await openPanel(page);
  const questions = panel.heading(t('panel.profile.title'));
  await expect(questions).toBeVisible();
  await panel.button('guide.profile.later').click();
  await expect(questions).toHaveCount(0);
  await expect(
    panel.root.getByText(
      t('guide.restsOn', {
        type: t('settings.partnerType.unsure'),
        role: t('settings.role.other'),
      }),
    ),
  ).toBeVisible();

  await panel.button('guide.restsOn.changeNamed').click();
  await panel.root
    .getByRole('radio', { name: t('settings.partnerType.indirect-reseller') })
    .click();
  await panel.root.getByLabel(t('panel.profile.role')).selectOption('sales-agent');
  await panel.button('guide.profile.next').click();
  const more = panel.heading(t('guide.profile.more.title'));
  await expect(more).toBeVisible();
  await panel.root.getByLabel(t('settings.providerName'), { exact: true }).fill('Nordlicht');
  const half = '99999999-8888-4777';
  const tenants = panel.root.getByLabel(t('settings.ownTenantIds'), { exact: true });
  await tenants.fill(half);

  await panel.button('panel.collapse').click();
  await panel.button('panel.expand').click();
  await panel.tab('panel.page.guide').click();
  await expect(more).toBeVisible();
  await expect(tenants).toHaveValue(half);
  await expect(panel.root.getByLabel(t('settings.providerName'), { exact: true })).toHaveValue(
    'Nordlicht',
  );
  await tenants.fill(`${half}-8666-555555555555`);
  await panel.root.getByLabel(t('settings.ownDomains'), { exact: true }).fill('fabrikam.example');
  await panel.button('panel.profile.done').click();
  await expect(more).toHaveCount(0);
  await expect(
    panel.steps.getByText(t('guide.step.hand-to-provider.named', { name: 'Nordlicht' })),
  ).toBeVisible();

  const settings = await session.openOwnPage('dashboard.html#/settings');
  await expect(settings.getByLabel(t('settings.ownTenantIds'), { exact: true })).toHaveValue(
    `${half}-8666-555555555555`,
  );
  await expect(settings.getByLabel(t('settings.ownDomains'), { exact: true })).toHaveValue(
    'fabrikam.example',
  );
  await expect(
    settings.getByRole('radio', { name: t('settings.partnerType.indirect-reseller') }),
  ).toBeChecked();
});

test('what a customer said is kept for the page, and taken back', async ({ session }) => {
  await changeSettings(session, { partnerType: 'direct-bill', role: 'admin-agent' });
  const page = await session.openDemo('agreement');
  const panel = await openPanel(page);
  await panel.root.getByText(t('guide.claim.open')).click();
  const chooser = panel.root.getByLabel(t('guide.claim.label'));
  await chooser.selectOption('auto-renewal');
  await expect(panel.case('guide.case.auto-renewal.title')).toBeVisible();
  await panel.button('panel.collapse').click();
  await panel.button('panel.expand').click();
  await expect(panel.case('guide.case.auto-renewal.title')).toBeVisible();
  await chooser.selectOption('');
  await expect(panel.case('guide.case.existing-partner.title')).toBeVisible();
});

test('a record begun from a look-up carries the scenario that was answered', async ({
  session,
}) => {
  await changeSettings(session, { partnerType: 'direct-bill', role: 'admin-agent' });
  const popup = await session.openPopup(await session.openDemo('billing'));
  await popup.getByRole('combobox').fill(notice);
  await popup.getByRole('option').first().click();
  await answer(popup, 'panel.question.bought-through-us');
  const opening = session.context.waitForEvent('page');
  await popup.getByRole('button', { name: t('panel.record') }).click();
  const form = panelIn(await opening);
  await expect(form.field('scenario')).toHaveValue('existing-partner');
});

test('a reseller gets the hand-off from an answer of the popup, before anything is recorded', async ({
  session,
}) => {
  await changeSettings(session, {
    partnerType: 'indirect-reseller',
    role: 'admin-agent',
    recorderName: 'Robin Berg',
    providerName: 'Nordlicht',
  });
  const popup = await session.openPopup(await session.openDemo('billing'));
  await popup.getByRole('combobox').fill('13605');
  await popup.getByRole('option').first().click();
  await popup.getByRole('button', { name: t('guide.handOff.prepare') }).click();
  await expect(popup.getByText(t('guide.handOff.fromKnown'))).toBeVisible();
  await expect(popup.getByRole('button', { name: t('guide.handOff.saveFile') })).toBeVisible();
  const opening = session.context.waitForEvent('page');
  await popup.getByRole('button', { name: t('guide.handOff.record') }).click();
  await expect(panelIn(await opening).field('recordedBy')).toHaveValue('Robin Berg');
});

async function expectSteps(root: Frame | Page, steps: StepId[], other: Road['other']) {
  const said = root.locator('.guide > .card > .steps > li .step-said');
  await expect(said).toHaveText(steps.map((id) => t(`guide.step.${id}` as StringKey)));
  await expect(root.getByText(t(`guide.road.${other}`), { exact: true })).toBeVisible();
}

async function answer(root: Page, question: StringKey): Promise<void> {
  const group = root.getByRole('group', { name: t(question) });
  await group.getByRole('button', { name: t('common.yes'), exact: true }).click();
}

async function changeSettings(session: Session, changes: Partial<Settings>): Promise<void> {
  const own = await session.openOwnPage('dashboard.html#/settings');
  await own.evaluate(
    (question) => chrome.runtime.sendMessage({ name: 'changeSettings', question }),
    {
      profileAsked: true,
      ...changes,
    },
  );
  await own.close();
}
