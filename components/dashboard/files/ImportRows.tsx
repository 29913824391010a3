import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { inOneLine } from '@/components/spaced';
import { useWords } from '@/lib/i18n';
import type { Words } from '@/lib/words';
import { download } from '../download';
import { Paging } from '../history/Paging';
import { customerName, signerName } from '../labels';
import { targetName } from './CsvImportMapping';
import {
  asProblem,
  type CheckedRow,
  countOutcomes,
  type Outcome,
  outcomes,
  refusedTable,
  rowsToImport,
  type Table,
} from './csv-import';

const pageSize = 50;

/** Row by row what would happen, narrowed to one outcome on demand, and the question whether to go on. */
export function ImportRows(props: {
  table: Table;
  rows: CheckedRow[];
  busy: boolean;
  error: unknown;
  onAgree: () => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { table, rows } = props;
  const [shown, setShown] = useState<Outcome | ''>('');
  const [page, setPage] = useState(1);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const counts = countOutcomes(rows);
  const fitting = shown === '' ? rows : rows.filter(({ outcome }) => outcome === shown);
  const importable = rowsToImport(rows).length;

  const show = (outcome: Outcome | '') => {
    setShown(outcome);
    setPage(1);
  };
  const saveRefused = () => {
    const text = refusedTable(table, rows, t('import.refusedHeader'), (row) =>
      inOneLine(reasonsOf(row, words)),
    );
    download(`refused-${table.name.replace(/\.\w+$/, '')}.csv`, 'text/csv;charset=utf-8', [text]);
  };

  return (
    <section class="card" aria-labelledby="import-result">
      <h2 id="import-result" ref={heading} tabIndex={-1}>
        {t('import.result')}
      </h2>
      <fieldset class="plain choices" aria-label={t('import.filter')}>
        <OutcomeButton
          label={t('import.outcome.all')}
          count={rows.length}
          pressed={shown === ''}
          onClick={() => show('')}
        />
        {outcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => (
            <OutcomeButton
              key={outcome}
              label={t(`import.outcome.${outcome}`)}
              count={counts[outcome]}
              pressed={shown === outcome}
              onClick={() => show(outcome)}
            />
          ))}
      </fieldset>
      <table class="import-rows">
        <caption class="visually-hidden">{t('import.table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.table.row')}</th>
            <th scope="col">{t('import.table.outcome')}</th>
            <th scope="col">{t('import.table.customer')}</th>
            <th scope="col">{t('import.table.signer')}</th>
            <th scope="col">{t('import.table.why')}</th>
          </tr>
        </thead>
        <tbody>
          {fitting.slice((page - 1) * pageSize, page * pageSize).map((row) => (
            <Row key={row.row} row={row} words={words} />
          ))}
        </tbody>
      </table>
      <Paging page={page} pageSize={pageSize} total={fitting.length} onPage={setPage} />
      {counts.refused > 0 && (
        <div class="stack-tight">
          <div>
            <button class="button" type="button" onClick={saveRefused}>
              <Icon name="download" />
              {t('import.saveRefused')}
            </button>
          </div>
          <p class="small soft">{t('import.refusedHint')}</p>
        </div>
      )}
      <MessageBar tone="info">
        <p>{importable === 0 ? t('import.none') : t('import.keptHere')}</p>
      </MessageBar>
      <Problem error={props.error} />
      {importable > 0 && (
        <div class="row">
          <button
            class="button button-primary"
            type="button"
            aria-disabled={props.busy}
            onClick={props.onAgree}
          >
            {props.busy ? t('import.submitting') : t('import.submit', { count: importable })}
          </button>
        </div>
      )}
    </section>
  );
}

function OutcomeButton(props: {
  label: string;
  count: number;
  pressed: boolean;
  onClick: () => void;
}): JSX.Element {
  const { language } = useWords();
  return (
    <button class="button" type="button" aria-pressed={props.pressed} onClick={props.onClick}>
      {props.label} <span class="outcome-count">{props.count.toLocaleString(language)}</span>
    </button>
  );
}

const tones = {
  new: 'good',
  warned: 'warn',
  here: 'brand',
  twice: 'brand',
  refused: 'bad',
} as const;

function Row({ row, words }: { row: CheckedRow; words: Words }): JSX.Element {
  const { t } = words;
  const { attestation } = row.imported;
  const reasons = reasonsOf(row, words);
  return (
    <tr>
      <th scope="row">{row.row}</th>
      <td>
        <span class={`badge badge-${tones[row.outcome]}`}>
          {t(`import.outcome.${row.outcome}`)}
        </span>
      </td>
      <td data-label={t('import.table.customer')}>
        <bdi>{customerName(attestation, words)}</bdi>
      </td>
      <td data-label={t('import.table.signer')}>
        <bdi>{signerName(attestation)}</bdi>
      </td>
      <td data-label={t('import.table.why')}>
        {reasons.length === 0 ? (
          <span class="soft">{t('import.why.nothing')}</span>
        ) : (
          reasons.map((reason) => <p key={reason}>{reason}</p>)
        )}
      </td>
    </tr>
  );
}

/** Why a row has its outcome, in sentences; what blocks it first. */
export function reasonsOf(row: CheckedRow, words: Words): string[] {
  const { t } = words;
  if (row.outcome === 'here')
    return [t(row.isErased ? 'import.why.erased' : 'import.why.here', { number: row.same })];
  if (row.outcome === 'twice') return [t('import.why.twice', { number: row.same })];
  const problems = row.problems
    .map(asProblem)
    .filter(({ severity }) => row.outcome !== 'refused' || severity === 'blocks')
    .map(({ code, values }) => t(`record.problem.${code}`, values));
  const notes = row.notes.map(({ code, field, text }) =>
    t(`import.note.${code}`, { field: targetName(field, words), text }),
  );
  return [...problems, ...notes];
}
