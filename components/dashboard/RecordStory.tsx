import type { JSX } from 'preact';
import { maskAcceptanceLinks } from '@/lib/domain/address-text';
import type { AttestationRecord, RecordMove, RecordVersion } from '@/lib/domain/record';
import { useWords } from '@/lib/i18n';
import { roleName } from './labels';

type Happening =
  | { kind: 'version'; at: string; version: RecordVersion }
  | { kind: 'move'; at: string; move: RecordMove };

/** What happened to a record, newest first: who did what, when it happened and when it was written down. */
export function RecordStory({ record }: { record: AttestationRecord }): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="story">
      <h2 id="story">{t('history.story.title')}</h2>
      <ol class="story" reversed>
        {happenings(record).map((happening) => (
          <li key={`${happening.kind}${happening.at}`}>
            {happening.kind === 'move' ? (
              <Moved move={happening.move} />
            ) : (
              <Written version={happening.version} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function happenings(record: AttestationRecord): Happening[] {
  const versions = record.versions.map((version): Happening => {
    return { kind: 'version', at: version.at, version };
  });
  const moves = record.moves.map((move): Happening => ({ kind: 'move', at: move.at, move }));
  // Equal instants keep this order, and a record's beginning must come last when read newest first.
  return [...versions, ...moves].toSorted((a, b) => a.at.localeCompare(b.at)).toReversed();
}

function Moved({ move }: { move: RecordMove }): JSX.Element {
  const { t, day } = useWords();
  return (
    <>
      <p class="strong">{t(`record.state.${move.state}`)}</p>
      {move.occurredOn && <p>{t('history.story.occurred', { day: day(move.occurredOn) })}</p>}
      {move.note && (
        <p class="note">
          <bdi>{maskAcceptanceLinks(move.note)}</bdi>
        </p>
      )}
      <Signed name={move.by.name} role={move.by.role} at={move.at} />
    </>
  );
}

function Written({ version }: { version: RecordVersion }): JSX.Element {
  const { t } = useWords();
  return (
    <>
      <p class="strong">
        {version.version === 1
          ? t('record.state.recorded')
          : t('history.story.corrected', { version: version.version })}
      </p>
      {version.reason && (
        <p class="note">
          <bdi>{maskAcceptanceLinks(version.reason)}</bdi>
        </p>
      )}
      <Signed name={version.by.name} role={version.by.role} at={version.at} />
    </>
  );
}

function Signed(props: { name: string; role: string; at: string }): JSX.Element {
  const words = useWords();
  const name = props.name || words.t('history.story.nobody');
  return (
    <p class="small soft">
      <bdi>{name}</bdi> · {roleName(props.role, words)} · {words.instant(props.at)}
    </p>
  );
}
