import { expect, it } from 'vitest';
import { emptyAttestation } from '@/lib/domain/record/attestation';
import { prefillFrom } from '@/lib/domain/record/prefill';
import type { AttestationRecord } from '@/lib/domain/record/record';
import { defaultSettings } from '@/lib/domain/settings';

const tenant = '11111111-2222-4333-8444-555555555555';
const settings = { ...defaultSettings, recorderName: 'Mei Lin', role: 'admin-agent' as const };
const guide = {
  scenario: 'new-partner' as const,
  found: { customerTenantId: '', customerDomain: 'contoso.com' },
};
const earlier = {
  current: {
    ...emptyAttestation,
    companyName: 'Contoso',
    customerTenantId: tenant,
    country: 'DE',
    firstName: 'Jane',
    email: 'jane@contoso.com',
    dateAgreed: '2024-05-01',
  },
} as AttestationRecord;

it('takes customer from page and earlier record, and the recorder from the settings', () => {
  expect(prefillFrom(guide, settings, [earlier])).toEqual({
    companyName: 'Contoso',
    customerTenantId: tenant,
    customerDomain: 'contoso.com',
    country: 'DE',
    scenario: 'new-partner',
    recordedBy: 'Mei Lin',
    recorderRole: 'admin-agent',
  });
});

it('never takes over who accepted or when: that must be known anew', () => {
  const known = prefillFrom(guide, settings, [earlier]);
  for (const field of ['firstName', 'lastName', 'email', 'phoneNumber', 'dateAgreed'])
    expect(known).not.toHaveProperty(field);
});
