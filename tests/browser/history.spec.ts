import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { sampleAttestation } from './sample-attestation.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// The history page: found again, corrected, withdrawn, exported, wiped and brought back.

const attestation = {
  ...sampleAttestation,
  evidenceNote: '=HYPERLINK("https://evil.example","click")',
  phoneNumber: '+44 20 7946 0000',
};

async function openWith(session: Session, companies: string[]): Promise<Page> {
  const page = await session.openOwnPage('dashboard.html');
  for (const companyName of companies)
    await page.evaluate(
      (one) =>
        chrome.runtime.sendMessage({
          name: 'saveRecord',
          question: { attemptId: crypto.randomUUID(), reason: '', attestation: one },
        }),
      { ...attestation, companyName },
    );
  await expect(page.getByRole('row')).toHaveCount(companies.length + 1);
  return page;
}

const button = (page: Page, key: Parameters<typeof stringOf>[1], values = {}) =>
  page.getByRole('button', { name: stringOf('en', key, values), exact: true });

async function download(page: Page, click: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFile(await file.path(), 'utf8');
}

async function go(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
}

async function trailOf(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const ask = (name: string, question?: object) => chrome.runtime.sendMessage({ name, question });
    const { heads } = (await ask('readTrailEnds')).value;
    return ask('readTrail', { heads });
  });
}

async function exportAll(page: Page): Promise<string> {
  await go(page, '#/backup');
  return download(page, () => button(page, 'history.backup.json').click());
}

async function choose(page: Page, session: Session, name: string, text: string): Promise<void> {
  const path = join(session.profile, name);
  await writeFile(path, text);
  await page.locator('input[type=file]').setInputFiles(path);
}

test('narrows to days of the calendar at this computer, in the list and in its table file', async ({
  session,
}) => {
  const page = await openWith(session, ['Contoso', 'Fabrikam']);
  // Where it is already tomorrow, or still yesterday.
  const timezoneId = new Date().getUTCHours() < 11 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTimezoneOverride', { timezoneId });
  const { value } = await page.evaluate(() =>
    chrome.runtime.sendMessage({ name: 'listRecords', question: {} }),
  );
  const made = new Date(value.records[0].recordedAt);
  const dayOf = (time: Date) => time.toLocaleDateString('sv-SE', { timeZone: timezoneId });
  const day = dayOf(made);
  const before = dayOf(new Date(made.getTime() - 86_400_000));
  expect(day).not.toBe(made.toISOString().slice(0, 10));

  await go(page, `#/?from=${day}&until=${day}`);
  await expect(page.getByText(stringOf('en', 'history.found', { count: 2, all: 2 }))).toBeVisible();
  await button(page, 'history.export.shown', { count: 2 }).click();
  const csv = await download(page, () => button(page, 'import.csv.submit', { count: 2 }).click());
  expect(csv).toContain('Fabrikam');

  await go(page, `#/?from=${before}&until=${before}`);
  await expect(page.getByText(stringOf('en', 'history.found', { count: 0, all: 2 }))).toBeVisible();
  expect(await page.evaluate(() => location.hash)).toBe(`#/?from=${before}&until=${before}`);
});

test('export, wipe, import: identical', async ({ session }) => {
  const page = await openWith(session, ['Alder & Finch Ltd', 'Contoso GmbH', '雲端科技']);
  const before = await trailOf(page);
  const bundle = await exportAll(page);

  await button(page, 'history.wipe.open').click();
  await page.getByRole('dialog').getByRole('textbox').fill(stringOf('en', 'history.wipe.word'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: stringOf('en', 'history.wipe.submit') })
    .click();
  await expect(page.getByText(stringOf('en', 'history.wipe.done'))).toBeVisible();
  expect(await trailOf(page)).toMatchObject({ value: { slice: { held: [] } } });

  await choose(page, session, 'bundle.json', bundle);
  await expect(
    page.getByText(stringOf('en', 'history.import.records', { count: 3 })),
  ).toBeVisible();
  expect(await trailOf(page), 'a preview changes nothing').toMatchObject({
    value: { slice: { held: [] } },
  });
  await button(page, 'history.import.confirm').click();
  await expect(page.getByText(stringOf('en', 'history.import.done', { count: 3 }))).toBeVisible();
  expect(await trailOf(page)).toEqual(before);

  await choose(page, session, 'bundle-again.json', bundle);
  await expect(page.getByText(stringOf('en', 'history.import.nothing'))).toBeVisible();
});

