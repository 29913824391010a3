import { fakeBrowser } from 'wxt/testing/fake-browser';

/**
 * Ask as `webextension-polyfill` does: the first listener that answers with a promise is heard, and what
 * travels is JSON, so that nothing is shared by reference that real contexts could not share.
 */
fakeBrowser.runtime.sendMessage = async (message: unknown) => {
  const { onMessage } = fakeBrowser.runtime;
  if (!onMessage.hasListeners()) throw new Error('Could not establish connection.');
  const heard: unknown[] = await onMessage.trigger(asJson(message), {}, () => {});
  return asJson(heard.find((answer) => answer !== undefined));
};

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Stands in for `webextension-polyfill` in unit tests (tests/vitest.config.ts). */
export default fakeBrowser;
