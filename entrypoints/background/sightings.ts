import browser from 'webextension-polyfill';
import { RequestError, type Sender } from '@/lib/define-request';
import { isElsewhere, readAddress, strongerReading } from '@/lib/domain/address/address';
import { languageOf } from '@/lib/domain/notice/notice-language';
import type { Sighting, SightingReport } from '@/lib/domain/notice/sighting';
import type { PageReading } from '@/lib/page/orders';
import * as requests from '@/lib/requests';
import { changeTab, readTab, type Seen, type TabState } from '@/lib/store/tab-store';
import { informative, originOf, readPage, readYoungPage, visitOf } from './pages';

const badgeColour = '#0f6cbd';
const sightingsKept = 8;
/** A single-page app may keep the old page's text a moment after its address has become the next one's. */
const settleMs = 1_500;

/** A sighting that holds for the page as it is now, and the page's reading that tells most about it. */
export type Held = {
  sighting: Sighting;
  shown: PageReading;
  /** The document that saw it has answered. */
  answered: boolean;
};

/** Answer what the frames of a tab report of the notice. `onSeen` is called once a sighting is kept. */
export function answerSightingRequests(
  onSeen: (tabId: number, windowId: number | undefined) => Promise<void>,
): void {
  requests.reportSighting.answer(async (report, sender) => {
    const { tabId, frameId } = placeInBrowser(sender);
    const reading = await readPage(tabId, frameId);
    if (!reading) return;
    const isYoung = Date.now() - Number(reading.loadKey) < 2_000;
    const top = frameId ? await (isYoung ? readYoungPage : readPage)(tabId, 0) : reading;
    const { addressAtStart, addressNow } =
      informative(top, { ...reading, ...trustedAddresses(report, sender) }) ?? reading;
    const seenAt = new Date().toISOString();
    const seen: Seen = {
      frameId,
      loadKey: reading.loadKey,
      ...(top && { topLoadKey: top.loadKey }),
      sighting: {
        ...report,
        language: languageOf(report.quote),
        addressAtStart,
        addressNow,
        seenAt,
        gone: false,
      },
    };
    await changeTab(tabId, (state) => ({
      ...state,
      seen: [
        ...state.seen.filter(
          (other) => other.frameId !== frameId && other.topLoadKey === seen.topLoadKey,
        ),
        seen,
      ].slice(-sightingsKept),
    }));
    await markTab(tabId, true);
    await onSeen(tabId, sender.tab?.windowId);
  });

  requests.reportGone.answer(async (_, sender) => {
    const { tabId, frameId } = placeInBrowser(sender);
    const state = await changeTab(tabId, ({ seen, ...before }) => ({
      ...before,
      seen: seen.map((other) => (other.frameId === frameId ? goneFrom(other) : other)),
    }));
    const held = await readHeld(tabId, state, await readPage(tabId, 0));
    await markTab(tabId, held !== undefined && !held.sighting.gone);
  });

  requests.reportMoved.answer(async (_, sender) => {
    const { tabId } = placeInBrowser(sender);
    await changeTab(tabId, (state) => ({ ...state, moves: state.moves + 1 }));
    renewLater(tabId);
  });

  requests.takeAnnouncement.answer(async ({ tabId: wanted }, sender) => {
    const tabId = (sender.frameId ? sender.tab?.id : undefined) ?? wanted;
    if (tabId === undefined) throw new RequestError('refused');
    const [top, state] = await Promise.all([readPage(tabId, 0), readTab(tabId)]);
    const held = await readHeld(tabId, state, top);
    if (!held || held.sighting.gone) return false;
    const visit = visitOf(held.shown);
    let isFirst = false;
    await changeTab(tabId, (before) => {
      isFirst = before.announcedAt !== visit;
      return { ...before, announcedAt: visit };
    });
    return isFirst;
  });
}

/** Mark the toolbar's button beside a tab: there is something here that the page may not be able to show. */
export async function markTab(tabId: number, seen: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColour });
  await browser.action.setBadgeText({ tabId, text: seen ? '!' : '' });
}

