/** Runs in the page before its own scripts: notes when something was shown, as `watched`. */
export function watchPage() {
  // A moment counts when the frame that shows it has been drawn.
  const drawn = () =>
    new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const when = (isSo) =>
    new Promise((done) => {
      if (isSo()) return done(undefined);
      const observer = new MutationObserver(() => {
        if (!isSo()) return;
        observer.disconnect();
        done(undefined);
      });
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  const has = (selector) => () => document.querySelector(selector) !== null;
  const isBusy = has('.list[aria-busy=true]');
  const isCounted = () => {
    const counts = [...document.querySelectorAll('.board-count')];
    return counts.length > 0 && counts.every((one) => /\d/.test(one.textContent));
  };

  let started = 0;
  let answer = Promise.resolve(0);
  const listen = (isLast) => {
    const begun = new Promise((done) => {
      const stop = new AbortController();
      const note = (event) => {
        started = event.timeStamp;
        done(undefined);
        if (!isLast) stop.abort();
      };
      for (const kind of ['keydown', 'click', 'input'])
        addEventListener(kind, note, { capture: true, signal: stop.signal });
      setTimeout(() => stop.abort(), 5_000);
    });
    answer = begun
      .then(() => when(isBusy))
      .then(() => when(() => !isBusy()))
      .then(drawn)
      .then((end) => end - started);
  };

  globalThis.watched = {
    opened: when(has('tbody tr')).then(drawn),
    counted: when(isCounted).then(drawn),
    arm: listen,
    answered: () => answer,
    /** From the next key to the frame that shows another content of an element. */
    armContent: (selector) => {
      const element = document.querySelector(selector);
      const before = element.textContent;
      const pressed = new Promise((done) =>
        addEventListener('keydown', (event) => done(event.timeStamp), {
          capture: true,
          once: true,
        }),
      );
      answer = pressed.then(async (at) => {
        await when(() => element.textContent !== before);
        return (await drawn()) - at;
      });
    },
    gone: async (selector) => {
      await when(() => !has(selector)());
      return (await drawn()) - lastClick;
    },
  };
  let lastClick = 0;
  addEventListener(
    'click',
    (event) => {
      lastClick = event.timeStamp;
    },
    true,
  );
}
