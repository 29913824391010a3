import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handOff, handOffJson } from '@/lib/domain/letters/hand-off';
import {
  changeSettings,
  listDrafts,
  listRecords,
  putOffBackup,
  readTrail,
  readTrailEnds,
  wipeTrail,
} from '@/lib/requests';
import { itemsOf, bundleText as textOf } from '../../lib/domain/bundle/bundle-text';
import { contoso } from '../../lib/store/setup';
import {
  all,
  click,
  field,
  openPage,
  save,
  settle,
  startBrowser,
  submit,
  text,
  the,
  type,
} from './show';

type Download = { name: string; blob: Blob };
let downloads: Download[] = [];

beforeEach(() => {
  startBrowser();
  downloads = [];
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob as Blob);
    return address;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    downloads.push({ name: this.download, blob: blobs.get(this.href)! });
  });
});

async function bundleText(): Promise<string> {
  const { heads } = await readTrailEnds.ask();
  return textOf([itemsOf((await readTrail.ask({ heads })).slice)]);
}

async function choose(content: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  const file = new File([content], 'file.json', { type: 'application/json' });
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await vi.waitFor(() =>
    expect(text()).toMatch(/What the import would do|was not imported|hand-off from a reseller/),
  );
}

const records = async () => (await listRecords.ask({ limit: 500 })).records;

describe('export', () => {
  it('hands over everything in a file that says its day', async () => {
    await save();
    await openPage('#/backup');
    await click(the('button', 'Export everything'));
    expect(downloads[0]?.name).toMatch(
      /^countersign-everything-\d{4}-\d\d-\d\d-1(-[0-9a-f]{4}){4}\.json$/,
    );
    expect(JSON.parse(await downloads[0]!.blob.text())).toMatchObject([
      { top: { product: 'Countersign 1.2.3', writer: expect.any(String) } },
      { event: { kind: 'recorded' } },
      { person: {} },
      { end: {} },
    ]);
    expect(text()).toContain(`The file is in your downloads: ${downloads[0]?.name}`);
  });

  it('hands over exactly the records on show as a table', async () => {
    await save({ companyName: 'Contoso', scenario: 'existing-partner' });
    await save({ companyName: 'Fabrikam', scenario: 'new-partner' });
    await openPage('#/?scenario=new-partner');
    await click(the('button', 'Export 1 record (CSV)'));
    await submit(all('dialog')[0]!);
    const rows = (await downloads[0]!.blob.text()).trim().split('\r\n');
    expect(rows.length).toBe(2);
    expect(rows[1]).toContain('Fabrikam');
    expect(rows[1]).toContain('Scenario 2: new partner');
  });
});

it('takes the reminder back when it is put off on another page', async () => {
  for (let at = 0; at < 20; at++) await save({ companyName: `Customer ${at}` });
  await openPage('#/');
  expect(text()).toContain('Time for a backup');
  await putOffBackup.ask();
  await settle();
  expect(text()).not.toContain('Time for a backup');
});

describe('import', () => {
  it('says what it would do, does it when agreed, and everything is back', async () => {
    await save({ companyName: 'Contoso' });
    await save({ companyName: 'Fabrikam' });
    const [before, file] = [await records(), await bundleText()];
    await wipeTrail.ask({ confirm: 'wipe' });
    await openPage('#/backup');

    await choose(file);
    expect(text()).toContain('2 records would be new here');
    expect(await records()).toEqual([]);

    await click(the('button', 'Import'));
    expect(await records()).toEqual(before);
    expect(text()).toContain('Imported: 2 events.');
  });

  it('changes nothing when it is cancelled', async () => {
    await save();
    const file = await bundleText();
    await wipeTrail.ask({ confirm: 'wipe' });
    await openPage('#/backup');
    await choose(file);
    await click(the('button', 'Cancel'));
    expect(await records()).toEqual([]);
    expect(text()).not.toContain('What the import would do');
  });

  it('offers nothing when all of it is here', async () => {
    await save();
    await openPage('#/backup');
    await choose(await bundleText());
    expect(text()).toContain('Everything in this file is already here.');
    expect(all('button').map((button) => text(button))).not.toContain('Import');
  });

  it.each([
    ['no JSON', () => 'Record number;State', 'not a file that “Export everything” made'],
    ['other JSON', () => '{"records":[]}', 'not a file that “Export everything” made'],
    ['a cut file', (file: string) => file.slice(0, -200), 'It ends too early'],
    [
      'a file whose origin was changed',
      (file: string) => file.replace('"product":"', '"product":"Not '),
      'what stands around them does not',
    ],
    [
      'an edited form',
      (file: string) => file.replace('"kind":"recorded"', '"kind":"dreamt"'),
      'changed after it was exported',
    ],
    ['a space', (file: string) => file.replace('{"event"', '{ "event"'), 'changed after it was'],
    [
      'a changed event',
      (file: string) => file.replace('"reference":"T-4711"', '"reference":"T-1"'),
      'changed after it was exported',
    ],
    [
      'another person',
      (file: string) => file.replace('lea@contoso.example', 'eve@contoso.example'),
      'Personal data in it is not what was recorded',
    ],
    [
      'a newer version',
      (file: string) => file.replace('"version":1', '"version":2'),
      'A newer version of Countersign exported it',
    ],
  ])('refuses %s, says why, and changes nothing', async (_, spoil, why) => {
    await save();
    const file = spoil(await bundleText());
    await wipeTrail.ask({ confirm: 'wipe' });
    await openPage('#/backup');
    await choose(file);
    expect(text()).toContain('This file was not imported. Nothing was changed.');
    expect(text(all('alert')[0]!)).toContain(why);
    expect(await records()).toEqual([]);
  });
});