/**
 * The sighting that counts for a tab now: one that stands before one that is gone, then the newest. None
 * counts whose page has been left, or loaded again, or is another customer's by now.
 */
export async function readHeld(
  tabId: number,
  { seen }: Pick<TabState, 'seen'>,
  top: PageReading | undefined,
): Promise<Held | undefined> {
  const all = await Promise.all(seen.map((one) => holdOne(tabId, one, top)));
  const held = all.filter((one) => one !== undefined);
  if (held.some(hasMovedOn)) renewSoon(tabId);
  const here = held.filter((one) => !hasMovedOn(one));
  return here.findLast(({ sighting }) => !sighting.gone) ?? here.at(-1);
}

async function holdOne(
  tabId: number,
  { frameId, loadKey, topLoadKey, sighting }: Seen,
  top: PageReading | undefined,
  look?: 'notice',
): Promise<Held | undefined> {
  const asked = frameId === 0 ? top : await readPage(tabId, frameId, look);
  const reading = asked?.loadKey === loadKey ? asked : undefined;
  // A frame may have been taken away, or gone on, in a page that is still there.
  const shown = reading ? informative(top, reading) : top?.loadKey === topLoadKey ? top : undefined;
  return (
    shown && {
      shown,
      sighting: { ...sighting, gone: !reading?.hasNotice },
      answered: reading !== undefined,
    }
  );
}

/** Whether the page was about another matter, partner or customer when the notice was seen on it. */
function hasMovedOn({ sighting, shown }: Held): boolean {
  const then = strongest(sighting);
  const now = strongest(shown);
  return then !== undefined && now !== undefined && isElsewhere(then, now);
}

function strongest({
  addressAtStart,
  addressNow,
}: Pick<Sighting, 'addressAtStart' | 'addressNow'>) {
  return strongerReading(readAddress(addressAtStart), readAddress(addressNow))?.reading;
}

/** Should the worker die before, the next look at the tab plans it again. */
const renewals = new Map<number, ReturnType<typeof setTimeout>>();

/** A notice that still stands once the page has settled after its move is the new page's own. */
function renewLater(tabId: number): void {
  clearTimeout(renewals.get(tabId));
  renewals.set(
    tabId,
    setTimeout(() => void renew(tabId), settleMs),
  );
}

function renewSoon(tabId: number): void {
  if (!renewals.has(tabId)) renewLater(tabId);
}

async function renew(tabId: number): Promise<void> {
  renewals.delete(tabId);
  const top = await readPage(tabId, 0, 'notice');
  let isBetween = false;
  await changeTab(tabId, async (state) => {
    const renewed = state.seen.map(async (one) => {
      const held = await holdOne(tabId, one, top, 'notice');
      if (!held || !hasMovedOn(held)) return one;
      if (held.sighting.gone) {
        // Not there at this moment, and not reported gone: it goes, or is drawn again.
        isBetween ||= held.answered && !one.sighting.gone;
        return one;
      }
      const { addressNow } = held.shown;
      const seenAt = new Date().toISOString();
      return {
        ...one,
        sighting: { ...one.sighting, addressAtStart: addressNow, addressNow, seenAt },
      };
    });
    return { ...state, seen: await Promise.all(renewed) };
  });
  if (isBetween) renewSoon(tabId);
}

const goneFrom = (seen: Seen): Seen => ({ ...seen, sighting: { ...seen.sighting, gone: true } });

/** The tab and frame that asked; our own pages that stand by themselves have none. */
export function placeInBrowser(sender: Sender): { tabId: number; frameId: number } {
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === undefined) throw new RequestError('refused');
  return { tabId, frameId: sender.frameId };
}

/** What the browser itself knows about the sender wins over what was sent. */
function trustedAddresses(report: SightingReport, sender: Sender) {
  const origin = sender.url ? originOf(sender.url) : undefined;
  const own = (address: string) => (originOf(address) === origin ? address : (sender.url ?? ''));
  return { addressAtStart: own(report.addressAtStart), addressNow: own(report.addressNow) };
}
