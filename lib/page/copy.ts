import type { Dock } from './dock';
import type { Order } from './orders';

/**
 * One running copy of ours in a document: what its two scripts share (entrypoints/notice.ts, and where
 * the panel is shown entrypoints/dock.ts).
 */
export type Copy = {
  /** This copy has ended for good. */
  hasStopped: boolean;
  /** Aborted then; there once this copy listens to anybody. */
  signal?: AbortSignal;
  /** Ask the background something that needs no answer; again when nobody was there. */
  tell: (name: string, question?: unknown) => void;
  /** Whether the extension that this copy belongs to is still there. If not, the copy ends. */
  isConnected: () => boolean;
  /** In a top frame, once the panel was wanted there; and what takes the background's orders to it. */
  dock?: Dock;
  obeyDock?: (order: Order) => void;
};

/**
 * Where a copy is noted: on the global object of our own scripts' world, which no page sees, by a symbol, since
 * a page's named elements shadow names there. (On `chrome`, a new name makes the browser prepare all of its parts.)
 */
const mark = Symbol.for('countersign');

export function runningCopy(): Copy | undefined {
  return (globalThis as { [mark]?: Copy })[mark];
}

export function noteCopy(copy: Copy): void {
  (globalThis as { [mark]?: Copy })[mark] = copy;
}
