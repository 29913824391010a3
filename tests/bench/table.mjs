const ms = (value) =>
  value === null || value > 4_999 ? 'never' : value.toFixed(value < 10 ? 1 : 0);

/** Print what was measured as ratios: to an empty observer for the CPU that is added, to one native pass for a look. */
export function printTable({ storms = {}, looks = {}, hostile, loads, long }) {
  for (const [size, { nativeMs, textMs, sweepMs, coldNativeMs, coldTextMs }] of Object.entries(
    looks,
  )) {
    console.log(
      `\nfirst look at ${size} nodes: text ${ms(textMs)} ms, ×${(textMs / nativeMs).toFixed(2)} of one native pass (${ms(nativeMs)} ms; cold ${ms(coldTextMs)} and ${ms(coldNativeMs)}); sweep for shadow trees ${ms(sweepMs)} ms`,
    );
  }
  for (const [name, { candidates, delay, delayInside, added }] of Object.entries(storms)) {
    const told =
      delay &&
      `ours told after ${ms(delay.median)} ms, 95th ${ms(delay.p95)}, worst ${ms(delay.worst)} (the page's own next frame: ${ms(delay.frameMedian)}, worst ${ms(delay.frameWorst)})`;
    console.log(`\n${name}: ${told ?? ''}`);
    if (delayInside) {
      console.log(
        `  in the part that changes: told after ${ms(delayInside.median)} ms, 95th ${ms(delayInside.p95)}, worst ${ms(delayInside.worst)}`,
      );
    }
    if (added) {
      const ours = added.ownMs + added.recordsMs;
      console.log(
        `  added to a second, once it has begun: an empty observer ${ms(added.floorMs)} ms; ours ${ms(ours)} ms, ×${(ours / added.floorMs).toFixed(2)} (script ${added.ownMs.toFixed(1)}, records ${added.recordsMs.toFixed(2)}: ${(added.recordedShare * 100).toFixed(0)} % of them); own tasks’ 99th percentile ${added.ownP99Ms.toFixed(1)} ms`,
      );
    }
    if (!candidates) continue;
    console.log(
      '  a second of the page’s work:      CPU  added  × of the empty observer  own script  own p99 / longest task  page’s longest  heap',
    );
    const alone = candidates.none.cpuMs;
    const floor = candidates['empty observer'].cpuMs - alone;
    for (const [candidate, line] of Object.entries(candidates)) {
      const more = line.cpuMs - alone;
      const ratio = floor > 1 ? (more / floor).toFixed(2) : '–';
      console.log(
        `  ${candidate.padEnd(22)}${ms(line.cpuMs).padStart(14)} ms ${more.toFixed(1).padStart(6)} ${ratio.padStart(12)} ${ms(line.ownMs).padStart(20)} ms ${`${ms(line.ownP99Ms)} / ${ms(line.ownLongestMs)}`.padStart(18)} ms ${ms(line.pageLongestMs).padStart(12)} ms ${line.heapMb.toFixed(0).padStart(5)} MB`,
      );
    }
  }
  if (hostile) {
    console.log('\none mutation a task, µs a mutation:');
    for (const [name, { us, ownUs }] of Object.entries(hostile)) {
      console.log(
        `  ${name.padEnd(16)} ${us.toFixed(1)}, added ${(us - hostile.none.us).toFixed(1)}, own script ${ownUs.toFixed(2)}`,
      );
    }
  }
  for (const { page, emptyMs, oursMs, ratio } of loads ?? []) {
    console.log(
      `\nload of ${page}: empty content script ${emptyMs.toFixed(2)} ms, ours ${oursMs.toFixed(2)} ms, ×${ratio.toFixed(2)}`,
    );
  }
  if (long) {
    console.log(
      `\nten minutes of storm, heap after a collection: ${JSON.stringify(long.heapMb)} MB`,
    );
    console.log(`wake-ups in an idle minute: ${long.wakeUpsInAnIdleMinute}`);
  }
}
