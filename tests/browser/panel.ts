import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { QuestionId } from '../../lib/domain/guide/guide';
import type { AttestationField } from '../../lib/domain/record/attestation';
import type { PartnerType, Settings } from '../../lib/domain/settings';
import type { StringKey } from '../../lib/strings';
import { panelOf } from './session.ts';
import { type InterfaceLanguage, stringOf } from './strings.ts';

export type Panel = ReturnType<typeof panelIn>;

/** The panel docked in a page, by what a person sees in it. */
export async function openPanel(page: Page, language: InterfaceLanguage = 'en'): Promise<Panel> {
  return panelIn(await panelOf(page), language);
}

/** The same page wherever it stands: framed in a page, or in a tab or side panel of its own. */
export function panelIn(root: Frame | Page, language: InterfaceLanguage = 'en') {
  const t = (key: StringKey, values?: Record<string, string | number>) =>
    stringOf(language, key, values);
  const button = (key: StringKey): Locator =>
    root.getByRole('button', { name: t(key), exact: true });
  const heading = (name: string | RegExp): Locator => root.getByRole('heading', { name });
  const tab = (key: StringKey): Locator => root.getByRole('tab', { name: t(key), exact: true });

  return {
    root,
    t,
    button,
    heading,
    tab,
    /** The sentence found on the page, as the panel quotes it. */
    quote: root.getByRole('blockquote'),
    /** The case that the guide has decided on. */
    case: (key: StringKey): Locator => root.getByRole('region', { name: t(key), exact: true }),
    steps: root.getByRole('region', { name: t('panel.steps'), exact: true }),
    form: root.getByRole('form', { name: t('form.name'), exact: true }),

    async answerProfile(profile: {
      partnerType: PartnerType;
      role: Settings['role'];
      name: string;
    }): Promise<void> {
      const type = t(`settings.partnerType.${profile.partnerType}`);
      const choice = root.getByRole('radio', { name: type });
      // Not `check()`: the choice shows once the background has kept it.
      await choice.click();
      await expect(choice).toBeChecked();
      await root.getByLabel(t('panel.profile.role')).selectOption(profile.role);
      await button('guide.profile.next').click();
      await root.getByLabel(t('panel.profile.name')).fill(profile.name);
      await button('panel.profile.done').click();
      await expect(heading(t('guide.profile.more.title'))).toHaveCount(0);
    },

    async answer(question: QuestionId, answer: 'yes' | 'no' | 'unsure'): Promise<void> {
      const group = root.getByRole('group', { name: t(`panel.question.${question}`) });
      await group.getByRole('button', { name: t(`common.${answer}`), exact: true }).click();
    },

    field(name: AttestationField): Locator {
      const label = t(`record.field.${name}`).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      // A required field's label ends with a star that only eyes see.
      return root.getByLabel(new RegExp(`^${label}( \\*)?$`));
    },

    async fill(fields: Partial<Record<AttestationField, string>>): Promise<void> {
      for (const [name, value] of Object.entries(fields)) {
        const field = this.field(name as AttestationField);
        const isList = (await field.evaluate((element) => element.tagName)) === 'SELECT';
        await (isList ? field.selectOption(value) : field.fill(value));
      }
    },

    /** Every keystroke is kept: wait until the form says that the last one is. */
    async untilKept(): Promise<void> {
      const said = t('form.draft.kept', { at: '' });
      await expect(this.form.getByRole('status').first()).toContainText(said.trim().slice(0, 12));
    },

    /** To this page's unfinished draft; where it did not open by itself, by going on with it. */
    async resumeDraft(): Promise<void> {
      await tab('panel.page.record').click();
      const goOn = root.getByRole('button', { name: t('panel.unfinished.resume') });
      await expect(this.form.or(goOn.first())).toBeVisible();
      if (!(await this.form.isVisible())) await goOn.first().click();
    },

    /** Save, and give the record's number as the panel says it. */
    async save(): Promise<string> {
      // The panel refuses a click until it was wholly visible for 600 ms (use-visible-gate.ts).
      await button('form.save').scrollIntoViewIfNeeded();
      const [before = '', after = ''] = t('panel.saved.title', { number: '\n' }).split('\n');
      const saved = heading(new RegExp(`${before}\\S+${after}`));
      await expect(async () => {
        await button('form.save').click({ timeout: 2_000 });
        await expect(saved).toBeVisible({ timeout: 2_000 });
      }).toPass({ timeout: 15_000 });
      const title = (await saved.textContent()) ?? '';
      return title.slice(before.length, after ? -after.length : undefined).trim();
    },
  };
}
