import type { StringKey } from '@/lib/strings';
import { readAddress, strongerReading } from '../address/address';
import { type RecordState, type Scenario, standingOf } from '../record/attestation';
import type { AttestationRecord } from '../record/record';
import type { Settings } from '../settings';
import { type AgedFact, aged, factsOf } from './facts';
import { decide } from './guide-decide';
import { attestable, roadsFor } from './guide-roads';
import type { stepIds } from './guide-steps';
import { concerns, factIdsFor, in2020For, profileEvidence } from './guide-support';

export type { AgedFact, Fact, Grade } from './facts';

/** A sentence for a person: its key in the language files and the values it names. */
export type Said = { key: StringKey; values?: Record<string, string | number> };

export type Confidence = 'high' | 'medium' | 'low';

/** Everything a page, a mail or a call about "the agreement" can turn out to be. */
export const caseIds = [
  'existing-partner',
  'new-partner',
  'either-scenario',
  'direct-possible',
  'already-attested',
  'acceptance-too-old',
  'auto-renewal',
  'delegated-admin',
  'gdap',
  'partner-agreement',
  'offer-attestation',
  'partner-on-record',
  'cloud-agreement',
  'excluded-cloud',
  'relationship-missing',
  'not-ours',
  'acceptance-page',
  'customer-account',
  'no-notice',
] as const;
export type CaseId = (typeof caseIds)[number];

/** The two questions that settle the scenario, in the order they are asked. */
export const questionIds = ['bought-through-us', 'new-partner-link'] as const;
export type QuestionId = (typeof questionIds)[number];
export type Answer = 'yes' | 'no' | 'unsure';
export type Answers = Partial<Record<QuestionId, Answer>>;

/**
 * What a person says the matter is, or what a look-up found it to be, when no page says it:
 * `notice-reported` a customer read the sentence out; `order-refused` an order failed for the agreement (13605).
 */
export const claims = [
  'notice-reported',
  'order-refused',
  'auto-renewal',
  'first-purchase',
  'already-attested',
  'acceptance-too-old',
  'delegated-admin',
  'gdap',
  'partner-agreement',
  'offer-attestation',
  'partner-on-record',
  'cloud-agreement',
  'relationship-missing',
] as const;
export type Claim = (typeof claims)[number];

/** One line of "why?": what was found, and what it was read from. */
export type Evidence = {
  from:
    | 'notice'
    | 'address-at-start'
    | 'address-now'
    | 'records'
    | 'settings'
    | 'answer'
    | 'claim'
    | 'nothing';
  said: Said;
};

export type StepId = (typeof stepIds)[number];

/** One numbered step. `link` opens in a new tab. */
export type Step = {
  id: StepId;
  who: 'you' | 'colleague' | 'customer' | 'provider' | 'partner-system';
  said: Said;
  link?: { href: string; said: Said };
  /** What it takes: role, sign-in. */
  takes?: Said;
  /** How to see that it worked. */
  seeThat?: Said;
  /** What usually goes wrong. */
  pitfalls?: Said[];
};

/** Another way to the same end, with its own numbered steps. */
export type Road = { said: Said; steps: Step[] };

/**
 * A statement of the 2020 document and what became of it: `since` the day it stopped being true, or `asOf` the
 * last day on which it was known to hold.
 */
export type In2020 = { said: Said; now: Said; since?: string; asOf?: string };

export type GuideInput = {
  /** `gone`: the sentence has left the page since. */
  sighting?: { quote: string; language: string; gone?: boolean } | undefined;
  addressAtStart?: string | undefined;
  addressNow?: string | undefined;
  claim?: Claim | undefined;
  settings: Settings;
  /** Records of this customer, newest first; empty when the customer is not known. */
  records: AttestationRecord[];
  answers: Answers;
  /** Today as `YYYY-MM-DD`: facts older than a year are marked. */
  today: string;
};

