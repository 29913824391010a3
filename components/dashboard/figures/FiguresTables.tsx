import type { JSX } from 'preact';
import { waitsOf } from '@/lib/domain/history/figure-series';
import type { Figures } from '@/lib/domain/history/figures';
import { scenarios } from '@/lib/domain/record/attestation';
import { openStages, stages } from '@/lib/domain/record/stage';
import { useWords } from '@/lib/i18n';

/** The numbers of the plot over time: a row for each month and scenario, a column for each stage. */
export function MonthsTable({ months }: { months: Figures['months'] }): JSX.Element {
  const { t, language } = useWords();
  const names = [...new Set(months.map(({ month }) => month))];
  const rows = names.flatMap((month) =>
    scenarios.flatMap((scenario) => {
      const cells = months.filter((row) => row.month === month && row.scenario === scenario);
      return cells.length > 0 ? [{ month, scenario, cells }] : [];
    }),
  );
  const number = (count: number) => count.toLocaleString(language);
  return (
    <Numbers>
      <table class="numbers">
        <caption>
          <span class="numbers-title">{t('board.figures.timeCaption')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('board.figures.month')}</th>
            <th scope="col">{t('board.column.scenario')}</th>
            {stages.map((stage) => (
              <th key={stage} class="numbers-head" scope="col">
                {t(`board.stage.${stage}`)}
              </th>
            ))}
            <th class="numbers-head" scope="col">
              {t('board.figures.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, scenario, cells }) => (
            <tr key={`${month} ${scenario}`}>
              <th scope="row">
                <bdi dir="ltr">{month}</bdi>
              </th>
              <th scope="row">{t(`record.scenario.${scenario}`)}</th>
              {stages.map((stage) => (
                <td key={stage}>
                  {number(cells.find((cell) => cell.stage === stage)?.count ?? 0)}
                </td>
              ))}
              <td>{number(cells.reduce((sum, { count }) => sum + count, 0))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Numbers>
  );
}

/** The numbers of the plot of waits: a row for each span of days, a column for each open stage. */
export function WaitingTable({ waiting }: { waiting: Figures['waiting'] }): JSX.Element {
  const { t, language } = useWords();
  return (
    <Numbers>
      <table class="numbers">
        <caption>
          <span class="numbers-title">{t('board.figures.waitingCaption')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('board.figures.waited')}</th>
            {openStages.map((stage) => (
              <th key={stage} class="numbers-head" scope="col">
                {t(`board.stage.${stage}`)}
              </th>
            ))}
            <th class="numbers-head" scope="col">
              {t('board.figures.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {waitsOf(waiting).map(({ group, counts, total }) => (
            <tr key={group}>
              <th scope="row">{t(`board.figures.waiting.${group}`)}</th>
              {openStages.map((stage) => (
                <td key={stage}>{(counts.get(stage) ?? 0).toLocaleString(language)}</td>
              ))}
              <td>{total.toLocaleString(language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Numbers>
  );
}

function Numbers({ children }: { children: JSX.Element }): JSX.Element {
  const { t } = useWords();
  return (
    <details>
      <summary>{t('board.figures.numbers')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard. */}
      <section class="numbers-frame" tabIndex={0} aria-label={t('board.table.scroll')}>
        {children}
      </section>
    </details>
  );
}
