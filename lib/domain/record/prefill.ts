import type { Guide } from '../guide/guide';
import type { Settings } from '../settings';
import type { Attestation, AttestationField } from './attestation';
import type { AttestationRecord } from './record';

/** What the page, its address, the settings and earlier records of this customer already tell. */
export function prefillFrom(
  guide: Pick<Guide, 'scenario' | 'found'>,
  settings: Settings,
  records: readonly AttestationRecord[],
): Partial<Attestation> {
  const earlier = records[0]?.current;
  const { customerTenantId, customerDomain } = guide.found;
  return notEmpty({
    companyName: earlier?.companyName ?? '',
    customerTenantId: customerTenantId || (earlier?.customerTenantId ?? ''),
    customerDomain: customerDomain || (earlier?.customerDomain ?? ''),
    country: earlier?.country ?? '',
    language: earlier?.language ?? '',
    scenario: guide.scenario === 'unknown' ? '' : guide.scenario,
    recordedBy: settings.recorderName,
    recorderRole: settings.role,
  });
}

function notEmpty(fields: Record<string, string>): Partial<Attestation> {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return Object.fromEntries(filled) as Partial<
    Record<AttestationField, string>
  > as Partial<Attestation>;
}
