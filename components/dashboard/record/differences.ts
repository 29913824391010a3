import type { Attestation, AttestationField } from '@/lib/domain/record/attestation';
import { fieldGroups } from '../labels';

export type Difference = { field: AttestationField; changed: boolean };

/** Every field in reading order, with whether it differs between two versions. */
export function differences(before: Attestation, after: Attestation): Difference[] {
  return Object.values(fieldGroups)
    .flat()
    .map((field) => ({ field, changed: before[field] !== after[field] }));
}
