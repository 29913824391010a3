import browser from 'webextension-polyfill';
import { RequestError, type Sender } from '@/lib/define-request';
import type { TabView } from '@/lib/domain/notice/sighting';
import type { Settings } from '@/lib/domain/settings';
import * as requests from '@/lib/requests';
import { changeSettings, readSettings } from '@/lib/store/settings-store';
import { changeTab, forgetTab, readTab } from '@/lib/store/tab-store';
import { wordsFor } from '@/lib/words';
import { hostOf, order, readPage, visitOf } from './pages';
import { documentIdOf, isOwnPage } from './senders';
import { hasSidePanel } from './side-panel';
import { answerSightingRequests, markTab, placeInBrowser, readHeld } from './sightings';

const ticketsKept = 5;

/** Answer everything about tabs: what was seen on them, and the panel that is docked there. */
export function answerTabRequests(): void {
  answerSightingRequests(offerDock);

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
    if (action === 'not-now' || action === 'never-here') {
      const reading = await readPage(tabId, 0);
      if (action === 'not-now' && reading) {
        await changeTab(tabId, (state) => ({ ...state, notNowAt: visitOf(reading) }));
      } else if (reading) {
        await silence(await readSettings(), hostOf(reading.addressNow));
      }
      await order(tabId, { order: 'undock' });
      return;
    }
    const settings = await readSettings();
    const change: Partial<Settings> =
      action === 'other-side'
        ? { dockSide: otherSide(settings) }
        : { dockCollapsed: action === 'collapse' };
    // Kept before it is shown: what is seen on the page meanwhile places the strip as the settings say.
    const { dockSide: side, dockCollapsed: collapsed } =
      action === 'fold' ? { ...settings, dockCollapsed: true } : await changeSettings(change);
    await order(tabId, { order: 'place', side, collapsed });
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
  const held = await readHeld(tabId, state, top);
  const shown = held?.shown ?? top;
  const host = shown && hostOf(shown.addressNow);
  return {
    tabId,
    watched: shown !== undefined,
    ...(state.draftId && { draftId: state.draftId }),
    ...(state.answers && { answers: state.answers }),
    silenced: host !== undefined && settings.silencedHosts.includes(host),
    ...(host === undefined ? {} : { host }),
    ...(shown && { addressAtStart: shown.addressAtStart, addressNow: shown.addressNow }),
    ...(held && { sighting: { ...held.sighting, addressNow: held.shown.addressNow } }),
  };
}

/** Show the panel in the tab's top frame, unless the person has said not to or it stands there already. */
async function offerDock(tabId: number, windowId: number | undefined): Promise<void> {
  const [top, state] = await Promise.all([readPage(tabId, 0), readTab(tabId)]);
  if (!top) return;
  // Read last: the person may have moved the strip while the page was asked.
  const settings = await readSettings();
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

/** The tab whose page our panel is framed in; `undefined` for pages that stand by themselves. */
function framedIn(sender: Sender): number | undefined {
  return sender.frameId ? sender.tab?.id : undefined;
}

async function silence({ silencedHosts }: Settings, host: string): Promise<void> {
  if (silencedHosts.includes(host)) return;
  await changeSettings({ silencedHosts: [...silencedHosts, host] });
}

const otherSide = ({ dockSide }: Settings) => (dockSide === 'end' ? 'start' : 'end');
