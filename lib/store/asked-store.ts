import browser from 'webextension-polyfill';

const key = 'asked';
const maxLength = 10_000;

/**
 * What a person selected on a page or typed after the keyword, on its way to the look-up. In memory only
 * and not in an address: it may name a customer, and addresses stay in the browser's history.
 */
export async function keepAsked(text: string): Promise<void> {
  await browser.storage.session.set({ [key]: text.slice(0, maxLength) });
}

/** The text, once; empty when nothing waits. */
export async function takeAsked(): Promise<string> {
  const { [key]: text } = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  return typeof text === 'string' ? text : '';
}

/**
 * Drop what waits: whoever was erased may be named in it. It is done already when this is called, so this does not fail: it
 * is in memory only, and goes with the browser.
 */
export async function dropAsked(): Promise<void> {
  try {
    await browser.storage.session.remove(key);
  } catch (error) {
    console.warn('Countersign: what waits for the look-up was not dropped', error);
  }
}
