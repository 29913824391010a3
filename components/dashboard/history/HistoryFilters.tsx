import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import { Icon } from '@/components/Icon';
import { recordStates, scenarios } from '@/lib/domain/record/attestation';
import { stageOf } from '@/lib/domain/record/stage';
import { useWords } from '@/lib/i18n';
import { type HistoryFilters as Filters, isNarrowed, noFilters } from '../route';

/** Free text, scenario, state and days; each change narrows the list at once. */
export function HistoryFilters(props: {
  filters: Filters;
  onChange: (changes: Partial<Filters>) => void;
  /** Somebody is about to type into the search. */
  onSearch: () => void;
}): JSX.Element {
  const { t } = useWords();
  const id = useId();
  const { filters, onChange } = props;
  const set = [filters.scenario, filters.state, filters.from, filters.until].filter(Boolean).length;
  // Where there is little room they are folded away; one that is set is in sight.
  const [open, setOpen] = useState(set > 0);
  const wrongOrder =
    filters.from !== '' && filters.until !== '' && filters.from > filters.until
      ? t('history.filter.wrongOrder')
      : undefined;

  return (
    <search class="filters" aria-label={t('history.filter.label')}>
      <div class="filter-text" onFocusIn={props.onSearch}>
        <Field
          label={t('history.filter.text')}
          type="search"
          value={filters.text}
          onInput={(text) => onChange({ text: text.slice(0, 500) })}
        />
      </div>
      <button
        class="button filters-toggle"
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="filter" />
        {set > 0 ? t('board.list.filtersOn', { count: set }) : t('board.list.filters')}
      </button>
      <div class={open ? 'filters-more' : 'filters-more filters-folded'} id={id}>
        <Field
          label={t('history.filter.scenario')}
          value={filters.scenario}
          options={[
            { value: '', label: t('history.filter.anyScenario') },
            ...scenarios.map((value) => ({ value, label: t(`record.scenario.${value}`) })),
          ]}
          onInput={(scenario) => onChange({ scenario: scenario as Filters['scenario'] })}
        />
        <Field
          label={t('history.filter.state')}
          value={filters.state}
          options={[
            { value: '', label: t('history.filter.anyState') },
            ...recordStates
              .filter((value) => !filters.stage || stageOf[value] === filters.stage)
              .map((value) => ({ value, label: t(`record.state.${value}`) })),
          ]}
          onInput={(state) => onChange({ state: state as Filters['state'] })}
        />
        <Field
          label={t('history.filter.from')}
          type="date"
          value={filters.from}
          onInput={(from) => onChange({ from })}
        />
        <Field
          label={t('history.filter.until')}
          type="date"
          value={filters.until}
          warning={wrongOrder}
          onInput={(until) => onChange({ until })}
        />
        <button
          class="button button-subtle filter-clear"
          type="button"
          aria-disabled={!isNarrowed(filters)}
          onClick={() => onChange({ ...noFilters, sort: filters.sort, order: filters.order })}
        >
          {t('history.filter.clear')}
        </button>
      </div>
    </search>
  );
}
