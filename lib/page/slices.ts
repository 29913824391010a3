/** The longest our work may hold up the page at a time. */
const sliceMs = 5;
/** A page that is not drawn (behind others, in a frame out of sight) gets no frames to wait for. */
const frameWithinMs = 700;

type Scheduler = {
  postTask(work: () => void, how: { priority: string; delay: number }): Promise<void>;
};

/**
 * Do something in `ms`, before the page's own timers that are due by then: a page in a storm would let
 * us wait for seconds. Returns what takes it back.
 */
export function post(work: () => void, ms = 0): () => void {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  let wanted: typeof work | undefined = work;
  const run = () => wanted?.();
  if (scheduler) void scheduler.postTask(run, { priority: 'user-blocking', delay: ms });
  else setTimeout(run, ms);
  return () => {
    wanted = undefined;
  };
}

/**
 * Do something when the page has just been drawn: what is asked about its layout then costs nothing
 * that the page would not have paid. Returns what takes it back.
 */
export function afterFrame(page: Document, work: () => void): () => void {
  let wanted: typeof work | undefined = work;
  const once = () => {
    wanted?.();
    wanted = undefined;
  };
  if (!page.hidden) requestAnimationFrame(() => post(once));
  post(once, page.hidden ? 0 : frameWithinMs);
  return () => {
    wanted = undefined;
  };
}

/**
 * Work that is done later and in slices, so that the page never waits for it. `done` is told what it
 * cost in milliseconds of our own time.
 */
export function inSlices(work: () => Generator<void>, done: (costMs: number) => void) {
  let takeBack = () => {};
  let dueAt = Infinity;
  let running: Generator<void> | undefined;
  let spent = 0;
  let started = 0;

  /** Of what is under way: our own time, without what the page did in between. */
  const spentMs = (): number => spent + performance.now() - started;

  function slice(limitMs = sliceMs): void {
    running ??= work();
    started = performance.now();
    do {
      if (running.next().done) {
        const cost = spentMs();
        stop();
        done(cost);
        return;
      }
    } while (performance.now() - started < limitMs);
    spent = spentMs();
    takeBack = post(slice);
  }

  /** Forget what was begun or planned. */
  function stop(): void {
    takeBack();
    dueAt = Infinity;
    running = undefined;
    spent = 0;
  }

  return {
    /** Begin in `ms`, or earlier where that was asked for; what is under way goes on. */
    startIn(ms: number): void {
      const at = performance.now() + ms;
      if (running || at >= dueAt) return;
      takeBack();
      dueAt = at;
      takeBack = post(slice, ms);
    },
    /** Begin before returning. */
    startNow(): void {
      stop();
      slice();
    },
    /** Do all of it before returning. */
    doNow(): void {
      stop();
      slice(Infinity);
    },
    spentMs,
    stop,
  };
}
