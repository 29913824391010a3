import type { JSX } from 'preact';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { MessageBar } from '../MessageBar';
import { StandingBadge } from '../StandingBadge';

/** Records of this customer, newest first, each with what its state claims and what not. */
export function EarlierRecords(props: {
  records: AttestationRecord[];
  /** They could not be read: that is not the same as none. */
  failed: boolean;
  known: { customerTenantId: string; customerDomain: string };
}): JSX.Element {
  const { t } = useWords();
  if (props.failed) {
    return (
      <MessageBar tone="bad" live>
        <p>{t('panel.earlier.failed')}</p>
      </MessageBar>
    );
  }
  const known = props.known.customerTenantId || props.known.customerDomain;
  if (props.records.length === 0) {
    return (
      <section class="card">
        <h2>{t('panel.earlier.none')}</h2>
        <p class="soft">{t(known ? 'panel.earlier.none.known' : 'panel.earlier.none.unknown')}</p>
        <p>
          <a href="/dashboard.html#/" target="_blank" rel="noopener">
            {t('panel.earlier.search')}
          </a>
        </p>
      </section>
    );
  }
  return (
    <ul class="plain-list">
      {props.records.map((record) => (
        <li key={record.recordId}>
          <RecordCard record={record} />
        </li>
      ))}
    </ul>
  );
}

/** One record in a few lines, with a link to all of it. */
export function RecordCard({ record }: { record: AttestationRecord }): JSX.Element {
  const { t, day } = useWords();
  const { current, state } = record;
  return (
    <article class="card">
      <div class="row">
        <StandingBadge state={state} />
        <span class="small soft">{t(`record.state.${state}`)}</span>
      </div>
      <div class="stack-tight">
        <h3 dir="auto">{maskAcceptanceLinks(current.companyName || current.customerDomain)}</h3>
        <p class="small soft">
          {t('panel.earlier.line', { number: record.number, day: day(current.dateAgreed) })}
        </p>
        {current.lastName && (
          <p class="small" dir="auto">
            {current.firstName} {current.lastName}
          </p>
        )}
      </div>
      <a href={`/dashboard.html#/record/${record.recordId}`} target="_blank" rel="noopener">
        {t('panel.earlier.open')}
      </a>
    </article>
  );
}
