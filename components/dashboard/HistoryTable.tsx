import type { JSX } from 'preact';
import type { AttestationRecord } from '@/lib/domain/record';
import { useWords } from '@/lib/i18n';
import { StandingBadge } from '../StandingBadge';
import { customerName, signerName } from './labels';
import { addressOf } from './route';

/**
 * The records as a table; on a narrow screen each row is drawn as a card (lists.css) and stays a row
 * of a table to assistive technology.
 */
export function HistoryTable({ records }: { records: AttestationRecord[] }): JSX.Element {
  const { t } = useWords();
  return (
    <table class="records">
      <caption class="visually-hidden">{t('history.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.table.customer')}</th>
          <th scope="col">{t('history.table.signer')}</th>
          <th scope="col">{t('history.table.scenario')}</th>
          <th scope="col">{t('history.table.state')}</th>
          <th scope="col" aria-sort="descending">
            {t('history.table.recorded')} <span aria-hidden="true">↓</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <HistoryRow key={record.recordId} record={record} />
        ))}
      </tbody>
    </table>
  );
}

function HistoryRow({ record }: { record: AttestationRecord }): JSX.Element {
  const words = useWords();
  const { t, day, instant } = words;
  const { current } = record;
  const customer = customerName(current, words);
  const id = current.customerTenantId || current.customerDomain;

  return (
    <tr class={record.state === 'withdrawn' ? 'row-withdrawn' : undefined}>
      <th scope="row">
        <a
          class="strong"
          dir="auto"
          href={addressOf({ name: 'record', recordId: record.recordId })}
        >
          {customer}
        </a>
        {id && id !== customer && (
          <div class="small soft mono">
            <bdi dir="ltr">{id}</bdi>
          </div>
        )}
      </th>
      <td data-label={t('history.table.signer')}>
        <bdi>{signerName(current) || current.email || '–'}</bdi>
        {current.dateAgreed && (
          <div class="small soft">
            {t('history.table.agreed', { day: day(current.dateAgreed) })}
          </div>
        )}
      </td>
      <td data-label={t('history.table.scenario')}>{t(`record.scenario.${current.scenario}`)}</td>
      <td data-label={t('history.table.state')}>
        <StandingBadge state={record.state} />
        <div class="small soft">{t(`record.state.${record.state}`)}</div>
      </td>
      <td data-label={t('history.table.recorded')}>
        {instant(record.recordedAt)}
        <div class="small soft">
          <bdi class="mono" dir="ltr">
            {record.number}
          </bdi>
          {record.versions.length > 1 && (
            <> · {t('history.table.corrected', { count: record.versions.length - 1 })}</>
          )}
        </div>
      </td>
    </tr>
  );
}
