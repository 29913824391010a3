import type { JSX } from 'preact';
import { inOneLine } from '@/components/spaced';
import { type DateOrder, dateOrders, readDay } from '@/lib/domain/csv/csv-dates';
import { useWords } from '@/lib/i18n';

/** Which of several days a text means: only the one who wrote the file knows. */
export function DateOrderQuestion(props: {
  text: string;
  order: DateOrder | undefined;
  missing: boolean;
  onOrder: (order: DateOrder) => void;
}): JSX.Element {
  const { t, day } = useWords();
  const { text, order, missing } = props;
  return (
    <fieldset class="choice-list" aria-describedby={missing ? 'date-order-missing' : undefined}>
      <legend class="strong">
        {inOneLine([t('import.order'), t('import.order.ask', { text })])}
      </legend>
      {dateOrders.flatMap((one) => {
        const meant = readDay(text, one);
        return meant === undefined
          ? []
          : [
              <label key={one} class="choice">
                <input
                  type="radio"
                  name="date-order"
                  checked={order === one}
                  onChange={() => props.onOrder(one)}
                />
                <span>{t(`import.order.${one}`, { day: day(meant) })}</span>
              </label>,
            ];
      })}
      {missing && (
        <p id="date-order-missing" class="hint hint-bad" role="alert">
          {t('import.order.missing')}
        </p>
      )}
    </fieldset>
  );
}
