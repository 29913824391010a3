import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '@/components/Field';
import type { RecordVersion } from '@/lib/domain/record/record';
import { useWords } from '@/lib/i18n';
import { actorName, codeFields, textOfField } from '../labels';
import { differences } from './differences';

/** Two versions of a record side by side; at first the newest and the one before it. */
export function RecordVersions({ versions }: { versions: RecordVersion[] }): JSX.Element {
  const { t } = useWords();
  const [older, setOlder] = useState(versions.length - 2);
  const [newer, setNewer] = useState(versions.length - 1);
  const [onlyChanged, setOnlyChanged] = useState(true);
  // A correction may have arrived since the choice was made.
  const before = versions[older] ?? versions.at(-2)!;
  const after = versions[newer] ?? versions.at(-1)!;
  const all = differences(before.attestation, after.attestation);
  const shown = onlyChanged ? all.filter(({ changed }) => changed) : all;
  const choices = versions.map(({ version }, index) => ({
    value: String(index),
    label: t('history.versions.name', { version }),
  }));

  return (
    <section class="card" aria-labelledby="versions">
      <h2 id="versions">{t('history.versions.title')}</h2>
      <div class="versions-choice">
        <Field
          label={t('history.versions.older')}
          value={String(older)}
          options={choices}
          onInput={(index) => setOlder(Number(index))}
        />
        <Field
          label={t('history.versions.newer')}
          value={String(newer)}
          options={choices}
          onInput={(index) => setNewer(Number(index))}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={onlyChanged}
            onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
          />
          {t('history.versions.onlyChanged')}
        </label>
      </div>
      {shown.length === 0 ? (
        <p class="soft">{t('history.versions.same')}</p>
      ) : (
        <table class="versions">
          <caption class="visually-hidden">
            {t('history.versions.caption', { older: before.version, newer: after.version })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('history.versions.field')}</th>
              <VersionHead version={before} />
              <VersionHead version={after} />
            </tr>
          </thead>
          <tbody>
            {shown.map((difference) => (
              <VersionRow key={difference.field} {...{ ...difference, before, after }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function VersionHead({ version }: { version: RecordVersion }): JSX.Element {
  const words = useWords();
  const { t, instant } = words;
  return (
    <th scope="col">
      {t('history.versions.name', { version: version.version })}
      <div class="small soft">
        {instant(version.at)}
        {version.by.name && <> · {actorName(version.by, words)}</>}
      </div>
    </th>
  );
}

function VersionRow(
  props: ReturnType<typeof differences>[number] & { before: RecordVersion; after: RecordVersion },
): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { field, changed, before, after } = props;
  const dir = codeFields.includes(field) ? 'ltr' : 'auto';
  const empty = <span class="soft">{t('history.detail.empty')}</span>;
  const old = textOfField(field, before.attestation, words) || empty;
  const now = textOfField(field, after.attestation, words) || empty;

  return (
    <tr class={changed ? 'changed' : undefined}>
      <th scope="row">
        {t(`record.field.${field}`)}{' '}
        {changed && <span class="badge badge-brand">{t('history.versions.changed')}</span>}
      </th>
      <td data-label={t('history.versions.name', { version: before.version })}>
        <bdi dir={dir}>{changed ? <del>{old}</del> : old}</bdi>
      </td>
      <td data-label={t('history.versions.name', { version: after.version })}>
        <bdi dir={dir}>{changed ? <ins>{now}</ins> : now}</bdi>
      </td>
    </tr>
  );
}
