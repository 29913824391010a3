import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { useAsked } from '@/components/use-asked';
import { useSettings } from '@/components/use-settings';
import { chosenColumns } from '@/lib/domain/csv/csv-columns';
import { type CsvColumn, csvColumns, csvHeaders } from '@/lib/domain/csv/history-csv';
import {
  type CsvSeparator,
  csvSeparators,
  defaultSettings,
  type Settings,
} from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { readSettings } from '@/lib/requests';
import { ModalForm } from '../ModalForm';
import {
  type CsvSource,
  csvOptionsOf,
  downloadCsv,
  type MadeCsv,
  previewCsv,
  usualSeparator,
} from './csv-export';
import '../tables.css';
import { useAct } from '@/components/use-act';

/** A button that asks how a table of some records is to be written, and writes it. */
export function CsvExportButton(props: {
  label: string;
  source: CsvSource;
  disabled?: boolean;
}): JSX.Element {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState('');
  return (
    <>
      <button
        class="button"
        type="button"
        aria-disabled={props.disabled === true}
        onClick={() => !props.disabled && setOpen(true)}
      >
        <Icon name="download" />
        {props.label}
      </button>
      <span class="soft small command-note" role="status">
        {file && t('history.export.done', { file })}
      </span>
      {open && (
        <CsvExportDialog
          source={props.source}
          onClose={() => setOpen(false)}
          onDone={(name) => {
            setOpen(false);
            setFile(name);
          }}
        />
      )}
    </>
  );
}

/** How a table file is to be written: its columns, what stands between cells, and its first lines. Choices are kept. */
export function CsvExportDialog(props: {
  source: CsvSource;
  onClose: () => void;
  onDone: (file: string) => void;
}): JSX.Element | null {
  const asked = useAsked(() => readSettings.ask(), 'settings');
  if (asked.error !== undefined) return <Problem error={asked.error} again={asked.again} />;
  return asked.value ? <Ready {...props} stored={asked.value} /> : null;
}

const linesShown = 4;

function Ready(props: {
  source: CsvSource;
  stored: Settings;
  onClose: () => void;
  onDone: (file: string) => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { source } = props;
  const { settings, change } = useSettings({ ...defaultSettings, ...props.stored });
  const { busy, error, act } = useAct();
  const [done, setDone] = useState({ records: 0, total: 0 });
  const [made, setMade] = useState<MadeCsv>();
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const options = csvOptionsOf(settings, words);
  const chosen = chosenColumns(settings.csvColumns);
  const key = JSON.stringify([source, settings.csvColumns, options.separator]);
  const preview = useAsked(() => previewCsv(source, options, linesShown), key);
  const total = preview.value?.total ?? 0;

  const submit = () =>
    act(async () => {
      stop.current = new AbortController();
      setMade(undefined);
      const made = await downloadCsv(
        source,
        options,
        new Date(),
        (records, all) => setDone({ records, total: all }),
        stop.current.signal,
      );
      if (!made) return;
      // What is not as the list had it is said here, where it cannot be overlooked.
      if (made.gone > 0 || made.hasChanged) setMade(made);
      else props.onDone(made.file);
    });
  const choose = (column: CsvColumn, isChosen: boolean) => {
    const next = csvColumns.filter((one) => (one === column ? isChosen : chosen.includes(one)));
    // The last one stays: a table without columns is none.
    if (next.length > 0) void change({ csvColumns: next.length === csvColumns.length ? [] : next });
  };

  return (
    <ModalForm
      title={t('import.csv.title')}
      submit={t('import.csv.submit', { count: total })}
      {...(made && { cancel: t('common.close') })}
      busyLabel={t('history.export.busy')}
      busy={busy}
      error={error ?? preview.error}
      onSubmit={() => void submit()}
      onClose={() => {
        stop.current.abort();
        props.onClose();
      }}
    >
      <p class="soft">{t('import.csv.about')}</p>
      <details>
        <summary>
          {t('import.csv.columns', { count: chosen.length, all: csvColumns.length })}
        </summary>
        <fieldset class="plain">
          <legend class="visually-hidden">{t('import.csv.columnsLegend')}</legend>
          <div class="column-choices">
            {csvColumns.map((column) => (
              <label class="check" key={column}>
                <input
                  type="checkbox"
                  checked={chosen.includes(column)}
                  onChange={(event) => choose(column, event.currentTarget.checked)}
                />
                {csvHeaders[column]}
              </label>
            ))}
          </div>
          <button
            class="button button-subtle"
            type="button"
            onClick={() => void change({ csvColumns: [] })}
          >
            {t('import.csv.allColumns')}
          </button>
        </fieldset>
      </details>
      <Field
        label={t('import.csv.separator')}
        hint={t('import.csv.separator.hint')}
        value={settings.csvSeparator}
        options={csvSeparators.map((value) => ({
          value,
          label:
            value === 'auto'
              ? t('import.csv.separator.auto', { sign: usualSeparator() })
              : t(`import.csv.separator.${separatorName[value]}`),
        }))}
        onInput={(value) => void change({ csvSeparator: value as CsvSeparator })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={settings.csvByteOrderMark}
          onChange={(event) => void change({ csvByteOrderMark: event.currentTarget.checked })}
        />
        <span>
          {t('import.csv.mark')}
          <span class="small soft csv-hint">{t('import.csv.mark.hint')}</span>
        </span>
      </label>
      {preview.value && (
        <div class="stack-tight">
          <h3 id="csv-preview">{t('import.csv.preview')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must get there. */}
          <section class="csv-preview" aria-labelledby="csv-preview" tabIndex={0}>
            <pre dir="auto">{preview.value.lines.join('\n')}</pre>
          </section>
        </div>
      )}
      <div role="status">
        {busy && done.total > 0 && (
          <>
            <progress value={done.records} max={done.total} aria-label={t('history.export.busy')} />
            <span class="small soft">
              {' '}
              {t('import.csv.progress', { done: done.records, count: done.total })}
            </span>
          </>
        )}
        {made && (
          <MessageBar tone="warn">
            <p>{t('history.export.done', { file: made.file })}</p>
            {made.gone > 0 && <p>{t('import.csv.gone', { count: made.gone })}</p>}
            {made.hasChanged && <p>{t('import.csv.changed')}</p>}
          </MessageBar>
        )}
      </div>
    </ModalForm>
  );
}

const separatorName = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
