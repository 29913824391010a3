import type { JSX } from 'preact';
import { facts } from '@/lib/domain/guide/facts';
import { useWords } from '@/lib/i18n';
import type { StringKey } from '@/lib/strings';

const privacy: readonly StringKey[] = [
  'settings.privacy.stays',
  'settings.privacy.reads',
  'settings.privacy.nobody',
  'settings.privacy.export',
];

/** The day until which the product's facts were gathered. */
const newestFact = facts
  .map(({ date }) => date)
  .toSorted()
  .at(-1)!;

/** What this is, whose it is not, how old its facts are, and what happens to what one types. */
export function About({ version }: { version: string }): JSX.Element {
  const { t, day } = useWords();
  return (
    <section class="card" aria-labelledby="settings-about">
      <h2 id="settings-about">{t('settings.aboutTitle')}</h2>
      <p>{t('settings.version', { version })}</p>
      <p>{t('common.independent')}</p>
      <p>{t('settings.factsAsOf', { day: day(newestFact) })}</p>
      <div class="stack-tight">
        <h3>{t('settings.privacy')}</h3>
        <ul class="bullets">
          {privacy.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
