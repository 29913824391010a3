import type { JSX } from 'preact';
import { Field } from '@/components/Field';
import { spaced } from '@/components/spaced';
import {
  type ImportSource,
  type ImportTarget,
  importTargets,
  type Mapping,
} from '@/lib/domain/csv/csv-columns';
import { useWords } from '@/lib/i18n';
import type { Words } from '@/lib/words';
import { headerName } from './CsvImportReading';
import type { Table } from './csv-import';

/** What the form does not let be empty. */
const required: readonly ImportTarget[] = [
  'companyName',
  'firstName',
  'lastName',
  'email',
  'dateAgreed',
];

/** Which column becomes which field, or what stands in every row. */
export function CsvImportMapping(props: {
  table: Table;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}): JSX.Element {
  const { t } = useWords();
  const { mapping, onMapping } = props;
  return (
    <section class="card" aria-labelledby="import-mapping">
      <h2 id="import-mapping">{t('import.mapping')}</h2>
      <p class="soft">{t('import.mapping.about')}</p>
      <div class="mapping">
        {importTargets.map((target) => (
          <Target
            key={target}
            {...props}
            target={target}
            onSource={(source) => onMapping({ ...mapping, [target]: source })}
          />
        ))}
      </div>
    </section>
  );
}

/** The name of a target as people read it. */
export function targetName(target: ImportTarget, { t }: Pick<Words, 't'>): string {
  if (target === 'fullName' || target === 'state' || target === 'recordId')
    return t(`import.target.${target}`);
  return t(`record.field.${target}`);
}

function Target(props: {
  table: Table;
  mapping: Mapping;
  target: ImportTarget;
  onSource: (source: ImportSource) => void;
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { table, mapping, target, onSource } = props;
  const source = mapping[target];
  const name = targetName(target, words);
  const needsFullName = mapping.fullName.kind === 'none';
  const isName = target === 'firstName' || target === 'lastName';
  const options = [
    { value: 'none', label: t('import.source.none') },
    ...table.headers.map((header, column) => ({
      value: String(column),
      label: headerName(header, column, t),
    })),
    ...(target === 'companyName'
      ? [{ value: 'mail-domain', label: t('import.source.mail-domain') }]
      : []),
    ...(target === 'recordId' ? [] : [{ value: 'same', label: t('import.source.same') }]),
  ];
  return (
    <div class="stack-tight">
      <Field
        label={name}
        required={required.includes(target) && (!isName || needsFullName)}
        value={source.kind === 'column' ? String(source.column) : source.kind}
        hint={exampleOf(table, source, t)}
        options={options}
        onInput={(value) => onSource(sourceOf(value))}
      />
      {source.kind === 'same' && (
        <Field
          label={t('import.same', { field: name })}
          value={source.text}
          type={target === 'dateAgreed' ? 'date' : 'text'}
          maxLength={300}
          onInput={(text) => onSource({ kind: 'same', text })}
        />
      )}
    </div>
  );
}

function sourceOf(value: string): ImportSource {
  if (value === 'none' || value === 'mail-domain') return { kind: value };
  return value === 'same' ? { kind: 'same', text: '' } : { kind: 'column', column: Number(value) };
}

function exampleOf({ rows }: Table, source: ImportSource, t: Words['t']): string | undefined {
  const first = rows[0];
  if (source.kind !== 'column' || !first) return undefined;
  const text = (first.cells[source.column] ?? '').trim().slice(0, 60);
  const { row } = first;
  // Beside the sentence, not in it: a day in it would be written as people read days, and not as it stands in the file.
  return text
    ? `${spaced(t('import.example', { row }))}${text}`
    : t('import.example.none', { row });
}
