import type { Page } from '@playwright/test';
import type { AttestationField, Scenario } from '../../lib/domain/record/attestation';
import { expect, test } from '../browser/fixtures.ts';
import { openPanel, type Panel } from '../browser/panel.ts';
import type { Session } from '../browser/session.ts';
import { type InterfaceLanguage, stringOf } from '../browser/strings.ts';
import { notices } from './notices.js';
import { customerDomain, ids, names } from './scenery.js';

// The main job from the notice on the page to the record in the history, seen by a person's eyes: each
// step is a sentence that must be seen to hold, and a picture.

type Run = { scenario: Exclude<Scenario, 'neither' | 'unknown'>; language: InterfaceLanguage };

const runs: Run[] = [
  { scenario: 'new-partner', language: 'en' },
  { scenario: 'existing-partner', language: 'en' },
  { scenario: 'new-partner', language: 'zh-TW' },
  { scenario: 'existing-partner', language: 'zh-TW' },
];

const signers = {
  en: { firstName: 'Morgan', lastName: 'Reyes', signerRole: 'Managing director' },
  'zh-TW': { firstName: '怡君', lastName: '林', signerRole: '總經理' },
};

for (const run of runs) {
  const { scenario, language } = run;
  const t = (key: Parameters<typeof stringOf>[1]) => stringOf(language, key);

  test.describe(() => {
    test.use({
      sessionOptions: {
        language: language === 'en' ? 'en-US' : language,
        viewport: { width: 1440, height: 900 },
      },
    });

    test(`${t(`guide.case.${scenario}.title`)} (${language})`, async ({ session }) => {
      const route = scenario === 'new-partner' ? 'new-partner' : 'agreement';
      const { step, shot } = steps(session, `${language}-${scenario}`);
      let page!: Page;
      let panel!: Panel;

      await step('the demo shows the notice where Accept should be', async () => {
        page = await session.openDemo(route, { lang: language });
        await expect(page.getByText(notices[language])).toBeVisible();
      });

      await step(
        `notice found on ${new URL(page.url()).host}, and quoted in the panel`,
        async () => {
          panel = await openPanel(page, language);
          await expect(panel.quote).toHaveText(notices[language]);
          await shot(page, 'notice');
        },
      );

      await step('two questions about the person, asked once', async () => {
        await panel.answerProfile({
          partnerType: 'direct-bill',
          role: 'admin-agent',
          name: language === 'en' ? 'Robin Vale' : '陳冠宇',
        });
      });

      await step(`the panel says: ${t(`guide.case.${scenario}.title`)}`, async () => {
        if (scenario === 'existing-partner') await panel.answer('bought-through-us', 'yes');
        await expect(panel.case(`guide.case.${scenario}.title`)).toBeVisible();
        await expect(panel.steps.getByRole('listitem').first()).toBeVisible();
        await shot(page, 'guide');
      });

      await step('the form is open, and what is typed is kept', async () => {
        await panel.button('panel.record').click();
        await expect(panel.field('scenario')).toHaveValue(scenario);
        await panel.fill(recordFields(language));
        await panel.untilKept();
        await shot(page, 'record');
      });

      await step('a closed tab loses nothing', async () => {
        await page.close();
        page = await session.openDemo(route, { lang: language });
        panel = await openPanel(page, language);
        await panel.resumeDraft();
        await expect(panel.field('companyName')).toHaveValue(names[language].customer);
        await expect(panel.field('email')).toHaveValue(recordFields(language).email!);
      });

      await step('the record is saved', async () => {
        await panel.save();
        await shot(page, 'saved');
      });

      await step('the history lists it', async () => {
        const history = await session.openOwnPage('dashboard.html');
        await expect(history.getByRole('row', { name: names[language].customer })).toBeVisible();
        await shot(history, 'history');
        await history.getByRole('link', { name: names[language].customer }).click();
        await expect(history.getByText(recordFields(language).reference!)).toBeVisible();
        await shot(history, 'history-record');
        await history.close();
      });

      await step('the popup finds it by the customer’s name', async () => {
        const popup = await session.openPopup(page);
        await popup
          .getByRole('combobox')
          .or(popup.getByRole('searchbox'))
          .first()
          .fill(names[language].customer);
        await expect(popup.getByText(names[language].customer).last()).toBeVisible();
        await shot(popup, 'popup');
        await popup.close();
      });

      await step('it is still there after the browser was killed', async () => {
        await session.killBrowser();
        const history = await session.openOwnPage('dashboard.html');
        await expect(history.getByRole('row', { name: names[language].customer })).toBeVisible();
      });
    });
  });
}

function recordFields(language: InterfaceLanguage): Partial<Record<AttestationField, string>> {
  return {
    companyName: names[language].customer,
    customerTenantId: ids.customer,
    customerDomain,
    country: language === 'en' ? 'GB' : 'TW',
    ...signers[language],
    email: `reyes@${customerDomain}`,
    dateAgreed: '2026-05-18',
    acceptedHow: 'e-mail',
    evidenceNote:
      language === 'en'
        ? 'Mail of 18 May 2026, kept in the ticket.'
        : '2026 年 5 月 18 日的電子郵件，已附於工單。',
    reference: 'T-20718',
  };
}

function steps(session: Session, name: string) {
  let pictures = 0;
  return {
    step: (title: string, body: () => Promise<void>) => test.step(title, body),
    async shot(page: Page, what: string): Promise<void> {
      pictures++;
      const path = await session.shoot(page, `${name}/${pictures}-${what}`);
      console.log(`    ${path.slice(path.indexOf('.demo'))}`);
    },
  };
}