export type Guide = {
  case: CaseId;
  scenario: Scenario;
  confidence: Confidence;
  /** It is as sure as what a person or a message said: nothing else speaks for it or against it. */
  onlyReported: boolean;
  title: Said;
  /** One or two sentences: what this is and whether it concerns this user. */
  summary: Said[];
  evidence: Evidence[];
  /** The question that decides, when the case cannot be known without it. */
  question?: QuestionId;
  /** A question that is not needed but would make the answer surer, or show that it is wrong. */
  mayAsk?: QuestionId;
  /** The answers of the profile that the road was made for. */
  restsOn: Pick<Settings, 'partnerType' | 'role' | 'cloud'>;
  /** The road for this user, never empty. */
  steps: Step[];
  otherRoad?: Road;
  /** What Microsoft's document of 2020 said, and what became of it. */
  in2020: In2020[];
  facts: AgedFact[];
  /** True when recording an attestation is a sensible next step. */
  canRecord: boolean;
  /** A record of this customer that is open: go on there instead of starting another. */
  underWay?: { recordId: string; number: string; state: RecordState };
  /** Read from the addresses: prefills the form. */
  found: { customerTenantId: string; customerDomain: string };
};

/** What this is and what to do now. Pure; never without a next step. */
export function guideFor(input: GuideInput): Guide {
  const { case: caseId, confidence, evidence, question, mayAsk } = decide(input);
  const { partnerType, role, cloud } = input.settings;
  const found = whoIn(input);
  const underWay = openRecord(input.records);
  const { steps, otherRoad } = roadsFor(caseId, input, found.customerTenantId, underWay);
  return {
    case: caseId,
    scenario: scenarioOf[caseId],
    confidence,
    onlyReported: confidence === 'high' && evidence.every(({ from }) => from === 'claim'),
    title: { key: `guide.case.${caseId}.title` },
    summary: [{ key: `guide.case.${caseId}.summary` }, ...concerns(caseId, input.settings)],
    evidence: [...evidence, ...profileEvidence(caseId, input.settings)],
    ...(question && { question }),
    ...(mayAsk && { mayAsk }),
    restsOn: { partnerType, role, cloud },
    steps,
    ...(otherRoad && { otherRoad }),
    in2020: in2020For(caseId),
    facts: aged(factsOf(...factIdsFor(caseId, input.settings)), input.today),
    canRecord: attestable.includes(caseId),
    ...(underWay && {
      underWay: {
        recordId: underWay.recordId,
        number: underWay.number,
        state: underWay.state,
      },
    }),
    found,
  };
}

const scenarioOf: Record<CaseId, Scenario> = {
  'existing-partner': 'existing-partner',
  'new-partner': 'new-partner',
  'either-scenario': 'unknown',
  'direct-possible': 'neither',
  'already-attested': 'unknown',
  'acceptance-too-old': 'unknown',
  'auto-renewal': 'neither',
  'delegated-admin': 'neither',
  gdap: 'neither',
  'partner-agreement': 'neither',
  'offer-attestation': 'neither',
  'partner-on-record': 'neither',
  'cloud-agreement': 'neither',
  'excluded-cloud': 'neither',
  'relationship-missing': 'neither',
  'not-ours': 'unknown',
  'acceptance-page': 'unknown',
  'customer-account': 'unknown',
  'no-notice': 'unknown',
};

/** The customer as the addresses name it, else as the newest record does. */
function whoIn({ addressAtStart, addressNow, records }: GuideInput): Guide['found'] {
  const read = (address: string | undefined) => (address ? readAddress(address) : undefined);
  const reading = strongerReading(read(addressAtStart), read(addressNow))?.reading;
  const newest = records[0]?.current;
  return {
    customerTenantId: reading?.customerTenantId ?? newest?.customerTenantId ?? '',
    customerDomain: reading?.customerDomain ?? newest?.customerDomain ?? '',
  };
}

/** The newest record that is neither with Microsoft nor closed. */
function openRecord(records: AttestationRecord[]): AttestationRecord | undefined {
  return records.find(({ state }) => standingOf[state] === 'kept-here');
}
