import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { serious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { sampleAttestation } from './sample-attestation.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// Evidence files: kept as they came, shown without running anything of theirs, saved again, erased.

test.use({ sessionOptions: { viewport: { width: 1100, height: 900 } } });

const attestation = {
  ...sampleAttestation,
  evidenceNote: 'Mail of Jane Doe, 20 November',
};

type Answer<T> = { value: T };
type Saved = Answer<{ record: { recordId: string; number: string } }>;

const ask = <T>(page: Page, name: string, question: unknown): Promise<T> =>
  page.evaluate((message) => chrome.runtime.sendMessage(message), { name, question }) as Promise<T>;

async function openRecord(session: Session): Promise<{ page: Page; recordId: string }> {
  const page = await session.openOwnPage('dashboard.html');
  await ask(page, 'changeSettings', { recorderName: 'Mei Lin', profileAsked: true });
  const { value } = await ask<Saved>(page, 'saveRecord', {
    attemptId: crypto.randomUUID(),
    reason: '',
    attestation,
  });
  const { recordId } = value.record;
  await page.evaluate((hash) => (location.hash = hash), `#/record/${recordId}`);
  await expect(page.getByRole('heading', { name: 'Alder & Finch Ltd' })).toBeVisible();
  return { page, recordId };
}

type Key = Parameters<typeof stringOf>[1];
const t = (key: Key, values = {}) => stringOf('en', key, values);
const one = t('evidence.added.one' as Key, { count: 1 });
const input = (page: Page) => page.locator('section[aria-labelledby=evidence] input[type=file]');
const card = (page: Page) => page.locator('section[aria-labelledby=evidence]');

/** A picture that any browser can show: one colour, so many pixels wide and high. */
function png(size: number, noise = false): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes: Buffer) =>
    (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8), 0xffffffff) ^
      0xffffffff) >>>
    0;
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  let seed = 7;
  const rows = Buffer.alloc(size * (size * 3 + 1), 0x66);
  for (let at = 0; at < rows.length; at++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    if (noise) rows[at] = seed >>> 24;
    if (at % (size * 3 + 1) === 0) rows[at] = 0;
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: noise ? 0 : 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const wicked = Buffer.from(
  '<!doctype html><html><body><script>new BroadcastChannel("ran").postMessage("ran");' +
    'window.opener&&(window.opener.ran=true);top.ran=true</script>wicked</body></html>',
);
const wickedSvg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="top.ran=true"><script>top.ran=true</script></svg>',
);

async function saveAgain(page: Page, name: string): Promise<Buffer> {
  const button = card(page).getByRole('button', { name: t('evidence.saveNamed', { file: name }) });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toBe(name);
  return readFile(await file.path());
}

