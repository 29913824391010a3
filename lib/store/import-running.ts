import type { BundleSummary } from '@/lib/domain/trail/trail';
import type { TrailKeeper } from './trail';
import { dropStaged, finishStaged, readAdded, type StagedWish } from './trail-import';

/** An import that is being finished: how far it has come, from 0 to 1, and whether it shall end. */
type Running = { share: number; stopped: boolean; done: Promise<BundleSummary> };

export type Finished = { share: number; summary?: BundleSummary };

/** An answer comes at least so often: a page shows how far it has come, and a worker that is asked is kept alive. */
const answerMs = 200;

/**
 * Imports that are being finished. `finish` begins one or goes on waiting for it: it answers with its summary, or after
 * a moment with how far it has come; the import goes on until the next question. `drop` ends it and throws its parts
 * away, and answers with what it has added when it was too late to undo. Both tell of what was
 * added by a worker that has died since.
 */
export function finishImports(keeper: TrailKeeper, now: () => string) {
  const running = new Map<string, Running>();
  const nameOf = (importId: string, dryRun: boolean) => `${importId}/${dryRun}`;

  const addedBy = async (importId: string) => readAdded(await keeper.open(), importId);

  function begin(name: string, wish: StagedWish): Running {
    const state = { share: 0, stopped: false };
    const onShare = (share: number) => {
      state.share = share;
    };
    const isStopped = () => state.stopped;
    const done = finishStaged(keeper, wish, now(), { onShare, isStopped }).catch(async (error) => {
      const added = wish.dryRun ? undefined : await addedBy(wish.importId);
      if (!added) throw error;
      return added;
    });
    // Seen by whoever asks next.
    done.catch(() => {});
    const one = Object.assign(state, { done });
    running.set(name, one);
    return one;
  }

  return {
    async finish(wish: StagedWish): Promise<Finished> {
      const name = nameOf(wish.importId, wish.dryRun);
      const one = running.get(name) ?? begin(name, wish);
      try {
        const summary = await Promise.race([one.done, pause(answerMs)]);
        if (!summary) return { share: one.share };
        running.delete(name);
        return { share: 1, summary };
      } catch (error) {
        running.delete(name);
        throw error;
      }
    },

    async drop(importId: string): Promise<{ added?: BundleSummary }> {
      const [dry, real] = [true, false].map((dryRun) => running.get(nameOf(importId, dryRun)));
      for (const one of [dry, real]) if (one) one.stopped = true;
      await dry?.done.catch(() => {});
      await real?.done.catch(() => {});
      const added = await addedBy(importId);
      for (const dryRun of [true, false]) running.delete(nameOf(importId, dryRun));
      await dropStaged(await keeper.open(), importId);
      return added ? { added } : {};
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
