import type { DockSide } from '@/lib/domain/settings';

// What the background tells the content script, and what the script asks of it outside lib/requests.ts'
// typed questions. Types only: this file leaves nothing in the script.

/** How the strip at the edge of the page should stand. */
export type DockPlace = { side: DockSide; collapsed: boolean };

export type Order =
  /** Make the panel's frame; the ticket in its address works once. */
  | ({ order: 'dock'; ticket: string; label: string; blockedLabel: string } & DockPlace)
  /** The frame has shown its ticket: it is alive. */
  | { order: 'alive' }
  | ({ order: 'place' } & DockPlace)
  | { order: 'undock' }
  /** Say where this document stands now; answered with a PageReading. */
  | { order: 'read' };

/** Where a document stands. `loadKey` changes with every load, so that an old sighting is known as old. */
export type PageReading = {
  loadKey: string;
  addressAtStart: string;
  addressNow: string;
  hasNotice: boolean;
  docked: boolean;
};
