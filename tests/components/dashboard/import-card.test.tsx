import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  checkTrail,
  eraseRecord,
  importTrail,
  listRecords,
  readTrail,
  readTrailEnds,
  wipeTrail,
} from '@/lib/requests';
import { bundleParts, bundleText, itemsOf } from '../../lib/domain/bundle/bundle-text';
import { nextUuid } from '../../lib/store/setup';
import { all, click, openPage, save, startBrowser, startWorker, text, the } from './show';

// The import of a file, state by state: what is read there is what is so.

const refused = 'This file was not imported. Nothing was changed.';
const lost = new Error('The message port closed before a response was received.');
let file = '';

/** Two records in a file, a database without them, and the page with the card. */
beforeEach(async () => {
  startBrowser();
  await save({ companyName: 'Contoso' });
  await save({ companyName: 'Fabrikam' });
  const { heads } = await readTrailEnds.ask();
  file = await bundleText([itemsOf((await readTrail.ask({ heads })).slice)]);
  await wipeTrail.ask({ confirm: 'wipe' });
  await openPage('#/backup');
});

type Message = { name: string; question: { dryRun?: boolean } };
type Send = (message: Message) => Promise<unknown>;

/** What becomes of the next question of this kind; `send` asks it as ever. */
function next(name: string, what: (send: () => Promise<unknown>) => Promise<unknown>): void {
  const send = fakeBrowser.runtime.sendMessage as Send;
  let done = false;
  const heard: Send = (message) => {
    if (done || message.name !== name || message.question.dryRun) return send(message);
    done = true;
    return what(() => send(message));
  };
  fakeBrowser.runtime.sendMessage = heard as typeof fakeBrowser.runtime.sendMessage;
}

/** A question that waits until it is let go. */
function held(name: string, what: (send: () => Promise<unknown>) => Promise<unknown>): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  next(name, (send) => promise.then(() => what(send)));
  return resolve;
}

const card = () => document.querySelector<HTMLElement>('section[aria-labelledby="import"]')!;
const buttons = () => all('button', card()).map((button) => text(button));
const said = (words: string) => vi.waitFor(() => expect(text(card())).toContain(words));
const listed = async () => (await listRecords.ask({})).records.map(({ recordId }) => recordId);
const count = async () => (await checkTrail.ask()).records;

async function choose(content: string): Promise<void> {
  const input = card().querySelector<HTMLInputElement>('input[type="file"]')!;
  const chosen = new File([content], 'file.json', { type: 'application/json' });
  Object.defineProperty(input, 'files', { configurable: true, value: [chosen] });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
}

async function chooseAndSee(): Promise<void> {
  await choose(file);
  await said('What the import would do');
}

/** Press a button whose question does not come back at once. */
const press = (name: string) => act(async () => the('button', name, card()).click());

it('offers a file to be chosen, and says nothing else', () => {
  expect(buttons()).toEqual([]);
  expect(card().querySelector('progress')).toBeNull();
  expect(all('alert', card())).toEqual([]);
  expect(card().querySelector('[role="status"]')?.textContent).toBe('');
});

describe('while a file is read', () => {
  it('says so, and is as before when it is stopped', async () => {
    const letGo = held('stageImport', (send) => send());
    await choose(file);
    await said('Reading the file…');
    expect(buttons()).toEqual(['Stop']);
    await press('Stop');
    letGo();
    await vi.waitFor(() => expect(card().querySelector('progress')).toBeNull());
    expect(text(card())).not.toMatch(/What the import would do|not imported|Imported/);
    expect(await count()).toBe(0);
    await chooseAndSee();
  });

  it('says that nothing was changed when the worker does not answer', async () => {
    next('stageImport', () => Promise.reject(lost));
    await choose(file);
    await said(refused);
    expect(text(all('alert', card())[0]!)).toContain('The browser did not answer.');
    expect(await count()).toBe(0);
  });
});

describe('what would be done', () => {
  it('is counted, and nothing of it is done', async () => {
    await chooseAndSee();
    expect(text(card())).toContain('2 records would be new here');
    expect(text(card())).toContain('2 events would be added');
    expect(buttons()).toEqual(['Import', 'Cancel']);
    expect(await count()).toBe(0);
    await click(the('button', 'Cancel', card()));
    expect(text(card())).not.toContain('What the import would do');
  });

  it('cannot be done after another tab has deleted everything, and says that nothing was', async () => {
    await chooseAndSee();
    await wipeTrail.ask({ confirm: 'wipe' });
    await click(the('button', 'Import', card()));
    await said(refused);
    expect(text(all('alert', card())[0]!)).not.toContain('missing from the file');
    expect(await count()).toBe(0);
  });
});

