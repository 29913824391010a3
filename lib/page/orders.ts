import type { DockSide } from '@/lib/domain/settings';

// What the background tells the content script, and what the script asks of it outside lib/requests'
// typed questions. Types only: this file leaves nothing in the script.

/** How the strip at the edge of the page should stand. */
export type DockPlace = { side: DockSide; collapsed: boolean };

/** What the strip says by itself, in the person's language. Handed over when it is made: a cut-off copy cannot ask. */
export type DockLabels = {
  label: string;
  /** The frame may not stand here: a button that opens the panel beside the page. */
  blockedLabel: string;
  /** The extension was updated, and this page has the copy of before; a click takes this line away. */
  updatedLabel: string;
};

export type Order =
  /** Make the panel's frame; the ticket in its address works once. */
  | ({ order: 'dock'; ticket: string } & DockLabels & DockPlace)
  /** The frame has shown its ticket: it is alive. */
  | { order: 'alive' }
  | ({ order: 'place' } & DockPlace)
  | { order: 'undock' }
  /**
   * Say where this document stands now; answered with a PageReading. If so asked, after another look at the whole
   * page, or at the notice alone: whether it is there at this very moment, which is known otherwise only a second later.
   */
  | { order: 'read'; look?: 'page' | 'notice' }
  /** These sites are no longer watched: stop for good, where this document is of one of them. */
  | { order: 'stop'; origins: string[] };

/** Where a document stands. `loadKey` changes with every load, so that an old sighting is known as old. */
export type PageReading = {
  loadKey: string;
  addressAtStart: string;
  addressNow: string;
  hasNotice: boolean;
  docked: boolean;
};
