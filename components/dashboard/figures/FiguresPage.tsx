import type { JSX } from 'preact';
import { Icon } from '@/components/Icon';
import { Problem } from '@/components/Problem';
import { useAsked } from '@/components/use-asked';
import { periodsOf, waitsOf } from '@/lib/domain/history/figure-series';
import type { Figures, WaitingGroup } from '@/lib/domain/history/figures';
import { scenarios } from '@/lib/domain/record/attestation';
import { openStages, type Stage } from '@/lib/domain/record/stage';
import { useWords } from '@/lib/i18n';
import { readFigures } from '@/lib/requests';
import { Loading } from '../Loading';
import { PageHead } from '../PageHead';
import { addressOf, type FigureDivision, figureDivisions, noFilters, type Route } from '../route';
import { MonthsTable, WaitingTable } from './FiguresTables';
import { PlotBars } from './PlotBars';
import { PlotLegend, PlotPatterns } from './PlotLegend';
import { periodName, periodTick } from './period-names';

/** From the bottom of a bar: what is done, then what is open, then what no longer counts. */
const stacking: readonly Stage[] = [
  'done',
  'ready-to-create',
  'pending',
  'link-expired',
  'required',
  'recorded-here',
  'withdrawn',
];

/** Plots over all records: how many were made when, and how long open ones have been waiting. */
export function FiguresPage(props: {
  by: FigureDivision;
  go: (route: Route, replace?: boolean) => void;
}): JSX.Element {
  const { t } = useWords();
  const { value, error, again } = useAsked(() => readFigures.ask(), 'figures', ['trailChanged']);
  const open = value?.waiting.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <>
      <PageHead title={t('board.figures.title')} about={t('board.figures.about')} />
      <Problem error={error} again={again} />
      {value === undefined && error === undefined && <Loading />}
      {value?.all === 0 && <NothingYet />}
      {value && value.all > 0 && (
        <>
          <p class="soft">{t('board.figures.summary', { count: value.all, open })}</p>
          <PlotPatterns />
          <OverTime figures={value} by={props.by} go={props.go} />
          <Waiting figures={value} open={open} />
        </>
      )}
    </>
  );
}

function OverTime(props: {
  figures: Figures;
  by: FigureDivision;
  go: (route: Route, replace?: boolean) => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { figures, by } = props;
  const { unit, periods } = periodsOf(figures.months, by);
  const keys = by === 'stage' ? stacking : scenarios;
  const nameOf = (key: string) =>
    by === 'stage' ? t(`board.stage.${key as Stage}`) : t(`record.scenario.${key as never}`);
  const total = (key: string) =>
    figures.months.reduce((sum, row) => (row[by] === key ? sum + row.count : sum), 0);
  const used = keys.filter((key) => total(key) > 0);
  const columns = periods.map(({ period, counts }, at) => ({
    key: period,
    name: periodName(period, words),
    tick: periodTick(period, at === 0, words),
    parts: used.map((key) => ({ key, name: nameOf(key), count: counts.get(key) ?? 0 })),
  }));
  const top = periods.reduce((one, other) => (other.total > one.total ? other : one));
  const about = t('board.figures.timeDesc', {
    unit: t(`board.figures.unit.${unit}`),
    first: columns[0]!.name,
    last: columns.at(-1)!.name,
    top: periodName(top.period, words),
    count: top.total,
  });

  return (
    <section class="card figure" aria-labelledby="figure-time">
      <div class="figure-head">
        <h2 id="figure-time">{t('board.figures.time')}</h2>
        <fieldset class="plain choices">
          <legend class="visually-hidden">{t('board.figures.by')}</legend>
          {figureDivisions.map((one) => (
            <button
              key={one}
              class="button"
              type="button"
              aria-pressed={one === by}
              onClick={() => props.go({ name: 'figures', by: one }, true)}
            >
              {t(`board.figures.by.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <PlotBars key={by} title={t('board.figures.time')} about={about} columns={columns} stacked />
      <PlotLegend
        parts={used.map((key) => ({
          key,
          name: nameOf(key),
          count: total(key),
          href: addressOf({ name: 'history', filters: { ...noFilters, [by]: key } }),
        }))}
      />
      <MonthsTable months={figures.months} />
    </section>
  );
}

function Waiting({ figures, open }: { figures: Figures; open: number }): JSX.Element {
  const { t } = useWords();
  const waits = waitsOf(figures.waiting);
  const total = (key: Stage) =>
    figures.waiting.reduce((sum, row) => (row.stage === key ? sum + row.count : sum), 0);
  const used = openStages.filter((key) => total(key) > 0);
  const old = waits
    .filter(({ group }) => group === '365' || group === 'more')
    .reduce((sum, wait) => sum + wait.total, 0);

  return (
    <section class="card figure" aria-labelledby="figure-waiting">
      <h2 id="figure-waiting">{t('board.figures.waiting')}</h2>
      <p class="small soft">{t('board.figures.waitingAbout')}</p>
      {open === 0 ? (
        <p>{t('board.figures.nothingOpen')}</p>
      ) : (
        <>
          <PlotBars
            title={t('board.figures.waiting')}
            about={t('board.figures.waitingDesc', { count: open, old })}
            columns={waits.map(({ group, counts }) => ({
              key: group,
              name: t(`board.figures.waiting.${group}`),
              tick: inTwo(t(`board.figures.waiting.${group}`)),
              shortTick: daysOf[group],
              parts: used.map((key) => ({
                key,
                name: t(`board.stage.${key}`),
                count: counts.get(key) ?? 0,
              })),
            }))}
            stacked={false}
          />
          <PlotLegend
            parts={used.map((key) => ({
              key,
              name: t(`board.stage.${key}`),
              count: total(key),
              href: addressOf({
                name: 'history',
                filters: { ...noFilters, stage: key, sort: 'changedAt', order: 'ascending' },
              }),
            }))}
          />
          <WaitingTable waiting={figures.waiting} />
        </>
      )}
    </section>
  );
}

const daysOf: Record<WaitingGroup, string> = {
  '7': '≤ 7',
  '30': '8–30',
  '90': '31–90',
  '365': '91–365',
  more: '> 365',
};

/** A name in two lines where it has a space in it, so that it fits under a narrow group. */
function inTwo(name: string): string[] {
  const at = name.lastIndexOf(' ');
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

function NothingYet(): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card empty">
      <Icon name="chart" size={40} />
      <h2>{t('board.figures.empty')}</h2>
      <p>{t('board.figures.emptyBody')}</p>
      <a class="button" href="#/">
        {t('board.figures.toHistory')}
      </a>
    </section>
  );
}
