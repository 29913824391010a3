import type { JSX } from 'preact';
import { Field } from '@/components/Field';
import { type Encoding, encodings } from '@/lib/domain/csv/csv-bytes';
import { type Separator, separators } from '@/lib/domain/csv/csv-reader';
import { useWords } from '@/lib/i18n';
import type { Reading, Source } from './csv-import';

const separatorName = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** How the bytes of a file become rows: what was guessed, open to choice. */
export function ReadingChoices(props: {
  source: Source;
  onReading: (reading: Reading) => void;
}): JSX.Element {
  const { t } = useWords();
  const { source, onReading } = props;
  return (
    <>
      <div class="grid-wide">
        <Field
          label={t('import.encoding')}
          value={source.encoding}
          warning={source.broken > 0 ? t('import.broken', { count: source.broken }) : undefined}
          options={encodings.map((value) => ({ value, label: t(`import.encoding.${value}`) }))}
          onInput={(encoding) => onReading({ encoding: encoding as Encoding })}
        />
        <Field
          label={t('import.separator')}
          value={source.separator}
          options={separators.map((value) => ({
            value,
            label: t(`import.csv.separator.${separatorName[value]}`),
          }))}
          onInput={(separator) => onReading({ separator: separator as Separator })}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={source.hasHeader}
          onChange={(event) => onReading({ hasHeader: event.currentTarget.checked })}
        />
        {t('import.hasHeader')}
      </label>
    </>
  );
}
