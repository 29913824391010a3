import { RequestError } from '@/lib/define-request';
import { isDay, problemsOf } from '@/lib/domain/attestation-problems';
import { languagesOf } from '@/lib/domain/countries';
import { tidyAttestation, tidyNote, wellFormed } from '@/lib/domain/record-tidy';
import * as requests from '@/lib/requests';
import { discardDraft, keepDraft, listDrafts } from '@/lib/store/draft-store';
import {
  findCustomer,
  listRecords,
  readFigures,
  readRecord,
  readRecords,
  readTrail,
} from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { StoreProblem } from '@/lib/store/problem';
import { changeSettings, readSettings } from '@/lib/store/settings-store';
import { keepTrail, type TrailKeeper } from '@/lib/store/trail';
import { checkTrail } from '@/lib/store/trail-check';
import { importTrail, wipeTrail } from '@/lib/store/trail-import';
import { announceDraft } from '@/lib/store/witness';

export type RecordTools = {
  keeper: TrailKeeper;
  now: () => Date;
  uuid: () => string;
};

/** Answer all requests about records, drafts, settings and the trail. Registers at once, before anything is awaited. */
export function answerRecordRequests({ keeper, now, uuid }: RecordTools = realTools()): void {
  const at = () => now().toISOString();

  requests.readSettings.answer(() => passOn(readSettings()));
  requests.changeSettings.answer((change) => passOn(changeSettings(change)));

  requests.listDrafts.answer(async () => passOn(listDrafts(await opened(keeper))));
  requests.keepDraft.answer(async (draft) => passOn(keepDraft(await opened(keeper), draft)));
  requests.discardDraft.answer(async ({ draftId }) =>
    passOn(discardDraft(await opened(keeper), draftId, at())),
  );

  requests.saveRecord.answer(async (asked) => {
    const { attestation: raw, corrects, draftId, ...wish } = wellFormed(asked);
    const attestation = tidyAttestation(raw);
    refuseBlocked(attestation, at());
    if (corrects && wish.reason.trim() === '') throw new RequestError('reason-missing');
    const trail = await opened(keeper);
    const record = await passOn(
      saveRecord(trail, {
        ...wish,
        reason: tidyNote(wish.reason, 2_000),
        ...stamp(now()),
        by: { name: attestation.recordedBy, role: attestation.recorderRole },
        attestation,
        salt: randomSalt(),
        recordId: corrects?.recordId ?? uuid(),
        ...(corrects && { correctsVersion: corrects.version }),
        ...(draftId && { draftId }),
      }),
    );
    if (draftId) await announceDraft(draftId, at());
    return { record };
  });

  requests.moveRecord.answer(async (asked) => {
    const { note, ...rest } = wellFormed(asked);
    const move = { ...rest, note: tidyNote(note) };
    if (move.occurredOn !== '' && !isDay(move.occurredOn))
      throw new RequestError('incomplete', 'date-malformed');
    if (move.state === 'withdrawn' && move.note.trim() === '')
      throw new RequestError('reason-missing');
    const record = await passOn(moveRecord(await opened(keeper), { ...move, ...stamp(now()) }));
    return { record };
  });

  requests.listRecords.answer(async (query) => passOn(listRecords(await opened(keeper), query)));
  requests.readRecord.answer(async ({ recordId }) => {
    const record = await passOn(readRecord(await opened(keeper), recordId));
    return record ? { record } : {};
  });
  requests.readRecords.answer(async ({ recordIds }) =>
    passOn(readRecords(await opened(keeper), recordIds)),
  );
  requests.readFigures.answer(async () => passOn(readFigures(await opened(keeper), now())));
  requests.findCustomer.answer(async (clues) => passOn(findCustomer(await opened(keeper), clues)));

  requests.checkTrail.answer(async () => passOn(checkTrail(await opened(keeper))));
  requests.readTrail.answer(async ({ after, limit }) =>
    passOn(readTrail(await opened(keeper), after, limit)),
  );
  requests.importTrail.answer((wish) => passOn(importTrail(keeper, wish, at())));
  requests.wipeTrail.answer(() => passOn(wipeTrail(keeper, at(), uuid)));
}

/** The browser's own database, clock and randomness. The database is opened at the first request that needs it. */
function realTools(): RecordTools {
  const now = () => new Date();
  const uuid = () => crypto.randomUUID();
  return { now, uuid, keeper: keepTrail({ now: () => now().toISOString(), uuid }) };
}

function opened(keeper: TrailKeeper) {
  return passOn(keeper.open());
}

/** What the store refuses is a problem that the person who asked can be told. */
async function passOn<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof StoreProblem) throw new RequestError(error.code, error.detail);
    throw error;
  }
}

function refuseBlocked(attestation: Parameters<typeof tidyAttestation>[0], now: string): void {
  // Warnings are for people: what they need to know of (own domains, earlier records) plays no part here.
  const problems = problemsOf(attestation, {
    now,
    ownDomains: [],
    languagesOf,
    customerRecords: [],
  });
  const blocking = problems.filter(({ severity }) => severity === 'blocks');
  if (blocking.length > 0)
    throw new RequestError('incomplete', blocking.map(({ code }) => code).join(' '));
}

function stamp(now: Date): { at: string; offsetMinutes: number } {
  // getTimezoneOffset counts west as positive; a zero must not become a negative zero.
  return { at: now.toISOString(), offsetMinutes: 0 - now.getTimezoneOffset() };
}

function randomSalt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
