import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { ticksTo } from '@/lib/domain/history/figure-series';
import { useWords } from '@/lib/i18n';
import { useWidth } from './use-width';

/** One part of a bar, or one bar of a group; `key` is the stage or scenario whose colour and pattern it has. */
export type PlotPart = { key: string; name: string; count: number };

/** One place on the axis: its whole name, the lines under the axis, and its parts from the bottom or the start. */
export type PlotColumn = {
  key: string;
  name: string;
  tick: string[];
  /** Under the axis where there is little room; without it, only some columns are named there. */
  shortTick?: string;
  parts: PlotPart[];
};

const height = 240;
const margin = { start: 40, end: 8, top: 22, bottom: 42 };
const widestBar = 56;

/**
 * Bars, stacked or side by side, at the width there is. Each column can be pointed at, tapped or reached with the
 * arrow keys, and then says its numbers above the plot and to a screen reader. Mirrored where the page is.
 */
export function PlotBars(props: {
  title: string;
  about: string;
  columns: PlotColumn[];
  stacked: boolean;
}): JSX.Element {
  const { t, direction, language } = useWords();
  const { columns, stacked } = props;
  const id = useId();
  const { ref, width } = useWidth(640);
  const svg = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<number>();
  const [stop, setStop] = useState(columns.length - 1);
  const current = Math.min(stop, columns.length - 1);

  const sums = columns.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const tops = columns.map(({ parts }, at) =>
    stacked ? sums[at]! : Math.max(0, ...parts.map(({ count }) => count)),
  );
  const ticks = ticksTo(Math.max(0, ...tops));
  const highest = ticks.at(-1)!;
  const plotHeight = height - margin.top - margin.bottom;
  const y = (count: number) => margin.top + plotHeight * (1 - count / highest);
  const step = (width - margin.start - margin.end) / columns.length;
  // Everything is laid out from the start of the line and turned round at the very end.
  const x = (start: number, size = 0) => (direction === 'rtl' ? width - start - size : start);
  const said = columns.map(({ name, parts }, at) => sentence(name, sums[at]!, parts, t));
  const shown = pointed === undefined ? undefined : said[pointed];

  const move = (event: KeyboardEvent) => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to = {
      [forward]: current + 1,
      [backward]: current - 1,
      Home: 0,
      End: columns.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(to, columns.length - 1));
    setStop(next);
    svg.current?.querySelectorAll<SVGGElement>('.plot-column')[next]?.focus();
  };

  return (
    <div class="plot" ref={ref}>
      <p class="small soft plot-read">{shown ?? t('board.figures.readHint')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: no HTML element groups parts of a drawing. */}
      <svg
        ref={svg}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-labelledby={`${id}-title ${id}-about`}
        onKeyDown={move}
        onMouseLeave={() => setPointed(undefined)}
      >
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-about`}>{props.about}</desc>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus. */}
        <g aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'plot-base' : 'plot-line'}
                x1={x(margin.start)}
                x2={x(width - margin.end)}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text
                class="plot-text"
                direction="ltr"
                x={x(margin.start - 8)}
                y={y(tick) + 4}
                text-anchor={direction === 'rtl' ? 'start' : 'end'}
              >
                {tick.toLocaleString(language)}
              </text>
            </g>
          ))}
        </g>
        {columns.map((column, at) => (
          // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a drawing that says its numbers.
          <g
            key={column.key}
            class={at === pointed ? 'plot-column plot-pointed' : 'plot-column'}
            role="img"
            aria-label={said[at]}
            tabIndex={at === current ? 0 : -1}
            onFocus={() => {
              setStop(at);
              setPointed(at);
            }}
            onBlur={() => setPointed(undefined)}
            onMouseEnter={() => setPointed(at)}
            onClick={() => setPointed(at)}
          >
            <rect
              class="plot-ground"
              x={x(margin.start + at * step, step)}
              width={step}
              y={margin.top - 20}
              height={plotHeight + 20}
            />
            <Bars
              column={column}
              stacked={stacked}
              start={margin.start + at * step}
              step={step}
              x={x}
              y={y}
              top={tops[at]!}
            />
            {(column.shortTick || at % every(step) === 0) && (
              <text
                class="plot-text"
                x={x(margin.start + (at + 0.5) * step)}
                y={height - margin.bottom + 16}
                text-anchor="middle"
              >
                {linesOf(column, step).map((line, row) => (
                  <tspan key={line} x={x(margin.start + (at + 0.5) * step)} dy={row === 0 ? 0 : 14}>
                    {line}
                  </tspan>
                ))}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

function Bars(props: {
  column: PlotColumn;
  stacked: boolean;
  start: number;
  step: number;
  top: number;
  x: (start: number, size?: number) => number;
  y: (count: number) => number;
}): JSX.Element {
  const { language } = useWords();
  const { column, stacked, start, step, x, y } = props;
  const room = Math.min(step * 0.76, stacked ? widestBar : widestBar * 4);
  const wide = stacked ? room : room / column.parts.length;
  let below = 0;
  return (
    <>
      {column.parts.map(({ key, count }, place) => {
        const from = start + (step - room) / 2 + (stacked ? 0 : place * wide);
        const bottom = stacked ? below : 0;
        if (stacked) below += count;
        if (count === 0) return null;
        const size = stacked ? wide : Math.max(2, wide - 2);
        return (
          <g key={key}>
            <rect
              class={`plot-part part-${key}`}
              x={x(from, size)}
              width={size}
              y={y(bottom + count)}
              height={Math.max(1, y(bottom) - y(bottom + count))}
            />
            {!stacked && wide >= 8 * String(count).length && (
              <text class="plot-text" x={x(from + size / 2)} y={y(count) - 4} text-anchor="middle">
                {count.toLocaleString(language)}
              </text>
            )}
          </g>
        );
      })}
      {stacked && step >= 20 && props.top > 0 && (
        <text class="plot-text" x={x(start + step / 2)} y={y(props.top) - 5} text-anchor="middle">
          {props.top.toLocaleString(language)}
        </text>
      )}
    </>
  );
}

function linesOf({ tick, shortTick }: PlotColumn, step: number): string[] {
  const lines = shortTick && step < 72 ? [shortTick] : tick;
  // A span of numbers reads from left to right also in a mirrored page.
  return lines.map((line) => line.replace(/[≤>] ?\d+|\d+–\d+/g, '\u2066$&\u2069'));
}

/** How many columns share one name under the axis, so that names do not run into each other. */
function every(step: number): number {
  return Math.max(1, Math.ceil(40 / step));
}

function sentence(
  name: string,
  count: number,
  parts: readonly PlotPart[],
  t: ReturnType<typeof useWords>['t'],
): string {
  const said = parts
    .filter((part) => part.count > 0)
    .map((part) => t('board.figures.part', { name: part.name, count: part.count }));
  return [t('board.figures.column', { name, count }), ...said].join(' · ');
}
