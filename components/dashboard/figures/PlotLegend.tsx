import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';

/** What each colour and pattern means, in the order of the bars, and how many records have it: each leads to them. */
export function PlotLegend(props: {
  parts: { key: string; name: string; count: number; href: string }[];
}): JSX.Element {
  const { t, language } = useWords();
  return (
    <ul class="plot-legend" aria-label={t('board.figures.legend')}>
      {props.parts.map(({ key, name, count, href }) => (
        <li key={key}>
          <a href={href}>
            <svg width="14" height="14" aria-hidden="true">
              <rect class={`plot-part part-${key}`} x="1" y="1" width="12" height="12" />
            </svg>
            {name} <b>{count.toLocaleString(language)}</b>
          </a>
        </li>
      ))}
    </ul>
  );
}

const lines: Record<string, string> = {
  pending: 'M-2 2 2-2M0 8 8 0M6 10 10 6',
  'new-partner': 'M-2 2 2-2M0 8 8 0M6 10 10 6',
  'link-expired': 'M-2 6 2 10M0 0 8 8M6-2 10 2',
  'ready-to-create': 'M2 0v8M6 0v8',
  'recorded-here': 'M2 1v2M6 5v2',
  neither: 'M2 1v2M6 5v2',
  done: 'M0 2h8M0 6h8',
};

/** Patterns for those who see no colours: used in forced colours only (board.css). Once a page. */
export function PlotPatterns(): JSX.Element {
  return (
    <svg class="plot-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {Object.entries(lines).map(([key, path]) => (
          <pattern
            key={key}
            id={`pattern-${key}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect class="pattern-ground" width="8" height="8" />
            <path class="pattern-line" d={path} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
