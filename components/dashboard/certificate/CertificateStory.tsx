import type { ComponentChildren, JSX } from 'preact';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import {
  type Correction,
  correctionsIn,
  localMoment,
  shortWriter,
} from '@/lib/domain/record/certificate';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import type { Words } from '@/lib/words';
import { actorName, roleName, textOfField } from '../labels';
import { PrintTable } from './PrintTable';
import { clockTime, longText, momentUtc } from './print-texts';

/** Every entry of a record, oldest first, with its time in UTC and on its writer's own clock. */
export function CertificateStory(props: {
  events: readonly TrailEvent[];
  /** Times before which the clock had been set back. */
  setBack: readonly string[];
}): JSX.Element {
  const words = useWords();
  const { t } = words;
  const hasSeveral = new Set(props.events.map(({ writer }) => writer)).size > 1;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('certificate.story')}</h2>
      <PrintTable
        caption={t('certificate.story.caption')}
        columns={[
          t('certificate.story.number'),
          t('certificate.story.when'),
          t('certificate.story.what'),
          t('certificate.story.who'),
        ]}
        widths={['12%', '36%', '32%', '20%']}
        rows={props.events.map((event) => {
          const note = noteOf(event);
          return {
            key: event.hash,
            isLong: note.length > longText,
            cells: [
              hasSeveral ? <Entry key="entry" {...event} /> : String(event.sequence),
              <When key="when" event={event} words={words} setBack={props.setBack} />,
              <What key="what" event={event} note={note} />,
              <Who key="who" event={event} words={words} />,
            ],
          };
        })}
      />
    </section>
  );
}

/** Each installation counts for itself: where several wrote, a number alone names no entry. */
function Entry({ sequence, writer }: TrailEvent): JSX.Element {
  return (
    <>
      {sequence}
      <div class="mono" dir="ltr">
        {shortWriter(writer)}
      </div>
    </>
  );
}

function When(props: { event: TrailEvent; words: Words; setBack: readonly string[] }): JSX.Element {
  const { event, words } = props;
  const { clock, zone } = localMoment(event.at, event.offsetMinutes);
  return (
    <>
      <div>{momentUtc(event.at, words)}</div>
      <div>
        <bdi>
          {clockTime(clock, words.language)} {zone}
        </bdi>
      </div>
      {props.setBack.includes(event.at) && <div>{words.t('evidence.clock.story')}</div>}
    </>
  );
}

function What({ event, note }: { event: TrailEvent; note: string }): JSX.Element {
  const { t, day } = useWords();
  const occurredOn = event.kind === 'moved' ? event.occurredOn : '';
  return (
    <>
      <div>{happened(event, t)}</div>
      {occurredOn && <div>{t('certificate.story.happened', { day: day(occurredOn) })}</div>}
      {note && (
        <div class="note">
          <bdi>{note}</bdi>
        </div>
      )}
    </>
  );
}

function happened(event: TrailEvent, t: Words['t']): ComponentChildren {
  switch (event.kind) {
    case 'recorded':
      return t('certificate.story.recorded');
    case 'corrected':
      return t('history.story.corrected', { version: event.version });
    case 'moved':
      return t(`record.state.${event.state}`);
    case 'attached':
      return (
        <>
          {t('certificate.story.attached')} <span class="mono">{event.file.sha256}</span>
        </>
      );
    case 'erased':
      return t('certificate.story.erased');
  }
}

function noteOf(event: TrailEvent): string {
  if (event.kind === 'attached') return '';
  return maskAcceptanceLinks(event.kind === 'moved' ? event.note : event.reason);
}

function Who({ event, words }: { event: TrailEvent; words: Words }): JSX.Element {
  return (
    <>
      <div>
        <bdi>{actorName(event.by, words)}</bdi>
      </div>
      <div>{roleName(event.by.role, words)}</div>
    </>
  );
}

/** What each correction changed, before and after, in words. */
export function CertificateCorrections({ record }: { record: AttestationRecord }): JSX.Element {
  const words = useWords();
  const { t } = words;
  const later = record.versions.slice(1);
  return (
    <section
      aria-labelledby="corrections"
      class={later.length > 0 ? undefined : 'certificate-none'}
    >
      <h2 id="corrections">{t('certificate.versions')}</h2>
      {later.length === 0 && <p>{t('certificate.versions.none')}</p>}
      {later.map(({ version, at }) => {
        const corrections = correctionsIn(record, version);
        const about = t('certificate.versions.caption', { version, at: momentUtc(at, words) });
        return corrections.length === 0 ? (
          <p key={version}>{t('certificate.versions.same', { version })}</p>
        ) : (
          <div key={version}>
            <h3>{about}</h3>
            <PrintTable
              caption={about}
              columns={[
                t('certificate.versions.field'),
                t('certificate.versions.before'),
                t('certificate.versions.after'),
              ]}
              widths={['26%', '37%', '37%']}
              rows={corrections.map((one) => correctionRow(one, record, version, words))}
            />
          </div>
        );
      })}
    </section>
  );
}

function correctionRow(
  { field, before, after }: Correction,
  { versions }: AttestationRecord,
  version: number,
  words: Words,
) {
  const shown = (at: number) => (
    <bdi key={at}>
      {textOfField(field, versions[at]!.attestation, words) || words.t('history.detail.empty')}
    </bdi>
  );
  return {
    key: field,
    isLong: before.length + after.length > longText,
    cells: [words.t(`record.field.${field}`), shown(version - 2), shown(version - 1)],
  };
}
