import type { JSX } from 'preact';
import { useWords } from '@/lib/i18n';
import { Dropdown } from '../Dropdown';
import { type Column, columns, defaultColumns } from './columns';

/** Which columns the list shows; the choice is part of the address. */
export function ColumnChooser(props: {
  chosen: readonly Column[];
  onChoose: (chosen: readonly Column[]) => void;
}): JSX.Element {
  const { t } = useWords();
  const { chosen, onChoose } = props;
  const choose = (column: Column, isChosen: boolean) =>
    onChoose(columns.filter((one) => (one === column ? isChosen : chosen.includes(one))));
  return (
    <Dropdown icon="columns" label={t('board.columns')}>
      {() => (
        <>
          <fieldset class="plain">
            <legend class="strong">{t('board.columns.legend')}</legend>
            <p class="small soft">{t('board.columns.fixed')}</p>
            <div class="column-choices">
              {columns.map((column) => (
                <label class="check" key={column}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(column)}
                    onChange={(event) => choose(column, event.currentTarget.checked)}
                  />
                  {t(`board.column.${column}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <div>
            <button
              class="button button-subtle"
              type="button"
              onClick={() => onChoose(defaultColumns)}
            >
              {t('board.columns.reset')}
            </button>
          </div>
        </>
      )}
    </Dropdown>
  );
}
