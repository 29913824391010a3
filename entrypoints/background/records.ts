import { RequestError } from '@/lib/define-request';
import { isDay, latestDayOnEarth } from '@/lib/domain/record/attestation-problems';
import {
  isBlank,
  tidyActor,
  tidyAttestation,
  tidyNote,
  tidySeen,
  wellFormed,
} from '@/lib/domain/record/record-tidy';
import * as requests from '@/lib/requests';
import { discardDraft, keepDraft, listDrafts } from '@/lib/store/draft-store';
import {
  findCustomer,
  listNearlyNamed,
  listRecords,
  prepareOrders,
  prepareSearch,
  readFigures,
  readRecords,
} from '@/lib/store/history-reading';
import { moveRecord, saveRecord } from '@/lib/store/history-store';
import { finishImports } from '@/lib/store/import-running';
import { changeSettings, readSettings } from '@/lib/store/settings-store';
import { checkSome, checkTrail } from '@/lib/store/trail-check';
import { readTrailEnds } from '@/lib/store/trail-ends';
import { importTrail, stagePart } from '@/lib/store/trail-import';
import { readTrail } from '@/lib/store/trail-text';
import { wipeTrail } from '@/lib/store/trail-wipe';
import { announceDraft } from '@/lib/store/witness';
import { tidyStaging } from './staging';
import {
  opened,
  openedToRead,
  passOn,
  type RecordTools,
  randomSalt,
  refuseBlocked,
  stamp,
} from './tools';

/** Answer all requests about records, drafts, settings and the trail. Registers at once, before anything is awaited. */
export function answerRecordRequests({ keeper, now, uuid }: RecordTools): void {
  const at = () => now().toISOString();

  requests.readSettings.answer(() => passOn(readSettings()));
  requests.changeSettings.answer((change) => passOn(changeSettings(change)));

  requests.listDrafts.answer(async () => passOn(listDrafts(await openedToRead(keeper))));
  requests.keepDraft.answer(async (draft) => passOn(keepDraft(await opened(keeper), draft)));
  requests.discardDraft.answer(async ({ draftId }) =>
    passOn(discardDraft(await opened(keeper), draftId, at())),
  );

  requests.saveRecord.answer(async (asked) => {
    const { attestation: raw, corrects, draftId, seen, ...wish } = wellFormed(asked);
    const attestation = tidyAttestation(raw);
    refuseBlocked(attestation, at());
    if (corrects && isBlank(wish.reason)) throw new RequestError('reason-missing');
    const trail = await opened(keeper);
    const record = await passOn(
      saveRecord(trail, {
        ...wish,
        ...(seen && { seen: tidySeen(seen) }),
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
    const { note, by, ...rest } = wellFormed(asked);
    const move = { ...rest, note: tidyNote(note), by: tidyActor(by) };
    if (move.occurredOn !== '' && !isDay(move.occurredOn))
      throw new RequestError('incomplete', 'date-malformed');
    if (move.occurredOn > latestDayOnEarth(at()))
      throw new RequestError('incomplete', 'date-future');
    if (isBlank(move.by.name)) throw new RequestError('incomplete', 'recorder-missing');
    // The way back to its beginning is there to undo a mark, which says so.
    const needsReason = move.state === 'withdrawn' || move.state === 'recorded';
    if (needsReason && isBlank(move.note)) throw new RequestError('reason-missing');
    const record = await passOn(moveRecord(await opened(keeper), { ...move, ...stamp(now()) }));
    return { record };
  });

  requests.listRecords.answer(async (query) =>
    passOn(listRecords(await openedToRead(keeper), query)),
  );
  requests.listNearlyNamed.answer(async ({ text, limit }) =>
    passOn(listNearlyNamed(await openedToRead(keeper), text, limit)),
  );
  requests.prepareSearch.answer(async () => passOn(prepareSearch(await openedToRead(keeper))));
  requests.readRecords.answer(async ({ recordIds }) =>
    passOn(readRecords(await openedToRead(keeper), recordIds)),
  );
  requests.readFigures.answer(async () => {
    const trail = await openedToRead(keeper);
    const figures = await passOn(readFigures(trail, now()));
    // A page that opens asks for little after these: whoever sorts or saves later need not wait.
    prepareOrders(trail)
      .then(() => keeper.open())
      .catch(() => {});
    return figures;
  });
  requests.findCustomer.answer(async (clues) =>
    passOn(findCustomer(await openedToRead(keeper), clues)),
  );

  requests.checkTrail.answer(async () => passOn(checkTrail(await opened(keeper))));
  requests.checkTrailOn.answer(async ({ cursor }) => {
    // Between two parts others are answered: whoever types while it runs must not notice.
    const until = performance.now() + 30;
    const isEnough = () => performance.now() > until;
    return passOn(checkSome(await opened(keeper), cursor, isEnough));
  });
  requests.readTrailEnds.answer(async () => passOn(readTrailEnds(await opened(keeper))));
  requests.readTrail.answer(async ({ after, heads }) =>
    passOn(readTrail(await opened(keeper), after, heads)),
  );
  requests.importTrail.answer((wish) => passOn(importTrail(keeper, wish, at())));
  const staging = tidyStaging(keeper);
  requests.stageImport.answer(
    async ({ checkpoints = [], files = [], pieces = [], ...part }, sender) => {
      const keep = async () =>
        passOn(stagePart(await opened(keeper), { ...part, checkpoints, files, pieces }));
      await staging.stage(part.importId, sender, keep);
    },
  );
  const imports = finishImports(keeper, at);
  requests.finishImport.answer((wish) => passOn(imports.finish(wish)));
  requests.dropImport.answer(({ importId }) => passOn(imports.drop(importId)));
  requests.wipeTrail.answer(() => passOn(wipeTrail(keeper, at(), uuid)));
}
