import type { JSX } from 'preact';
import { Copied } from '@/components/Copied';
import { Icon } from '@/components/Icon';
import { IconButton } from '@/components/IconButton';
import { MessageBar } from '@/components/MessageBar';
import { spaced } from '@/components/spaced';
import { useAsked } from '@/components/use-asked';
import { useCopy } from '@/components/use-copy';
import { fingerprintOf, headToNote } from '@/lib/domain/trail/fingerprint';
import { useWords } from '@/lib/i18n';
import { readTrailEnds } from '@/lib/requests';
import '../evidence.css';
import { Problem } from '@/components/Problem';
import { Working } from '../Working';
import type { TrailCheck, TrailReport } from './use-trail-check';

/** That the trail is unbroken, since when, and what that shows; nothing when it is empty or broken. */
export function TrailSeal({ check }: { check: TrailCheck }): JSX.Element | null {
  const { t } = useWords();
  const { share, report, error, again, stop } = check;
  if (error !== undefined) return <Problem error={error} again={again} />;
  // A short trail is checked in one go: a bar that only flashes tells nobody anything.
  if (share === 0) {
    return (
      <p class="row soft small">
        <span class="spinner" aria-hidden="true" />
        {t('history.seal.checking')}
      </p>
    );
  }
  if (share !== undefined) {
    return (
      <section class="seal" aria-label={t('history.seal.label')}>
        <Icon name="seal" size={20} />
        <Working label={t('history.seal.checking')} share={share} onStop={stop} />
      </section>
    );
  }
  if (report) {
    const nothingToSay = report.problem !== undefined || report.events === 0;
    return nothingToSay ? null : <WholeTrail report={report} again={again} />;
  }
  return (
    <section class="seal" aria-label={t('history.seal.label')}>
      <Icon name="seal" size={20} />
      <p>
        {spaced(t('history.seal.notYet'))}
        <button class="link-button" type="button" onClick={again}>
          {t('history.seal.check')}
        </button>
      </p>
    </section>
  );
}

function WholeTrail({ report, again }: { report: TrailReport; again: () => void }): JSX.Element {
  const { t, instant } = useWords();
  const { outcome, copy } = useCopy();
  const ends = useAsked(() => readTrailEnds.ask(), report.head);
  const noted = ends.value && headToNote(ends.value.heads, ends.value.writer);
  const mark = noted ? fingerprintOf(noted) : '';
  return (
    <section class="seal" aria-label={t('history.seal.label')}>
      <Icon name="seal" size={20} />
      <div class="stack-tight">
        <p>
          <span class="strong">
            {spaced(
              t('history.seal.unbroken', { since: instant(report.since), count: report.events }),
            )}
          </span>
          <span class="soft">
            {spaced(t('history.seal.checked', { at: instant(report.checkedAt) }))}
          </span>
          <button class="link-button" type="button" onClick={again}>
            {t('history.seal.again')}
          </button>
        </p>
        {report.setBack && <p>{t('evidence.clock.check', report.setBack)}</p>}
        <p class="row small">
          <span>{t('evidence.seal.fingerprint')}</span>
          <code class="fingerprint" dir="ltr">
            {mark}
          </code>
          <IconButton icon="copy" label={t('evidence.seal.copy')} onClick={() => copy(mark)} />
          <Copied outcome={outcome} />
        </p>
        <details class="small">
          <summary>{t('history.seal.more')}</summary>
          <div class="stack-tight">
            <p>{t('evidence.seal.note')}</p>
            <p>{t('history.seal.limit')}</p>
            {ends.value?.checkpoints.map(({ writer, sequence, at, by, events }) => (
              <p key={writer}>
                {t('evidence.seal.checkpoint', {
                  count: events,
                  sequence,
                  at: instant(at),
                  name: by.name,
                })}
              </p>
            ))}
            <p>{t('evidence.seal.erasures')}</p>
            <p>
              {spaced(t('history.seal.head'))}
              <code class="hash" dir="ltr">
                {report.head}
              </code>
            </p>
            <p>
              <a href="#/verify">{t('evidence.seal.checkFile')}</a>
            </p>
          </div>
        </details>
      </div>
    </section>
  );
}

const breakCodes = [
  'changed',
  'missing',
  'moved',
  'added',
  'unlinked',
  'foreign',
  'tail-missing',
  'rewritten',
  'person-changed',
  'record-changed',
  'emptied',
  'events-missing',
  'head-changed',
  'other-trail',
] as const;

const besideCodes = ['person-missing', 'file-missing', 'file-changed'] as const;

/** Where the trail breaks and what to do about it: stands on top of everything. Nothing while it is whole. */
export function BrokenTrail({ check }: { check: TrailCheck }): JSX.Element | null {
  const { t, instant } = useWords();
  const { report, again } = check;
  if (!report?.problem) return null;
  const { code, writer, sequence } = report.problem;
  const known = breakCodes.find((one) => one === code);
  const beside = besideCodes.find((one) => one === code);
  return (
    <MessageBar tone="bad" live>
      <p class="strong">
        {sequence > 0 ? t('history.seal.broken', { sequence }) : t('history.seal.brokenSomewhere')}
      </p>
      {known && <p>{t(`history.seal.code.${known}`)}</p>}
      {beside && <p>{t(`evidence.seal.code.${beside}`)}</p>}
      {report.since && <p>{t('history.seal.lastWhole', { at: instant(report.since) })}</p>}
      <p>
        {spaced(t('history.seal.brokenBody'))}
        <a href="#/backup">{t('history.export.everything')}</a>
      </p>
      <p>
        {spaced(t('history.seal.checked', { at: instant(report.checkedAt) }))}
        <button class="link-button" type="button" onClick={again}>
          {t('history.seal.again')}
        </button>
      </p>
      <p class="small mono">
        <bdi dir="ltr">
          {code} · {writer} · {sequence}
        </bdi>
      </p>
    </MessageBar>
  );
}
