import type { JSX } from 'preact';
import { Problem } from '@/components/Problem';
import { inOneLine } from '@/components/spaced';
import { useAct } from '@/components/use-act';
import { useAsked } from '@/components/use-asked';
import { useWords } from '@/lib/i18n';
import { readBackup } from '@/lib/requests';
import type { Words } from '@/lib/words';
import { askToKeep } from '../use-keeping';

type Backup = Awaited<ReturnType<typeof readBackup.ask>>;

/** When everything was last exported, and whether the browser keeps what is here. */
export function BackupCard(): JSX.Element {
  const words = useWords();
  const { t, language } = words;
  const { value, error, again } = useAsked(() => readBackup.ask(), 'backup', [
    'trailChanged',
    'backup',
  ]);
  const room = useAsked(async () => navigator.storage?.estimate?.(), 'room', ['trailChanged']);
  const { busy, error: asking, act } = useAct();
  const { usage, quota } = room.value ?? {};
  const size = (bytes: number) => sizeText(bytes, language);

  return (
    <section class="card" aria-labelledby="backups">
      <h2 id="backups">{t('import.backup.title')}</h2>
      <Problem error={error} again={again} />
      {value && <p>{inOneLine([...saidOf(value, words), t('import.backup.rule')])}</p>}
      <h3>{t('import.keep.title')}</h3>
      {usage !== undefined && quota !== undefined && (
        <p>{t('import.keep.used', { used: size(usage), quota: size(quota) })}</p>
      )}
      {value && <p>{inOneLine([t(`import.keep.${value.persistence}`), t('import.keep.still')])}</p>}
      {value && value.persistence !== 'granted' && (
        <div>
          <button
            class="button"
            type="button"
            aria-disabled={busy}
            onClick={() =>
              void act(async () => {
                await askToKeep();
                again();
              })
            }
          >
            {t('import.keep.ask')}
          </button>
        </div>
      )}
      <Problem error={asking} />
    </section>
  );
}

function saidOf({ lastAt, newRecords }: Backup, { t, instant }: Words): string[] {
  if (!lastAt) return [t('import.backup.never')];
  const last = t('import.backup.last', { at: instant(lastAt) });
  const since =
    newRecords > 0 ? t('import.backup.new', { count: newRecords }) : t('import.backup.nothingNew');
  return [last, since];
}

/** A size in the largest unit of which there is one, as people read it. */
function sizeText(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step]!,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** step);
}
