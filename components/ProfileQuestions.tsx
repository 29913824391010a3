import type { JSX } from 'preact';
import { partnerRoles, partnerTypes, type Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';

/** The short profile, asked once in the panel: who may attest depends on it. */
export function ProfileQuestions(props: {
  settings: Settings;
  onChange: (changes: Partial<Settings>) => void;
}): JSX.Element {
  const { settings, onChange } = props;
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="profile-title">
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
      <label class="field">
        <span class="label">{t('panel.profile.role')}</span>
        <select
          class="input"
          value={settings.role}
          onChange={(event) => onChange({ role: event.currentTarget.value as Settings['role'] })}
        >
          {partnerRoles.map((role) => (
            <option key={role} value={role}>
              {t(`settings.role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="label">{t('panel.profile.name')}</span>
        <input
          class="input"
          dir="auto"
          autoComplete="name"
          maxLength={300}
          value={settings.recorderName}
          onInput={(event) => onChange({ recorderName: event.currentTarget.value })}
        />
      </label>
      <div class="row">
        <button
          class="button button-primary"
          type="button"
          onClick={() => onChange({ profileAsked: true })}
        >
          {t('panel.profile.done')}
        </button>
        <span class="small soft">{t('panel.profile.later')}</span>
      </div>
    </section>
  );
}
