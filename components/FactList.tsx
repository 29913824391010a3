import type { JSX } from 'preact';
import { type AgedFact, gatheredUntil, type Source } from '@/lib/domain/guide/facts';
import { useWords, type Words } from '@/lib/i18n';

/** Facts with date, source and how well they are supported; what is older than a year is marked. */
export function FactList({ facts }: { facts: AgedFact[] }): JSX.Element {
  const { t, say, day } = useWords();
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>{say(fact.said)}</p>
          <p class="small soft">
            {factDay(fact.date, { t, day })} · {t(`common.grade.${fact.grade}`)} ·{' '}
            {fact.sourceUrl ? (
              <a href={fact.sourceUrl} target="_blank" rel="noreferrer noopener" dir="auto">
                {sourceName(fact.source, say)}
              </a>
            ) : (
              <span dir="auto">{sourceName(fact.source, say)}</span>
            )}
            {fact.isOld && <span class="old"> · {t('panel.oldFact')}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The day of a source; of one without a day, that it was so when the facts were gathered. */
export function factDay(date: string, { t, day }: Pick<Words, 't' | 'day'>): string {
  return date === gatheredUntil ? t('guide.asOf', { day: day(date) }) : day(date);
}

/** What a source is called: a page by its own name, others in words. */
export function sourceName(source: Source, say: Words['say']): string {
  return typeof source === 'string' ? source : say(source);
}
