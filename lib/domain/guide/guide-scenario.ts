import type { AddressReading } from '../address/address';
import type { AttestationRecord } from '../record/record';
import type { Evidence, GuideInput, QuestionId, Said } from './guide';
import type { Decision } from './guide-decide';

type Address = { reading: AddressReading; from: 'address-at-start' | 'address-now' };

/** What is known before anything is decided. */
export type Known = GuideInput & {
  address: Address | undefined;
  /** The customer cannot accept: seen on the page, told by a person, or meant by an answer. */
  isStuck: boolean;
  /** The link's partner or provider is one of the user's own tenants; undefined when that cannot be told. */
  isOurLink: boolean | undefined;
  earlier: AttestationRecord[];
};

/** What a rule found; `by` is the evidence of its own. */
export type Found = Omit<Decision, 'evidence'> & { by?: Evidence[] };

/** Scenario 1, scenario 2 or the question that decides: answers first, then the address and earlier records. */
export function byScenario(known: Known): Found {
  const bought = known.answers['bought-through-us'];
  const link = known.answers['new-partner-link'];
  const invites = isInvitation(known.address?.reading);
  if (bought === 'yes') {
    return { case: 'existing-partner', confidence: invites || link === 'yes' ? 'medium' : 'high' };
  }
  if (bought === 'no') return notThroughUs(known, invites);
  if (link === 'yes') {
    const mayAsk = bought ? undefined : 'bought-through-us';
    return { case: 'new-partner', confidence: 'medium', mayAsk };
  }
  if (link === 'no' && !invites) {
    const confidence = known.address?.reading.kind === 'agreement' ? 'medium' : 'low';
    const mayAsk = bought ? undefined : 'bought-through-us';
    return { case: 'existing-partner', confidence, mayAsk };
  }
  return byAddress(known);
}

/** The customer has not bought through this partner: a new partner, or another partner's matter. */
function notThroughUs({ answers, claim, sighting, earlier }: Known, invites: boolean): Found {
  const link = answers['new-partner-link'];
  const contradiction = earlier.length > 0 ? [recordsSay(earlier)] : [];
  const sure = contradiction.length > 0 ? 'medium' : 'high';
  if (link === 'yes') return { case: 'new-partner', confidence: sure, by: contradiction };
  if (invites) {
    return {
      case: 'new-partner',
      confidence: link === 'no' ? 'medium' : sure,
      by: contradiction,
    };
  }
  if (link === undefined) {
    return {
      case: 'new-partner',
      confidence: 'low',
      question: 'new-partner-link',
      by: contradiction,
    };
  }
  if (link === 'unsure') return { case: 'new-partner', confidence: 'low', by: contradiction };
  const orderAlone = claim === 'order-refused' && !sighting;
  return {
    case: orderAlone ? 'direct-possible' : 'not-ours',
    confidence: 'low',
    by: contradiction,
  };
}

/** No answer decides: the address, earlier records and the user's own tenant do, as far as they can. */
function byAddress(known: Known): Found {
  const { address, earlier, isOurLink, answers } = known;
  const kind = address?.reading.kind;
  const question = nextQuestion(answers);
  const records = earlier.length > 0 ? [recordsSay(earlier)] : [];

  if (isInvitation(address?.reading)) {
    if (isOurLink && earlier.length > 0) {
      const own: Evidence = { from: 'settings', said: { key: 'guide.why.own-tenant' } };
      const by = [own, ...records];
      return { case: 'existing-partner', confidence: 'medium', by, mayAsk: question };
    }
    const sure = kind !== 'invitation-untyped' && earlier.length === 0;
    const own: Evidence[] = isOurLink
      ? [{ from: 'settings', said: { key: 'guide.why.own-tenant' } }]
      : [];
    return {
      case: 'new-partner',
      confidence: sure ? 'high' : 'medium',
      by: [...own, ...records],
      mayAsk: sure ? undefined : question,
    };
  }
  if (kind === 'agreement' || earlier.length > 0) {
    return { case: 'existing-partner', confidence: 'medium', by: records, mayAsk: question };
  }
  if (kind === 'purchase') return { case: 'existing-partner', confidence: 'low', question };
  return { case: 'either-scenario', confidence: 'low', question };
}

function nextQuestion(answers: GuideInput['answers']): QuestionId | undefined {
  if (!answers['bought-through-us']) return 'bought-through-us';
  if (!answers['new-partner-link']) return 'new-partner-link';
  return undefined;
}

function isInvitation(reading: AddressReading | undefined): boolean {
  return (
    reading?.kind === 'invitation' ||
    reading?.kind === 'invitation-untyped' ||
    reading?.kind === 'legacy-signup'
  );
}

function recordsSay(earlier: AttestationRecord[]): Evidence {
  const said: Said = {
    key: 'guide.why.earlier-records',
    values: { count: earlier.length, number: earlier[0]!.number },
  };
  return { from: 'records', said };
}