test('a picture, a PDF and an unknown file are kept, shown and saved again byte for byte', async ({
  session,
}) => {
  const { page } = await openRecord(session);
  const files = [
    { name: 'Bestätigung 客戶.png', mimeType: 'image/png', buffer: png(300, true) },
    { name: 'signed.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'mail.eml', mimeType: 'message/rfc822', buffer: Buffer.from('From: x\r\n\r\nyes\r\n') },
  ];
  await input(page).setInputFiles(files);
  await expect(card(page).getByText(t('evidence.added', { count: 3 }))).toBeVisible();
  for (const { name, buffer } of files) {
    expect((await saveAgain(page, name)).equals(buffer), name).toBe(true);
    const digest = createHash('sha256').update(buffer).digest('hex');
    await expect(card(page).getByText(digest)).toBeVisible();
  }

  await card(page)
    .getByRole('button', { name: t('evidence.showNamed', { file: files[0]!.name }) })
    .click();
  const picture = page.getByRole('dialog').getByRole('img');
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(300);
  expect(await serious(page)).toEqual([]);
  await session.shoot(page, 'evidence-picture');
  await page.keyboard.press('Escape');
  await expect(picture).toHaveCount(0);

  const [shown] = await Promise.all([
    session.context.waitForEvent('page'),
    card(page)
      .getByRole('button', { name: t('evidence.showNamed', { file: 'signed.pdf' }) })
      .click(),
  ]);
  expect(shown.url()).toMatch(/^blob:chrome-extension:/);
  await shown.close();
  await expect(
    card(page).getByRole('button', { name: t('evidence.showNamed', { file: 'mail.eml' }) }),
  ).toHaveCount(0);
  // The story says who attached it, and when.
  await expect(page.getByText(t('evidence.story.attached')).first()).toBeVisible();
  await session.shoot(page, 'evidence-record', true);
});

test('nothing of a file runs, whatever it says it is', async ({ session }) => {
  const { page } = await openRecord(session);
  const files = [
    { name: 'page.html', mimeType: 'text/html', buffer: wicked },
    { name: 'picture.svg', mimeType: 'image/svg+xml', buffer: wickedSvg },
    // They claim to be what can be shown.
    { name: 'page.png', mimeType: 'image/png', buffer: wicked },
    { name: 'picture.pdf', mimeType: 'application/pdf', buffer: wickedSvg },
  ];
  await input(page).setInputFiles(files);
  await expect(card(page).getByText(t('evidence.added', { count: 4 }))).toBeVisible();
  await page.evaluate(() => {
    new BroadcastChannel('ran').onmessage = () => {
      (window as { ran?: boolean }).ran = true;
    };
  });
  for (const { name } of files) {
    const show = card(page).getByRole('button', { name: t('evidence.showNamed', { file: name }) });
    if ((await show.count()) > 0) {
      await show.click();
      await expect(
        card(page).getByText(t('evidence.problem.file-not-shown')).first(),
      ).toBeVisible();
    }
  }
  expect((await saveAgain(page, 'page.html')).equals(wicked)).toBe(true);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as { ran?: boolean }).ran)).toBeUndefined();
  expect(session.context.pages().some((one) => one.url().startsWith('blob:'))).toBe(false);
});

test('a file of 10 MB is kept whole, a larger one and an empty one are refused before anything is sent', async ({
  session,
}) => {
  const { page } = await openRecord(session);
  const large = Buffer.from(
    Uint8Array.from({ length: 10 * 1024 * 1024 }, (_, at) => (at * 31 + (at >> 12)) % 256),
  );
  const began = Date.now();
  await input(page).setInputFiles({ name: 'scan.tif', mimeType: 'image/tiff', buffer: large });
  await expect(card(page).getByText(one)).toBeVisible({
    timeout: 30_000,
  });
  const kept = Date.now() - began;
  expect((await saveAgain(page, 'scan.tif')).equals(large)).toBe(true);
  console.info(`10 MB: kept after ${kept} ms, saved again after ${Date.now() - began - kept} ms`);

  await input(page).setInputFiles({
    name: 'more.tif',
    mimeType: 'image/tiff',
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 1),
  });
  await expect(card(page).getByText(t('evidence.problem.file-too-large'))).toBeVisible();
  await input(page).setInputFiles({
    name: 'none.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(0),
  });
  await expect(card(page).getByText(t('evidence.problem.file-empty'))).toBeVisible();
  await expect(card(page).locator('.evidence-list > li')).toHaveCount(1);
});

test('a file is there after SIGKILL right after it was shown as kept', async ({ session }) => {
  const { page, recordId } = await openRecord(session);
  const picture = png(200, true);
  await input(page).setInputFiles({ name: 'shot.png', mimeType: 'image/png', buffer: picture });
  await expect(card(page).getByText(one)).toBeVisible();
  await session.killBrowser();
  const again = await session.openOwnPage(`dashboard.html#/record/${recordId}`);
  expect((await saveAgain(again, 'shot.png')).equals(picture)).toBe(true);
});

