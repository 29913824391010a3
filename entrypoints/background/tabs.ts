import browser from 'webextension-polyfill';
import { RequestError, type Sender } from '@/lib/define-request';
import { placeOf, readAddress, strongerReading } from '@/lib/domain/address';
import type { Settings } from '@/lib/domain/settings';
import type { SightingReport, TabView } from '@/lib/domain/sighting';
import type { Order, PageReading } from '@/lib/page/orders';
import * as requests from '@/lib/requests';
import { changeSettings, readSettings } from '@/lib/store/settings-store';
import { changeTab, forgetTab, readTab } from '@/lib/store/tab-store';
import { wordsFor } from '@/lib/words';
import { documentIdOf, isOwnPage } from './senders';
import { hasSidePanel } from './side-panel';

const badgeColour = '#0f6cbd';
const ticketsKept = 5;

/** Answer everything about tabs: what was seen on them, and the panel that is docked there. */
export function answerTabRequests(): void {
  requests.reportSighting.answer(async (report, sender) => {
    const { tabId, frameId } = placeInBrowser(sender);
    const reading = await readPage(tabId, frameId);
    if (!reading) return;
    const sighting = {
      ...trusted(report, sender),
      seenAt: new Date().toISOString(),
      gone: false,
    };
    await changeTab(tabId, (state) => ({
      ...state,
      sighting,
      frameId,
      loadKey: reading.loadKey,
    }));
    await markTab(tabId, true);
    await offerDock(tabId, sender.tab?.windowId);
  });

  requests.reportGone.answer(async (_, sender) => {
    const { tabId, frameId } = placeInBrowser(sender);
    const state = await changeTab(tabId, (before) =>
      before.frameId === frameId && before.sighting
        ? { ...before, sighting: { ...before.sighting, gone: true } }
        : before,
    );
    if (state.sighting?.gone) await markTab(tabId, false);
  });

  requests.askDock.answer(async (_, sender) => {
    await offerDock(placeInBrowser(sender).tabId, sender.tab?.windowId);
  });

  requests.reportBlockedPanel.answer(async (_, sender) => {
    await markTab(placeInBrowser(sender).tabId, true);
  });

  requests.claimFrame.answer(async ({ ticket }, sender) => {
    const { tabId, frameId } = placeInBrowser(sender);
    if (!isOwnPage(sender)) throw new RequestError('refused');
    let claimed = false;
    await changeTab(tabId, (state) => {
      claimed = state.tickets.includes(ticket);
      if (!claimed) return state;
      return {
        ...state,
        tickets: state.tickets.filter((other) => other !== ticket),
        frames: [{ frameId, documentId: documentIdOf(sender) }],
      };
    });
    if (!claimed) throw new RequestError('refused');
    await order(tabId, { order: 'alive' });
  });

  requests.moveDock.answer(async ({ action }, sender) => {
    const { tabId } = placeInBrowser(sender);
    const settings = await readSettings();
    const reading = await readPage(tabId, 0);
    if (action === 'not-now' || action === 'never-here') {
      if (action === 'not-now' && reading) {
        await changeTab(tabId, (state) => ({ ...state, notNowAt: visitOf(reading) }));
      } else if (reading) {
        await silence(settings, hostOf(reading.addressNow));
      }
      await order(tabId, { order: 'undock' });
      return;
    }
    const side = action === 'other-side' ? otherSide(settings) : settings.dockSide;
    const collapsed =
      action === 'other-side' ? settings.dockCollapsed : action === 'collapse' || action === 'fold';
    await order(tabId, { order: 'place', side, collapsed });
    if (action !== 'fold') await changeSettings({ dockSide: side, dockCollapsed: collapsed });
  });

  requests.reportMoved.answer(async (_, sender) => {
    const { tabId } = placeInBrowser(sender);
    await changeTab(tabId, (state) => ({ ...state, moves: state.moves + 1 }));
  });

  requests.bindDraft.answer(async ({ tabId, draftId }, sender) => {
    await changeTab(framedIn(sender) ?? tabId, (state) => ({ ...state, draftId }));
  });

  requests.keepAnswers.answer(async ({ tabId, answers }, sender) => {
    await changeTab(framedIn(sender) ?? tabId, (state) => ({ ...state, answers }));
  });

  requests.viewTab.answer(async ({ tabId }, sender) => {
    const wanted = framedIn(sender) ?? tabId;
    return wanted === undefined ? { watched: false, silenced: false } : viewTab(wanted);
  });

  browser.tabs.onRemoved.addListener((tabId) => forgetTab(tabId));
}

