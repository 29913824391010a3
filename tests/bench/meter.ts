// The exact time of a candidate's own tasks: whatever it hands to the browser while it begins, and whatever
// those tasks hand over in turn, is timed.

/** Milliseconds of every task of the candidate so far, how many there were, and how many records it was told of. */
export const meter = { ms: 0, longestMs: 0, tasks: 0, records: 0, all: [] as number[] };

type Work = (...values: never[]) => unknown;
let depth = 0;

function inside<T>(work: () => T): T {
  const isOutermost = depth++ === 0;
  const started = performance.now();
  try {
    return work();
  } finally {
    depth--;
    if (isOutermost) {
      const ms = performance.now() - started;
      meter.ms += ms;
      meter.longestMs = Math.max(meter.longestMs, ms);
      meter.tasks++;
      if (meter.all.length < 100_000) meter.all.push(ms);
    }
  }
}

const timing = (work: Work): Work =>
  function (this: unknown, ...values) {
    return inside(() => work.apply(this, values));
  };

/** Run something whose later tasks count. */
export function metered<T>(work: () => T): T {
  Object.assign(meter, { ms: 0, longestMs: 0, tasks: 0, records: 0, all: [] });
  return inside(work);
}

function meterFunction(owner: object, name: string): void {
  const real = Reflect.get(owner, name) as Work;
  Reflect.set(owner, name, function (this: unknown, task: Work, ...rest: never[]) {
    return Reflect.apply(real, this, [
      depth && typeof task === 'function' ? timing(task) : task,
      ...rest,
    ]);
  });
}

for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'])
  meterFunction(window, name);
const { scheduler } = window as unknown as { scheduler?: object };
if (scheduler) meterFunction(Object.getPrototypeOf(scheduler), 'postTask');

const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (this: EventTarget, name: string, task, how) {
  const timed =
    depth && typeof task === 'function' ? (timing(task as Work) as EventListener) : task;
  return addEventListener.call(this, name, timed, how);
};

const RealObserver = window.MutationObserver;
window.MutationObserver = class extends RealObserver {
  constructor(onRecords: MutationCallback) {
    const timed = timing(onRecords as Work) as MutationCallback;
    const counting: MutationCallback = (records, observer) => {
      meter.records += records.length;
      timed.call(observer, records, observer);
    };
    super(depth ? counting : onRecords);
  }
};
