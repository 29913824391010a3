import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { id, sampleTrail, writerA } from '../lib/domain/trail/trail-sample.ts';
import { serious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { sampleAttestation } from './sample-attestation.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// One record on paper: what it says, and the PDF that the browser makes of it.

const attestation = {
  ...sampleAttestation,
  evidenceNote: 'Mail of 20 November, kept in the ticket',
  phoneNumber: '+44 20 7946 0000',
};

async function ask<Answer>(page: Page, name: string, question: unknown): Promise<Answer> {
  const reply = await page.evaluate(
    (message) =>
      chrome.runtime.sendMessage(message) as Promise<{ value?: unknown; problem?: string }>,
    { name, question },
  );
  if (reply.problem) throw new Error(`${name}: ${reply.problem}`);
  return reply.value as Answer;
}

const uuid = () => crypto.randomUUID();
type Saved = { record: { recordId: string; number: string } };

const save = (page: Page, fields = {}, more = {}) =>
  ask<Saved>(page, 'saveRecord', {
    attemptId: uuid(),
    reason: '',
    attestation: { ...attestation, ...fields },
    ...more,
  });
const move = (page: Page, recordId: string, state: string, note = '') =>
  ask(page, 'moveRecord', {
    attemptId: uuid(),
    recordId,
    state,
    occurredOn: '2026-11-21',
    note,
    by: { name: 'Mei Lin', role: 'admin-agent' },
  });

/** The printed page as a file: what Chromium's print window saves. */
async function pdfOf(page: Page, session: Session, name: string): Promise<Pdf> {
  const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true });
  const path = join(session.profile, `${name}.pdf`);
  await writeFile(path, bytes);
  if (process.env.COUNTERSIGN_SHOTS) keepPictures(path, name);
  return { path, text: unpacked(bytes) };
}
type Pdf = { path: string; text: string };

/** For looking at: a picture of each sheet, where the folder is asked for and Poppler is there. */
function keepPictures(path: string, name: string): void {
  execFileSync('pdftoppm', ['-png', '-r', '70', path, join(process.env.COUNTERSIGN_SHOTS!, name)]);
}

/** A PDF's objects as text: its streams are compressed. */
function unpacked(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body]) => {
    try {
      return inflateSync(Buffer.from(body!, 'latin1')).toString('latin1');
    } catch {
      return ''; // a picture or a font
    }
  });
  return raw + streams.join('\n');
}

const pagesOf = ({ text }: Pdf) => text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
/** Width and height in points. */
const sizeOf = ({ text }: Pdf) =>
  /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text)!.slice(1, 3).map(Number);

async function openCertificate(session: Session, recordId: string): Promise<Page> {
  const page = await session.openOwnPage(`dashboard.html#/certificate/${recordId}`);
  await expect(page.locator('.certificate h1')).toBeVisible();
  return page;
}

test('says first what it is not, then who, what, and what is not known', async ({ session }) => {
  const home = await session.openOwnPage('dashboard.html');
  await ask(home, 'changeSettings', { partnerName: 'Northwind Cloud Services' });
  const { record } = await save(home);
  await home.goto(`${home.url().split('#')[0]}#/record/${record.recordId}`);
  await home.getByRole('link', { name: stringOf('en', 'certificate.open') }).click();
  const sheet = home.locator('.certificate');
  await expect(sheet.locator('> *').first()).toHaveText(stringOf('en', 'certificate.not'));
  for (const text of [
    'Northwind Cloud Services',
    'Alder & Finch Ltd',
    'Jane Doe',
    'jane.doe@alderfinch.example',
    stringOf('en', 'certificate.standing.notFiled'),
    stringOf('en', 'certificate.standing.notVerified'),
  ])
    await expect(sheet).toContainText(text);
  expect(await serious(home)).toEqual([]);
});

