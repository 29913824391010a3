import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { cp, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Session, startSession, testedExtension } from '../browser/session.ts';
import {
  answerOf,
  ask,
  countFaults,
  countOf,
  expect,
  expectWhole,
  formOf,
  keepDraft,
  saving,
  seeded,
  test,
} from './fault.ts';

// The disk: full, damaged, or held by another version of the product.

type Report = { events: number; problem?: { code: string; sequence: number } };

async function save(page: Page, companyName: string): Promise<void> {
  const attestation = formOf(companyName);
  await answerOf(page, 'saveRecord', { attemptId: crypto.randomUUID(), attestation, reason: '' });
}

test('disk quota reached', async ({ demoUrl }) => {
  // With `unlimitedStorage` no quota is set, so this one build goes without it.
  const extension = await mkdtemp(join(tmpdir(), 'countersign-quota-'));
  await cp(testedExtension, extension, { recursive: true });
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  manifest.permissions = manifest.permissions.filter((one: string) => one !== 'unlimitedStorage');
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest));
  try {
    await countFaults('disk quota reached', async (round) => {
      const session = await startSession({ demoUrl, extension });
      try {
        return await fillQuota(session, round);
      } finally {
        await session.stop();
      }
    });
  } finally {
    await rm(extension, { recursive: true, force: true });
  }
});

/** Save long records until there is no room for another, then make room. */
async function fillQuota(session: Session, round: number): Promise<string> {
  const page = await session.context.newPage();
  const origin = `chrome-extension://${session.extensionId}`;
  const devtools = await session.context.newCDPSession(page);
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
  // Before the first use: Chromium remembers for half a minute how much room there is.
  const quotaSize = usage + 900_000 + round * 40_000;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  await page.goto(`${origin}/dashboard.html`);

  const note = { evidenceNote: '證'.repeat(10_000) };
  let saved = 0;
  for (;;) {
    const draft = await tryToKeep(page, `Quota ${saved} Ltd`, note);
    const reply = draft
      ? await ask(page, 'saveRecord', saving(draft))
      : { problem: 'storage-full' };
    if (reply.problem !== undefined) {
      expect(reply.problem).toBe('storage-full');
      expect((await answerOf<{ all: number }>(page, 'listRecords', {})).all).toBe(saved);
      await expectWhole(page);
      if (!draft) return 'draft refused and said so, all saved ones there';
      expect(await countOf(page, `Quota ${saved} Ltd`)).toEqual({ records: 0, drafts: 1 });
      return 'refused, draft kept, all saved ones there';
    }
    saved += 1;
    expect(saved, 'the quota was never reached').toBeLessThan(200);
  }
}

async function tryToKeep(...asked: Parameters<typeof keepDraft>) {
  try {
    return await keepDraft(...asked);
  } catch (error) {
    expect(String(error)).toContain('storage-full');
    return undefined;
  }
}

/** Room for a profile and little else. */
const diskMegabytes = 48;

