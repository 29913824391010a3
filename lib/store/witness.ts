import browser from 'webextension-polyfill';
import * as z from 'zod/mini';

// The browser replaces a damaged database by an empty one without a word. What the trail was like is
// therefore noted in a second place: storage.local. It is not written through to the disk at once, so
// after a power cut the witness may be behind the database; never ahead of it.

const witnessSchema = z.object({
  generation: z.string(),
  writer: z.string(),
  /** The end of this installation's own chain. */
  sequence: z.int(),
  hash: z.string(),
  /** Events of all writers. */
  events: z.int(),
  /** When this was known to be so. */
  at: z.string(),
});
/** What the trail was like when it was last written or checked. */
export type Witness = z.infer<typeof witnessSchema>;

/** Where the witness is kept, and the item that changes with every change of the trail. */
export const witnessKey = 'trailWitness';
export const trailChangedKey = 'trailChanged';
/** The item that changes when a draft is kept or goes: `{ draftId, at }`; no id when all are gone. */
export const draftsChangedKey = 'draftsChanged';

/** The witness, or `undefined` before the first one and for one that cannot be read. */
export async function readWitness(): Promise<Witness | undefined> {
  const stored = await browser.storage.local.get(witnessKey);
  return witnessSchema.safeParse(stored[witnessKey]).data;
}

/** Note what the trail is like now; open pages learn by it that they should ask again. */
export async function writeWitness(witness: Witness, changes: number): Promise<void> {
  await browser.storage.local.set({
    [witnessKey]: witness,
    [trailChangedKey]: `${witness.generation}/${changes}`,
  });
}

/**
 * Tell open pages that a draft was kept or is gone (all of them: an empty id). Names the draft and nothing
 * that is in it. It is done already when this is told, so this does not fail: pages then learn it later.
 */
export async function announceDraft(draftId: string, at: string): Promise<void> {
  try {
    await browser.storage.local.set({ [draftsChangedKey]: { draftId, at } });
  } catch (error) {
    console.warn('Countersign: open pages were not told of a draft', error);
  }
}
