import type { JSX } from 'preact';
import { MessageBar } from '@/components/MessageBar';
import { fileOf } from '@/lib/domain/csv/csv-columns';
import { useWords } from '@/lib/i18n';
import type { Reading, Table } from './csv-import';
import { ReadingChoices } from './ReadingChoices';

const rowsShown = 3;
const columnsShown = 12;

/** When the bulk tool was retired, and when its source was read (lib/domain/csv/csv-columns.ts). */
const bulkToolRetired = '2026-01-05';
const bulkToolRead = '2026-11-22';

/** How the file's bytes became rows, with what was guessed open to choice, and its first rows. */
export function CsvImportReading(props: {
  table: Table;
  onReading: (reading: Reading) => void;
}): JSX.Element {
  const { t } = useWords();
  const { table, onReading } = props;
  const known = fileOf(table.headers);
  const headers = table.headers.slice(0, columnsShown);
  return (
    <section class="card" aria-labelledby="import-reading">
      <h2 id="import-reading">{t('import.reading')}</h2>
      {known === 'countersign' && (
        <MessageBar tone="info">
          <p>{t('import.known.countersign')}</p>
        </MessageBar>
      )}
      {known === 'bulk-tool' && (
        <MessageBar tone="warn">
          <p>
            {t('import.known.bulk-tool', {
              day: bulkToolRetired,
              read: bulkToolRead,
              grade: t('common.grade.CODE'),
            })}
          </p>
          <p>{t('import.known.bulk-tool.date')}</p>
          <p>{t('import.known.bulk-tool.done')}</p>
        </MessageBar>
      )}
      <ReadingChoices source={table} onReading={onReading} />
      <p class="soft small">{t('import.rows', { count: table.rows.length })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must get there. */}
      <section class="table-scroll" tabIndex={0} aria-label={t('import.sample')}>
        <table class="sample">
          <caption class="visually-hidden">{t('import.sample.caption')}</caption>
          <thead>
            <tr>
              {headers.map((header, column) => (
                <th key={`${column}${header}`} scope="col">
                  <bdi>{headerName(header, column, t)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, rowsShown).map(({ row, cells }) => (
              <tr key={row}>
                {headers.map((header, column) => (
                  <td key={`${column}${header}`}>
                    <bdi>{(cells[column] ?? '').slice(0, 60)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What a column is called: by its header, or by its number. */
export function headerName(
  header: string,
  column: number,
  t: ReturnType<typeof useWords>['t'],
): string {
  return header.replace(/^\ufeff/, '').trim() || t('import.column', { number: column + 1 });
}