async function viewTab(tabId: number): Promise<TabView> {
  const [top, state, settings] = await Promise.all([
    readPage(tabId, 0),
    readTab(tabId),
    readSettings(),
  ]);
  const { sighting, frameId } = state;
  const reading = frameId === 0 || frameId === undefined ? top : await readPage(tabId, frameId);
  // A sighting counts only while the very document that it was read from is still there.
  const stands = sighting && reading && reading.loadKey === state.loadKey;
  const shown = informative(top, stands ? reading : undefined);
  const host = shown && hostOf(shown.addressNow);
  return {
    tabId,
    watched: top !== undefined || reading !== undefined,
    ...(state.draftId && { draftId: state.draftId }),
    ...(state.answers && { answers: state.answers }),
    silenced: host !== undefined && settings.silencedHosts.includes(host),
    ...(host === undefined ? {} : { host }),
    ...(shown && { addressAtStart: shown.addressAtStart, addressNow: shown.addressNow }),
    ...(stands && {
      sighting: { ...sighting, addressNow: reading.addressNow, gone: !reading.hasNotice },
    }),
  };
}

/** Show the panel in the tab's top frame, unless the person has said not to or it stands there already. */
async function offerDock(tabId: number, windowId: number | undefined): Promise<void> {
  const [top, state, settings] = await Promise.all([
    readPage(tabId, 0),
    readTab(tabId),
    readSettings(),
  ]);
  if (!top) return;
  const { dockSide: side, dockCollapsed: collapsed } = settings;
  if (top.docked) {
    // It may have folded away when an earlier notice went: here is another.
    await order(tabId, { order: 'place', side, collapsed });
    return;
  }
  if (settings.silencedHosts.includes(hostOf(top.addressNow))) return;
  if (state.notNowAt === visitOf(top)) return;
  if (await hasSidePanel(windowId)) return;

  const ticket = crypto.randomUUID();
  await changeTab(tabId, (before) => ({
    ...before,
    tickets: [...before.tickets, ticket].slice(-ticketsKept),
  }));
  const { t } = wordsFor(settings.language, navigator.languages);
  await order(tabId, {
    order: 'dock',
    ticket,
    side,
    collapsed,
    label: t('common.product'),
    blockedLabel: t('panel.blocked'),
    updatedLabel: `${t('hosts.updated')} ✕ ${t('common.close')}`,
  });
}

function placeInBrowser(sender: Sender): { tabId: number; frameId: number } {
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId === undefined) throw new RequestError('refused');
  return { tabId, frameId: sender.frameId };
}

/** The tab whose page our panel is framed in; `undefined` for pages that stand by themselves. */
function framedIn(sender: Sender): number | undefined {
  return sender.frameId ? sender.tab?.id : undefined;
}

/** What the browser itself knows about the sender wins over what was sent. */
function trusted(report: SightingReport, sender: Sender): SightingReport {
  const origin = sender.url ? originOf(sender.url) : undefined;
  const own = (address: string) => originOf(address) === origin;
  const fallback = sender.url ?? '';
  return {
    ...report,
    addressAtStart: own(report.addressAtStart) ? report.addressAtStart : fallback,
    addressNow: own(report.addressNow) ? report.addressNow : fallback,
  };
}

/** The top frame's addresses, unless only the frame that saw the notice tells what kind of page this is. */
function informative(
  top: PageReading | undefined,
  seen: PageReading | undefined,
): PageReading | undefined {
  if (!top || !seen) return top ?? seen;
  const tells = ({ addressAtStart, addressNow }: PageReading) =>
    [addressAtStart, addressNow].some((address) => readAddress(address).kind !== 'other');
  return tells(top) || !tells(seen) ? top : seen;
}

/** Ask a frame where it stands; `undefined` when our script is not there (another host, a new page loading). */
async function readPage(tabId: number, frameId: number): Promise<PageReading | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, { order: 'read' } satisfies Order, { frameId });
  } catch {
    return undefined;
  }
}

/** Tell the top frame something; a frame that has gone meanwhile needs no telling. */
async function order(tabId: number, wish: Order): Promise<void> {
  await browser.tabs.sendMessage(tabId, wish, { frameId: 0 }).catch(() => undefined);
}

async function markTab(tabId: number, seen: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColour });
  await browser.action.setBadgeText({ tabId, text: seen ? '!' : '' });
}

async function silence({ silencedHosts }: Settings, host: string): Promise<void> {
  if (silencedHosts.includes(host)) return;
  await changeSettings({ silencedHosts: [...silencedHosts, host] });
}

/** One load of one page: "not now" holds until the tab moves on or loads again. */
function visitOf(reading: PageReading): string {
  return `${reading.loadKey} ${placeIn(reading)}`;
}

function placeIn({ addressAtStart, addressNow }: PageReading): string {
  const now = readAddress(addressNow);
  return placeOf(strongerReading(readAddress(addressAtStart), now)?.reading ?? now);
}

const otherSide = ({ dockSide }: Settings) => (dockSide === 'end' ? 'start' : 'end');
const hostOf = (address: string) => readAddress(address).host;

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
