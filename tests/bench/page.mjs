// Run in the page: what an admin center does to its document, and how much of it there is.

/** Build a page of about `size` nodes: navigation, cards and tables, with the 500-row table that is drawn again. */
export function buildPage(size) {
  const row = (i) =>
    `<tr><td><a href="#">Contoso customer ${i}</a></td><td>Microsoft 365 Business Premium</td><td><button aria-label="More">…</button></td><td>${i}.00 EUR</td></tr>`;
  const rows = (count, from = 0) => Array.from({ length: count }, (_, i) => row(i + from)).join('');
  const nav = ['Home', 'Users', 'Billing', 'Partner relationships', 'Support', 'Settings']
    .map((name) => `<li><a href="#">${name}</a></li>`)
    .join('');
  const rest = Math.max(10, Math.floor((size - 500) / 13));
  document.body.innerHTML = `<nav><ul>${nav}</ul></nav><main><h1>Billing accounts</h1><div id=slot></div>
    <table><tbody id=table>${rows(Math.min(500, rest))}</tbody></table><div id=log></div>
    <div id=virtual style="height:300px;overflow:hidden"></div>
    ${Array.from({ length: Math.ceil(rest / 500) }, (_, i) => `<section><h2>Part ${i}</h2><table><tbody>${rows(Math.min(500, rest - i * 500), i * 500)}</tbody></table></section>`).join('')}</main>`;
}

/**
 * Begin a workload; `window.steps` counts what the page has done, `window.rest()` ends it. `window.step` is one step
 * of it, by itself, and `window.everyMs` how often the workload takes one.
 */
export function startWorkload(name) {
  let turn = 0;
  const table = document.getElementById('table');
  const html = table.innerHTML;
  const texts = [];
  const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  const log = document.getElementById('log');
  const virtual = document.getElementById('virtual');
  const steps = {
    idle: [1_000, () => {}],
    rerender: [
      100,
      () => {
        table.innerHTML = html;
      },
    ],
    log: [
      20,
      () => {
        for (let i = 0; i < 20; i++) {
          log.append(
            Object.assign(document.createElement('div'), { textContent: `line ${++turn}` }),
          );
          if (log.childElementCount > 300) log.firstChild.remove();
        }
      },
    ],
    chars: [
      20,
      () => {
        for (let i = 0; i < 200; i++) texts[++turn % texts.length].data = `text ${turn}`;
      },
    ],
    virtual: [
      16,
      () => {
        virtual.innerHTML = Array.from({ length: 30 }, (_, i) => `<div>row ${turn + i}</div>`).join(
          '',
        );
        turn++;
      },
    ],
  };
  const [ms, step] = steps[name];
  Object.assign(window, { steps: 0, step, everyMs: ms });
  const timer = setInterval(() => {
    step();
    window.steps++;
  }, ms);
  window.rest = () => clearInterval(timer);
}

/** Change one text a task, as fast as tasks can follow each other, for some time; resolves to how many there were. */
export function changeOneATask(ms) {
  const text = document.getElementById('slot').appendChild(document.createTextNode(''));
  const channel = new MessageChannel();
  const until = performance.now() + ms;
  return new Promise((resolve) => {
    let count = 0;
    channel.port1.onmessage = () => {
      text.data = `text ${++count}`;
      if (performance.now() < until) channel.port2.postMessage(0);
      else resolve(count);
    };
    channel.port2.postMessage(0);
  });
}

/**
 * What an empty observer adds to a second of a workload that rests, in milliseconds, and how many records it is told of:
 * steps without and with it in turn (none, with, with, none), since what a step costs drifts by more than the observer adds.
 */
export async function measureFloor(rounds) {
  const stepsABlock = window.everyMs > 50 ? 2 : 20;
  let records = 0;
  const { port1, port2 } = new MessageChannel();
  async function block(isObserved) {
    const observer = new MutationObserver((told) => {
      records += told.length;
    });
    if (isObserved)
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    const started = performance.now();
    for (let i = 0; i < stepsABlock; i++) {
      window.step();
      // The records are told before the next step.
      await null;
    }
    const ms = performance.now() - started;
    observer.disconnect();
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(0);
    });
    return ms / stepsABlock;
  }
  const added = [];
  for (let round = -5; round < rounds; round++) {
    if (round === 0) records = 0;
    const [none, observed, again, last] = [
      await block(false),
      await block(true),
      await block(true),
      await block(false),
    ];
    if (round >= 0) added.push((observed + again - none - last) / 2);
  }
  added.sort((a, b) => a - b);
  // A collection of garbage falls into one block and not into the next.
  const usual = added.slice(Math.floor(rounds / 5), Math.ceil((rounds * 4) / 5));
  const stepsASecond = 1_000 / window.everyMs;
  return {
    ms: (usual.reduce((sum, ms) => sum + ms, 0) / usual.length) * stepsASecond,
    records: (records / rounds / 2 / stepsABlock) * stepsASecond,
  };
}