test('disk full', async ({ demoUrl }) => {
  const isRoot = process.getuid?.() === 0;
  test.skip(!isRoot, 'a small disk can only be mounted by root');
  const disk = await mkdtemp(join(tmpdir(), 'countersign-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m`, 'tmpfs', disk]);
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = disk;
  const session = await startSession({ demoUrl }).finally(() => {
    process.env.TMPDIR = usual ?? '/tmp';
  });
  const filler = join(disk, 'filler');
  try {
    const page = await session.openOwnPage('dashboard.html');
    let saved = 0;
    await countFaults('disk full', async (round) => {
      const customer = `Full ${round} Ltd`;
      const draft = await keepDraft(page, customer, { evidenceNote: '證'.repeat(10_000) });
      fill(filler);
      const refused = await ask(page, 'saveRecord', saving(draft));
      expect(['storage-full', 'not-written']).toContain(refused.problem);
      await rm(filler);

      const { problem } = await answerOf<Report>(page, 'checkTrail');
      if (problem) {
        // Chromium throws away a database whose log was cut short by the full disk. What it did is said, and
        // nothing is written over it until a person has seen that.
        expect(problem.code).toBe('emptied');
        expect((await ask(page, 'saveRecord', saving(draft))).problem).toBe('trail-damaged');
        await answerOf(page, 'wipeTrail', { confirm: 'wipe' });
        saved = 0;
        return 'refused; emptied by the browser, and said';
      }
      expect(await countOf(page, customer)).toEqual({ records: 0, drafts: 1 });
      await answerOf(page, 'saveRecord', saving(draft));
      saved += 1;
      expect((await answerOf<{ all: number }>(page, 'listRecords', {})).all).toBe(saved);
      await expectWhole(page);
      return 'refused, draft kept, saved afterwards';
    });
  } finally {
    await rm(filler, { force: true });
    await session.stop();
    execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  }
});

/** Write until nothing more fits. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const block = Buffer.alloc(size, 1);
      try {
        for (;;) writeSync(file, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}

test('a newer version opens the database while an old page saves', async ({ session }) => {
  const page = await session.openOwnPage('dashboard.html');
  await countFaults('newer version opens the database during a save', async (round) => {
    const customer = `Upgrade ${round} Ltd`;
    await save(page, `Before upgrade ${round} Ltd`);
    const { all: before } = await answerOf<{ all: number }>(page, 'listRecords', {});
    const draft = await keepDraft(page, customer);
    const newer = await session.openOwnPage('popup.html');
    const [reply, opened] = await Promise.all([
      ask(page, 'saveRecord', saving(draft)),
      newer.evaluate(openNewer),
    ]);
    expect(opened).toBe('opened');
    // The old side has let go, and says why it cannot go on.
    expect((await ask(page, 'listRecords', {})).problem).toBe('made-by-newer');
    const counts = await newer.evaluate(countRows);
    const wasSaved = reply.problem === undefined;
    if (!wasSaved) expect(reply.problem).toBe('made-by-newer');
    expect(counts).toEqual({ events: before + (wasSaved ? 1 : 0), drafts: wasSaved ? 0 : 1 });

    // For the next round: a fresh database, as no version can be taken back.
    await newer.evaluate(
      () =>
        new Promise((done, fail) => {
          const request = indexedDB.deleteDatabase('countersign');
          request.onsuccess = () => done(undefined);
          request.onerror = () => fail(request.error);
        }),
    );
    await newer.evaluate(() => chrome.storage.local.clear());
    await newer.close();
    await session.killWorker();
    return wasSaved ? 'saved, then let go' : 'let go, draft kept';
  });
});

test('the database is held by a window that does not let go', async ({ session }) => {
  const page = await session.openOwnPage('dashboard.html');
  await save(page, 'Held Ltd');
  await countFaults('a window holds the database during an upgrade', async () => {
    await session.killWorker();
    const holder = await session.openOwnPage('popup.html');
    // One holds the old version and does not listen; another waits to upgrade: a third would wait for ever.
    await holder.evaluate(
      () =>
        new Promise((done) => {
          const held = indexedDB.open('countersign');
          held.onsuccess = () => {
            const waiting = indexedDB.open('countersign', held.result.version + 1);
            waiting.onupgradeneeded = () => waiting.transaction!.abort();
            waiting.onblocked = () => done(undefined);
            waiting.onerror = () => {};
          };
        }),
    );
    await session.killWorker();
    const reply = await ask(page, 'listRecords', {});
    expect(reply.problem).toBe('storage-blocked');
    await holder.close();
    await expect
      .poll(async () => (await ask(page, 'listRecords', {})).problem, { timeout: 20_000 })
      .toBeUndefined();
    await expectWhole(page);
    return 'said so within seconds, works again afterwards';
  });
});

test('a row that was changed on the disk', async ({ session }) => {
  const page = await session.openOwnPage('dashboard.html');
  for (let place = 0; place < 12; place++) await save(page, `Row ${place} Ltd`);
  // What lists and searches are answered from is made by the first search.
  await answerOf(page, 'listRecords', { text: 'row' });
  await expectWhole(page);
  const random = seeded(9);
  await countFaults('a corrupted row in the database', async () => {
    const restore = await page.evaluate(changeRow, [random(), random(), random()]);
    const report = await answerOf<Report>(page, 'checkTrail');
    expect(report.problem, JSON.stringify(restore)).toBeDefined();
    await page.evaluate(putRow, restore);
    await expectWhole(page);
    return `named: ${report.problem?.code}`;
  });
});

test('bytes that were damaged on the disk', async ({ session }) => {
  const random = seeded(10);
  let saved = 0;
  await countFaults("damaged bytes in the database's files", async (round) => {
    const page = await session.openOwnPage('dashboard.html');
    for (let place = 0; place < 3; place++) {
      await save(page, `Bytes ${round} ${place} Ltd`);
      saved += 1;
    }
    await session.restartBrowser(() => damageFiles(session.profile, random));

    const after = await session.openOwnPage('dashboard.html');
    const listed = await ask(after, 'listRecords', {});
    const found = listed.problem ? -1 : (listed.value as { all: number }).all;
    const report = listed.problem ? undefined : await answerOf<Report>(after, 'checkTrail');
    if (found === saved && !report?.problem) return 'unharmed';

    // Something is lost: it must be said, and nothing written over what is left.
    expect(listed.problem ?? report?.problem?.code, `${found} of ${saved}`).toBeDefined();
    const refused = await ask(after, 'saveRecord', {
      attemptId: crypto.randomUUID(),
      attestation: formOf('Over it Ltd'),
      reason: '',
    });
    expect(refused.problem).toBeDefined();
    const outcome = `noticed: ${listed.problem ?? report?.problem?.code}`;

    await session.restartBrowser(() =>
      rm(join(session.profile, 'Default/IndexedDB'), { recursive: true, force: true }),
    );
    const fresh = await session.openOwnPage('dashboard.html');
    await fresh.evaluate(() => chrome.storage.local.clear());
    await session.killWorker();
    saved = 0;
    return outcome;
  });
});

/** Write over 64 bytes in the middle of one of the database's files, as a bad sector would. */
async function damageFiles(profile: string, random: () => number): Promise<void> {
  const parent = join(profile, 'Default/IndexedDB');
  const folders = (await readdir(parent)).filter((name) =>
    /^chrome-extension_.*leveldb$/.test(name),
  );
  const folder = join(parent, folders[0]!);
  const names = (await readdir(folder)).filter((name) => /\.(log|ldb)$/.test(name));
  const file = await open(join(folder, names[Math.floor(random() * names.length)]!), 'r+');
  const { size } = await file.stat();
  const noise = Buffer.from(Array.from({ length: 64 }, () => Math.floor(random() * 256)));
  await file.write(noise, 0, noise.length, Math.floor(random() * Math.max(1, size - 64)));
  await file.close();
}

// These run in the page.

function openNewer(): Promise<string> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('countersign', 99);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      done('opened');
    };
    request.onerror = () => fail(request.error);
  });
}

