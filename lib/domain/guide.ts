import type { StringKey } from '@/lib/strings';
import type { Scenario } from './attestation';
import type { AttestationRecord } from './record';
import type { Settings } from './settings';

/** A sentence for a person: its key in the language files and the values it names. */
export type Said = { key: StringKey; values?: Record<string, string | number> };

export type Confidence = 'high' | 'medium' | 'low';

/** How well a fact is supported: a Microsoft page, distributors agreeing, others' code, nobody. */
export type Grade = 'MS' | 'DIST' | 'CODE' | 'OPEN';

/** A fact of the field with its support. `date` is the day of the event or of the page that says it. */
export type Fact = {
  id: string;
  said: Said;
  date: string;
  source: string;
  sourceUrl?: string;
  grade: Grade;
};

export type QuestionId = 'bought-through-us' | 'new-partner-link';
export type Answer = 'yes' | 'no' | 'unsure';
export type Answers = Partial<Record<QuestionId, Answer>>;

/** One line of "why?": what was found, and what it was read from. */
export type Evidence = {
  from: 'notice' | 'address-at-start' | 'address-now' | 'records' | 'settings' | 'answer';
  said: Said;
};

export type Step = {
  who: 'you' | 'colleague' | 'customer' | 'provider' | 'partner-system';
  said: Said;
  /** A page that opens in a new tab. */
  link?: { href: string; said: Said };
  /** What it takes (role, sign-in), how to see that it worked, what usually goes wrong. */
  takes?: Said;
  seeThat?: Said;
  pitfalls?: Said[];
};

export type GuideInput = {
  sighting?: { quote: string; language: string } | undefined;
  addressAtStart?: string | undefined;
  addressNow?: string | undefined;
  settings: Settings;
  /** Records of this customer, newest first; empty when the customer is not known. */
  records: AttestationRecord[];
  answers: Answers;
  /** Today as `YYYY-MM-DD`. */
  today: string;
};

export type Guide = {
  /** Names the case; the list of all is in this file. */
  case: CaseId;
  scenario: Scenario;
  confidence: Confidence;
  title: Said;
  /** One or two sentences: what this is and whether it concerns this user. */
  summary: Said[];
  evidence: Evidence[];
  /** The question that decides, when the case cannot be known without it. */
  question?: QuestionId;
  steps: Step[];
  /** What Microsoft's document of 2020 said, and what became of it. */
  then: Said[];
  facts: Fact[];
  /** True when recording an attestation is a sensible next step. */
  canRecord: boolean;
};

export type CaseId = 'PLACEHOLDER';
