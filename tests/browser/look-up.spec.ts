import { expect, test } from './fixtures.ts';

// From the address bar and from selected text: both hand the words to the popup, never through an address.

test('the menu of selected text and the keyword hand their words over once', async ({
  session,
}) => {
  const worker = await session.worker();
  // Headless Chromium draws neither menu nor address bar: their events are raised in the worker instead.
  await worker.evaluate(() => {
    const { onInputEntered } = chrome.omnibox as unknown as {
      onInputEntered: { dispatch: (text: string, how: string) => void };
    };
    onInputEntered.dispatch('600061', 'currentTab');
  });
  await expect
    .poll(() => session.context.pages().some((page) => /popup\.html$/.test(page.url())))
    .toBe(true);
  const popup = session.context.pages().find((page) => /popup\.html$/.test(page.url()))!;
  await expect(popup.getByRole('combobox')).toHaveValue('600061');
  await expect(popup.getByRole('option').first()).toContainText('already exists');

  await popup.reload();
  await expect(popup.getByRole('combobox')).toHaveValue('');
});
