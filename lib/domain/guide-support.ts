import type { FactId } from './facts';
import type { CaseId, In2020, Said } from './guide';
import { attestable } from './guide-roads';
import type { Settings } from './settings';

/** Whether this user may do what the case needs: by partner type, then by role. */
export function concerns(caseId: CaseId, { partnerType, role }: Settings): Said[] {
  if (!attestable.includes(caseId)) return [];
  const byType: Said = { key: `guide.you.${partnerType}` };
  const attests = partnerType === 'direct-bill' || partnerType === 'indirect-provider';
  return attests ? [byType, { key: `guide.role.${role}` }] : [byType];
}

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
  'evidence-on-request',
  'audit-90-days',
  'mail-after-attestation',
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
  'cloud-agreement': ['look-alikes', 'direct-acceptance', 'pages-retired', 'enhanced-api'],
  'excluded-cloud': ['clouds'],
  'relationship-missing': ['carry-over', 'scenarios-2020'],
  'not-ours': ['carry-over', 'direct-acceptance'],
  'acceptance-page': ['link-no-sign-in', 'link-expires', 'evidence-on-request'],
  'customer-account': ['agreement-readable', 'reaccept-2023', 'mfa-enforced'],
  'no-notice': ['wording-2026', 'agreement-readable'],
};

const retired = '2026-01-05';

const statements = {
  'scenario-1': entry('scenario-1'),
  'scenario-2': entry('scenario-2'),
  renewal: entry('renewal'),
  resolution: entry('resolution', retired),
  roles: entry('roles'),
  'page-confirm': entry('page-confirm', retired),
  'page-add-customer': entry('page-add-customer'),
  'page-azure-plan': entry('page-azure-plan'),
} satisfies Record<string, In2020>;

type StatementId =
  | 'scenario-1'
  | 'scenario-2'
  | 'renewal'
  | 'resolution'
  | 'roles'
  | 'page-confirm'
  | 'page-add-customer'
  | 'page-azure-plan';

function entry(id: StatementId, since?: string): In2020 {
  return {
    said: { key: `guide.in2020.${id}.said` },
    now: { key: `guide.in2020.${id}.now` },
    ...(since && { since }),
  };
}

const onward: StatementId[] = [
  'resolution',
  'roles',
  'page-confirm',
  'page-add-customer',
  'page-azure-plan',
];

const statementIds: Partial<Record<CaseId, StatementId[]>> = {
  'existing-partner': ['scenario-1', ...onward],
  'new-partner': ['scenario-2', ...onward],
  'either-scenario': ['scenario-1', 'scenario-2', ...onward],
  'acceptance-too-old': ['scenario-1', 'scenario-2', ...onward],
  'already-attested': ['resolution', 'page-confirm'],
  'customer-account': ['page-confirm'],
  'auto-renewal': ['renewal'],
  'not-ours': ['scenario-2', 'resolution'],
};

/** What the 2020 document said on this case; nothing where it is silent. */
export function in2020For(caseId: CaseId): In2020[] {
  return (statementIds[caseId] ?? []).map((id) => statements[id]);
}
