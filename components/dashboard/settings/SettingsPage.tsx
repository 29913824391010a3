import type { JSX } from 'preact';
import { Problem } from '@/components/Problem';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { PageHead } from '../PageHead';
import { About } from './About';
import { PanelSettings } from './PanelSettings';
import { PartnerSettings } from './PartnerSettings';
import { ProfileSettings } from './ProfileSettings';
import { type Saving, useSaving } from './use-saving';
import { WatchedSites } from './WatchedSites';

/** What every group of settings is given: what stands, and how to change it. */
export type SettingsGroupProps = {
  settings: Settings;
  save: (changes: Partial<Settings>) => void;
};

/** Everything a person can choose, stored as it is chosen, and what this product is. */
export function SettingsPage(props: {
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  version: string;
}): JSX.Element {
  const { t } = useWords();
  const saving = useSaving(props.settings, props.change);
  const group = { settings: saving.shown, save: saving.save };
  return (
    <>
      <PageHead title={t('settings.title')} about={t('settings.about')} />
      <SavingStatus saving={saving} />
      <ProfileSettings {...group} />
      <PartnerSettings {...group} />
      <PanelSettings {...group} />
      <WatchedSites />
      <About version={props.version} />
    </>
  );
}

function SavingStatus({ saving }: { saving: Saving }): JSX.Element {
  const { t } = useWords();
  const { status, error, undo } = saving;
  if (status === 'failed') return <Problem error={error} />;
  return (
    <div class="row saving">
      <p role="status">{status !== 'idle' && t(`settings.status.${status}`)}</p>
      {undo && status === 'saved' && (
        <button class="link-button" type="button" onClick={undo}>
          {t('settings.undo')}
        </button>
      )}
    </div>
  );
}
