import type { JSX } from 'preact';
import { Field } from '@/components/Field';
import { clouds } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { LinesField } from '../LinesField';
import { readDomain, readTenantId } from '../read-lines';
import { Choices } from './Choices';
import type { SettingsGroupProps } from './SettingsPage';

/** The partner's company: tenant ids, domains, cloud, and the provider that a reseller hands over to. */
export function PartnerSettings({ settings, save }: SettingsGroupProps): JSX.Element {
  const { t } = useWords();
  const mayHaveProvider =
    settings.partnerType === 'indirect-reseller' || settings.partnerType === 'unsure';
  return (
    <section class="card" aria-labelledby="settings-partner">
      <h2 id="settings-partner">{t('settings.partner')}</h2>
      <Field
        label={t('certificate.partnerName')}
        hint={t('certificate.partnerName.hint')}
        value={settings.partnerName}
        onInput={(name) => save({ partnerName: name.slice(0, 300) })}
      />
      <div class="grid-wide">
        <LinesField
          label={t('settings.ownTenantIds')}
          hint={t('settings.ownTenantIds.hint')}
          lines={settings.ownTenantIds}
          read={readTenantId}
          problem="settings.ownTenantIds.problem"
          onLines={(ownTenantIds) => save({ ownTenantIds })}
        />
        <LinesField
          label={t('settings.ownDomains')}
          hint={t('settings.ownDomains.hint')}
          lines={settings.ownDomains}
          read={readDomain}
          problem="settings.ownDomains.problem"
          onLines={(ownDomains) => save({ ownDomains })}
        />
      </div>
      {mayHaveProvider && (
        <div class="grid-wide">
          <Field
            label={t('settings.providerName')}
            hint={t('settings.providerName.hint')}
            value={settings.providerName}
            onInput={(name) => save({ providerName: name.slice(0, 300) })}
          />
          <Field
            label={t('settings.providerEmail')}
            type="email"
            value={settings.providerEmail}
            warning={
              settings.providerEmail && !/^\S+@\S+\.\S+$/.test(settings.providerEmail.trim())
                ? t('settings.providerEmail.problem')
                : undefined
            }
            onInput={(mail) => save({ providerEmail: mail.slice(0, 300) })}
          />
        </div>
      )}
      <Choices
        label={t('settings.cloud')}
        value={settings.cloud}
        options={clouds.map((value) => ({
          value,
          label: t(`settings.cloud.${value}`),
          about: t(`settings.cloud.${value}.hint`),
        }))}
        onChoose={(cloud) => save({ cloud })}
      />
    </section>
  );
}
