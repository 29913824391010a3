import type { JSX } from 'preact';
import { MessageBar } from '@/components/MessageBar';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import { useWords } from '@/lib/i18n';
import { putOffBackup, readBackup } from '@/lib/requests';
import { focusPageHead } from '../PageHead';

/** Says politely that it is time to export everything; nothing while it is not. */
export function BackupReminder(): JSX.Element | null {
  const { t } = useWords();
  const { value, again } = useAsked(() => readBackup.ask(), 'backup', ['trailChanged']);
  const { busy, act } = useAct();
  if (!value || value.reminder === 'none') return null;
  const later = () =>
    act(async () => {
      await putOffBackup.ask();
      focusPageHead();
      again();
    });
  return (
    <section aria-labelledby="backup-reminder">
      <MessageBar tone="info">
        <h2 id="backup-reminder" class="small-title">
          {t('import.remind.title')}
        </h2>
        <p>
          {value.reminder === 'records'
            ? t('import.remind.records', { count: value.newRecords })
            : t('import.remind.days')}
        </p>
        <div class="row">
          <a class="button" href="#/backup">
            {t('import.remind.go')}
          </a>
          <button
            class="button button-subtle"
            type="button"
            aria-disabled={busy}
            onClick={() => void later()}
          >
            {t('import.remind.later')}
          </button>
        </div>
      </MessageBar>
    </section>
  );
}
