import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { clouds, partnerRoles, partnerTypes, type Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { LinesField } from './dashboard/LinesField';
import { readDomain, readTenantId } from './dashboard/read-lines';
import { Field } from './Field';

type ProfileProps = { settings: Settings; onChange: (changes: Partial<Settings>) => void };

/**
 * The short profile, asked once in the panel: first who the person is, because the steps depend on it, then what
 * helps and may be left out. Every answer is stored as it is given, and so is how far the questions have come.
 */
export function ProfileQuestions(props: ProfileProps): JSX.Element {
  const { settings } = props;
  const card = useRef<HTMLElement>(null);
  const first = useRef(settings.profileStep);
  // The button that led on is gone: the keyboard goes on where the questions do.
  useEffect(() => {
    if (settings.profileStep !== first.current) card.current?.focus();
    first.current = settings.profileStep;
  }, [settings.profileStep]);
  return (
    <section class="card" aria-labelledby="profile-title" ref={card} tabIndex={-1}>
      {settings.profileStep === 'you' ? <You {...props} /> : <Company {...props} />}
    </section>
  );
}

function You({ settings, onChange }: ProfileProps): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <div class="stack-tight">
        <h2 id="profile-title">{t('panel.profile.title')}</h2>
        <p class="soft">{t('panel.profile.why')}</p>
      </div>
      <fieldset class="question">
        <legend>{t('panel.profile.type')}</legend>
        <div class="radios">
          {partnerTypes.map((type) => (
            <label key={type} class="radio">
              <input
                type="radio"
                name="partner-type"
                checked={settings.partnerType === type}
                onChange={() => onChange({ partnerType: type })}
              />
              <span>
                {t(`settings.partnerType.${type}`)}
                <span class="small soft block">{t(`settings.partnerType.${type}.hint`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={t('panel.profile.role')}
        value={settings.role}
        hint={t(`settings.role.${settings.role}.hint`)}
        options={partnerRoles.map((value) => ({ value, label: t(`settings.role.${value}`) }))}
        onInput={(role) => onChange({ role: role as Settings['role'] })}
      />
      <Onward
        main={t('guide.profile.next')}
        onMain={() => onChange({ profileStep: 'company' })}
        other={t('guide.profile.later')}
        onOther={() => onChange({ profileAsked: true })}
      />
    </>
  );
}

function Company({ settings, onChange }: ProfileProps): JSX.Element {
  const { t } = useWords();
  const done = () => onChange({ profileAsked: true, profileStep: 'you' });
  const mayHaveProvider =
    settings.partnerType === 'indirect-reseller' || settings.partnerType === 'unsure';
  return (
    <>
      <div class="stack-tight">
        <h2 id="profile-title">{t('guide.profile.more.title')}</h2>
        <p class="soft">{t('guide.profile.more.why')}</p>
      </div>
      <Field
        label={t('panel.profile.name')}
        autoComplete="name"
        maxLength={300}
        value={settings.recorderName}
        onInput={(recorderName) => onChange({ recorderName })}
      />
      {mayHaveProvider && (
        <>
          <Field
            label={t('settings.providerName')}
            hint={t('settings.providerName.hint')}
            maxLength={300}
            value={settings.providerName}
            onInput={(providerName) => onChange({ providerName })}
          />
          <Field
            label={t('settings.providerEmail')}
            type="email"
            maxLength={300}
            value={settings.providerEmail}
            warning={
              settings.providerEmail && !/^\S+@\S+\.\S+$/.test(settings.providerEmail.trim())
                ? t('settings.providerEmail.problem')
                : undefined
            }
            onInput={(providerEmail) => onChange({ providerEmail })}
          />
        </>
      )}
      <LinesField
        label={t('settings.ownTenantIds')}
        hint={t('settings.ownTenantIds.hint')}
        lines={settings.ownTenantIds}
        read={readTenantId}
        problem="settings.ownTenantIds.problem"
        rows={2}
        onLines={(ownTenantIds) => onChange({ ownTenantIds })}
      />
      <LinesField
        label={t('settings.ownDomains')}
        hint={t('settings.ownDomains.hint')}
        lines={settings.ownDomains}
        read={readDomain}
        problem="settings.ownDomains.problem"
        rows={2}
        onLines={(ownDomains) => onChange({ ownDomains })}
      />
      <Field
        label={t('settings.cloud')}
        hint={t('guide.profile.cloud.hint')}
        value={settings.cloud}
        options={clouds.map((value) => ({ value, label: t(`settings.cloud.${value}`) }))}
        onInput={(cloud) => onChange({ cloud: cloud as Settings['cloud'] })}
      />
      <Onward
        main={t('panel.profile.done')}
        onMain={done}
        other={t('popup.back')}
        onOther={() => onChange({ profileStep: 'you' })}
      />
    </>
  );
}

function Onward(props: {
  main: string;
  onMain: () => void;
  other: string;
  onOther: () => void;
}): JSX.Element {
  const { t } = useWords();
  return (
    <div class="stack-tight">
      <div class="row">
        <button class="button button-primary" type="button" onClick={props.onMain}>
          {props.main}
        </button>
        <button class="button" type="button" onClick={props.onOther}>
          {props.other}
        </button>
      </div>
      <span class="small soft">{t('panel.profile.later')}</span>
    </div>
  );
}
