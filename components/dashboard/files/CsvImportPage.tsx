import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/Icon';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { mostImportBytes, mostImportRows } from '@/lib/domain/csv/import-row';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { PageHead } from '../PageHead';
import { CsvImportSteps } from './CsvImportSteps';
import {
  type Reading,
  type ReadTable,
  readTable,
  readTableFile,
  type Source,
  type Table,
  type TableProblem,
} from './csv-import';
import { ReadingChoices } from './ReadingChoices';
import '../tables.css';
import { useAct } from '@/components/use-act';

/** Bring in records from a table file of any make: choose it, say what is what, look, agree. */
export function CsvImportPage({ settings }: { settings: Settings }): JSX.Element {
  const { t } = useWords();
  const [table, setTable] = useState<Table>();
  const [problem, setProblem] = useState<TableProblem>();
  /** A file that is no table yet, and may be one when it is read in another way. */
  const [source, setSource] = useState<Source>();
  /** Counts the files chosen: another one begins anew. */
  const [turn, setTurn] = useState(0);
  const { error, act } = useAct();
  const input = useRef<HTMLInputElement>(null);
  const limits = { rows: mostImportRows, size: mostImportBytes / 1024 / 1024 };

  const show = (read: ReadTable) => {
    setProblem('problem' in read ? read.problem : undefined);
    setSource('problem' in read ? read.source : undefined);
    // A choice that cannot be read leaves the table as it was, so that another can be chosen.
    if ('table' in read) setTable(read.table);
  };
  const choose = (file: File) =>
    act(async () => {
      setTable(undefined);
      setTurn((before) => before + 1);
      show(await readTableFile(file, navigator.languages));
      input.current!.value = '';
    });
  const readAgain = (known: Source, reading: Reading) => {
    const { encoding, separator, hasHeader } = known;
    const wish = { encoding, separator, hasHeader, ...reading };
    show(readTable(known.bytes, known.name, wish, navigator.languages));
  };

  return (
    <>
      <PageHead title={t('import.title')} about={t('import.about')} />
      <div class="row">
        <label class={table ? 'button file-button' : 'button button-primary file-button'}>
          <Icon name="upload" />
          {table ? t('import.otherFile') : t('import.file')}
          <input
            ref={input}
            class="visually-hidden"
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void choose(file);
            }}
          />
        </label>
        <span class="soft small">{t('import.limits', limits)}</span>
      </div>
      <Problem error={error} />
      {problem && (
        <MessageBar tone="bad" live>
          <p class="strong">{t('import.problem')}</p>
          <p>{t(`import.problem.${problem.code}`, { ...limits, row: problem.row })}</p>
        </MessageBar>
      )}
      {source && !table && (
        <section class="card" aria-labelledby="import-reading">
          <h2 id="import-reading">{t('import.reading')}</h2>
          <ReadingChoices source={source} onReading={(reading) => readAgain(source, reading)} />
        </section>
      )}
      {table && (
        <CsvImportSteps
          key={turn}
          table={table}
          settings={settings}
          onReading={(reading) => readAgain(table, reading)}
        />
      )}
    </>
  );
}
