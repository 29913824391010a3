import type { AttestationRecord } from '../record/record';
import type { Settings } from '../settings';
import type { CaseId, GuideInput, Road, Said, Step, StepId } from './guide';
import { stepMaker } from './guide-steps';

/** Numbered steps for this case and this user, and another way where there is one. Never empty. */
export function roadsFor(
  caseId: CaseId,
  input: GuideInput,
  customerTenantId: string,
  underWay: AttestationRecord | undefined,
): { steps: Step[]; otherRoad?: Road } {
  const step = stepMaker(customerTenantId);
  const make = (ids: readonly StepId[]) =>
    ids.map((id) => step(id, said(id, input.settings, underWay)));
  const plan = planFor(caseId, input);
  const start: StepId[] = underWay && attestable.includes(caseId) ? ['continue-record'] : [];
  return {
    steps: make([...start, ...plan.steps]),
    ...(plan.other && {
      otherRoad: {
        said: { key: `guide.road.${plan.other.road}` },
        steps: make(plan.other.steps),
      },
    }),
  };
}

/** Cases in which the customer's acceptance of the agreement is what is missing. */
export const attestable: readonly CaseId[] = [
  'existing-partner',
  'new-partner',
  'either-scenario',
  'acceptance-too-old',
  'direct-possible',
  'cloud-agreement',
];

type Plan = {
  steps: StepId[];
  other?: { road: 'direct' | 'attest' | 'hand-off'; steps: StepId[] };
};

const directRoad: StepId[] = ['ask-direct', 'accept-directly', 'verify', 'push-order'];

function planFor(caseId: CaseId, input: GuideInput): Plan {
  const attest = attestRoad(caseId, input.settings);
  const isReseller = input.settings.partnerType === 'indirect-reseller';
  const road = isReseller ? 'hand-off' : 'attest';
  const direct = { road: 'direct', steps: directRoad } as const;
  const other = { road, steps: attest } as const;

  switch (caseId) {
    case 'existing-partner':
    case 'new-partner':
    case 'either-scenario':
    case 'acceptance-too-old':
      if (input.settings.partnerType === 'unsure') {
        return { steps: ['find-type', 'check-account', ...directRoad], other };
      }
      return { steps: ['check-account', ...attest], other: direct };
    case 'direct-possible':
      return { steps: [...directRoad, ...(input.sighting ? [] : ifShown)], other };
    case 'cloud-agreement':
      return {
        steps: [
          isReseller ? 'provider-uses-customer-agreement' : 'use-customer-agreement',
          ...directRoad,
        ],
        other,
      };
    case 'acceptance-page':
      return {
        steps: [
          'leave-page',
          'customer-accepts',
          isReseller ? 'ask-provider-done' : 'create-agreement',
          'verify',
        ],
      };
    case 'already-attested':
      return { steps: ['check-account', 'compare-signer', 'push-order'], other };
    case 'not-ours':
      return {
        steps: ['ask-which-partner', 'check-own-tenants', 'send-invitation', 'then-agreement'],
        other: direct,
      };
    case 'customer-account':
      return { steps: ['read-agreement', 'judge-date', ...directRoad], other };
    default:
      return { steps: plain[caseId] };
  }
}

const ifShown: StepId[] = ['if-sentence-shows'];

type PlainCase = Exclude<
  CaseId,
  | 'existing-partner'
  | 'new-partner'
  | 'either-scenario'
  | 'acceptance-too-old'
  | 'direct-possible'
  | 'cloud-agreement'
  | 'already-attested'
  | 'not-ours'
  | 'customer-account'
  | 'acceptance-page'
>;

const plain: Record<PlainCase, StepId[]> = {
  'auto-renewal': ['renewal-nothing', 'renewal-changes'],
  'delegated-admin': ['decide-delegation', 'come-back'],
  gdap: ['decide-gdap', 'come-back'],
  'partner-agreement': ['sign-partner-agreement', 'push-order'],
  'offer-attestation': ['accept-offer-condition', 'come-back'],
  'partner-on-record': ['confirm-partner-on-record', 'come-back'],
  'excluded-cloud': ['check-cloud-setting', 'ask-cloud-support'],
  'relationship-missing': ['send-invitation', 'accept-invitation', 'then-agreement'],
  'no-notice': ['start-by-hand', 'look-up', 'check-account'],
};

/** Through an attestation: by the partner's own system, or for a reseller by its provider. */
function attestRoad(caseId: CaseId, { partnerType, role }: Settings): StepId[] {
  const relationship: StepId[] = caseId === 'new-partner' ? ['check-relationship'] : [];
  if (partnerType === 'indirect-reseller') {
    return [
      'collect-evidence',
      'hand-to-provider',
      'provider-attests',
      'ask-provider-done',
      ...relationship,
      'push-order',
    ];
  }
  const byRole: StepId[] = [];
  if (role === 'global-admin') byRole.push('try-as-global-admin');
  if (role === 'helpdesk-agent' || role === 'other') byRole.push('find-agent');
  return [
    'record-signer',
    ...byRole,
    'create-attestation',
    'send-link',
    'customer-accepts',
    'create-agreement',
    'verify',
    ...relationship,
    'push-order',
  ];
}

function said(
  id: StepId,
  { providerName }: Settings,
  underWay: AttestationRecord | undefined,
): Said {
  if (id === 'hand-to-provider' && providerName.trim() !== '') {
    return { key: 'guide.step.hand-to-provider.named', values: { name: providerName.trim() } };
  }
  if (id === 'continue-record' && underWay) {
    return { key: 'guide.step.continue-record', values: { number: underWay.number } };
  }
  return { key: `guide.step.${id}` };
}
