import type { ComponentChildren, JSX } from 'preact';
import { maskAcceptanceLinks } from '@/lib/domain/address-text';
import { localMoment } from '@/lib/domain/certificate';
import type {
  Actor,
  AttestationRecord,
  RecordErasure,
  RecordFile,
  RecordMove,
  RecordVersion,
} from '@/lib/domain/record';
import { useWords } from '@/lib/i18n';
import { fileSize } from './file-size';
import { roleName } from './labels';

/** Who wrote something down, and when, on their own clock. */
type Written = { at: string; offsetMinutes: number; by: Actor };
type Happening = Written &
  (
    | { version: RecordVersion }
    | { move: RecordMove }
    | { file: RecordFile }
    | { erasure: RecordErasure }
  );

/** What happened to a record, newest first: who did what on what evidence, when it happened and when it was written down. */
export function RecordStory({ record }: { record: AttestationRecord }): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="story">
      <h2 id="story">{t('history.story.title')}</h2>
      <ol class="story" reversed>
        {happenings(record).map((happening) => (
          <li key={keyOf(happening)}>
            <Said happening={happening} />
            <Signed {...happening} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function happenings(record: AttestationRecord): Happening[] {
  const { versions, moves, files, erasures } = record;
  const all: Happening[] = [
    ...versions.map((version) => ({ ...stampOf(version), version })),
    ...files.map((file) => ({ ...stampOf(file), file })),
    ...moves.map((move) => ({ ...stampOf(move), move })),
    ...erasures.map((erasure) => ({ ...stampOf(erasure), erasure })),
  ];
  // Equal instants keep this order, and a record's beginning must come last when read newest first.
  return all.toSorted((a, b) => a.at.localeCompare(b.at)).toReversed();
}

function stampOf({ at, offsetMinutes, by }: Written): Written {
  return { at, offsetMinutes, by };
}

function keyOf(happening: Happening): string {
  if ('file' in happening) return happening.file.fileId;
  return `${Object.keys(happening).at(-1)}${happening.at}`;
}

function Said({ happening }: { happening: Happening }): JSX.Element {
  const { t, day, language } = useWords();
  if ('move' in happening) {
    const { state, occurredOn, note } = happening.move;
    return (
      <>
        <p class="strong">{t(`record.state.${state}`)}</p>
        {occurredOn && <p>{t('history.story.occurred', { day: day(occurredOn) })}</p>}
        <Note>{note}</Note>
      </>
    );
  }
  if ('file' in happening) {
    const { type, bytes, erased, sha256 } = happening.file;
    const kind = `${type || t('evidence.unknownType')}, ${fileSize(bytes, language)}`;
    return (
      <>
        <p class="strong">{t('evidence.story.attached')}</p>
        <p>
          {kind}
          {erased && ` · ${t('evidence.erased')}`}
        </p>
        <p class="small soft mono hash">
          <bdi dir="ltr">SHA-256 {sha256.slice(0, 16)}…</bdi>
        </p>
      </>
    );
  }
  if ('erasure' in happening) {
    const { people, files, reason } = happening.erasure;
    return (
      <>
        <p class="strong">{t('evidence.story.erased')}</p>
        {people > 0 && <p>{t('evidence.story.erasedPeople', { count: people })}</p>}
        {files > 0 && <p>{t('evidence.story.erasedFiles', { count: files })}</p>}
        <Note>{reason}</Note>
      </>
    );
  }
  const { version, reason } = happening.version;
  return (
    <>
      <p class="strong">
        {version === 1 ? t('record.state.recorded') : t('history.story.corrected', { version })}
      </p>
      <Note>{reason}</Note>
    </>
  );
}

function Note({ children }: { children: ComponentChildren }): JSX.Element | null {
  if (!children) return null;
  return (
    <p class="note">
      <bdi>{maskAcceptanceLinks(String(children))}</bdi>
    </p>
  );
}

function Signed({ at, offsetMinutes, by }: Written): JSX.Element {
  const words = useWords();
  const { clock, zone } = localMoment(at, offsetMinutes);
  const inUtc = new Intl.DateTimeFormat(words.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const local = inUtc.format(new Date(clock));
  return (
    <p class="small soft">
      <bdi>{by.name || words.t('history.story.nobody')}</bdi> · {roleName(by.role, words)} ·{' '}
      <time dateTime={at}>{words.t('evidence.story.when', { local, zone })}</time>
      {offsetMinutes !== 0 && (
        <> · {words.t('evidence.story.utc', { at: inUtc.format(new Date(at)) })}</>
      )}
    </p>
  );
}
