/** The longest our work may hold up the page at a time. */
const sliceMs = 7;

/**
 * Work that is done later and in slices, so that the page never waits for it. `done` is told the
 * result and what it cost in milliseconds of our own time.
 */
export function inSlices<Result>(
  work: () => Generator<void, Result>,
  done: (result: Result, costMs: number) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Infinity;
  let running: Generator<void, Result> | undefined;
  let spent = 0;

  function slice(limitMs: number): void {
    running ??= work();
    const started = performance.now();
    let elapsed = 0;
    do {
      const step = running.next();
      elapsed = performance.now() - started;
      if (step.done) {
        const cost = spent + elapsed;
        stop();
        done(step.value, cost);
        return;
      }
    } while (elapsed < limitMs);
    spent += elapsed;
    timer = setTimeout(slice, 0, sliceMs);
  }

  /** Forget what was begun or planned. */
  function stop(): void {
    clearTimeout(timer);
    dueAt = Infinity;
    running = undefined;
    spent = 0;
  }

  return {
    /** Begin in `ms`, or earlier where that was asked for; what is under way goes on. */
    startIn(ms: number): void {
      const at = performance.now() + ms;
      if (running || at >= dueAt) return;
      clearTimeout(timer);
      dueAt = at;
      timer = setTimeout(slice, ms, sliceMs);
    },
    /** Do all of it before returning. */
    doNow(): void {
      stop();
      slice(Infinity);
    },
    stop,
  };
}
