import type { JSX } from 'preact';
import { MessageBar } from '@/components/MessageBar';
import { spaced } from '@/components/spaced';
import type { BundleReport, BundleVerdict } from '@/lib/domain/bundle/bundle-check';
import type { BundleProblem } from '@/lib/domain/bundle/bundle-problem';
import { useWords } from '@/lib/i18n';

/** Whether a file is whole and what it holds, or what is wrong with it and where. */
export function Verdict(props: { name: string; verdict: BundleVerdict }): JSX.Element {
  const { name, verdict } = props;
  return verdict.problem ? (
    <Broken name={name} problem={verdict.problem} />
  ) : (
    <Whole name={name} report={verdict.report} />
  );
}

function Broken({ name, problem }: { name: string; problem: BundleProblem }): JSX.Element {
  const { t } = useWords();
  const { code, line, column, writer, sequence, fileId } = problem;
  return (
    <MessageBar tone="bad">
      <p class="strong">
        {spaced(t('evidence.verify.broken'))}
        <bdi>{name}</bdi>
      </p>
      <p>{t(`evidence.code.${code}`)}</p>
      <ul class="facts-list small">
        <li>{t('evidence.verify.line', { line })}</li>
        {column !== undefined && <li>{t('evidence.verify.column', { column })}</li>}
        {sequence !== undefined && <li>{t('evidence.verify.event', { sequence })}</li>}
        {writer && (
          <li>
            {spaced(t('evidence.verify.chain'))}
            <code dir="ltr">{writer}</code>
          </li>
        )}
        {fileId && (
          <li>
            {spaced(t('evidence.verify.fileId'))}
            <code dir="ltr">{fileId}</code>
          </li>
        )}
        <li>
          <code dir="ltr">{code}</code>
        </li>
      </ul>
    </MessageBar>
  );
}

function Whole({ name, report }: { name: string; report: BundleReport }): JSX.Element {
  const { t, instant } = useWords();
  const { events, records, people, files, erasures, checkpoints, heads, since, until } = report;
  return (
    <MessageBar tone="good">
      <p class="strong">
        {spaced(t('evidence.verify.whole'))}
        <bdi>{name}</bdi>
      </p>
      <ul class="facts-list">
        <li>{t('evidence.verify.holds', { events, records, people, files })}</li>
        {events > 0 && (
          <li>{t('evidence.verify.span', { since: instant(since), until: instant(until) })}</li>
        )}
        <li>
          {t('evidence.verify.exported', {
            at: instant(report.exportedAt),
            product: report.product,
          })}
        </li>
        {report.setBack && <li>{t('evidence.clock.check', report.setBack)}</li>}
        {erasures > 0 && <li>{t('evidence.verify.erasures', { count: erasures })}</li>}
        {checkpoints.map(({ writer, sequence, at, by }) => (
          <li key={writer}>
            {t('evidence.verify.checkpoint', { sequence, at: instant(at), name: by.name })}
          </li>
        ))}
        {report.afterKnown !== undefined && (
          <li>{t('evidence.verify.holdsKnown', { count: report.afterKnown })}</li>
        )}
        {heads.map(({ writer, fingerprint }) => (
          <li key={writer}>
            {spaced(t('evidence.verify.end'))}
            <code dir="ltr">{fingerprint}</code>
          </li>
        ))}
      </ul>
      {report.afterKnown === undefined && <p>{t('evidence.verify.compare')}</p>}
    </MessageBar>
  );
}