test('one sheet, tagged, on the paper that was chosen', async ({ session }) => {
  const home = await session.openOwnPage('dashboard.html');
  const { record } = await save(home);
  const page = await openCertificate(session, record.recordId);
  const paper = page.getByLabel(stringOf('en', 'certificate.paper'));
  for (const [choice, width, height] of [
    ['a4', 595, 842],
    ['letter', 612, 792],
  ] as const) {
    await paper.selectOption(choice);
    await expect(paper).toHaveValue(choice);
    await expect
      .poll(() => page.locator('style').allTextContents())
      .toContainEqual(expect.stringContaining(choice === 'a4' ? 'A4' : 'letter'));
    const pdf = await pdfOf(page, session, `en-${choice}`);
    const [shownWidth, shownHeight] = sizeOf(pdf);
    expect(Math.abs(shownWidth! - width), choice).toBeLessThan(2);
    expect(Math.abs(shownHeight! - height), choice).toBeLessThan(2);
    expect(pagesOf(pdf), choice).toBe(1);
    expect(pdf.text).toContain('/StructTreeRoot');
    expect(pdf.text).toMatch(/\/Marked\s+true/);
    expect(pdf.text).toMatch(/\/Lang\s*\(en/);
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD'])
      expect(pdf.text, tag).toMatch(new RegExp(`/S\\s*/${tag}\\b`));
  }
});

test('the print is black on white in the dark and in forced colours, without buttons', async ({
  session,
}) => {
  const home = await session.openOwnPage('dashboard.html');
  const { record } = await save(home);
  const page = await openCertificate(session, record.recordId);
  for (const mode of [
    { colorScheme: 'dark' },
    { colorScheme: 'light', forcedColors: 'active' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const)
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ ...mode, media });
      const colours = await page.locator('.certificate, .certificate *').evaluateAll((all) =>
        all.flatMap((one) => {
          const { color, backgroundColor } = getComputedStyle(one);
          return [color, backgroundColor];
        }),
      );
      expect([...new Set(colours)].sort(), JSON.stringify({ mode, media })).toEqual([
        'rgb(0, 0, 0)',
        'rgb(255, 255, 255)',
        'rgba(0, 0, 0, 0)',
      ]);
    }
  await page.emulateMedia({ media: 'print', colorScheme: 'light', forcedColors: 'none' });
  for (const chrome of await page.locator('button, nav, header, select, a').all())
    await expect(chrome).toBeHidden();
});

test('a long story goes over several sheets, in every language and direction', async ({
  session,
}) => {
  const home = await session.openOwnPage('dashboard.html');
  await ask(home, 'changeSettings', {
    partnerName: '北風雲端服務股份有限公司 / شركة رياح الشمال',
    partnerType: 'direct-bill',
    ownDomains: ['northwind.example'],
  });
  const first = await save(home, {
    companyName: 'شركة الحلول السحابية المحدودة — 雲端解決方案股份有限公司',
    firstName: '美玲',
    lastName: '歐陽',
    evidenceNote: `${'A long note about how it is known. '.repeat(40)}https://cdn.partner.microsoft.com/mca/secret-attestation-id`,
  });
  const { recordId } = first.record;
  await save(
    home,
    { companyName: 'شركة الحلول السحابية', lastName: '歐', evidenceNote: 'خلاصة' },
    { corrects: { recordId, version: 1 }, reason: 'The name was written differently' },
  );
  for (const state of ['link-created', 'link-expired', 'link-created', 'customer-accepted'])
    await move(home, recordId, state, `Note on ${state}: ${'seen in the ticket; '.repeat(12)}`);
  await move(home, recordId, 'agreement-created', '合約已建立');

  for (const language of ['en', 'zh-TW', 'ar-XB'] as const) {
    await ask(home, 'changeSettings', { language });
    for (const paper of ['a4', 'letter'] as const) {
      await ask(home, 'changeSettings', { paper });
      const page = await openCertificate(session, recordId);
      const sheet = page.locator('.certificate');
      await expect(sheet).toContainText('歐陽');
      expect(await sheet.textContent()).not.toContain('secret-attestation-id');
      const pdf = await pdfOf(page, session, `long-${language}-${paper}`);
      expect(pagesOf(pdf), `${language} ${paper}`).toBeGreaterThanOrEqual(3);
      await page.close();
    }
  }
});

