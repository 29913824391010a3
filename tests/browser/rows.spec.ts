import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { serious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { sampleAttestation } from './sample-attestation.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// Tables out of the product and into it, and the reminder of a backup, in a real browser.

const attestation = {
  ...sampleAttestation,
  evidenceNote: '=1+1',
  phoneNumber: '+44 20 7946 0000',
};

async function ask<Answer>(page: Page, name: string, question?: unknown): Promise<Answer> {
  const reply = await page.evaluate(
    (message) =>
      chrome.runtime.sendMessage(message) as Promise<{ value?: unknown; problem?: string }>,
    { name, ...(question !== undefined && { question }) },
  );
  if (reply.problem) throw new Error(`${name}: ${reply.problem}`);
  return reply.value as Answer;
}

const save = (page: Page, fields = {}) =>
  ask<{ record: { recordId: string } }>(page, 'saveRecord', {
    attemptId: crypto.randomUUID(),
    reason: '',
    attestation: { ...attestation, ...fields },
  });
const countAll = async (page: Page) => (await ask<{ all: number }>(page, 'listRecords', {})).all;

const button = (page: Page, key: Parameters<typeof stringOf>[1], values = {}) =>
  page.getByRole('button', { name: stringOf('en', key, values), exact: true });

async function download(page: Page, click: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFile(await file.path(), 'utf8');
}

async function choose(page: Page, session: Session, name: string, content: string | Uint8Array) {
  const path = join(session.profile, name);
  await writeFile(path, content);
  await page.locator('input[type=file]').setInputFiles(path);
}

async function shoot(page: Page, name: string) {
  if (!process.env.COUNTERSIGN_SHOTS) return;
  const path = join(process.env.COUNTERSIGN_SHOTS, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
}

const headers = 'Company;Tenant;First name;Last name;Email;Date;How accepted\r\n';
const row = (at: number, more: Partial<Record<'email' | 'date' | 'last', string>> = {}) =>
  [
    `Customer ${at} GmbH`,
    `11111111-2222-4333-8444-${String(at).padStart(12, '0')}`,
    'Léa',
    more.last ?? `Müller ${at}`,
    more.email ?? `lea${at}@customer${at}.example`,
    more.date ?? '2026-11-20',
    'E-mail',
  ].join(';');

async function openImport(session: Session): Promise<Page> {
  const page = await session.openOwnPage('dashboard.html#/import');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stringOf('en', 'import.title'));
  return page;
}

async function check(page: Page) {
  await page.getByLabel(stringOf('en', 'import.name'), { exact: false }).fill('Mei Lin');
  await button(page, 'import.check').click();
  await expect(page.getByRole('heading', { name: stringOf('en', 'import.result') })).toBeVisible();
}

const outcome = (page: Page, key: Parameters<typeof stringOf>[1], count: number) =>
  page.getByRole('button', { name: `${stringOf('en', key)} ${count}`, exact: true });

test('exports the columns, separator and mark that were chosen, and remembers them', async ({
  session,
}) => {
  const page = await session.openOwnPage('dashboard.html');
  await save(page);
  await save(page, { companyName: '雲端科技' });
  await page.goto(`${page.url().split('#')[0]}#/backup`);
  await button(page, 'history.backup.csv').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('pre')).toBeVisible();
  await dialog.getByText(/^Columns:/).click();
  for (const name of ['Record id', 'Page address', 'Notice seen'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
  await dialog
    .getByLabel(stringOf('en', 'import.csv.separator'), { exact: true })
    .selectOption({ label: stringOf('en', 'import.csv.separator.semicolon') });
  await dialog.getByRole('checkbox', { name: /byte order mark/ }).uncheck();
  await expect(dialog.locator('pre')).toContainText('"Record number";"State"');
  await shoot(page, 'csv-dialog');
  expect(await serious(page)).toEqual([]);
  const csv = await download(page, () => button(page, 'import.csv.submit', { count: 2 }).click());
  expect(csv.startsWith('"Record number";"State"')).toBe(true);
  expect(csv).not.toContain('Record id');
  expect(csv).toContain(`"'=1+1"`);
  const table = Papa.parse<string[]>(csv, { delimiter: ';', skipEmptyLines: true }).data;
  expect(table).toHaveLength(3);

  await page.reload();
  await button(page, 'history.backup.csv').click();
  const again = await download(page, () => button(page, 'import.csv.submit', { count: 2 }).click());
  expect(again).toBe(csv);
});

test('shows row by row what would happen, imports in one go, and nothing twice', async ({
  session,
}) => {
  const page = await openImport(session);
  const file = `${headers}${row(1)}\r\n${row(2)}\r\n${row(1)}\r\n${row(3, { email: '' })}\r\n${row(4, { email: 'a+b@customer4.example' })}\r\n`;
  await choose(page, session, 'old customers.csv', file);
  await check(page);
  for (const [key, count] of [
    ['import.outcome.all', 5],
    ['import.outcome.warned', 3],
    ['import.outcome.twice', 1],
    ['import.outcome.refused', 1],
  ] as const)
    await expect(outcome(page, key, count)).toBeVisible();
  await outcome(page, 'import.outcome.refused', 1).click();
  const refusedRow = page.locator('.import-rows tbody tr');
  await expect(refusedRow).toHaveCount(1);
  await expect(refusedRow).toContainText(stringOf('en', 'record.problem.email-missing'));
  const heads = page.locator('.import-rows thead th');
  const heights = await heads.evaluateAll((all) => all.map((one) => one.clientHeight));
  expect(Math.max(...heights), 'no head is broken over lines').toBeLessThan(50);
  await shoot(page, 'import-dry-run');
  expect(await serious(page)).toEqual([]);
  expect(await countAll(page), 'looking changes nothing').toBe(0);

  const refused = await download(page, () => button(page, 'import.saveRefused').click());
  const [head, line] = Papa.parse<string[]>(refused, { delimiter: ';', skipEmptyLines: true }).data;
  expect(head!.at(-1)).toBe(stringOf('en', 'import.refusedHeader'));
  expect(line!.at(-1)).toContain(stringOf('en', 'record.problem.email-missing'));

  await button(page, 'import.submit', { count: 3 }).click();
  await expect(page.getByText(stringOf('en', 'import.done', { count: 3 }))).toBeVisible();
  await expect(page.locator(':focus')).toContainText(stringOf('en', 'import.done', { count: 3 }));
  expect(await countAll(page)).toBe(3);
  await page.getByRole('link', { name: stringOf('en', 'import.toHistory') }).click();
  await page.getByRole('link', { name: 'Customer 2 GmbH' }).click();
  await expect(page.getByText('Imported from “old customers.csv”, row 3')).toBeVisible();

  const second = await openImport(session);
  await choose(
    second,
    session,
    'mended.csv',
    refused
      .replace(/"";"/, '"lea3@customer3.example";"')
      .replaceAll('"lea3@customer3.example";"lea', '"lea'),
  );
  await choose(second, session, 'again.csv', file);
  await check(second);
  await expect(outcome(second, 'import.outcome.here', 4)).toBeVisible();
  await expect(second.getByText(stringOf('en', 'import.none'))).toBeVisible();
});

test('a mended file of refused rows comes in', async ({ session }) => {
  const page = await openImport(session);
  await choose(page, session, 'x.csv', `${headers}${row(3, { email: '' })}\r\n`);
  await check(page);
  const refused = await download(page, () => button(page, 'import.saveRefused').click());
  const table = Papa.parse<string[]>(refused, { delimiter: ';', skipEmptyLines: true }).data;
  table[1]![4] = 'lea3@customer3.example';
  const other = await openImport(session);
  await choose(other, session, 'mended.csv', Papa.unparse(table, { delimiter: ';' }));
  await check(other);
  await button(other, 'import.submit.one' as 'import.submit', { count: 1 }).click();
  await expect(
    other.getByText(stringOf('en', 'import.done.one' as 'import.done', { count: 1 })),
  ).toBeVisible();
});

test('asks for the order of dates that can be read in two ways', async ({ session }) => {
  const page = await openImport(session);
  await choose(page, session, 'dates.csv', `${headers}${row(1, { date: '3/4/2026' })}\r\n`);
  await page.getByLabel(stringOf('en', 'import.name')).fill('Mei Lin');
  await button(page, 'import.check').click();
  await expect(page.getByText(stringOf('en', 'import.order.missing'))).toBeVisible();
  await expect(page.getByRole('heading', { name: stringOf('en', 'import.result') })).toBeHidden();
  await page.getByRole('radio', { name: /^Day first/ }).check();
  await check(page);
  await page.getByRole('button', { name: /^Import 1 record/ }).click();
  await expect(page.getByText('1 record was imported.')).toBeVisible();
  const { records } = await ask<{ records: { current: { dateAgreed: string } }[] }>(
    page,
    'listRecords',
    {},
  );
  expect(records[0]!.current.dateAgreed).toBe('2026-04-03');
});

test('reads Big5, Windows-1252 and the retired bulk tool’s file; refuses what is no table', async ({
  session,
}) => {
  const page = await openImport(session);
  const western = Buffer.from(`${headers}${row(1)}\r\n`, 'latin1');
  await choose(page, session, 'western.csv', western);
  await expect(page.getByLabel(stringOf('en', 'import.encoding'))).toHaveValue('windows-1252');
  await expect(page.locator('.sample')).toContainText('Müller 1');
  await page.getByLabel(stringOf('en', 'import.encoding')).selectOption('utf-8');
  await expect(page.getByText(/characters cannot be read/)).toBeVisible();

  const big5 = Buffer.from([
    0xa4, 0xbd, 0xa5, 0x71, 0x2c, 0x61, 0x0d, 0x0a, 0xa4, 0xbd, 0x2c, 0x62,
  ]);
  await choose(page, session, 'big5.csv', big5);
  await page.getByLabel(stringOf('en', 'import.encoding')).selectOption('big5');
  await expect(page.locator('.sample')).toContainText('公司');

  await choose(
    page,
    session,
    'CustomerAgreementRecords.csv',
    `CustomerTenantId,FirstName,LastName,Email,PhoneNumber,LastAgreementDate,PartnerAttestationCompleted,CustomerAccountLink\r\n11111111-2222-4333-8444-555555555555,Lea,Doe,lea@contoso.example,,2024-05-06 07:08:09,True,https://partner.microsoft.com/x\r\n`,
  );
  await expect(page.getByText(/retired on/)).toBeVisible();
  await expect(page.getByText(/published source only/)).toBeVisible();
  await shoot(page, 'import-bulk-tool');
  expect(await serious(page)).toEqual([]);
  await check(page);
  await expect(page.locator('.import-rows tbody tr')).toContainText('contoso.example');
  await expect(outcome(page, 'import.outcome.warned', 1)).toBeVisible();

  for (const [name, content, key] of [
    ['book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'import.problem.workbook'],
    ['open.csv', 'a,b\r\n"c,d\r\n', 'import.problem.quote-open'],
    ['empty.csv', '', 'import.problem.blank'],
    ['bundle.csv', '{"format":"countersign-trail"', 'import.problem.json'],
  ] as const) {
    await choose(page, session, name, content);
    await expect(page.getByText(stringOf('en', key, { row: 2 })), name).toBeVisible();
  }
  expect(await countAll(page)).toBe(0);
});

test('5,000 rows, and a page closed while they are checked leaves nothing', async ({ session }) => {
  test.setTimeout(180_000);
  const page = await openImport(session);
  const many = headers + Array.from({ length: 5_000 }, (_, at) => `${row(at)}\r\n`).join('');
  await choose(page, session, 'many.csv', many);
  await page.getByLabel(stringOf('en', 'import.name')).fill('Mei Lin');
  await button(page, 'import.check').click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.close();

  const other = await openImport(session);
  expect(await countAll(other)).toBe(0);
  await choose(other, session, 'many.csv', many);
  await other.getByLabel(stringOf('en', 'import.name')).fill('Mei Lin');
  await button(other, 'import.check').click();
  await expect(other.getByRole('heading', { name: stringOf('en', 'import.result') })).toBeVisible({
    timeout: 90_000,
  });
  await other.getByRole('button', { name: /^Import 5,000 records/ }).click();
  await expect(other.getByText('5,000 records were imported.')).toBeVisible({ timeout: 60_000 });
  expect(await countAll(other)).toBe(5_000);
});

test('a worker that dies while rows are imported leaves all of them or none', async ({
  session,
}) => {
  const page = await openImport(session);
  const rows = Array.from({ length: 2_000 }, (_, at) => ({
    row: at + 2,
    state: 'recorded',
    attestation: { ...attestation, companyName: `Customer ${at}`, email: `p@c${at}.example` },
  }));
  const wish = { rows, provenance: 'x', by: { name: 'Mei', role: '' } };
  const importing = page
    .evaluate((question) => chrome.runtime.sendMessage({ name: 'importRows', question }), wish)
    .catch(() => undefined);
  await page.waitForTimeout(300);
  await session.killWorker();
  await importing;
  expect([0, 2_000]).toContain(await countAll(page));
  await ask(page, 'importRows', wish);
  expect(await countAll(page)).toBe(2_000);
});

test('reminds once after twenty records, can be put off, and a full export settles it', async ({
  session,
}) => {
  const page = await session.openOwnPage('dashboard.html');
  for (let at = 0; at < 20; at++) await save(page, { companyName: `Customer ${at}` });
  const reminder = page.getByRole('heading', { name: stringOf('en', 'import.remind.title') });
  await expect(reminder).toBeVisible();
  await shoot(page, 'reminder');
  expect(await serious(page)).toEqual([]);
  await button(page, 'import.remind.later').click();
  await expect(reminder).toBeHidden();
  await expect(page.locator('main :focus')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(reminder).toBeHidden();

  await page.goto(`${page.url().split('#')[0]}#/backup`);
  await expect(page.getByText(stringOf('en', 'import.backup.never'))).toBeVisible();
  await download(page, () => button(page, 'history.backup.json').click());
  await expect(page.getByText(/^Everything was last exported on/)).toBeVisible();
  await shoot(page, 'backup');
  const backup = await ask<{ newRecords: number; persistence: string }>(page, 'readBackup');
  expect(backup.newRecords).toBe(0);
  expect(['granted', 'refused']).toContain(backup.persistence);
});

for (const [name, settings, width] of [
  ['zh-TW', { language: 'zh-TW' }, 1280],
  ['ar-XB', { language: 'ar-XB' }, 1280],
  ['narrow', {}, 320],
] as const)
  test(`import and export stand: ${name}`, async ({ session }) => {
    const home = await session.openOwnPage('dashboard.html');
    await ask(home, 'changeSettings', { ...settings, recorderName: 'Mei Lin' });
    await save(home);
    const page = await session.openOwnPage('dashboard.html#/import');
    await page.setViewportSize({ width, height: 900 });
    if (name === 'zh-TW') await page.emulateMedia({ colorScheme: 'dark' });
    await choose(page, session, 'x.csv', `${headers}${row(1)}\r\n${row(2, { email: 'x' })}\r\n`);
    await page.locator('section button.button-primary').click();
    await expect(page.locator('.import-rows tbody tr')).toHaveCount(2);
    await shoot(page, `import-${name}`);
    expect(await serious(page)).toEqual([]);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.goto(`${page.url().split('#')[0]}#/backup`);
    await expect(page.locator('#backups')).toBeVisible();
    await shoot(page, `backup-${name}`);
    expect(await serious(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

for (const [name, language, width] of [
  ['light', 'en', 1280],
  ['dark-zh-TW', 'zh-TW', 1280],
  ['narrow-ar-XB', 'ar-XB', 320],
] as const)
  test(`says how many chosen records were deleted before they were written: ${name}`, async ({
    session,
  }) => {
    const page = await session.openOwnPage('dashboard.html');
    await ask(page, 'changeSettings', { language });
    await save(page);
    await save(page, { companyName: '雲端科技' });
    await page.setViewportSize({ width, height: 900 });
    if (name === 'dark-zh-TW') await page.emulateMedia({ colorScheme: 'dark' });
    // The list may still show the first one only.
    await expect(page.locator('.records tbody input[type="checkbox"]')).toHaveCount(2);
    await page.locator('.records tbody input[type="checkbox"]').first().check();
    await page.locator('.records tbody input[type="checkbox"]').last().check();
    await page
      .locator('.selection button', { has: page.locator('svg') })
      .nth(1)
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('pre')).toContainText('雲端科技');
    // Another tab: this page's list asks anew, the dialog keeps what was chosen.
    await ask(await session.openOwnPage('dashboard.html'), 'wipeTrail', { confirm: 'wipe' });
    await page.bringToFront();
    const csv = await download(page, () => dialog.locator('button[type="submit"]').click());
    expect(csv.trim().split('\r\n')).toHaveLength(1);
    const bar = dialog.locator('.bar');
    await expect(bar).toBeVisible();
    if (language !== 'ar-XB') {
      await expect(bar).toContainText(stringOf(language, 'import.csv.gone', { count: 2 }));
      // The file has been made: there is nothing left to cancel.
      const close = stringOf(language, 'common.close');
      await expect(dialog.getByRole('button', { name: close })).toBeVisible();
    }
    await bar.scrollIntoViewIfNeeded();
    await shoot(page, `csv-gone-${name}`);
    expect(await serious(page)).toEqual([]);
  });
