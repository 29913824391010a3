import type { ComponentChildren, JSX } from 'preact';
import { fileSize } from '@/components/file-size';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import { localMoment } from '@/lib/domain/record/certificate';
import type { RecordFile } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import { actorName, roleName } from '../labels';

type StoryProps = {
  /** As they were written, whatever the clock said. */
  events: readonly TrailEvent[];
  /** Times before which the clock had been set back. */
  setBack: readonly string[];
  files: readonly RecordFile[];
};

/** What happened to a record, newest first: who did what on what evidence, when it happened and when it was written down. */
export function RecordStory({ events, setBack, files }: StoryProps): JSX.Element {
  const { t } = useWords();
  return (
    <section class="card" aria-labelledby="story">
      <h2 id="story">{t('history.story.title')}</h2>
      <ol class="story" reversed>
        {events.toReversed().map((event) => (
          <li key={event.hash}>
            <Said event={event} files={files} />
            <Signed {...event} />
            {setBack.includes(event.at) && <p class="small soft">{t('evidence.clock.story')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Said(props: { event: TrailEvent; files: readonly RecordFile[] }): JSX.Element {
  const words = useWords();
  const { t, day } = words;
  const { event } = props;
  switch (event.kind) {
    case 'recorded':
    case 'corrected':
      return (
        <>
          <p class="strong">
            {event.kind === 'recorded'
              ? t('record.state.recorded')
              : t('history.story.corrected', { version: event.version })}
          </p>
          <Note>{event.reason}</Note>
        </>
      );
    case 'moved':
      return (
        <>
          <p class="strong">{t(`record.state.${event.state}`)}</p>
          {event.occurredOn && <p>{t('history.story.occurred', { day: day(event.occurredOn) })}</p>}
          <Note>{event.note}</Note>
        </>
      );
    case 'attached': {
      const { fileId, type, bytes, sha256 } = event.file;
      const isErased = props.files.some((file) => file.fileId === fileId && file.erased);
      return (
        <>
          <p class="strong">{t('evidence.story.attached')}</p>
          <p>
            {`${type || t('evidence.unknownType')}, ${fileSize(bytes, words)}`}
            {isErased && ` · ${t('evidence.erased')}`}
          </p>
          <p class="small soft mono hash">
            <bdi dir="ltr">SHA-256 {sha256.slice(0, 16)}…</bdi>
          </p>
        </>
      );
    }
    case 'erased': {
      const [people, files] = [event.signers.length, event.fileIds.length];
      return (
        <>
          <p class="strong">{t('evidence.story.erased')}</p>
          {people > 0 && <p>{t('evidence.story.erasedPeople', { count: people })}</p>}
          {files > 0 && <p>{t('evidence.story.erasedFiles', { count: files })}</p>}
          <Note>{event.reason}</Note>
        </>
      );
    }
  }
}

function Note({ children }: { children: ComponentChildren }): JSX.Element | null {
  if (!children) return null;
  return (
    <p class="note">
      <bdi>{maskAcceptanceLinks(String(children))}</bdi>
    </p>
  );
}

function Signed({ at, offsetMinutes, by }: TrailEvent): JSX.Element {
  const words = useWords();
  const { clock, zone } = localMoment(at, offsetMinutes);
  const inUtc = new Intl.DateTimeFormat(words.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const shown = (iso: string) =>
    Number.isNaN(Date.parse(iso)) ? iso : inUtc.format(new Date(iso));
  const local = shown(clock);
  return (
    <p class="small soft">
      <bdi>{actorName(by, words)}</bdi> · {roleName(by.role, words)} ·{' '}
      <time dateTime={at}>{words.t('evidence.story.when', { local, zone })}</time>
      {offsetMinutes !== 0 && <> · {words.t('evidence.story.utc', { at: shown(at) })}</>}
    </p>
  );
}
