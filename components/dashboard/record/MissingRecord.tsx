import type { JSX } from 'preact';
import { RequestError } from '@/lib/define-request';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import { PageHead, type UpLink } from '../PageHead';
import { RecordStory } from './RecordStory';

export type Remains = { events: readonly TrailEvent[]; unread: number; setBack: readonly string[] };

/** In place of a record that cannot be shown: there is none of its id here, or what began it cannot be read. */
export function MissingRecord(props: { remains?: Remains; up: UpLink }): JSX.Element {
  const { t } = useWords();
  const { remains, up } = props;
  const isSpoilt = remains !== undefined && remains.events.length + remains.unread > 0;
  if (!isSpoilt)
    return (
      <PageHead
        title={t('history.record.missing')}
        about={t('history.record.missingBody')}
        up={up}
      />
    );
  return (
    <>
      <PageHead
        title={t('history.record.unreadable')}
        about={t('history.record.unreadableBody', { count: remains.unread })}
        up={up}
      />
      {remains.events.length > 0 && (
        <RecordStory files={[]} events={remains.events} setBack={remains.setBack} />
      )}
    </>
  );
}

/** An address that was mistyped holds no record id: the same to a person as a record that is not there. */
export function isMalformed(error: unknown): boolean {
  return error instanceof RequestError && error.problem === 'malformed';
}
