import type { JSX } from 'preact';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { useAsked } from '@/components/use-asked';
import type { BreakCode } from '@/lib/domain/trail-chain';
import { useWords } from '@/lib/i18n';
import { checkTrail } from '@/lib/requests';
import { Problem } from './Problem';

const breakCodes: readonly BreakCode[] = [
  'changed',
  'missing',
  'moved',
  'added',
  'unlinked',
  'foreign',
  'tail-missing',
  'rewritten',
];

/** Whether the trail is whole, checked now: unbroken since when, or where it breaks. */
export function TrailSeal(): JSX.Element | null {
  const { t, instant } = useWords();
  const asked = useAsked(() => checkTrail.ask(), 'trail', ['trailChanged']);
  const { value } = asked;
  if (asked.error !== undefined) return <Problem error={asked.error} again={asked.again} />;
  if (value === undefined) {
    return (
      <p class="row soft small">
        <span class="spinner" aria-hidden="true" />
        {t('history.seal.checking')}
      </p>
    );
  }
  if (value.problem) {
    const code = breakCodes.find((known) => known === value.problem?.code);
    return (
      <MessageBar tone="bad">
        <p class="strong">{t('history.seal.broken', { sequence: value.problem.sequence })}</p>
        {code && <p>{t(`history.seal.code.${code}`)}</p>}
        <p>{t('history.seal.brokenBody')}</p>
        <p class="small mono" dir="ltr">
          {value.problem.code} · {value.problem.writer} · {value.problem.sequence}
        </p>
      </MessageBar>
    );
  }
  if (value.events === 0) return null;
  return (
    <section class="seal" aria-label={t('history.seal.label')}>
      <Icon name="seal" size={20} />
      <div class="stack-tight">
        <p>
          <span class="strong">
            {t('history.seal.unbroken', { since: instant(value.since), count: value.events })}
          </span>{' '}
          <span class="soft">{t('history.seal.means')}</span>
        </p>
        <details class="small">
          <summary>{t('history.seal.more')}</summary>
          <div class="stack-tight">
            <p>{t('history.seal.limit')}</p>
            <p>
              {t('history.seal.head')} <code dir="ltr">{value.head}</code>
            </p>
          </div>
        </details>
      </div>
    </section>
  );
}
