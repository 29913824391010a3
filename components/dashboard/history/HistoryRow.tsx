import type { ComponentChildren, JSX } from 'preact';
import { spaced } from '@/components/spaced';
import { hiddenMatches, type SearchedPlace } from '@/lib/domain/history/highlight';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { StandingBadge } from '../../StandingBadge';
import { customerName, signerName, textOfField } from '../labels';
import { addressOf } from '../route';
import type { Column } from './columns';
import { Marked, Pieces } from './Marked';

export type RowProps = {
  record: AttestationRecord;
  columns: readonly Column[];
  /** The words of the search, folded. */
  words: readonly string[];
  chosen: boolean;
  /** Whether Tab stops here. */
  current: boolean;
  onChoose: (isChosen: boolean, range: boolean) => void;
};

/** One record of the list: its box, its customer, the chosen columns, and where a search has found what is not on show. */
export function HistoryRow(props: RowProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { record, chosen, current } = props;
  const customer = customerName(record.current, words);
  const id = idOf(record);
  const tabIndex = current ? 0 : -1;
  const found = hiddenMatches(record, props.words, placesOnShow(record, props.columns));
  const look = [record.state === 'withdrawn' && 'row-withdrawn', chosen && 'row-chosen'];

  return (
    <tr class={look.filter(Boolean).join(' ') || undefined}>
      <td class="col-choose">
        <label>
          <input
            type="checkbox"
            data-key="choose"
            tabIndex={tabIndex}
            checked={chosen}
            aria-label={t('board.select.row', { customer, number: record.number })}
            onClick={(event) => props.onChoose(event.currentTarget.checked, event.shiftKey)}
          />
        </label>
      </td>
      <th class="col-customer" scope="row">
        <a
          class="strong"
          dir="auto"
          data-key="open"
          tabIndex={tabIndex}
          href={addressOf({ name: 'record', recordId: record.recordId })}
        >
          <Marked text={customer} words={props.words} />
        </a>
        {id && id !== customer && (
          <div class="small soft mono">
            <bdi dir="ltr">
              <Marked text={id} words={props.words} />
            </bdi>
          </div>
        )}
        {found.map(({ place, snippet }) => (
          <div key={place} class="small found-in">
            <span class="soft">
              {spaced(t('board.found.in', { place: t(`board.found.${place}`) }))}
            </span>
            <bdi>
              <Pieces pieces={snippet} />
            </bdi>
          </div>
        ))}
      </th>
      {props.columns.map((column) => (
        <td key={column} class={`col-${column}`} data-label={t(`board.column.${column}`)}>
          <Cell column={column} record={record} words={props.words} />
        </td>
      ))}
    </tr>
  );
}

function Cell(props: {
  column: Column;
  record: AttestationRecord;
  words: readonly string[];
}): JSX.Element {
  const words = useWords();
  const { t, day, instant } = words;
  const { column, record } = props;
  const { current } = record;
  const marked = (text: string) => <Marked text={text} words={props.words} />;
  const code = (text: string) => (text ? <Code>{marked(text)}</Code> : <None />);
  const plain = (text: string) => (text ? <bdi>{marked(text)}</bdi> : <None />);
  // No search looks into these words: they are this page's own for what the record holds.
  const named = (text: string) => (text ? <bdi>{text}</bdi> : <None />);
  switch (column) {
    case 'signer':
      return (
        <>
          {plain(signerName(current) || current.email)}
          {current.dateAgreed && (
            <div class="small soft">
              {t('history.table.agreed', { day: textOfField('dateAgreed', current, words) })}
            </div>
          )}
        </>
      );
    case 'email':
      return code(current.email);
    case 'phoneNumber':
      return code(current.phoneNumber);
    case 'scenario':
      return named(t(`record.scenario.${current.scenario}`));
    case 'state':
      return (
        <>
          <StandingBadge state={record.state} />
          <div class="small soft">{t(`record.state.${record.state}`)}</div>
        </>
      );
    case 'agreed':
      return named(current.dateAgreed && day(current.dateAgreed));
    case 'recorded':
      return (
        <>
          {instant(record.recordedAt)}
          <div class="small soft">
            <Code>{marked(record.number)}</Code>
            {record.versions.length > 1 && (
              <> · {t('history.table.corrected', { count: record.versions.length - 1 })}</>
            )}
          </div>
        </>
      );
    case 'changed':
      return <>{instant(record.changedAt)}</>;
    case 'tenant':
      return code(current.customerTenantId);
    case 'domain':
      return code(current.customerDomain);
    case 'country':
      return named(textOfField('country', current, words));
    case 'reference':
      return plain(textOfField('reference', current, words));
    case 'recordedBy':
      return plain(current.recordedBy);
    case 'number':
      return <Code>{marked(record.number)}</Code>;
  }
}

function Code({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <bdi class="mono" dir="ltr">
      {children}
    </bdi>
  );
}

function None(): JSX.Element {
  return <span class="soft">–</span>;
}

function idOf({ current }: AttestationRecord): string {
  return current.customerTenantId || current.customerDomain;
}

/** The places of a record that its row shows: a word that is found in none of them has to be explained. */
function placesOnShow(record: AttestationRecord, columns: readonly Column[]): SearchedPlace[] {
  const { current } = record;
  const shows: Partial<Record<Column, SearchedPlace>> = {
    signer: signerName(current) ? 'signer' : 'email',
    email: 'email',
    phoneNumber: 'phoneNumber',
    tenant: 'customerTenantId',
    domain: 'customerDomain',
    reference: 'reference',
    recordedBy: 'recordedBy',
    recorded: 'number',
    number: 'number',
  };
  const id = current.customerTenantId ? 'customerTenantId' : 'customerDomain';
  return ['companyName', id, ...columns.flatMap((column) => shows[column] ?? [])];
}
