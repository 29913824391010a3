import type { DockLabels, DockPlace } from './orders';

/** The panel's frame is wanted at this address, under these names. */
export type DockWish = DockPlace & DockLabels & { address: string };

export type Dock = {
  show: (wish: DockWish) => void;
  /** The frame is running: a stand-in button, if one was shown, makes way. */
  alive: () => void;
  place: (place: DockPlace) => void;
  remove: () => void;
  isShown: () => boolean;
};

type DockNeeds = {
  /** The page took our element away: ask for another frame (its ticket works only once). */
  onTornOut: () => void;
  /** The frame did not start within a second: COEP or a sandbox forbids it. */
  onBlocked: () => void;
  /** The person clicked the stand-in button. */
  onOpenBeside: () => void;
  /** Now and then while docked: the time to find out that the extension is gone. */
  onPulse: () => void;
};

/** A page that removes our element more often than this in five seconds does not want it. */
const tearOutsAllowed = 5;
const aliveWithinMs = 1_000;
const pulseMs = 4_000;

/**
 * Holds the panel's frame at the edge of the page, in a closed shadow root in the top layer, where the
 * page's styles, opacity and overlays do not reach it (measured: docs/decisions/002-framed-panel.md).
 * Plain DOM, no text of anybody's record: that lives in the frame, on our own origin. When `signal` aborts
 * a strip that stands then becomes one line that says so.
 */
export function createDock(page: Document, needs: DockNeeds, signal: AbortSignal): Dock {
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;
  /** What the page shows alone, if anything: a modal dialog, or an element on the whole screen. */
  let modal: Element | undefined;
  let wished: DockWish | undefined;
  let aliveTimer: ReturnType<typeof setTimeout> | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;
  /** In the last five seconds. */
  let tornOut = 0;

  const watcher = new MutationObserver(() => {
    if (!host) return;
    if (!host.isConnected) {
      remove();
      setTimeout(() => tornOut--, 5_000);
      if (++tornOut > tearOutsAllowed) needs.onBlocked();
      else needs.onTornOut();
    } else if (!host.matches(':popover-open')) raise(host);
  });

  function show(wish: DockWish): void {
    remove();
    const { documentElement } = page;
    // A page that writes itself anew has for a moment nothing that could hold us; the next sighting asks again.
    if (!documentElement) return;
    wished = wish;
    host = page.createElement('div');
    host.role = 'complementary';
    host.ariaLabel = wish.label;
    // Closed, and without delegatesFocus: the page can then not turn a key press into a click of ours.
    root = host.attachShadow({ mode: 'closed' });
    const style = page.createElement('style');
    style.textContent = styles;
    const frame = page.createElement('iframe');
    frame.title = wish.label;
    frame.src = wish.address;
    frame.allow = 'clipboard-write';
    let loads = 0;
    frame.onload = () => {
      // Loaded again ("try again" after an error): its ticket is used up, so it needs another frame.
      if (loads++) {
        remove();
        needs.onTornOut();
      }
    };
    root.append(style, frame);
    place(wish);
    settle();
    watcher.observe(host, { attributes: true, attributeFilter: ['popover'] });
    aliveTimer = setTimeout(() => standIn(wish), aliveWithinMs);
    pulse = setInterval(needs.onPulse, pulseMs);
  }

  /**
   * Stand where a person can reach us: in what the page shows alone, since that makes everything outside it inert,
   * and above it. A dialog in a shadow tree is known by the focus that it takes.
   */
  function settle(event?: Event): void {
    const known = [...(event?.composedPath() ?? []), modal, page.querySelector(alone)];
    modal = (known as (Element | undefined)[]).find((at) => at?.matches?.(alone));
    const home = modal ?? page.documentElement;
    if (!host || host.parentNode === home) return;
    // Moved so, the frame goes on; older browsers load it again, with another ticket.
    home[host.isConnected && 'moveBefore' in home ? 'moveBefore' : 'insertBefore'](host, null);
    for (let at = host.parentNode; at; at = at.parentNode) watcher.observe(at, { childList: true });
    raise(host);
  }

  function alive(): void {
    clearTimeout(aliveTimer);
    root?.querySelector('button')?.remove();
    root?.querySelector('iframe')?.classList.remove('blocked');
  }

  function place({ side, collapsed }: DockPlace): void {
    // Classes live on an element of the shadow root's own sheet, out of the page's reach.
    const frame = root?.querySelector('iframe');
    if (!frame) return;
    const atLeft = (side === 'start') !== (page.dir === 'rtl');
    frame.className = `${atLeft ? 'left' : 'right'}${collapsed ? ' collapsed' : ''}`;
  }

  function standIn({ blockedLabel }: DockWish): void {
    say(blockedLabel, needs.onOpenBeside);
    needs.onBlocked();
  }

  /** Our frame is dead: a line in its place, until the person clicks it or the page takes it away. */
  function retire(): void {
    rest();
    if (!wished) return;
    const { label, updatedLabel } = wished;
    say(updatedLabel, remove)?.remove();
    // A new copy may be asked to look at this page: then its panel takes the place of the line.
    new MutationObserver((records) => {
      const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
      if (added.some((node) => (node as Element).ariaLabel === label)) remove();
    }).observe(page.documentElement, { childList: true });
  }

  /** One button with this text in the place of the frame, which is hidden and given back. */
  function say(text: string, onClick: () => void): Element | undefined {
    const frame = root?.querySelector('iframe');
    if (!frame) return undefined;
    alive();
    frame.classList.add('blocked');
    const button = page.createElement('button');
    button.textContent = text;
    button.className = frame.classList.contains('left') ? 'left' : 'right';
    button.onclick = (event) => event.isTrusted && onClick();
    frame.after(button);
    return frame;
  }

  function rest(): void {
    watcher.disconnect();
    clearTimeout(aliveTimer);
    clearInterval(pulse);
  }

  function remove(): void {
    rest();
    host?.remove();
    host = root = undefined;
  }

  signal.addEventListener('abort', retire);
  for (const sign of ['toggle', 'focusin', 'fullscreenchange']) {
    page.addEventListener(sign, settle, { capture: true, signal });
  }
  return { show, alive, place, remove, isShown: () => host !== undefined };
}

/** A modal dialog, and what is shown on the whole screen. */
const alone = ':modal';

/** Into the top layer, above what the page shows there so far. */
function raise(host: HTMLElement): void {
  host.popover = null;
  host.popover = 'manual';
  if (host.isConnected) host.showPopover();
}

// `:host` with `!important` beats whatever the page says about our element, `* { all: unset !important }`
// and inline styles included; `all` takes away what a popover has by itself. Sizes in px: the page's root font size is not ours.
const styles = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
}
iframe, button {
  position: absolute;
  top: 0;
  pointer-events: auto;
  border: 0;
  box-shadow: 0 0 24px #0006;
}
iframe {
  width: min(400px, 100%);
  height: 100%;
}
.right { right: 0 }
.left { left: 0 }
.collapsed, button { top: 96px; border-radius: 8px }
.collapsed { width: 44px; height: 148px }
.blocked { visibility: hidden }
button {
  max-width: 90%;
  padding: 1em;
  background: #0f6cbd;
  color: #fff;
  font: 14px sans-serif;
}
@media print { :host { display: none !important } }
`;
