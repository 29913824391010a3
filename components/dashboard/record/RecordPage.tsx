import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MessageBar } from '@/components/MessageBar';
import { Problem } from '@/components/Problem';
import { HandOffOpener } from '@/components/StepHelp';
import { useAsked } from '@/components/use-asked';
import { standingOf } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import type { TrailEvent } from '@/lib/domain/trail/trail';
import { useWords } from '@/lib/i18n';
import { readRecordTrail } from '@/lib/requests';
import { StandingBadge } from '../../StandingBadge';
import { Loading } from '../Loading';
import { customerName } from '../labels';
import { PageHead, type UpLink } from '../PageHead';
import type { Route } from '../route';
import { ErasePerson } from './ErasePerson';
import { EvidenceCard } from './EvidenceCard';
import { isMalformed, MissingRecord } from './MissingRecord';
import { MoveRecord } from './MoveRecord';
import { RecordActions } from './RecordActions';
import { RecordDetail } from './RecordDetail';
import { RecordStory } from './RecordStory';
import { RecordVersions } from './RecordVersions';
import { WithdrawRecord } from './WithdrawRecord';

export type RecordPageProps = {
  recordId: string;
  /** Its form was saved a moment ago, and that should be said. */
  justSaved: boolean;
  settings: Settings;
  change: (changes: Partial<Settings>) => Promise<void>;
  go: (route: Route) => void;
  up: UpLink;
};

/** One record: what it says, what it is worth, what happened to it, and what can be done with it. */
export function RecordPage(props: RecordPageProps): JSX.Element {
  const { t } = useWords();
  const { recordId } = props;
  const asked = useAsked(() => readRecordTrail.ask({ recordId }), recordId, ['trailChanged']);
  const { value } = asked;

  if (value?.record)
    return <ShownRecord {...props} trail={value} record={value.record} again={asked.again} />;
  if (value || isMalformed(asked.error))
    return <MissingRecord {...(value && { remains: value })} up={props.up} />;
  return (
    <>
      <PageHead title={t('history.record.title')} up={props.up} />
      {asked.error === undefined && <Loading />}
      <Problem error={asked.error} again={asked.again} />
    </>
  );
}

function ShownRecord(
  props: RecordPageProps & {
    record: AttestationRecord;
    trail: { events: TrailEvent[]; unread: number; setBack: string[] };
    again: () => void;
  },
): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { record, trail, settings, change, again } = props;
  const [open, setOpen] = useState<'move' | 'withdraw' | 'erase'>();
  const [said, setSaid] = useState(
    props.justSaved ? t('history.saved', { number: record.number }) : '',
  );
  const status = useRef<HTMLDivElement>(null);
  const isWithdrawn = record.state === 'withdrawn';
  // Withdrawing takes away the button that it began with, before or after its dialog closes.
  useEffect(() => {
    if (isWithdrawn && !open && said && document.activeElement === document.body)
      status.current?.focus();
  }, [isWithdrawn, open, said]);
  const done = (text: string) => {
    setOpen(undefined);
    setSaid(text);
    again();
  };
  const form = { record, settings, change, onClose: () => setOpen(undefined), onDone: done };

  return (
    <>
      <PageHead title={customerName(record.current, words)} tab={record.number} up={props.up} />
      <div class="row">
        <StandingBadge state={record.state} />
        <span>{t(`record.state.${record.state}`)}</span>
        <span class="soft mono" dir="ltr">
          {record.number}
        </span>
      </div>
      <RecordActions
        {...props}
        onMove={() => setOpen('move')}
        onWithdraw={() => setOpen('withdraw')}
        onErase={() => setOpen('erase')}
      />
      <div role="status" ref={status} tabIndex={-1}>
        {said && <MessageBar tone="good">{said}</MessageBar>}
      </div>
      {trail.unread > 0 && (
        <MessageBar tone="bad">
          <p>{t('history.record.unread', { count: trail.unread })}</p>
        </MessageBar>
      )}
      <MessageBar tone={isWithdrawn ? 'warn' : 'info'}>
        <p>{t(`history.standing.${standingOf[record.state]}`)}</p>
      </MessageBar>
      <div class="record-columns">
        <RecordDetail record={record} />
        <RecordStory files={record.files} {...trail} />
      </div>
      <EvidenceCard record={record} settings={settings} change={change} again={again} />
      {settings.partnerType === 'indirect-reseller' && (
        <HandOffCard record={record} settings={settings} />
      )}
      {record.versions.length > 1 && <RecordVersions versions={record.versions} />}
      {open === 'move' && <MoveRecord {...form} />}
      {open === 'withdraw' && <WithdrawRecord {...form} />}
      {open === 'erase' && <ErasePerson {...form} />}
    </>
  );
}

/** A reseller's way on: the pack for its provider, while the record has not gone further. */
function HandOffCard(props: { record: AttestationRecord; settings: Settings }): JSX.Element | null {
  const { t } = useWords();
  if (standingOf[props.record.state] !== 'kept-here') return null;
  return (
    <section class="card" aria-labelledby="hand-off">
      <h2 id="hand-off">{t('guide.handOff.title')}</h2>
      <HandOffOpener collected={props.record} settings={props.settings} />
    </section>
  );
}
