import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { holdsMaskedLink, maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import {
  type AttestationField,
  acceptanceWays,
  longestLine,
  longestNote,
  scenarios,
} from '@/lib/domain/record/attestation';
import type { Problem } from '@/lib/domain/record/attestation-problems';
import { countries as countryCodes, languagesOf, nameOfCode } from '@/lib/domain/record/countries';
import type { Draft } from '@/lib/domain/record/draft';
import { partnerRoles } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { Field, type FieldProps } from './Field';

export type AttestationFormProps = {
  draft: Draft;
  problems: Problem[];
  /** After a try to save, problems of fields that nobody has touched are shown too. */
  showAll: boolean;
  /** Latest day that is today anywhere on earth, for the date picker. */
  latestDay: string;
  onInput: (field: AttestationField, value: string) => void;
  /** Being saved: what is typed now would not be part of it. */
  busy: boolean;
};

/** The form of an attestation: the fields Microsoft asks for, and what is worth keeping as evidence. */
export function AttestationForm(props: AttestationFormProps): JSX.Element {
  const { draft, problems, showAll, latestDay, onInput } = props;
  const { t, language } = useWords();
  const { fields } = draft;
  const countries = useMemo(() => countryOptions(language), [language]);
  const languageNames = useMemo(
    () => new Intl.DisplayNames(language, { type: 'language' }),
    [language],
  );

  const field = (name: AttestationField, more: Partial<FieldProps> = {}): JSX.Element => {
    const shown = problems.filter(
      (problem) => problem.field === name && (showAll || draft.touched.includes(name)),
    );
    const said = (severity: Problem['severity']) => {
      const found = shown.find((problem) => problem.severity === severity);
      return found && t(`record.problem.${found.code}`, found.values);
    };
    return (
      <Field
        name={name}
        label={t(`record.field.${name}`)}
        value={fields[name]}
        problem={said('blocks')}
        warning={
          holdsMaskedLink(fields[name]) ? t('record.problem.acceptance-link') : said('warns')
        }
        maxLength={name === 'evidenceNote' ? longestNote : longestLine}
        // An acceptance link is masked as it is pasted: neither the screen nor the draft holds it.
        onInput={(value) => onInput(name, maskAcceptanceLinks(value))}
        {...more}
      />
    );
  };

  const nothing = { value: '', label: t('form.choose') };
  const offered = languagesOf(fields.country);
  const languages = [...new Set([...offered, ...(fields.language ? [fields.language] : [])])];

  return (
    <fieldset class="stack plain" disabled={props.busy}>
      <fieldset class="group">
        <legend>{t('form.group.customer')}</legend>
        {field('companyName', { required: true, hint: t('form.hint.companyName') })}
        <div class="grid-2">
          {field('customerTenantId', { code: true, hint: t('form.hint.customerTenantId') })}
          {field('customerDomain', { code: true, hint: t('form.hint.customerDomain') })}
        </div>
        <div class="grid-2">
          {field('country', { options: [nothing, ...countries] })}
          {field('language', {
            options: [
              nothing,
              ...languages.map((tag) => ({
                value: tag,
                label: nameOfCode(tag, languageNames) ?? tag,
              })),
            ],
          })}
        </div>
      </fieldset>

      <fieldset class="group">
        <legend>{t('form.group.signer')}</legend>
        <p class="small soft">{t('form.group.signer.hint')}</p>
        <div class="grid-2">
          {field('firstName', { required: true })}
          {field('lastName', { required: true })}
        </div>
        {field('email', { required: true, type: 'email' })}
        <div class="grid-2">
          {field('phoneNumber', { type: 'tel' })}
          {field('signerRole')}
        </div>
      </fieldset>

      <fieldset class="group">
        <legend>{t('form.group.acceptance')}</legend>
        <div class="grid-2">
          {field('dateAgreed', { required: true, type: 'date', max: latestDay })}
          {field('acceptedHow', {
            options: [
              nothing,
              ...acceptanceWays.map((way) => ({ value: way, label: t(`record.way.${way}`) })),
            ],
          })}
        </div>
        {field('scenario', {
          options: scenarios.map((scenario) => ({
            value: scenario,
            label: t(`record.scenario.${scenario}`),
          })),
        })}
        {field('evidenceNote', { rows: 3, hint: t('form.hint.evidenceNote') })}
        {field('reference')}
      </fieldset>

      <fieldset class="group">
        <legend>{t('form.group.recorder')}</legend>
        <div class="grid-2">
          {field('recordedBy')}
          {field('recorderRole', {
            options: partnerRoles.map((role) => ({
              value: role,
              label: t(`settings.role.${role}`),
            })),
          })}
        </div>
      </fieldset>
    </fieldset>
  );
}

function countryOptions(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const compare = new Intl.Collator(language).compare;
  return countryCodes
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .sort((one, other) => compare(one.label, other.label));
}
