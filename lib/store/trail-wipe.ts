import type { Installation, StoreName } from './database';
import { dropDrafts } from './draft-store';
import { noteWitness, readChanges, type TrailKeeper } from './trail';
import { writeAsOne } from './transaction';
import { announceDraft } from './witness';

/**
 * Delete everything: events, people, records and drafts. The installation begins a new chain as a new
 * writer, since the old one may live on in exports; it remembers that this was wanted.
 */
export async function wipeTrail(
  keeper: TrailKeeper,
  at: string,
  uuid: () => string,
): Promise<void> {
  const trail = await keeper.open();
  const all: StoreName[] = [
    'events',
    'people',
    'attempts',
    'journal',
    'packs',
    'evidence',
    'checkpoints',
    'staging',
    'drafts',
    'meta',
  ];
  await writeAsOne(trail.database, all, async (writing) => {
    const meta = writing.objectStore('meta');
    const row = await meta.get('installation');
    const former = row?.key === 'installation' ? [...row.formerGenerations, row.generation] : [];
    const lost = trail.damage?.witness?.generation;
    const { count } = await readChanges(writing);
    await dropDrafts(writing, await writing.objectStore('drafts').getAllKeys());
    const gone = await meta.get('goneDrafts');
    for (const store of all) await writing.objectStore(store).clear();
    const installation: Installation = {
      key: 'installation',
      writer: uuid(),
      generation: uuid(),
      formerGenerations: lost ? [...former, lost] : former,
    };
    await meta.put(installation);
    await meta.put({ key: 'changes', count: count + 1, events: 0, records: 0, blocks: 0 });
    if (gone) await meta.put(gone);
  });
  await keeper.recheck();
  await noteWitness(trail, at);
  await announceDraft('', at);
}