test('names evidence with its hash, and says that a person was erased', async ({ session }) => {
  const home = await session.openOwnPage('dashboard.html');
  const { record } = await save(home);
  const { recordId } = record;
  const by = { name: 'Mei Lin', role: 'admin-agent' };
  const content = Buffer.from('The mail in which the customer accepts');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const fileId = uuid();
  await ask(home, 'sendPiece', { fileId, part: 0, data: content.toString('base64') });
  const file = { fileId, sha256, name: 'acceptance.eml', type: 'message/rfc822', origin: 'picked' };
  await ask(home, 'attachFile', { attemptId: uuid(), recordId, by, ...file });

  const page = await openCertificate(session, recordId);
  const sheet = page.locator('.certificate');
  await expect(sheet.getByRole('cell', { name: sha256, exact: true })).toBeVisible();
  await expect(sheet).toContainText('acceptance.eml');
  await expect(sheet).toContainText(stringOf('en', 'certificate.story.attached'));
  expect(await serious(page)).toEqual([]);

  const erase = { attemptId: uuid(), recordId, fileIds: [fileId], reason: 'Asked by letter', by };
  await ask(home, 'eraseRecord', erase);
  await expect(sheet).toContainText(stringOf('en', 'certificate.erased'));
  await expect(sheet).toContainText(stringOf('en', 'certificate.files.erased'));
  await expect(sheet).toContainText(stringOf('en', 'certificate.story.erased'));
  for (const gone of ['Jane', 'jane.doe@', 'acceptance.eml'])
    await expect(sheet, gone).not.toContainText(gone);
  await expect(sheet).toContainText(sha256);
  await pdfOf(page, session, 'erased');
});

/** Two records as another installation wrote them: two events each. */
async function importSample(page: Page): Promise<void> {
  const importId = uuid();
  await ask(page, 'stageImport', { importId, part: 0, ...(await sampleTrail(2)) });
  const finish = { importId, parts: 1, dryRun: false };
  await expect
    .poll(async () => (await ask<{ summary?: unknown }>(page, 'finishImport', finish)).summary)
    .toMatchObject({ records: 2 });
}

test('names where the history ends of each installation that wrote of the record', async ({
  session,
}) => {
  test.slow();
  const home = await session.openOwnPage('dashboard.html');
  const own = await save(home);
  await importSample(home);
  const { heads } = await ask<{ heads: { writer: string; hash: string; sequence: number }[] }>(
    home,
    'readTrailEnds',
    undefined,
  );
  const digits = (one: string) =>
    heads.find(({ writer }) => (writer === writerA) === (one === writerA))!.hash.slice(0, 4);
  const [here, elsewhere] = [digits('own'), digits(writerA)];
  const seals = (page: Page) =>
    page.getByRole('region', { name: stringOf('en', 'certificate.seals') });
  const row = (page: Page, key: 'here' | 'elsewhere') =>
    seals(page).getByRole('row', { name: stringOf('en', `certificate.seals.${key}`) });

  // Written here alone: two fingerprints, and nothing of installations.
  let page = await openCertificate(session, own.record.recordId);
  await expect(row(page, 'here')).toContainText(`1-${here}-`);
  await expect(seals(page).getByRole('row')).toHaveCount(2);
  await expect(seals(page)).not.toContainText(stringOf('en', 'certificate.seals.installation'));
  await page.close();

  page = await openCertificate(session, id(1));
  await expect(row(page, 'elsewhere')).toContainText(`4-${elsewhere}-`);
  await expect(row(page, 'elsewhere')).toContainText(writerA);
  await expect(row(page, 'here')).toHaveCount(0);
  await page.close();

  await move(home, id(1), 'customer-accepted', 'Carried on here');
  page = await openCertificate(session, id(1));
  await expect(row(page, 'here')).toContainText('2-');
  await expect(row(page, 'elsewhere')).toContainText(`4-${elsewhere}-`);
  await expect(row(page, 'elsewhere')).toContainText('Entry 4, written Nov 22, 2026, 08:02:00 UTC');
  await expect(seals(page)).toContainText(
    stringOf('en', 'certificate.seals.several', { count: 2 }),
  );
  const story = page.getByRole('region', { name: stringOf('en', 'certificate.story') });
  await expect(story.getByRole('rowheader').nth(0)).toHaveText(`1${writerA.slice(0, 8)}`);
  await expect(story.getByRole('rowheader').nth(2)).toHaveText(/^2[0-9a-f]{8}$/);
  expect(await serious(page)).toEqual([]);
  await page.close();

  for (const language of ['en', 'zh-TW', 'ar-XB'] as const)
    for (const paper of ['a4', 'letter'] as const) {
      await ask(home, 'changeSettings', { language, paper });
      for (const [name, recordId] of [
        ['one-chain', own.record.recordId],
        ['two-chains', id(1)],
        ['imported', id(2)],
      ] as const) {
        page = await openCertificate(session, recordId);
        const pdf = await pdfOf(page, session, `${name}-${language}-${paper}`);
        expect(pagesOf(pdf), `${name} ${language} ${paper}`).toBeLessThanOrEqual(
          name === 'two-chains' ? 2 : 1,
        );
        await page.close();
      }
    }
});

