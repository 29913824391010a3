import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Dashboard } from '@/components/dashboard/Dashboard';
import { useSettings } from '@/components/use-settings';
import { answerEvidenceRequests } from '@/entrypoints/background/evidence';
import { answerRecordRequests } from '@/entrypoints/background/records';
import { answerRowRequests } from '@/entrypoints/background/rows';
import { answerViewRequests } from '@/entrypoints/background/views';
import { listenForRequests } from '@/lib/define-request';
import type { Attestation } from '@/lib/domain/record/attestation';
import { defaultSettings, type LanguageChoice } from '@/lib/domain/settings';
import { WordsProvider } from '@/lib/i18n';
import * as requests from '@/lib/requests';
import { wordsFor } from '@/lib/words';
import { clock, contoso, emptyDisk, nextUuid, startKeeper } from '../../lib/store/setup';

/** An empty browser with a running worker, and no page. `now` is the worker's clock; a page's stands at its beginning. */
export function startBrowser(now = clock()): void {
  closePage();
  vi.setSystemTime('2026-11-22T08:00:00.000Z');
  emptyDisk();
  countQuestions();
  startWorker(now);
  answerViewRequests();
  listenForRequests(async () => true);
}

/** A worker that has just been started in place of the one before: nothing is remembered but the disk. */
export function startWorker(now = clock()): void {
  const tools = {
    keeper: startKeeper(now),
    now: () => new Date(now()),
    uuid: nextUuid,
  };
  answerRecordRequests(tools);
  answerRowRequests(tools);
  answerEvidenceRequests(tools);
}

export function save(attestation: Partial<Attestation> = {}, more: object = {}) {
  const asked = { attemptId: nextUuid(), attestation: { ...contoso, ...attestation }, reason: '' };
  return requests.saveRecord.ask({ ...asked, ...more }).then(({ record }) => record);
}

function Page({ language }: { language: LanguageChoice }) {
  const { settings, change } = useSettings(defaultSettings);
  const chosen = settings.language === 'auto' ? language : settings.language;
  return (
    <WordsProvider value={wordsFor(chosen, [])}>
      <Dashboard settings={settings} change={change} version="1.2.3" />
    </WordsProvider>
  );
}

let root: HTMLElement | undefined;

/** Open the dashboard at an address, as a person would, and wait until it has settled. */
export async function openPage(address: string, language: LanguageChoice = 'en'): Promise<void> {
  closePage();
  history.replaceState(null, '', address);
  root = document.body.appendChild(document.createElement('div'));
  await act(async () => render(<Page language={language} />, root!));
  await settle();
}

export function closePage(): void {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
}

/** Wait until every question that was asked is answered and drawn. */
export async function settle(): Promise<void> {
  for (let quiet = 0; quiet < turnsOfQuiet; quiet++) {
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    if (unanswered > 0) quiet = 0;
  }
}

/** An answer is drawn, and may lead to the next question, within a few turns. */
const turnsOfQuiet = 8;
let unanswered = 0;
const { sendMessage } = fakeBrowser.runtime;

/** The browser as it is, but it can be told whether a question is open. */
function countQuestions(): void {
  unanswered = 0;
  fakeBrowser.runtime.sendMessage = async (message: unknown) => {
    unanswered++;
    try {
      return await sendMessage(message);
    } finally {
      unanswered--;
    }
  };
}

type Role = 'button' | 'link' | 'heading' | 'row' | 'dialog' | 'alert' | 'radio';
const selectors: Record<Role, string> = {
  button: 'button',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  row: 'tbody tr',
  dialog: 'dialog[open]',
  alert: '[role="alert"]',
  radio: 'input[type="radio"]',
};

export function all(role: Role, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selectors[role])];
}

/** The one thing of this role with this name; an error that lists the names there are. */
export function the(role: Role, name: string, within: ParentNode = document): HTMLElement {
  const there = all(role, within);
  const found = there.find((element) => nameOf(element) === name);
  if (!found) throw new Error(`no ${role} “${name}” among: ${there.map(nameOf).join(' | ')}`);
  return found;
}

/** The input that a label belongs to. */
export function field(label: string, within: ParentNode = document): HTMLInputElement {
  const labels = [...within.querySelectorAll('label')];
  const found = labels.find((element) => visible(element).replace(/ \*$/, '') === label);
  if (!found) throw new Error(`no field “${label}” among: ${labels.map(visible).join(' | ')}`);
  const input = found.querySelector('input') ?? document.getElementById(found.htmlFor);
  return input as HTMLInputElement;
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
  await settle();
}

export async function type(input: HTMLInputElement, value: string): Promise<void> {
  await act(async () => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

/** Send a form as Enter or its button does. */
export async function submit(dialog: HTMLElement): Promise<void> {
  await act(async () => {
    dialog
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  await settle();
}

/** What stands on the page, or in a part of it, as running text. */
export function text(within: Element = document.body): string {
  return visible(within);
}

function nameOf(element: Element): string {
  const id = element.getAttribute('aria-labelledby');
  const labelled = id ? document.getElementById(id) : null;
  const own = element.getAttribute('aria-label') ?? visible(labelled ?? element);
  if (own || !element.id) return own;
  const label = document.querySelector(`label[for="${element.id}"]`);
  return label ? visible(label) : '';
}

function visible(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
