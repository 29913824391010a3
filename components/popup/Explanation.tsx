import type { ComponentChildren, JSX } from 'preact';
import { aged, isOld } from '@/lib/domain/guide/facts';
import type { Finding } from '@/lib/domain/look-up/look-up';
import { useWords } from '@/lib/i18n';
import { FactList, factDay, sourceName } from '../FactList';
import { MaskedLink } from '../SecretField';

/** What is known of a finding: cause, what to do, source and date; or what each part of a link means. */
export function Explanation({
  finding,
  secret,
}: {
  finding: Finding;
  secret?: string | undefined;
}): JSX.Element | null {
  const { t, say, day } = useWords();
  const today = new Date().toISOString().slice(0, 10);
  switch (finding.kind) {
    case 'entry': {
      const { entry } = finding;
      return (
        <>
          <dl class="entry">
            <Line term={t('popup.entry.cause')}>{say(entry.cause)}</Line>
            <Line term={t('popup.entry.toDo')}>{say(entry.toDo)}</Line>
            {!entry.aboutAgreement && (
              <Line term={t('popup.entry.note')}>{t('popup.entry.lookAlike')}</Line>
            )}
          </dl>
          <div class="small soft">
            <p>
              {entry.code && (
                <span class="mono" dir="ltr">
                  {entry.code}
                  {entry.http ? ` (HTTP ${entry.http})` : ''}
                </span>
              )}
              {entry.code && ' · '}
              {say(entry.seenAt)}
            </p>
            <p>
              {entry.sourceUrl ? (
                <a href={entry.sourceUrl} target="_blank" rel="noreferrer noopener">
                  {sourceName(entry.source, say)}
                </a>
              ) : (
                sourceName(entry.source, say)
              )}{' '}
              · {factDay(entry.date, { t, day })} · {t(`common.grade.${entry.grade}`)}
              {isOld(entry, today) && <span class="old"> · {t('panel.oldFact')}</span>}
            </p>
          </div>
        </>
      );
    }
    case 'topic':
      return (
        <>
          {finding.body.map((said) => (
            <p key={said.key}>{say(said)}</p>
          ))}
          {finding.claim ? (
            // The guide that follows comes first.
            <details>
              <summary>{t('panel.sources', { count: finding.facts.length })}</summary>
              <FactList facts={aged(finding.facts, today)} />
            </details>
          ) : (
            <FactList facts={aged(finding.facts, today)} />
          )}
        </>
      );
    case 'address':
      return (
        <>
          {finding.reading.kind === 'acceptance-link' ? (
            <MaskedLink masked={finding.shown} link={secret} />
          ) : (
            <p class="mono small" dir="ltr">
              {finding.shown}
            </p>
          )}
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
