import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AddressKind } from '@/lib/domain/address/address';
import {
  type Answer,
  type Answers,
  type Claim,
  type GuideInput,
  guideFor,
} from '@/lib/domain/guide/guide';
import { originalOf, titleOf } from '@/lib/domain/look-up/finding-title';
import type { Finding } from '@/lib/domain/look-up/look-up';
import { emptyAttestation, type Scenario } from '@/lib/domain/record/attestation';
import type { AttestationRecord } from '@/lib/domain/record/record';
import type { Settings } from '@/lib/domain/settings';
import { useWords } from '@/lib/i18n';
import { AnswerButtons } from '../GuideQuestions';
import { GuideView } from '../GuideView';
import { Icon } from '../Icon';
import { MessageBar } from '../MessageBar';
import { RecordCard } from '../panel/EarlierRecords';
import { StepHelp } from '../StepHelp';
import { type CustomerRecords, useCustomer } from '../use-customer';
import { useLetters } from '../use-letters';
import { Explanation } from './Explanation';
import { useRecordsLike } from './use-records-like';

type KnownCustomer = { customerTenantId?: string; customerDomain?: string };
/** What a look-up gives to a record that is begun from it. */
export type RecordStart = KnownCustomer & { scenario?: Scenario; records?: AttestationRecord[] };

export type FindingDetailProps = {
  finding: Finding;
  /** What was typed or pasted. */
  asked: string;
  settings: Settings;
  /** An acceptance link that was pasted, of which `asked` and `finding` hold only the mask. */
  secret?: string | undefined;
  onBack: () => void;
  onRecord: (known?: RecordStart) => void;
  onOpen: (page: string) => void;
};

/** One finding explained, and what to do about it. Escape goes back to the list. */
export function FindingDetail(props: FindingDetailProps): JSX.Element {
  const { finding, onBack } = props;
  const words = useWords();
  const { t } = words;
  const original = originalOf(finding);
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  // Wherever the keyboard stands, also when what it stood on has gone; from the moment the finding is shown.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onBack]);

  return (
    <main class="popup">
      <header class="popup-header">
        <button ref={back} class="button button-subtle" type="button" onClick={onBack}>
          <Icon name="back" /> {t('popup.back')}
        </button>
      </header>
      <section class="card">
        <div class="stack-tight">
          <h2 dir="auto">{titleOf(finding, words)}</h2>
          {original && (
            <p class="soft" lang="en" dir="ltr">
              {original}
            </p>
          )}
        </div>
        <Explanation finding={finding} secret={props.secret} />
      </section>
      <Onward {...props} />
    </main>
  );
}

/** Where to go from here: the guide where the finding is a case, records where it names a customer. */
function Onward(props: FindingDetailProps): JSX.Element | null {
  const { finding } = props;
  switch (finding.kind) {
    case 'notice':
      return <Case {...props} input={{ sighting: finding, claim: finding.claim }} />;
    case 'address':
      return <LinkCase {...props} address={finding.shown} kind={finding.reading.kind} />;
    case 'entry':
      return finding.entry.claim ? (
        <Case {...props} input={{ claim: finding.entry.claim }} />
      ) : null;
    case 'topic':
      return finding.claim ? <Case {...props} input={{ claim: finding.claim }} /> : null;
    case 'tenant-id':
      return <Customer {...props} known={{ customerTenantId: finding.tenantId }} />;
    case 'domain':
    case 'email':
      return <Customer {...props} known={{ customerDomain: finding.domain }} />;
    case 'record-number':
      return <Numbered number={finding.number} />;
  }
}

/** A link says where it leads, not what the customer saw there: that must be asked. */
function LinkCase(props: FindingDetailProps & { address: string; kind: AddressKind }): JSX.Element {
  const { t } = useWords();
  const [sees, setSees] = useState<Answer>();
  const input = {
    addressAtStart: props.address,
    ...(sees === 'yes' && ({ claim: 'notice-reported' } as const)),
  };
  if (!mayShowNotice.includes(props.kind)) return <Case {...props} input={input} />;
  return (
    <>
      <div class="card">
        <fieldset class="question">
          <legend class="visually-hidden">{t('popup.seesNotice')}</legend>
          <p class="strong" aria-hidden="true">
            {t('popup.seesNotice')}
          </p>
          <p class="small soft">{t('popup.seesNotice.hint')}</p>
          <AnswerButtons answer={sees} onAnswer={setSees} />
        </fieldset>
      </div>
      <Case {...props} input={input} />
    </>
  );
}

/** Pages of the customer on which the sentence may stand; others are another matter, whatever stands there. */
const mayShowNotice: readonly AddressKind[] = [
  'invitation',
  'invitation-untyped',
  'legacy-signup',
  'agreement',
  'purchase',
  'other',
];

function Case(
  props: FindingDetailProps & {
    input: { claim?: Claim; addressAtStart?: string; sighting?: GuideInput['sighting'] };
  },
): JSX.Element {
  const [answers, setAnswers] = useState<Answers>({});
  const question = {
    ...props.input,
    settings: props.settings,
    answers,
    today: new Date().toISOString().slice(0, 10),
  };
  const { found } = guideFor({ ...question, records: [] });
  const { records } = useCustomer(found);
  const letters = useLetters(`popup ${props.asked}`);
  const guide = guideFor({ ...question, records });
  const underWay = records.find(({ recordId }) => recordId === guide.underWay?.recordId);
  const record = () => props.onRecord({ ...found, scenario: guide.scenario, records });
  const material = {
    known: (underWay ?? records[0])?.current ?? { ...emptyAttestation, ...found },
    collected: underWay,
    settings: props.settings,
    letters,
    onRecord: record,
  };
  return (
    <GuideView
      guide={guide}
      answers={answers}
      onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
      onRecord={record}
      onProfile={() => props.onOpen('/dashboard.html#/settings')}
      help={(step) => <StepHelp {...material} step={step} />}
    />
  );
}

function Customer(props: FindingDetailProps & { known: KnownCustomer }): JSX.Element {
  const { t } = useWords();
  const { records, failed } = useCustomer({
    customerTenantId: '',
    customerDomain: '',
    ...props.known,
  });
  return (
    <>
      <Records records={records} failed={failed} />
      <div>
        <button class="button" type="button" onClick={() => props.onRecord(props.known)}>
          <Icon name="add" /> {t('popup.byHand.customer')}
        </button>
      </div>
    </>
  );
}

function Numbered({ number }: { number: string }): JSX.Element {
  return <Records {...useRecordsLike(number)} />;
}

function Records({ records, failed }: CustomerRecords): JSX.Element {
  const { t } = useWords();
  if (failed) {
    return (
      <MessageBar tone="bad" live>
        <p>{t('panel.earlier.failed')}</p>
      </MessageBar>
    );
  }
  if (records.length === 0) return <p class="soft">{t('popup.noRecords')}</p>;
  return (
    <ul class="plain-list">
      {records.map((record) => (
        <li key={record.recordId}>
          <RecordCard record={record} />
        </li>
      ))}
    </ul>
  );
}
