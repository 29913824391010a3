import browser from 'webextension-polyfill';
import { placeOf, readAddress, strongerReading } from '@/lib/domain/address/address';
import type { Order, PageReading } from '@/lib/page/orders';

// What the scripts in a tab's frames are asked and told.

/** Ask a frame where it stands; `undefined` when our script is not there (another host, a new page loading). */
export async function readPage(
  tabId: number,
  frameId: number,
  look?: 'page' | 'notice',
): Promise<PageReading | undefined> {
  const wish: Order = { order: 'read', ...(look && { look }) };
  try {
    return await browser.tabs.sendMessage(tabId, wish, { frameId });
  } catch {
    return undefined;
  }
}

/** As `readPage`, of a frame that has our script: asked again as long as that may not listen yet, a second after its start. */
export async function readYoungPage(
  tabId: number,
  frameId: number,
  look?: 'page' | 'notice',
): Promise<PageReading | undefined> {
  for (const waitMs of [0, 300, 500, 700]) {
    if (waitMs > 0) await new Promise((done) => setTimeout(done, waitMs));
    const reading = await readPage(tabId, frameId, look);
    if (reading) return reading;
  }
  return undefined;
}

/** Tell the top frame something; a frame that has gone meanwhile needs no telling. */
export async function order(tabId: number, wish: Order): Promise<void> {
  await browser.tabs.sendMessage(tabId, wish, { frameId: 0 }).catch(() => undefined);
}

/** The top frame's addresses, unless only the frame that saw the notice tells what kind of page this is. */
export function informative(
  top: PageReading | undefined,
  seen: PageReading | undefined,
): PageReading | undefined {
  if (!top || !seen) return top ?? seen;
  const tells = ({ addressAtStart, addressNow }: PageReading) =>
    [addressAtStart, addressNow].some((address) => readAddress(address).kind !== 'other');
  return tells(top) || !tells(seen) ? top : seen;
}

/** One load of one page at one place: "not now" and "said already" hold until the tab moves on or loads again. */
export function visitOf(reading: PageReading): string {
  const { addressAtStart, addressNow } = reading;
  const now = readAddress(addressNow);
  const place = placeOf(strongerReading(readAddress(addressAtStart), now)?.reading ?? now);
  return `${reading.loadKey} ${place}`;
}

export const hostOf = (address: string): string => readAddress(address).host;

/** `undefined` for what is no address. */
export function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