describe('while it is brought in', () => {
  it('says so, can be stopped and not cancelled, and takes no other file', async () => {
    const letGo = held('finishImport', (send) => send());
    await chooseAndSee();
    await press('Import');
    await said('Adding the records…');
    expect(buttons()).toContain('Stop');
    expect(buttons()).not.toContain('Cancel');
    await choose('Record number;State');
    letGo();
    await said('Imported: 2 events.');
    expect(text(card())).not.toMatch(/What the import would do|not imported/);
    expect(buttons()).toEqual([]);
    expect(await count()).toBe(2);
  });

  it('says that it was stopped and nothing was changed, when that is so', async () => {
    // As a worker answers that has a long way to go.
    const letGo = held('finishImport', async () => ({ value: { share: 0.1 } }));
    await chooseAndSee();
    await press('Import');
    await press('Stop');
    letGo();
    await said('The import was stopped. Nothing was changed.');
    expect(text(card())).not.toMatch(/Imported:|not imported/);
    expect(await count()).toBe(0);
  });

  it('says that it was imported when it was too late to stop it', async () => {
    const letGo = held('finishImport', async (send) => {
      await send();
      throw lost;
    });
    await chooseAndSee();
    await press('Import');
    await press('Stop');
    letGo();
    await said('Imported: 2 events.');
    expect(text(card())).not.toContain('Nothing was changed');
    expect(await count()).toBe(2);
  });

  it('says what a worker has added that died before it could say so', async () => {
    next('finishImport', async (send) => {
      await send();
      startWorker();
      throw lost;
    });
    await chooseAndSee();
    await click(the('button', 'Import', card()));
    await said('Imported: 2 events.');
    expect(await count()).toBe(2);
  });

  it('does not say that nothing was changed when nobody answers, and imports once when asked again', async () => {
    next('finishImport', async (send) => {
      await send();
      startWorker();
      throw lost;
    });
    // Asked before that: what is named last comes first.
    next('finishImport', () => Promise.reject(lost));
    await chooseAndSee();
    await click(the('button', 'Import', card()));
    await said('What was asked may or may not be done');
    expect(text(card())).not.toContain('Nothing was changed');
    expect(await count()).toBe(2);
    await click(the('button', 'Import', card()));
    await said('Imported: 2 events.');
    expect(all('alert', card())).toEqual([]);
    expect(await count()).toBe(2);
  });
});

describe('a file with a version of a record that was erased here', () => {
  const exported = async () => {
    const { heads } = await readTrailEnds.ask();
    return bundleText([itemsOf((await readTrail.ask({ heads })).slice)]);
  };
  const bringIn = (text: string) => importTrail.ask({ ...bundleParts(text), dryRun: false });

  it('says before and after that it has personal data again, and where', async () => {
    await bringIn(file);
    const [record] = (await listRecords.ask({})).records;
    const { recordId, number } = record!;
    await save({ lastName: 'Éphémère' }, { reason: 'misread', corrects: { recordId, version: 1 } });
    const theirs = await exported();
    await wipeTrail.ask({ confirm: 'wipe' });
    await bringIn(file);
    const by = { name: 'Robin', role: 'admin-agent' };
    await eraseRecord.ask({ recordId, attemptId: nextUuid(), by, fileIds: [], reason: 'asked' });

    const words = '1 record whose personal data was erased here gets personal data again';
    await choose(theirs);
    await said('What the import would do');
    expect(text(card())).toContain(words);
    expect(text(card())).toContain(number);
    // A page that is left takes nothing in.
    expect(all('link', card())).toEqual([]);
    await click(the('button', 'Import', card()));
    await said('Imported: 1 event.');
    expect(text(card())).toContain(words);
    expect(the('link', number, card()).getAttribute('href')).toBe(`#/record/${recordId}`);
  });

  it('says nothing of it otherwise', async () => {
    await chooseAndSee();
    await click(the('button', 'Import', card()));
    await said('Imported: 2 events.');
    expect(text(card())).not.toContain('personal data');
  });
});

describe('the error of one file', () => {
  it('is not shown beside another one', async () => {
    await choose('Record number;State');
    await said(refused);
    await chooseAndSee();
    expect(text(card())).not.toContain('not imported');
    expect(all('alert', card())).toEqual([]);
  });

  it('is not shown beside another one, also when it came while the file was brought in', async () => {
    await chooseAndSee();
    await wipeTrail.ask({ confirm: 'wipe' });
    await click(the('button', 'Import', card()));
    await said(refused);
    await chooseAndSee();
    expect(text(card())).not.toContain('not imported');
    await click(the('button', 'Import', card()));
    await said('Imported: 2 events.');
    expect(await count()).toBe(2);
  });
});

it('says of a save that stands in two histories that nothing need have been changed', async () => {
  const again = await save({}, { attemptId: bundleParts(file).events[0]!.attemptId });
  await choose(file);
  await said(refused);
  await said('One save stands in it twice, or in it and in the history kept here');
  expect(await listed()).toEqual([again.recordId]);
});