describe('a reseller’s hand-off', () => {
  const secret = 'deadbeef-0000-4000-8000-000000000001';
  const link = `https://cdn.partner.microsoft.com/mca/?attestationid=${secret}`;
  const pack = handOff({ ...contoso, recordedBy: 'Kim' }, '2026-11-22T10:00:00.000Z', 'CS-000042');
  const file = (changes: object = {}) => handOffJson({ ...pack, ...changes });

  it('shows what it holds and who made it, and becomes a draft of whoever opens it', async () => {
    await changeSettings.ask({ recorderName: 'Ada', role: 'admin-agent' });
    await openPage('#/backup');
    await choose(file());
    const preview = text(document.querySelector('.preview')!);
    for (const said of ['Contoso GmbH', 'Made by Kim on', 'CS-000042', 'lea@contoso.example'])
      expect(preview).toContain(said);
    expect(await listDrafts.ask()).toEqual([]);

    await click(the('button', 'Make a draft of it'));
    const [draft] = await listDrafts.ask();
    expect(draft).toMatchObject({
      place: 'manual',
      fields: {
        companyName: 'Contoso GmbH',
        recordedBy: 'Ada',
        evidenceNote: 'Handed over by Kim on Nov 22, 2026, record CS-000042.',
      },
    });
    expect(location.hash).toBe(`#/draft/${draft!.draftId}`);
    expect(field('Company name').value).toBe('Contoso GmbH');
    expect(await records()).toEqual([]);
  });

  it('changes nothing when it is cancelled', async () => {
    await openPage('#/backup');
    await choose(file());
    await click(the('button', 'Cancel'));
    expect(document.querySelector('.preview')).toBeNull();
    expect(await listDrafts.ask()).toEqual([]);
  });

  it('shows and takes over no acceptance link', async () => {
    await openPage('#/backup');
    await choose(file({ attestation: { ...contoso, evidenceNote: link, reference: link } }));
    expect(text()).not.toContain(secret);
    await click(the('button', 'Make a draft of it'));
    expect(JSON.stringify(await listDrafts.ask())).not.toContain(secret);
  });

  it.each([
    ['a newer one', file({ version: 2 }), 'made by a newer Countersign'],
    ['one that was changed', file({ attestation: { email: 7 } }), 'missing or changed'],
    ['half of one', file().slice(0, -40), 'The file is not readable'],
    ['a huge one', file({ recordNumber: 'x'.repeat(200_000) }), 'too large to be a hand-off'],
  ])('%s is refused and says why', async (_, content, why) => {
    await openPage('#/backup');
    await choose(content);
    expect(text(all('alert')[0]!)).toContain(why);
    expect(await listDrafts.ask()).toEqual([]);
  });
});

describe('deleting everything', () => {
  it('needs the word, and offers an export first', async () => {
    await save();
    await openPage('#/backup');
    await click(the('button', 'Delete everything…'));
    const dialog = the('dialog', 'Delete everything here?');
    await click(the('button', 'Export everything first', dialog));
    expect(downloads.length).toBe(1);

    await type(field('Type “delete” to confirm', dialog), 'yes');
    await submit(dialog);
    expect(text(dialog)).toContain('Type exactly “delete”.');
    expect((await records()).length).toBe(1);

    await type(field('Type “delete” to confirm', dialog), 'Delete');
    await submit(dialog);
    expect(await records()).toEqual([]);
    expect(text()).toContain('Everything was deleted.');
  });
});

describe('the seal', () => {
  it('says since when the trail is unbroken', async () => {
    await save();
    await openPage('#/');
    expect(text()).toContain('Unbroken since');
    expect(text()).toContain('1 event.');
  });

  it('checks again when asked', async () => {
    await save({ companyName: 'Contoso' });
    await openPage('#/');
    await save({ companyName: 'Fabrikam' });
    await click(the('button', 'Check again'));
    expect(text()).toContain('2 events');
  });

  it('names the place where the trail breaks', async () => {
    await save({ companyName: 'Contoso' });
    await save({ companyName: 'Fabrikam' });
    await forgeFirstEvent();
    await openPage('#/');
    await settle();
    expect(text()).toContain('The trail breaks at event 1');
    expect(text()).toContain('something in it was changed');
  });

  it('checks again when asked while it is broken', async () => {
    await save({ companyName: 'Contoso' });
    await forgeFirstEvent();
    await openPage('#/');
    expect(text()).toContain('The trail breaks at event 1');
    await forgeFirstEvent('Contoso');
    await click(the('button', 'Check again'));
    expect(text()).not.toContain('The trail breaks');
    expect(text()).toContain('Unbroken since');
  });
});

/** Change what is stored behind the product's back. */
async function forgeFirstEvent(companyName = 'Forged'): Promise<void> {
  const [{ name } = { name: '' }] = await indexedDB.databases();
  const database = await answer(indexedDB.open(name!));
  const store = database.transaction('events', 'readwrite').objectStore('events');
  const [block] = await answer(store.getAll());
  const first = JSON.parse(block.lines[0]);
  const forged = JSON.stringify({ ...first, case: { ...first.case, companyName } });
  await answer(store.put({ ...block, lines: [forged, ...block.lines.slice(1)] }));
  database.close();
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
