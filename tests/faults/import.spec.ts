import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeBundle } from '../../lib/domain/bundle/bundle-write.ts';
import type { TrailEvent, TrailPerson } from '../../lib/domain/trail/trail.ts';
import { genesis, type Head, linkEvent, personOf } from '../../lib/domain/trail/trail-chain.ts';
import { stringOf } from '../browser/strings.ts';
import { sliceOf } from '../lib/domain/bundle/bundle-text.ts';
import { answerOf, countFaults, expect, expectWhole, formOf, seeded, test } from './fault.ts';

// Bringing in a file, cut short or interrupted.

const writer = '5a0c6f0e-54a1-4d0e-9f39-2d6a0d2f8a11';
const records = 3_000;
const title = stringOf('en', 'history.import.title');
const agree = stringOf('en', 'history.import.confirm');

/** A whole exported file with `records` records of another installation. */
async function bundleFile(path: string): Promise<void> {
  const events: TrailEvent[] = [];
  const people: TrailPerson[] = [];
  let head: Head = genesis;
  for (let place = 0; place < records; place++) {
    const { firstName, lastName, email, phoneNumber, signerRole, ...rest } = formOf(
      `Imported ${place} Ltd`,
    );
    const salt = crypto.randomUUID().replaceAll('-', '').repeat(2);
    const signer = { firstName, lastName, email, phoneNumber, signerRole };
    const person = await personOf(signer, salt);
    const event = await linkEvent(
      {
        format: 1,
        kind: 'recorded',
        version: 1,
        writer,
        at: new Date(Date.UTC(2026, 10, 1) + place * 60_000).toISOString(),
        offsetMinutes: 60,
        by: { name: 'Robin Vale', role: 'admin-agent' },
        recordId: crypto.randomUUID(),
        attemptId: crypto.randomUUID(),
        case: rest as Extract<TrailEvent, { kind: 'recorded' }>['case'],
        signer: person.digest,
        reason: '',
      },
      head,
    );
    head = event;
    events.push(event);
    people.push(person);
  }
  const parts: Uint8Array[] = [];
  for await (const part of writeBundle({
    product: 'Countersign 0.1.0',
    exportedAt: '2026-11-22T12:00:00.000Z',
    writer,
    heads: [{ writer, sequence: head.sequence, hash: head.hash }],
    checkpoints: [],
    slices: [sliceOf({ events, people })],
    readFile: async () => undefined,
  }))
    parts.push(part);
  await writeFile(path, Buffer.concat(parts));
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByRole('region', { name: title }).locator('input[type=file]').setInputFiles(path);
}

const listed = (page: Page) => answerOf<{ all: number }>(page, 'listRecords', {});

test('a file cut at a random byte', async ({ session }) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-import-'));
  const whole = join(folder, 'whole.json');
  await bundleFile(whole);
  const text = await readFile(whole);
  const random = seeded(21);
  const page = await session.openOwnPage('dashboard.html#/backup');
  await countFaults('an import cut at a random byte', async (round) => {
    const cut = join(folder, `cut-${round}.json`);
    await writeFile(cut, text.subarray(0, Math.floor(random() * text.length)));
    await page.reload();
    await choose(page, cut);
    await expect(page.getByText(stringOf('en', 'history.import.refused'))).toBeVisible();
    expect((await listed(page)).all).toBe(0);
    await expectWhole(page);
    return 'refused with the reason, nothing changed';
  });
  await rm(folder, { recursive: true, force: true });
});

test('the tab closed while a file is brought in', async ({ session }) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-import-'));
  const whole = join(folder, 'whole.json');
  await bundleFile(whole);
  const random = seeded(22);
  await countFaults('tab closed during an import', async (round) => {
    const page = await session.openOwnPage('dashboard.html#/backup');
    await choose(page, whole);
    // Every other time while the file is read, else after it was agreed to.
    if (round % 2 === 1) {
      await page.getByRole('button', { name: agree, exact: true }).click();
      await new Promise((done) => setTimeout(done, random() * 400));
    } else await new Promise((done) => setTimeout(done, random() * 1_500));
    await page.close();

    const after = await session.openOwnPage('dashboard.html#/backup');
    // What the worker had begun, it may still end: then it is all there.
    const counts = [(await listed(after)).all];
    await expectWhole(after);
    counts.push((await listed(after)).all);
    for (const count of counts) expect([0, records]).toContain(count);
    const outcome = counts.at(-1) === 0 ? 'not at all' : 'whole';
    // Asked again there is all of it, once.
    await choose(after, whole);
    const again = after.getByRole('button', { name: agree, exact: true });
    const nothingNew = after.getByText(stringOf('en', 'history.import.nothing'));
    await expect(again.or(nothingNew).first()).toBeVisible({ timeout: 60_000 });
    if (await again.isVisible()) {
      await again.click();
      await expect.poll(async () => (await listed(after)).all, { timeout: 60_000 }).toBe(records);
    }
    expect((await listed(after)).all).toBe(records);
    await answerOf(after, 'wipeTrail', { confirm: 'wipe' });
    await after.close();
    return outcome;
  });
  await rm(folder, { recursive: true, force: true });
});