test('files are dropped and pasted; the worker may die between', async ({ session }) => {
  const { page } = await openRecord(session);
  const give = (type: 'drop' | 'paste', name: string) =>
    page.evaluate(
      ([kind, file]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['evidence'], file!, { type: 'text/plain' }));
        const zone = document.querySelector('.drop-zone')!;
        const init = { bubbles: true, cancelable: true };
        zone.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { ...init, dataTransfer: transfer })
            : new ClipboardEvent('paste', { ...init, clipboardData: transfer }),
        );
      },
      [type, name] as const,
    );
  await give('drop', 'dropped.txt');
  await expect(card(page).getByText('dropped.txt')).toBeVisible();
  await expect(card(page).getByText(`· ${t('evidence.origin.dropped')} ·`)).toBeVisible();
  await session.killWorker();
  await give('paste', 'pasted.txt');
  await expect(card(page).getByText('pasted.txt')).toBeVisible();
  await expect(card(page).getByText(`· ${t('evidence.origin.pasted')} ·`)).toBeVisible();
});

test('a person and a chosen file are erased: asked twice, gone everywhere, and the trail is whole', async ({
  session,
}) => {
  const { page, recordId } = await openRecord(session);
  await input(page).setInputFiles([
    { name: 'Jane Doe.png', mimeType: 'image/png', buffer: png(20) },
    { name: 'terms.pdf', mimeType: 'application/pdf', buffer: pdf },
  ]);
  await expect(card(page).getByText(t('evidence.added', { count: 2 }))).toBeVisible();
  expect(
    (await ask<Answer<{ total: number }>>(page, 'listRecords', { text: 'jane' })).value.total,
  ).toBe(1);
  await page.getByRole('button', { name: t('history.correct'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('history.draft.correction') })).toBeVisible();
  await page.evaluate((hash) => (location.hash = hash), `#/record/${recordId}`);

  await page.getByRole('button', { name: t('evidence.erase.open') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Mail of Jane Doe, 20 November')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Jane Doe.png' }).check();
  expect(await serious(page)).toEqual([]);
  await session.shoot(page, 'erase-what');
  await dialog.getByRole('button', { name: t('evidence.erase.goOn') }).click();
  await expect(dialog.getByRole('heading', { name: t('evidence.erase.sure') })).toBeVisible();
  await session.shoot(page, 'erase-sure');
  expect((await ask<Answer<unknown[]>>(page, 'listEvidence', { recordId })).value).toHaveLength(2);
  await dialog.getByRole('button', { name: t('evidence.erase.submit') }).click();
  await expect(page.getByText(t('evidence.erase.done'))).toBeVisible();

  await expect(page.getByText(t('history.detail.noSigner'))).toBeVisible();
  await expect(card(page).getByText('terms.pdf')).toBeVisible();
  await expect(card(page).getByText(t('evidence.erased')).first()).toBeVisible();
  expect((await ask<Answer<unknown[]>>(page, 'listEvidence', { recordId })).value).toHaveLength(1);
  expect((await ask<Answer<unknown[]>>(page, 'listDrafts', undefined)).value).toHaveLength(0);
  const found = await ask<Answer<{ total: number }>>(page, 'listRecords', {
    text: 'jane.doe@alder',
  });
  expect(found.value.total).toBe(0);
  const check = await ask<Answer<{ problem?: unknown }>>(page, 'checkTrail', undefined);
  expect(check.value.problem).toBeUndefined();
  await session.shoot(page, 'erased-record', true);

  await page.evaluate(() => (location.hash = '#/backup'));
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('history.backup.json'), exact: true }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).not.toContain('jane.doe@alderfinch.example');
  expect(text).not.toContain('Jane Doe.png');
  expect(text).toContain('terms.pdf');
});