test('says when an entry of the record cannot be read', async ({ session }) => {
  const home = await session.openOwnPage('dashboard.html');
  const { record } = await save(home);
  await move(home, record.recordId, 'link-created', 'Sent by mail');
  await home.evaluate(spoilRow, 'prev' as const);
  const own = await session.openOwnPage(`dashboard.html#/record/${record.recordId}`);
  await expect(own.getByText('1 entry of this record cannot be read here')).toBeVisible();
  await expect(own.getByText('Sent by mail')).toHaveCount(0);
  expect(await serious(own)).toEqual([]);
  await session.shoot(own, 'record-unread');
  const page = await openCertificate(session, record.recordId);
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText('1 entry of this record cannot be read here');
  await expect(sheet).toContainText(stringOf('en', 'certificate.seals.unreadable'));
  await expect(sheet).not.toContainText('Sent by mail');
  expect(await serious(page)).toEqual([]);
  await pdfOf(page, session, 'unread');
});

test('a record whose beginning cannot be read is not said to be none', async ({ session }) => {
  const home = await session.openOwnPage('dashboard.html');
  const { record } = await save(home);
  await move(home, record.recordId, 'link-created', 'Sent by mail');
  await home.evaluate(spoilRow, 'next' as const);
  for (const place of ['record', 'certificate']) {
    const page = await session.openOwnPage(`dashboard.html#/${place}/${record.recordId}`);
    await expect(
      page.getByRole('heading', { name: stringOf('en', 'history.record.unreadable') }),
    ).toBeVisible();
    await expect(page.getByText('Sent by mail')).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await session.shoot(page, `${place}-unreadable`);
    await page.close();
  }
});

/** As a disk may: the text of the newest event is cut short, or that of the oldest. */
async function spoilRow(end: 'prev' | 'next'): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('countersign');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error);
  });
  const transaction = database.transaction('events', 'readwrite');
  const row = transaction.objectStore('events').openCursor(null, end);
  row.onsuccess = () => {
    const { value } = row.result!;
    row.result!.update({
      ...value,
      lines: value.lines.map((line: string) => line.slice(0, -5)),
    });
  };
  await new Promise((done) => {
    transaction.oncomplete = done;
  });
  database.close();
}

test('an address of no record says so', async ({ session }) => {
  const page = await session.openOwnPage(`dashboard.html#/certificate/${uuid()}`);
  await expect(
    page.getByRole('heading', { name: stringOf('en', 'history.record.missing') }),
  ).toBeVisible();
});

for (const width of [320, 1280])
  test(`the page around the sheet stands at ${width} px, dark`, async ({ session }) => {
    const home = await session.openOwnPage('dashboard.html');
    const { record } = await save(home);
    const page = await openCertificate(session, record.recordId);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await serious(page)).toEqual([]);
    if (process.env.COUNTERSIGN_SHOTS)
      await page.screenshot({
        path: join(process.env.COUNTERSIGN_SHOTS, `screen-${width}.png`),
        fullPage: true,
      });
  });
