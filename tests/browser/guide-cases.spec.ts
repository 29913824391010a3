import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type CaseId, type Claim, caseIds } from '../../lib/domain/guide/guide';
import type { Settings } from '../../lib/domain/settings';
import { ids } from '../demo/scenery.js';
import { serious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { panelIn } from './panel.ts';
import type { Session } from './session.ts';
import { type InterfaceLanguage, stringOf } from './strings.ts';

// Every case of the guide, drawn in the panel and in the popup, in both languages: the right one, no wider than 320 px,
// clean for axe, and every control within reach of the keyboard.
//
// GUIDE_SHOTS=<folder> keeps a picture of each; GUIDE_LOOK=dark or mirrored draws them so.

const admin = 'https://admin.microsoft.com/AdminPortal/Home';
const invitation = `${admin}?invType=ResellerRelationship&partnerId=${ids.partner}&msppId=0#/partners/invitation`;
const notice =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';

const acceptanceHost = 'cdn.partner.microsoft.com';
const acceptanceLink = `https://${acceptanceHost}/mca/?attestationid=deadbeef-0000-4000-8000-000000000001`;

type Way = {
  case: CaseId;
  /** In the panel: which page of the demo, and what the person says about it. */
  panel: { route: string; claim?: Claim };
  /** In the popup: what is looked up, and what the person answers. */
  popup: { ask: string; sees?: 'yes'; answer?: 'yes' };
  settings?: Partial<Settings>;
};

const ways: Way[] = [
  {
    case: 'existing-partner',
    panel: { route: 'agreement' },
    popup: { ask: notice, answer: 'yes' },
  },
  {
    case: 'new-partner',
    panel: { route: 'new-partner' },
    popup: { ask: invitation, sees: 'yes' },
    settings: { partnerType: 'indirect-provider', role: 'sales-agent' },
  },
  {
    case: 'either-scenario',
    panel: { route: 'billing', claim: 'notice-reported' },
    popup: { ask: '13605' },
    settings: { partnerType: 'unsure', role: 'other' },
  },
  {
    case: 'direct-possible',
    panel: { route: 'billing', claim: 'first-purchase' },
    popup: { ask: 'the customer has never bought anything' },
  },
  {
    case: 'already-attested',
    panel: { route: 'agreement', claim: 'already-attested' },
    popup: { ask: '600061' },
  },
  {
    case: 'acceptance-too-old',
    panel: { route: 'agreement', claim: 'acceptance-too-old' },
    popup: { ask: 're-acceptance' },
    settings: { partnerType: 'indirect-reseller', role: 'sales-agent' },
  },
  {
    case: 'auto-renewal',
    panel: { route: 'billing', claim: 'auto-renewal' },
    popup: { ask: 'auto-renewal' },
  },
  {
    case: 'delegated-admin',
    panel: { route: 'delegated-admin' },
    popup: { ask: `${admin}?invType=Administration&partnerId=${ids.partner}#/partners/invitation` },
  },
  {
    case: 'gdap',
    panel: { route: 'billing', claim: 'gdap' },
    popup: { ask: 'gdap' },
  },
  {
    case: 'partner-agreement',
    panel: { route: 'billing', claim: 'partner-agreement' },
    popup: { ask: '900124' },
  },
  {
    case: 'offer-attestation',
    panel: { route: 'billing', claim: 'offer-attestation' },
    popup: { ask: '10012' },
  },
  {
    case: 'partner-on-record',
    panel: { route: 'billing', claim: 'partner-on-record' },
    popup: { ask: '900206' },
  },
  {
    case: 'cloud-agreement',
    panel: { route: 'billing', claim: 'cloud-agreement' },
    popup: { ask: 'microsoft cloud agreement' },
  },
  {
    case: 'excluded-cloud',
    panel: { route: 'agreement' },
    popup: { ask: '13605' },
    settings: { cloud: 'us-government' },
  },
  {
    case: 'relationship-missing',
    panel: { route: 'billing', claim: 'relationship-missing' },
    popup: { ask: '20002' },
  },
  {
    case: 'not-ours',
    panel: { route: 'new-partner' },
    popup: { ask: invitation, sees: 'yes' },
    settings: { ownTenantIds: ['99999999-8888-4777-8666-555555555555'] },
  },
  {
    case: 'acceptance-page',
    panel: { route: 'acceptance' },
    popup: {
      ask: acceptanceLink,
    },
  },
  {
    case: 'customer-account',
    panel: { route: 'customer-account' },
    popup: { ask: `https://partner.microsoft.com/dashboard/v2/customers/${ids.customer}/account` },
  },
  {
    case: 'no-notice',
    panel: { route: 'billing' },
    popup: { ask: 'https://admin.microsoft.com/AdminPortal/Home#/users' },
  },
];

test('every case is drawn', () => {
  expect(ways.map((way) => way.case).sort()).toEqual([...caseIds].sort());
});

const looks = {
  dark: process.env.GUIDE_LOOK === 'dark',
  mirrored: process.env.GUIDE_LOOK === 'mirrored',
};
const shots = process.env.GUIDE_SHOTS;

for (const language of ['en', 'zh-TW'] as const) {
  test.describe(language, () => {
    test.use({
      sessionOptions: {
        colorScheme: looks.dark ? 'dark' : 'light',
        allowedOnce: [acceptanceHost],
      },
    });
    test.skip(looks.mirrored && language !== 'en', 'mirrored is English');

    for (const [index, chunk] of chunksOf(ways, 5).entries()) {
      test(`panel ${index + 1}: ${chunk.map((way) => way.case).join(', ')}`, async ({
        session,
      }) => {
        test.setTimeout(180_000);
        for (const way of chunk) await drawPanel(session, way, language);
      });

      test(`popup ${index + 1}: ${chunk.map((way) => way.case).join(', ')}`, async ({
        session,
      }) => {
        test.setTimeout(180_000);
        for (const way of chunk) await drawPopup(session, way, language);
      });
    }
  });
}

async function drawPanel(session: Session, way: Way, language: InterfaceLanguage): Promise<void> {
  await settle(session, way, language);
  const tab = await openRoute(session, way.panel.route, language);
  const page = await session.openOwnPage('panel.html');
  await page.setViewportSize({ width: 400, height: 900 });
  // The side panel shows its window's current tab.
  await tab.bringToFront();
  await page.reload();
  if (way.panel.claim) {
    const chooser = page.locator('.guide select');
    // Folded away where the page itself says something.
    await chooser.evaluate((list) => list.closest('details')?.setAttribute('open', ''));
    await chooser.selectOption(way.panel.claim);
  }
  await expectCase(page, way, language);
  await check(page, `panel-${way.case}`, language);
  await page.close();
  await tab.close();
}

async function drawPopup(session: Session, way: Way, language: InterfaceLanguage): Promise<void> {
  await settle(session, way, language);
  const tab = await session.openDemo('billing');
  const page = await session.openPopup(tab);
  const t = panelIn(page, language).t;
  await page.getByRole('combobox').fill(way.popup.ask);
  await page.getByRole('option').first().click();
  const question = (name: string) => page.getByRole('group', { name });
  const say = (name: string, answer: 'yes' | 'no') =>
    question(name)
      .getByRole('button', { name: t(`common.${answer}`), exact: true })
      .click();
  if (way.popup.sees && !looks.mirrored) await say(t('popup.seesNotice'), way.popup.sees);
  if (way.popup.answer && !looks.mirrored)
    await say(t('panel.question.bought-through-us'), way.popup.answer);
  await expectCase(page, way, language);
  await check(page, `popup-${way.case}`, language);
  await page.close();
  await tab.close();
}

/** A page of the demo; or Microsoft's acceptance page, which is read only where the person has added its site. */
async function openRoute(
  session: Session,
  route: string,
  language: InterfaceLanguage,
): Promise<Page> {
  if (route !== 'acceptance') return session.openDemo(route);
  const settings = await session.openOwnPage('dashboard.html#/settings');
  const t = panelIn(settings, language).t;
  if (!looks.mirrored) {
    await settings.getByLabel(t('hosts.add')).fill(`https://${acceptanceHost}/`);
    await settings.getByRole('button', { name: t('hosts.add.do') }).click();
    await expect(settings.getByText(acceptanceHost, { exact: true })).toBeVisible();
  }
  await settings.close();
  const tab = await session.context.newPage();
  await tab.route(`https://${acceptanceHost}/**`, (request) =>
    request.fulfill({ contentType: 'text/html', body: '<title>Agreement</title><p>Accept' }),
  );
  await tab.goto(acceptanceLink);
  return tab;
}

async function settle(session: Session, way: Way, language: InterfaceLanguage): Promise<void> {
  const question: Partial<Settings> = {
    language: looks.mirrored ? 'ar-XB' : language,
    profileAsked: true,
    partnerType: 'direct-bill',
    role: 'admin-agent',
    cloud: 'public',
    ownTenantIds: [],
    ...way.settings,
  };
  const own = await session.openOwnPage('dashboard.html#/settings');
  await own.evaluate(
    (question) => chrome.runtime.sendMessage({ name: 'changeSettings', question }),
    question,
  );
  await own.close();
}

async function expectCase(page: Page, way: Way, language: InterfaceLanguage): Promise<void> {
  const title = stringOf(language, `guide.case.${way.case}.title`);
  if (looks.mirrored) await expect(page.locator('#case-title')).toBeVisible();
  else await expect(page.locator('#case-title'), way.case).toHaveText(title);
  await expect(page.locator('.steps > li').first()).toBeVisible();
}

/**
 * No wider than 320 px with everything unfolded; in one language also clean for axe and every control reached by
 * Tab: what those look at is the same in every language, and walking 38 pages takes minutes.
 */
async function check(page: Page, way: string, language: InterfaceLanguage): Promise<void> {
  const name = `${way}-${language}`;
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
  if (language === 'en') expect(await serious(page), name).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, name).toBeLessThanOrEqual(0);
  if (shots && process.env.GUIDE_UNFOLDED) {
    await page.screenshot({ path: join(shots, `${name}-320.png`), fullPage: true });
  }
  if (language === 'en') expect(await unreachable(page), name).toEqual([]);
}

/** Controls that Tab does not come by, walking the page once round. */
async function unreachable(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const controls = 'button, a[href], input, select, textarea, summary, [role="tab"]';
    const all = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      // In a row of tabs the arrows lead on, so only the chosen one is a stop.
      (control) => control.checkVisibility() && control.getAttribute('aria-selected') !== 'false',
    );
    const missed = new Set(all);
    document.addEventListener('focusin', ({ target }) => missed.delete(target as HTMLElement));
    (document.activeElement as HTMLElement | null)?.blur();
    Object.assign(window, { missed });
    return all.length;
  });
  for (let presses = 0; presses < count + 6; presses++) await page.keyboard.press('Tab');
  return page.evaluate(() =>
    [...(Reflect.get(window, 'missed') as Set<HTMLElement>)].map(({ outerHTML }) =>
      outerHTML.slice(0, 120),
    ),
  );
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
