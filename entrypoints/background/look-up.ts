import browser from 'webextension-polyfill';
import { maskAcceptanceLinks } from '@/lib/domain/address/address-text';
import { titleOf, wordsFinding } from '@/lib/domain/look-up/finding-title';
import { lookUp } from '@/lib/domain/look-up/look-up';
import { matchNotice } from '@/lib/domain/notice/notice-language';
import * as requests from '@/lib/requests';
import { keepAsked, takeAsked } from '@/lib/store/asked-store';
import { readSettings, settingsKey } from '@/lib/store/settings-store';
import { type Words, wordsFor } from '@/lib/words';

const menuId = 'look-up';
const suggestionsShown = 5;

/** The look-up from outside the popup: the address bar's keyword `mca`, and the menu of selected text. */
export function listenForLookUps(): void {
  requests.takeAsked.answer(() => takeAsked());

  browser.omnibox.onInputStarted.addListener(async () => {
    const { t } = await words();
    browser.omnibox.setDefaultSuggestion({ description: escaped(t('popup.keyword')) });
  });
  browser.omnibox.onInputChanged.addListener(async (text, suggest) => {
    const speaking = await words();
    const findings = lookUp(text, { matchNotice, say: speaking.say, limit: suggestionsShown });
    // What is looked up when one is chosen are Microsoft's own words, also where the title is in another language.
    const titles = new Map(
      findings.map((finding) => [wordsFinding(finding, speaking), titleOf(finding, speaking)]),
    );
    suggest([...titles].map(([content, title]) => ({ content, description: escaped(title) })));
  });
  browser.omnibox.onInputEntered.addListener(async (text) => {
    await keepAsked(maskAcceptanceLinks(text));
    await browser.tabs.create({ url: browser.runtime.getURL('popup.html') });
  });

  browser.runtime.onInstalled.addListener(() => void nameMenu());
  browser.storage.onChanged.addListener((changes) => {
    if (settingsKey in changes) void nameMenu();
  });
  browser.contextMenus.onClicked.addListener(async (clicked) => {
    if (clicked.menuItemId !== menuId || !clicked.selectionText) return;
    await keepAsked(maskAcceptanceLinks(clicked.selectionText));
    try {
      await browser.action.openPopup();
    } catch {
      // Older browsers, and windows without a toolbar, have no popup to open.
      await browser.tabs.create({ url: browser.runtime.getURL('popup.html') });
    }
  });
}

/** The menu entry in the person's language. Made anew, because an entry that does not exist cannot be renamed. */
async function nameMenu(): Promise<void> {
  const { t } = await words();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: menuId,
    // The browser puts the selected text in place of %s.
    title: t('popup.menu', { text: '%s' }),
    contexts: ['selection'],
  });
}

async function words(): Promise<Words> {
  const { language } = await readSettings();
  return wordsFor(language, navigator.languages);
}

/** Chromium reads suggestions as XML. */
function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => names[sign]!);
}
