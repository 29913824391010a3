import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { useAct } from '@/components/use-act';
import { guessMapping, type Mapping } from '@/lib/domain/csv/csv-columns';
import { ambiguousDay, type DateOrder, ordersThatFit } from '@/lib/domain/csv/csv-dates';
import { longestSource } from '@/lib/domain/csv/import-row';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { importRows } from '@/lib/requests';
import { CsvImportMapping } from './CsvImportMapping';
import { CsvImportReading } from './CsvImportReading';
import { type CheckedRow, checkRows, type Reading, rowsToImport, type Table } from './csv-import';
import { DateOrderQuestion } from './DateOrderQuestion';
import { ImportRows } from './ImportRows';
import { codesOfWords } from './import-words';

/** From a file that was read to the records it becomes. Any change after looking means looking again. */
export function CsvImportSteps(props: {
  table: Table;
  settings: Settings;
  onReading: (reading: Reading) => void;
}): JSX.Element {
  const { t } = useWords();
  const { table, settings } = props;
  const [mapping, setMapping] = useState<Mapping>(() => guessMapping(table.headers));
  const [order, setOrder] = useState<DateOrder>();
  const [source, setSource] = useState(table.name.slice(0, longestSource));
  const [name, setName] = useState(settings.recorderName);
  const [tried, setTried] = useState(false);
  const [checked, setChecked] = useState<CheckedRow[]>();
  const [done, setDone] = useState(0);
  const [outcome, setOutcome] = useState<{ added: number; alreadyHere: number }>();
  const checking = useAct();
  const importing = useAct();
  const stop = useRef(new AbortController());
  const said = useRef<HTMLDivElement>(null);
  // In place of the button that was pressed.
  useEffect(() => said.current?.focus(), [outcome]);
  const codeOf = useMemo(codesOfWords, []);

  const headers = JSON.stringify(table.headers);
  useEffect(() => setMapping(guessMapping(table.headers)), [headers]);

  const dates = useMemo(() => datesIn(table, mapping), [table, mapping]);
  const ambiguous = useMemo(() => ambiguousDay(dates), [dates]);
  const needsOrder = ambiguous !== undefined && order === undefined;
  const isMissing = needsOrder || name.trim() === '' || source.trim() === '';

  /** What was looked at no longer holds. */
  const changed = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      stop.current.abort();
      setChecked(undefined);
      setOutcome(undefined);
      set(value);
    };
  };
  const read = changed((reading: Reading) => {
    props.onReading(reading);
    setOrder(undefined);
  });

  const check = () => {
    setTried(true);
    if (isMissing) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    setDone(0);
    void checking.act(async () => {
      const options = {
        mapping,
        order: order ?? ordersThatFit(dates)[0] ?? 'ymd',
        codeOf,
        recorder: { name: name.trim(), role: settings.role },
      };
      const rows = await checkRows(table.rows, options, setDone, signal);
      if (rows && !signal.aborted) setChecked(rows);
    });
  };
  const agree = (rows: CheckedRow[]) =>
    importing.act(async () => {
      // The sign for the row is put in for each: braces of the name itself must not be taken for it.
      const provenance = t('import.provenance', {
        source: source.replace(/[{}]/g, ''),
        row: '{0}',
      });
      const by = { name: name.trim(), role: settings.role };
      setOutcome(await importRows.ask({ rows: rowsToImport(rows), provenance, by }));
    });

  if (outcome)
    return (
      <div role="status" ref={said} tabIndex={-1}>
        <MessageBar tone="good">
          <p>{t('import.done', { count: outcome.added })}</p>
          {outcome.alreadyHere > 0 && <p>{t('import.doneHere', { count: outcome.alreadyHere })}</p>}
          <p>
            <a href="#/">{t('import.toHistory')}</a>
          </p>
        </MessageBar>
      </div>
    );

  return (
    <>
      <CsvImportReading table={table} onReading={read} />
      <CsvImportMapping table={table} mapping={mapping} onMapping={changed(setMapping)} />
      <section class="card form-card">
        {ambiguous !== undefined && (
          <DateOrderQuestion
            text={ambiguous}
            order={order}
            missing={tried && needsOrder}
            onOrder={changed(setOrder)}
          />
        )}
        <div class="grid-wide">
          <Field
            label={t('import.from')}
            hint={t('import.from.hint')}
            value={source}
            required
            maxLength={longestSource}
            problem={tried && source.trim() === '' ? t('import.from.missing') : undefined}
            onInput={changed(setSource)}
          />
          <Field
            label={t('import.name')}
            hint={t('import.name.hint')}
            value={name}
            required
            maxLength={300}
            problem={tried && name.trim() === '' ? t('import.name.missing') : undefined}
            onInput={changed(setName)}
          />
        </div>
        <div class="row">
          <button
            class={checked ? 'button' : 'button button-primary'}
            type="button"
            aria-disabled={checking.busy}
            onClick={check}
          >
            {t('import.check')}
          </button>
          {checking.busy && (
            <button class="button button-subtle" type="button" onClick={() => stop.current.abort()}>
              {t('import.stop')}
            </button>
          )}
        </div>
        <div role="status">
          {checking.busy && (
            <>
              <progress value={done} max={table.rows.length} aria-label={t('import.checking')} />{' '}
              <span class="small soft">
                {t('import.checkingProgress', { done, count: table.rows.length })}
              </span>
            </>
          )}
        </div>
        <Problem error={checking.error} />
      </section>
      {checked && (
        <ImportRows
          table={table}
          rows={checked}
          busy={importing.busy}
          error={importing.error}
          onAgree={() => void agree(checked)}
        />
      )}
    </>
  );
}

/** The texts of the column of days, as far as there is one. */
function datesIn({ rows }: Table, { dateAgreed }: Mapping): string[] {
  if (dateAgreed.kind !== 'column') return [];
  const { column } = dateAgreed;
  return rows.map(({ cells }) => cells[column] ?? '');
}
