import type { JSX } from 'preact';
import { Field } from '@/components/Field';
import { type LanguageChoice, partnerRoles, partnerTypes } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { Choices } from './Choices';
import type { SettingsGroupProps } from './SettingsPage';

/** The person: language, name, partner type and role. */
export function ProfileSettings({ settings, save }: SettingsGroupProps): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="settings-profile">
      <h2 id="settings-profile">{t('settings.profile')}</h2>
      <div class="grid-2">
        <Field
          label={t('settings.language')}
          value={settings.language}
          options={[
            { value: 'auto', label: t('settings.language.auto') },
            { value: 'en', label: 'English' },
            { value: 'zh-TW', label: '繁體中文' },
            ...(settings.language === 'ar-XB'
              ? [{ value: 'ar-XB', label: t('settings.language.mirrored') }]
              : []),
          ]}
          onInput={(language) => save({ language: language as LanguageChoice })}
        />
        <Field
          label={t('settings.recorderName')}
          hint={t('settings.recorderName.hint')}
          value={settings.recorderName}
          autoComplete="name"
          onInput={(name) => save({ recorderName: name.slice(0, 300) })}
        />
      </div>
      <Choices
        label={t('settings.partnerType')}
        hint={t('settings.partnerType.why')}
        value={settings.partnerType}
        options={partnerTypes.map((value) => ({
          value,
          label: t(`settings.partnerType.${value}`),
          about: t(`settings.partnerType.${value}.hint`),
        }))}
        onChoose={(partnerType) => save({ partnerType, profileAsked: true })}
      />
      <Choices
        label={t('settings.role')}
        hint={t('settings.role.why')}
        value={settings.role}
        options={partnerRoles.map((value) => ({
          value,
          label: t(`settings.role.${value}`),
          about: t(`settings.role.${value}.hint`),
        }))}
        onChoose={(role) => save({ role, profileAsked: true })}
      />
    </section>
  );
}
