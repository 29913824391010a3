import type { ComponentChildren, JSX } from 'preact';
import { aged } from '@/lib/domain/facts';
import type { Finding } from '@/lib/domain/look-up';
import { useWords } from '@/lib/i18n';
import { FactList } from '../FactList';

/** What is known of a finding: cause, what to do, source and date; or what each part of a link means. */
export function Explanation({ finding }: { finding: Finding }): JSX.Element | null {
  const { t, say, day } = useWords();
  const today = new Date().toISOString().slice(0, 10);
  switch (finding.kind) {
    case 'entry': {
      const { entry } = finding;
      const source = entry.source;
      return (
        <dl class="entry">
          {entry.code && (
            <Line term={t('popup.entry.code')}>
              <span class="mono" dir="ltr">
                {entry.code}
                {entry.http ? ` (HTTP ${entry.http})` : ''}
              </span>
            </Line>
          )}
          <Line term={t('popup.entry.seenAt')}>{say(entry.seenAt)}</Line>
          <Line term={t('popup.entry.cause')}>{say(entry.cause)}</Line>
          <Line term={t('popup.entry.toDo')}>{say(entry.toDo)}</Line>
          {!entry.aboutAgreement && (
            <Line term={t('popup.entry.note')}>{t('popup.entry.lookAlike')}</Line>
          )}
          <Line term={t('popup.entry.source')}>
            {entry.sourceUrl ? (
              <a href={entry.sourceUrl} target="_blank" rel="noreferrer noopener">
                {source}
              </a>
            ) : (
              source
            )}{' '}
            · {day(entry.date)} · {t(`common.grade.${entry.grade}`)}
          </Line>
        </dl>
      );
    }
    case 'topic':
      return (
        <>
          {finding.body.map((said) => (
            <p key={said.key}>{say(said)}</p>
          ))}
          <FactList facts={aged(finding.facts, today)} />
        </>
      );
    case 'address':
      return (
        <>
          <p class="mono small" dir="ltr">
            {finding.shown}
          </p>
          {finding.reading.parameters.length > 0 && (
            <dl class="entry">
              {finding.reading.parameters.map(({ name, value, meaning }) => (
                <Line key={name} term={name}>
                  <span class="mono" dir="ltr">
                    {value}
                  </span>
                  <span class="soft"> – {t(meaning)}</span>
                </Line>
              ))}
            </dl>
          )}
        </>
      );
    default:
      return null;
  }
}

function Line(props: { term: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt class="small soft strong">{props.term}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