function countRows(): Promise<{ events: number; drafts: number }> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('countersign');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(['events', 'drafts']);
      const rows: IDBRequest<{ lines: string[] }[]> = transaction.objectStore('events').getAll();
      const drafts = transaction.objectStore('drafts').count();
      transaction.oncomplete = () => {
        database.close();
        const events = rows.result.reduce((sum, { lines }) => sum + lines.length, 0);
        done({ events, drafts: drafts.result });
      };
    };
  });
}

type Changed = { store: string; row: unknown; where: string };

/** Change one letter or number somewhere in one row of what people rely on; answers with what was there. */
function changeRow(chances: number[]): Promise<Changed> {
  const [whichStore = 0, whichRow = 0, whichLeaf = 0] = chances;
  const stores = ['events', 'people'];
  const store = stores[Math.floor(whichStore * stores.length)]!;
  return new Promise((done, fail) => {
    const request = indexedDB.open('countersign');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(store, 'readwrite');
      const rows = transaction.objectStore(store);
      const keyPath = [rows.keyPath].flat() as string[];
      const all = rows.getAll();
      let changed: Changed;
      all.onsuccess = () => {
        const row = all.result[Math.floor(whichRow * all.result.length)];
        const before = structuredClone(row);
        const leaves: { holder: Record<string, unknown>; key: string; path: string }[] = [];
        const walk = (holder: Record<string, unknown>, path: string) => {
          for (const [key, value] of Object.entries(holder)) {
            const here = path ? `${path}.${key}` : key;
            // A row's key names another row.
            if (keyPath.includes(here)) continue;
            if (typeof value === 'object' && value !== null) walk(value as typeof holder, here);
            else if (typeof value === 'string' && value !== '')
              leaves.push({ holder, key, path: here });
          }
        };
        walk(row, '');
        const { holder, key, path } = leaves[Math.floor(whichLeaf * leaves.length)]!;
        const text = String(holder[key]);
        const last = text.at(-1) === '7' ? '8' : '7';
        holder[key] = text.slice(0, -1) + last;
        changed = { store, row: before, where: path };
        rows.put(row);
      };
      transaction.oncomplete = () => {
        database.close();
        done(changed);
      };
      transaction.onerror = () => fail(transaction.error);
    };
  });
}

function putRow({ store, row }: Changed): Promise<void> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('countersign');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(store, 'readwrite');
      transaction.objectStore(store).put(row);
      transaction.oncomplete = () => {
        database.close();
        done();
      };
      transaction.onerror = () => fail(transaction.error);
    };
  });
}
