import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings } from '@/lib/requests';
import { field, openPage, save, settle, startBrowser, text, type } from './show';

// Evidence files given in ways that could lose one without a word.

let recordId = '';

beforeEach(async () => {
  startBrowser();
  ({ recordId } = await save());
});

async function openRecord(recorderName = 'Mei Lin'): Promise<void> {
  await changeSettings.ask({ recorderName });
  await openPage(`#/record/${recordId}`);
}

const fileOf = (name: string, content = name) => new File([content], name, { type: 'text/plain' });
const card = () => document.querySelector<HTMLElement>('section[aria-labelledby="evidence"]')!;
/** Of the files the record has, in the order they were added. */
const names = () => [...card().querySelectorAll('.evidence-list .strong')].map((one) => text(one));
const notKept = () => [...card().querySelectorAll('[role="alert"] li')].map((item) => text(item));

async function choose(...files: File[]): Promise<void> {
  const input = card().querySelector<HTMLInputElement>('input[type="file"]')!;
  Object.defineProperty(input, 'files', { configurable: true, value: files });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
}

async function paste(file: File): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  await act(
    async () =>
      void document.dispatchEvent(
        Object.assign(event, { clipboardData: { files: [file], types: ['Files'] } }),
      ),
  );
}

type Message = { name: string; question: { name?: string } };
type Send = (message: Message) => Promise<unknown>;

/** What becomes of each file when it is to be kept: `what` may wait, throw or answer in its place. */
function whenKept(what: (name: string) => Promise<unknown> | undefined): void {
  const send = fakeBrowser.runtime.sendMessage as Send;
  const heard: Send = async (message) => {
    const answer = message.name === 'attachFile' && (await what(message.question.name ?? ''));
    return answer || send(message);
  };
  fakeBrowser.runtime.sendMessage = heard as typeof fakeBrowser.runtime.sendMessage;
}

it('keeps the good files beside a bad one, and names the bad one with its reason', async () => {
  await openRecord();
  await choose(fileOf('a-empty.pdf', ''), fileOf('b-order.pdf'), fileOf('c-mail.eml'));
  await vi.waitFor(() => expect(text(card())).toContain('2 files are kept.'));
  await settle();
  expect(names()).toEqual(['b-order.pdf', 'c-mail.eml']);
  expect(notKept()).toEqual(['\u2068a-empty.pdf\u2069: This file is empty, so it was not kept.']);
});

it('stops where the reason concerns all, and names every file that is not kept', async () => {
  await openRecord();
  whenKept(async (name) => name === 'b.txt' && { problem: 'storage-full', detail: '' });
  await choose(fileOf('a.txt'), fileOf('b.txt'), fileOf('c.txt'));
  await vi.waitFor(() => expect(notKept()).toHaveLength(2));
  await settle();
  expect(names()).toEqual(['a.txt']);
  expect(text(card())).toContain('1 file is kept.');
  expect(notKept()).toEqual([
    '\u2068b.txt\u2069: The disk is full, so nothing was kept. Make room and try again.',
    '\u2068c.txt\u2069: Not tried any more after that.',
  ]);
});

it('keeps what is pasted and chosen while a file is on its way, in the order it came', async () => {
  await openRecord();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  whenKept((name) => (name === 'first.txt' ? promise : undefined));
  await choose(fileOf('first.txt'));
  await vi.waitFor(() => expect(text(card())).toContain('Keeping first.txt'));
  await paste(fileOf('shot.png'));
  await choose(fileOf('picked.txt'));
  expect(text(card())).toContain('2 more files follow.');
  resolve(undefined);
  await vi.waitFor(() => expect(text(card())).toContain('3 files are kept.'));
  await settle();
  expect(names()).toEqual(['first.txt', 'shot.png', 'picked.txt']);
  expect(text(card())).not.toContain('more files');
});

it('keeps files that were chosen before the name once the whole name is given', async () => {
  await openRecord('');
  await choose(fileOf('one.txt'), fileOf('two.txt'));
  expect(text(card())).toContain('2 files wait.');
  expect(text(card())).toContain('Give your name');

  await type(field('Your name', card()), 'K');
  await type(field('Your name', card()), 'Kim');
  expect(names()).toEqual([]);
  await act(async () => {
    field('Your name', card()).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }),
    );
  });
  await vi.waitFor(() => expect(text(card())).toContain('2 files are kept.'));
  await settle();
  expect(names()).toEqual(['one.txt', 'two.txt']);
  expect((await readSettings.ask()).recorderName).toBe('Kim');
  expect(text(card())).not.toContain('wait');
});
