import type { Settings } from '../settings';
import { type FactId, gatheredUntil } from './facts';
import type { CaseId, Evidence, In2020, Said } from './guide';
import { attestable } from './guide-roads';

/** What stands in this user's way, by partner type, then by role; nothing where the company attests and the role may. */
export function concerns(caseId: CaseId, { partnerType, role }: Settings): Said[] {
  if (!attestable.includes(caseId)) return [];
  if (!attests(partnerType)) return [{ key: `guide.you.${partnerType}` }];
  return mayAttest.includes(role) ? [] : [{ key: `guide.role.${role}` }];
}

/** The answers of the profile that the road rests on, as evidence. */
export function profileEvidence(caseId: CaseId, { partnerType, role }: Settings): Evidence[] {
  const others: CaseId[] = ['already-attested', 'acceptance-page'];
  if (![...attestable, ...others].includes(caseId)) return [];
  const byType: Said = { key: `guide.you.${partnerType}` };
  const said = attests(partnerType) ? [byType, { key: `guide.role.${role}` } as const] : [byType];
  return said.map((said) => ({ from: 'settings', said }));
}

const attests = (partnerType: Settings['partnerType']) =>
  partnerType === 'direct-bill' || partnerType === 'indirect-provider';

/** Roles that every source names but the 2020 document alone. */
const mayAttest: readonly Settings['role'][] = ['admin-agent', 'sales-agent'];

/** Facts the case rests on, most telling first. */
export function factIdsFor(caseId: CaseId, { partnerType }: Settings): FactId[] {
  const ids = factIds[caseId] ?? attesting;
  return partnerType === 'indirect-reseller' && attestable.includes(caseId)
    ? ['resellers-excluded', ...ids]
    : ids;
}

const attesting: FactId[] = [
  'pages-retired',
  'enhanced-api',
  'api-app-only',
  'link-no-sign-in',
  'link-expires',
  'direct-acceptance',
  'reaccept-2023',
  'blocked-2025',
  'duplicate-600061',
  'agreement-readable',
  'mfa-enforced',
  'roles-since',
  'roles-2020',
  'roles-global-admin',
  'evidence-on-request',
  'audit-90-days',
  'mail-after-attestation',
  'agreement-texts',
  'agreement-languages',
  'wording-2026',
];

const factIds: Partial<Record<CaseId, FactId[]>> = {
  'existing-partner': ['scenarios-2020', ...attesting],
  'new-partner': ['scenarios-2020', 'carry-over', ...attesting],
  'either-scenario': ['scenarios-2020', 'carry-over', ...attesting],
  'direct-possible': [
    'neither',
    'direct-acceptance',
    'carry-over',
    'reaccept-2023',
    'agreement-readable',
  ],
  'already-attested': ['duplicate-600061', 'agreement-readable', 'carry-over', 'reaccept-2023'],
  'acceptance-too-old': ['reaccept-2023', 'blocked-2025', ...attesting.slice(0, 6)],
  'auto-renewal': ['renewal-not-blocked', 'blocked-2025'],
  'delegated-admin': ['neither'],
  gdap: ['neither'],
  'partner-agreement': ['look-alikes'],
  'offer-attestation': ['look-alikes'],
  'partner-on-record': ['look-alikes'],
  'cloud-agreement': [
    'look-alikes',
    'required-2020',
    'direct-acceptance',
    'pages-retired',
    'enhanced-api',
  ],
  'excluded-cloud': ['clouds'],
  'relationship-missing': ['carry-over', 'scenarios-2020'],
  'not-ours': ['carry-over', 'direct-acceptance'],
  'acceptance-page': ['link-no-sign-in', 'link-expires', 'evidence-on-request'],
  'customer-account': ['agreement-readable', 'reaccept-2023', 'mfa-enforced'],
  'no-notice': ['wording-2026', 'agreement-readable'],
};

/** What the document said, in its order, and the day it stopped being true or was last known to hold. */
const statements = {
  'scenario-1': heldOn('2023-04-28'),
  'scenario-2': heldOn(gatheredUntil),
  renewal: heldOn('2023-04-28'),
  resolution: { since: '2026-01-05' },
  'role-admin-agent': heldOn(gatheredUntil),
  'role-global-admin': heldOn('2024-02-07'),
  'role-helpdesk-agent': { since: '2021-03-24' },
  'page-confirm': { since: '2026-01-05' },
  'page-add-customer': heldOn(gatheredUntil),
  'page-azure-plan': heldOn(gatheredUntil),
} satisfies Record<string, Pick<In2020, 'since' | 'asOf'>>;

type StatementId = keyof typeof statements;

function heldOn(asOf: string): Pick<In2020, 'asOf'> {
  return { asOf };
}

const onward: StatementId[] = [
  'resolution',
  'role-admin-agent',
  'role-global-admin',
  'role-helpdesk-agent',
  'page-confirm',
  'page-add-customer',
  'page-azure-plan',
];

const statementIds: Partial<Record<CaseId, StatementId[]>> = {
  'existing-partner': ['scenario-1', 'renewal', ...onward],
  'new-partner': ['scenario-2', ...onward],
  'either-scenario': ['scenario-1', 'scenario-2', 'renewal', ...onward],
  'acceptance-too-old': ['scenario-1', 'scenario-2', 'renewal', ...onward],
  'direct-possible': ['scenario-1', 'scenario-2', 'resolution'],
  'no-notice': ['scenario-1', 'scenario-2', ...onward],
  'relationship-missing': ['scenario-2', 'page-add-customer'],
  'already-attested': ['resolution', 'page-confirm'],
  'customer-account': ['page-confirm'],
  'auto-renewal': ['renewal'],
  'not-ours': ['scenario-2', 'resolution'],
};

/** What the 2020 document said on this case; nothing where it is silent. */
export function in2020For(caseId: CaseId): In2020[] {
  return (statementIds[caseId] ?? []).map((id) => ({
    said: { key: `guide.in2020.${id}.said` },
    now: { key: `guide.in2020.${id}.now` },
    ...statements[id],
  }));
}
