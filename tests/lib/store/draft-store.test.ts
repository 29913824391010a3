import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshDraft } from '@/lib/domain/record/draft';
import { discardDraft, keepDraft, listDrafts } from '@/lib/store/draft-store';
import { saveRecord } from '@/lib/store/history-store';
import { wipeTrail } from '@/lib/store/trail-wipe';
import { draftsChangedKey } from '@/lib/store/witness';
import { aSave, contoso, emptyDisk, nextUuid, startKeeper } from './setup';

const at = '2026-11-22T12:00:00.000Z';
beforeEach(emptyDisk);

const aDraft = (startedAt = '2026-11-22T08:00:00.000Z') =>
  freshDraft(
    'manual',
    contoso,
    { draftId: nextUuid(), attemptId: nextUuid() },
    new Date(startedAt),
  );

describe('a late change does not bring back', () => {
  it('a draft that was discarded, also after a restart', async () => {
    const keeper = startKeeper();
    const trail = await keeper.open();
    const [draft, other] = [aDraft(), aDraft()];
    await keepDraft(trail, draft);
    await discardDraft(trail, draft.draftId, at);
    await keepDraft(trail, other);
    await keeper.close();

    const later = await startKeeper().open();
    await expect(keepDraft(later, draft)).rejects.toMatchObject({ code: 'draft-gone' });
    await keepDraft(later, other);
    expect(await listDrafts(later)).toEqual([other]);
  });

  it('a draft that was there before a wipe, discarded, saved or open', async () => {
    const keeper = startKeeper();
    const trail = await keeper.open();
    const [discarded, saved, open] = [aDraft(), aDraft(), aDraft()];
    for (const draft of [discarded, saved, open]) await keepDraft(trail, draft);
    await discardDraft(trail, discarded.draftId, at);
    await saveRecord(trail, aSave({ attemptId: saved.attemptId, draftId: saved.draftId }));
    await wipeTrail(keeper, at, nextUuid);

    for (const draft of [discarded, saved, open])
      await expect(keepDraft(trail, draft)).rejects.toMatchObject({ code: 'draft-gone' });
    expect(await listDrafts(trail)).toEqual([]);
  });
});

it('keeps a draft that is begun after a wipe, also when the clock was set back meanwhile', async () => {
  const keeper = startKeeper();
  await wipeTrail(keeper, at, nextUuid);
  const draft = aDraft('2020-01-01T00:00:00.000Z');
  await keepDraft(await keeper.open(), draft);
  expect(await listDrafts(await keeper.open())).toEqual([draft]);
});

it('remembers the newest two hundred that are gone', async () => {
  const trail = await startKeeper().open();
  const ids = Array.from({ length: 205 }, nextUuid);
  for (const draftId of ids) await discardDraft(trail, draftId, at);
  expect(await trail.database.get('meta', 'goneDrafts')).toMatchObject({ draftIds: ids.slice(5) });
});

it('tells open pages that a wipe took the drafts', async () => {
  const keeper = startKeeper();
  await keepDraft(await keeper.open(), aDraft());
  const told: unknown[] = [];
  fakeBrowser.storage.onChanged.addListener((changes) => {
    if (changes[draftsChangedKey]) told.push(changes[draftsChangedKey].newValue);
  });
  await wipeTrail(keeper, at, nextUuid);
  expect(told).toEqual([{ draftId: '', at }]);
});

it('has kept a draft also when open pages cannot be told', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const refused = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
  const trail = await startKeeper().open();
  const draft = aDraft();
  await keepDraft(trail, draft);
  expect(await listDrafts(trail)).toEqual([draft]);
  await discardDraft(trail, draft.draftId, at);
  expect(await listDrafts(trail)).toEqual([]);
  expect(warned).toHaveBeenCalled();
  refused.mockRestore();
  warned.mockRestore();
});