test('an edited, truncated or foreign file is refused, and nothing changes', async ({
  session,
}) => {
  const page = await openWith(session, ['Alder & Finch Ltd']);
  const bundle = await exportAll(page);
  const before = await trailOf(page);
  for (const [name, text] of [
    ['edited.json', bundle.replaceAll('Alder', 'Older')],
    ['truncated.json', bundle.slice(0, bundle.length / 2)],
    ['foreign.json', '{"hello":"world"}'],
  ] as const) {
    await choose(page, session, name, text);
    await expect(page.getByText(stringOf('en', 'history.import.refused')), name).toBeVisible();
    await page.reload();
  }
  expect(await trailOf(page)).toEqual(before);
});

test('the CSV opens right in Excel and runs no formula', async ({ session }) => {
  const page = await openWith(session, ['Alder & Finch Ltd', '=1+1']);
  await button(page, 'history.export.shown', { count: 2 }).click();
  const csv = await download(page, () => button(page, 'import.csv.submit', { count: 2 }).click());
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).toContain('\r\n');
  for (const cell of csv
    .split('\r\n')
    .slice(1)
    .join('\n')
    .split(/","|"\n"|^"|"$/))
    expect(cell).not.toMatch(/^[=+\-@\t]/);
  expect(csv).toContain("'=1+1");
});

test('searches and filters, and keeps the filters in the address', async ({ session }) => {
  const page = await openWith(session, ['Alder & Finch Ltd', 'Contoso GmbH', '雲端科技']);
  const search = page.getByRole('searchbox');
  await search.fill('contoso');
  await expect(page.getByRole('row')).toHaveCount(2);
  // What is searched for names people: it stays out of the address, which the browser remembers.
  expect(page.url()).not.toContain('contoso');
  await search.fill('雲端');
  await expect(page.getByRole('link', { name: '雲端科技' })).toBeVisible();
  await search.fill('no such customer');
  await expect(
    page.getByRole('heading', { name: stringOf('en', 'history.nothing.title') }),
  ).toBeVisible();
  await search.fill('');
  await page
    .getByLabel(stringOf('en', 'history.filter.scenario'), { exact: true })
    .selectOption('existing-partner');
  await expect(page).toHaveURL(/scenario=existing-partner/);
  await page.reload();
  await expect(
    page.getByRole('heading', { name: stringOf('en', 'history.nothing.title') }),
  ).toBeVisible();
});

test('a correction is a new version, and the old one stays readable', async ({ session }) => {
  const page = await openWith(session, ['Alder & Finch Ltd']);
  await page.getByRole('link', { name: 'Alder & Finch Ltd' }).click();
  await page.getByRole('button', { name: /^Correct/ }).click();
  await page.getByLabel(/^Last name/).fill('Dow');
  await expect(page.getByText(/Draft kept/)).toBeVisible();
  await button(page, 'form.save').click();
  await expect(page.getByText(stringOf('en', 'form.reason.missing'))).toBeVisible();
  await page.getByLabel(stringOf('en', 'form.reason')).fill('The name was misspelt');
  await button(page, 'form.save').click();
  await expect(page.getByText('The name was misspelt').first()).toBeVisible();
  await expect(page.getByText('Doe', { exact: true })).toBeVisible();
  await expect(page.getByText('Dow', { exact: true }).first()).toBeVisible();
});

test('withdrawing needs a reason, and the record stays readable', async ({ session }) => {
  const page = await openWith(session, ['Alder & Finch Ltd']);
  await page.getByRole('link', { name: 'Alder & Finch Ltd' }).click();
  await page.getByRole('button', { name: /^Withdraw/ }).click();
  const dialog = page.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: /^Withdraw/ });
  await submit.click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(stringOf('en', 'history.withdraw.reason')).fill('Wrong customer');
  await dialog.getByLabel(stringOf('en', 'history.move.name')).fill('Mei Lin');
  await submit.click();
  await expect(page.getByText('Wrong customer')).toBeVisible();
  await expect(page.getByText(stringOf('en', 'record.state.withdrawn')).first()).toBeVisible();
  await expect(page.locator(':focus')).toHaveText(stringOf('en', 'history.withdraw.done'));
});

test('two open pages always agree', async ({ session }) => {
  const one = await openWith(session, ['Alder & Finch Ltd']);
  const other = await session.openOwnPage('dashboard.html');
  await expect(other.getByRole('row')).toHaveCount(2);
  await one.evaluate(
    (value) =>
      chrome.runtime.sendMessage({
        name: 'saveRecord',
        question: { attemptId: crypto.randomUUID(), reason: '', attestation: value },
      }),
    { ...attestation, companyName: 'Contoso GmbH', email: 'x@contoso.example' },
  );
  await expect(other.getByRole('row')).toHaveCount(3);
  await expect(one.getByRole('row')).toHaveCount(3);
});
