import * as z from 'zod/mini';
import { attestationRecordSchema } from '../domain/record/record';

/** What everything that writes to a record answers with: the record as it then stands. */
export const recordAnswer = z.strictObject({ record: attestationRecordSchema });
