import { type AddressReading, readAddress, strongerReading } from '../address/address';
import { type RecordState, standingOf } from '../record/attestation';
import type { CaseId, Claim, Confidence, Evidence, GuideInput, QuestionId } from './guide';
import { byScenario, type Found, type Known } from './guide-scenario';

/** Which case it is, how sure that is, and what it rests on. */
export type Decision = {
  case: CaseId;
  confidence: Confidence;
  evidence: Evidence[];
  question?: QuestionId | undefined;
  mayAsk?: QuestionId | undefined;
};

/** Acceptances from before this day must be given again (distributors agree). */
export const reacceptBefore = '2023-04-01';

/** Decide from everything that is known. Rules that exclude the agreement come first, then records, then the scenario. */
export function decide(input: GuideInput): Decision {
  const known = gather(input);
  for (const rule of [byClaim, byOtherMatter, byRecords, byPage]) {
    const found = rule(known);
    if (found) return conclude(known, found);
  }
  return conclude(known, byScenario(known));
}

function gather(input: GuideInput): Known {
  const read = (address: string | undefined) => (address ? readAddress(address) : undefined);
  const address = strongerReading(read(input.addressAtStart), read(input.addressNow));
  const reported = input.claim === 'notice-reported' || input.claim === 'order-refused';
  return {
    ...input,
    address,
    isStuck: Boolean(input.sighting) || reported || Object.values(input.answers).some(Boolean),
    isOurLink: isOurs(address?.reading, input.settings.ownTenantIds),
    earlier: input.records.filter((record) => record.state !== 'withdrawn'),
  };
}

function isOurs(reading: AddressReading | undefined, ownTenantIds: string[]): boolean | undefined {
  const partners = [reading?.partnerId, reading?.indirectCSPId].filter((id) => id !== undefined);
  if (partners.length === 0 || ownTenantIds.length === 0) return undefined;
  const own = ownTenantIds.map((id) => id.trim().toLowerCase());
  return partners.some((id) => own.includes(id));
}

/** Claims that name the case by themselves. A notice on the page speaks against all of them. */
const claimed: Partial<Record<Claim, CaseId>> = {
  'auto-renewal': 'auto-renewal',
  'first-purchase': 'direct-possible',
  'already-attested': 'already-attested',
  'acceptance-too-old': 'acceptance-too-old',
  'delegated-admin': 'delegated-admin',
  gdap: 'gdap',
  'partner-agreement': 'partner-agreement',
  'offer-attestation': 'offer-attestation',
  'partner-on-record': 'partner-on-record',
  'cloud-agreement': 'cloud-agreement',
  'relationship-missing': 'relationship-missing',
};

const aboutAttesting: CaseId[] = ['already-attested', 'acceptance-too-old', 'cloud-agreement'];

function byClaim({ claim, sighting, settings }: Known): Found | undefined {
  const caseId = claim && claimed[claim];
  if (!caseId) return undefined;
  if (settings.cloud !== 'public' && aboutAttesting.includes(caseId)) return undefined;
  const isExpected = !sighting || aboutAttesting.includes(caseId);
  // The sentence does not say when or what was accepted: what a person said of it stays likely, as with a record.
  if (isExpected) return { case: caseId, confidence: sighting ? 'medium' : 'high' };
  return {
    case: caseId,
    confidence: 'low',
    by: [{ from: 'notice', said: { key: 'guide.why.notice-speaks-against' } }],
  };
}

function byOtherMatter({ address, settings, isOurLink, isStuck }: Known): Found | undefined {
  const kind = address?.reading.kind;
  if (kind === 'gdap' || kind === 'delegated-admin') return { case: kind, confidence: 'high' };
  if (settings.cloud !== 'public') {
    const by: Evidence = { from: 'settings', said: { key: 'guide.why.cloud' } };
    return { case: 'excluded-cloud', confidence: 'high', by: [by] };
  }
  if (kind === 'acceptance-link') return { case: 'acceptance-page', confidence: 'high' };
  if (isOurLink === false) {
    const by: Evidence = { from: 'settings', said: { key: 'guide.why.not-own-tenant' } };
    return { case: 'not-ours', confidence: 'medium', by: [by] };
  }
  if (kind === 'customer-account' && !isStuck) {
    return { case: 'customer-account', confidence: 'high' };
  }
  return undefined;
}

function byRecords({ earlier }: Known): Found | undefined {
  const confirmed = earlier.find(({ state }) => isConfirmed(state));
  if (!confirmed) return undefined;
  const { dateAgreed } = confirmed.current;
  const values = { number: confirmed.number, date: dateAgreed };
  if (dateAgreed !== '' && dateAgreed < reacceptBefore) {
    const by: Evidence = { from: 'records', said: { key: 'guide.why.record-too-old', values } };
    return { case: 'acceptance-too-old', confidence: 'medium', by: [by] };
  }
  const isVerified = standingOf[confirmed.state] === 'verified';
  const key = isVerified ? 'guide.why.record-verified' : 'guide.why.record-filed';
  return {
    case: 'already-attested',
    confidence: isVerified ? 'high' : 'medium',
    by: [{ from: 'records', said: { key, values } }],
  };
}

function isConfirmed(state: RecordState): boolean {
  return standingOf[state] === 'filed' || standingOf[state] === 'verified';
}

/** Pages that show no notice, when nobody says that the customer is stuck. */
function byPage({ address, isStuck }: Known): Found | undefined {
  if (isStuck) return undefined;
  const acceptsThere = ['invitation', 'invitation-untyped', 'legacy-signup', 'agreement'];
  if (address && acceptsThere.includes(address.reading.kind)) {
    return {
      case: 'direct-possible',
      confidence: 'low',
      by: [{ from: 'nothing', said: { key: 'guide.why.no-notice' } }],
      mayAsk: 'bought-through-us',
    };
  }
  const by: Evidence = { from: 'nothing', said: { key: 'guide.why.no-notice' } };
  return { case: 'no-notice', confidence: 'medium', by: [by] };
}

/** Put the evidence in the order people ask for it: the page, the address, then what else was known. */
function conclude(known: Known, { by = [], question, mayAsk, ...found }: Found): Decision {
  const { sighting, address, claim, answers } = known;
  const evidence: Evidence[] = [];
  if (sighting) {
    const key = sighting.gone ? 'guide.why.notice.gone' : 'guide.why.notice';
    evidence.push({ from: 'notice', said: { key, values: { quote: sighting.quote } } });
  }
  if (address && address.reading.kind !== 'other') {
    evidence.push({
      from: address.from,
      said: { key: `guide.why.address.${address.reading.kind}` },
    });
  }
  if (claim) evidence.push({ from: 'claim', said: { key: `guide.why.claim.${claim}` } });
  evidence.push(...by);
  for (const id of ['bought-through-us', 'new-partner-link'] as const) {
    const answer = answers[id];
    if (answer) evidence.push({ from: 'answer', said: { key: `guide.why.${id}.${answer}` } });
  }
  // A page that asks for the confirmation speaks against one that is there already.
  const isDoubted = found.case === 'already-attested' && sighting && !sighting.gone;
  return {
    ...found,
    confidence: isDoubted && found.confidence === 'high' ? 'medium' : found.confidence,
    evidence,
    ...(question && { question }),
    ...(mayAsk && { mayAsk }),
  };
}
