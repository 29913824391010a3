import type { JSX } from 'preact';
import type { AgedFact } from '@/lib/domain/facts';
import { useWords } from '@/lib/i18n';

/** Facts with date, source and how well they are supported; what is older than a year is marked. */
export function FactList({ facts }: { facts: AgedFact[] }): JSX.Element {
  const { t, say, day } = useWords();
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>{say(fact.said)}</p>
          <p class="small soft">
            {day(fact.date)} · {t(`common.grade.${fact.grade}`)} ·{' '}
            {fact.sourceUrl ? (
              <a href={fact.sourceUrl} target="_blank" rel="noreferrer noopener" dir="ltr">
                {fact.source}
              </a>
            ) : (
              <span dir="auto">{fact.source}</span>
            )}
            {fact.isOld && <span class="old"> · {t('panel.oldFact')}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
