import * as requests from '@/lib/requests';
import { readRecordTrail } from '@/lib/store/record-trail';
import { opened, passOn, type RecordTools } from './tools';

/** Answer what is asked for prints, imports of table files and backups. Registers at once, before anything is awaited. */
export function answerRowRequests({ keeper }: RecordTools): void {
  requests.readRecordTrail.answer(async ({ recordId }) =>
    passOn(readRecordTrail(await opened(keeper), recordId)),
  );
}
