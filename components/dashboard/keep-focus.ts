/**
 * Keep the keyboard's place in a page until `signal` aborts: where what had the focus goes away with what it did, the nearest
 * thing around it that says something takes the focus, a status before a heading, unless somebody else puts it where it belongs.
 */
export function keepFocus(page: Document, signal: AbortSignal): void {
  /** What had the focus last, then all that stood around it. */
  let path: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  page.addEventListener(
    'focusin',
    ({ target }) => {
      path = pathOf(target as Element);
    },
    { signal },
  );
  const observer = new MutationObserver(() => {
    if (path.length === 0 || path[0]!.isConnected) return;
    clearTimeout(timer);
    // A dialog that closes and a page that opens have chosen by then.
    timer = setTimeout(putBack, afterOthersMs);
  });
  observer.observe(page.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  function putBack(): void {
    const isLost = page.activeElement === null || page.activeElement === page.body;
    const around = path.filter(({ isConnected }) => isConnected);
    path = [];
    if (!isLost) return;
    for (const element of around)
      for (const target of [...said(element, '[role="status"]'), ...said(element, 'h1, h2')]) {
        target.tabIndex = -1;
        target.focus({ preventScroll: true });
        if (page.activeElement === target) return;
      }
  }
}

const afterOthersMs = 50;

function said(element: Element, selector: string): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(selector)].filter(
    (one) => one.textContent.trim() !== '' && !one.matches('.visually-hidden'),
  );
}

function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) path.push(one);
  return path;
}