test.describe('while a record is typed', () => {
  const zone = (page: Page) => page.locator('form .drop-zone');
  const keptFile = (page: Page, name: string) =>
    page.locator('.draft-files').getByText(name, { exact: true });

  async function openDraft(session: Session): Promise<Page> {
    const page = await session.openOwnPage('dashboard.html');
    await ask(page, 'changeSettings', { recorderName: 'Mei Lin', profileAsked: true });
    await page.getByRole('button', { name: t('history.recordByHand') }).click();
    await expect(zone(page)).toBeVisible();
    return page;
  }

  /** As a person drops or pastes: the browser's own events, with a real file in them. */
  const give = (page: Page, kind: 'drop' | 'paste', name: string, content: string) =>
    zone(page).evaluate(
      (element, [kind, name, content]) => {
        const given = new DataTransfer();
        given.items.add(new File([content!], name!, { type: 'text/plain' }));
        const how = { bubbles: true, cancelable: true };
        element.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { ...how, dataTransfer: given })
            : new ClipboardEvent('paste', { ...how, clipboardData: given }),
        );
      },
      [kind, name, content] as const,
    );

  test('files are kept with the draft, outlive worker and browser, and become the record’s', async ({
    session,
  }) => {
    test.slow();
    const page = await openDraft(session);
    const hash = new URL(page.url()).hash;
    const picture = png(300, true);
    const picked = { name: 'Bestätigung 客戶.png', mimeType: 'image/png', buffer: picture };
    await zone(page).locator('input[type=file]').setInputFiles(picked);
    await expect(keptFile(page, picked.name)).toBeVisible();
    await session.killWorker();
    await give(page, 'drop', 'dropped.txt', 'dropped');
    await expect(keptFile(page, 'dropped.txt')).toBeVisible();
    await give(page, 'paste', 'pasted.txt', 'pasted');
    await expect(keptFile(page, 'pasted.txt')).toBeVisible();
    await page
      .getByRole('button', { name: t('evidence.draft.remove', { file: 'pasted.txt' }) })
      .click();
    await expect(keptFile(page, 'pasted.txt')).toHaveCount(0);
    expect(await serious(page)).toEqual([]);
    await session.shoot(page, 'draft-files', true);

    await session.killBrowser();
    const again = await session.openOwnPage(`dashboard.html${hash}`);
    await expect(keptFile(again, picked.name)).toBeVisible();
    await expect(keptFile(again, 'dropped.txt')).toBeVisible();
    for (const [field, value] of [
      ['companyName', 'Alder & Finch Ltd'],
      ['customerDomain', 'alderfinch.example'],
      ['firstName', 'Jane'],
      ['lastName', 'Doe'],
      ['email', 'jane@alderfinch.example'],
      ['dateAgreed', '2026-11-20'],
    ] as const)
      await again.getByLabel(t(`record.field.${field}`)).fill(value);
    await expect(again.getByText(/Draft kept/)).toBeVisible();
    await again.getByRole('button', { name: t('form.save'), exact: true }).click();
    await expect(card(again)).toBeVisible();
    expect((await saveAgain(again, picked.name)).equals(picture)).toBe(true);
    expect((await saveAgain(again, 'dropped.txt')).toString()).toBe('dropped');
    const check = await ask<Answer<{ events: number; problem?: unknown }>>(
      again,
      'checkTrail',
      undefined,
    );
    expect(check.value.events).toBe(3);
    expect(check.value.problem).toBeUndefined();
  });

  test('discarding a draft says that its files go, and they are gone', async ({ session }) => {
    const page = await openDraft(session);
    await give(page, 'drop', 'mail.eml', 'From: x');
    await expect(keptFile(page, 'mail.eml')).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#/';
    });
    await page.locator('.drafts summary').click();
    await page.getByRole('button', { name: /^Discard/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(t('evidence.draft.go.one' as Key, { count: 1 }))).toBeVisible();
    await dialog.getByRole('button', { name: t('history.drafts.discard') }).click();
    await expect(page.locator('.drafts')).toHaveCount(0);
    const rows = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('countersign');
          opening.onsuccess = () => {
            const counting = opening.result.transaction('evidence').objectStore('evidence').count();
            counting.onsuccess = () => resolve(counting.result);
          };
        }),
    );
    expect(rows).toBe(0);
  });

  test('text that is pasted into a field stays text, also with a picture beside it', async ({
    session,
  }) => {
    const page = await openDraft(session);
    const prevented = await page.getByLabel(/^Company name/).evaluate((field) => {
      const given = new DataTransfer();
      given.setData('text/plain', 'A1');
      given.items.add(new File(['x'], 'cells.png', { type: 'image/png' }));
      const event = new ClipboardEvent('paste', {
        bubbles: true,
        cancelable: true,
        clipboardData: given,
      });
      return !field.dispatchEvent(event);
    });
    expect(prevented).toBe(false);
    await expect(page.locator('.draft-files')).toHaveCount(0);
  });
});
