import type { Page } from '@playwright/test';
import { serious } from './axe.ts';
import { keepRecords } from './board-records.ts';
import { expect, test } from './fixtures.ts';
import type { Session } from './session.ts';
import { stringOf } from './strings.ts';

// Working with the history in a real browser: cards, order, keys, selection, undo, views, search and plots.

test.setTimeout(120_000);

const en = (key: Parameters<typeof stringOf>[1], values = {}) => stringOf('en', key, values);
const card = (page: Page, key: Parameters<typeof stringOf>[1]) =>
  page.locator('.board button', { hasText: en(key) });
const countOn = (page: Page, key: Parameters<typeof stringOf>[1]) =>
  card(page, key).locator('.board-count');
const rows = (page: Page) => page.locator('tbody tr');
const boxes = (page: Page) => page.locator('tbody input[type=checkbox]');

async function openBoard(session: Session, count: number, hash = '#/'): Promise<Page> {
  await keepRecords(session, count);
  const page = await session.openOwnPage(`dashboard.html${hash}`);
  await expect(rows(page).first()).toBeVisible();
  return page;
}

async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(
    (language) => chrome.runtime.sendMessage({ name: 'changeSettings', question: { language } }),
    language,
  );
}

async function widerThanItsWindow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test('two tabs agree on cards, list, views and drafts', async ({ session }) => {
  const one = await openBoard(session, 13);
  const other = await session.openOwnPage('dashboard.html#/?stage=pending');
  await expect(rows(other)).toHaveCount(4);
  await expect(countOn(other, 'board.stage.pending')).toHaveText('4');

  await one.bringToFront();
  await card(one, 'board.stage.required').click();
  await expect(rows(one)).toHaveCount(1);
  await boxes(one).first().check();
  await one.getByRole('button', { name: en('board.select.mark') }).click();
  const dialog = one.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption('link-created');
  await dialog.getByLabel(/^Your name/).fill('Mei Lin');
  await dialog.locator('button[type=submit]').click();

  await expect(countOn(other, 'board.stage.pending')).toHaveText('5');
  await expect(rows(other)).toHaveCount(5);
  await expect(countOn(one, 'board.stage.required')).toHaveText('0');

  await one.getByRole('button', { name: en('board.undo'), exact: true }).click();
  await expect(countOn(other, 'board.stage.pending')).toHaveText('4');
  await expect(rows(other)).toHaveCount(4);
  await expect(rows(one)).toHaveCount(1);

  await one.getByRole('button', { name: en('board.views') }).click();
  await one.getByLabel(en('board.views.name')).fill('Refused');
  await one.getByRole('button', { name: en('board.views.save') }).click();
  await other.bringToFront();
  await other.getByRole('button', { name: en('board.views') }).click();
  await other.getByRole('link', { name: 'Refused' }).click();
  await expect(other).toHaveURL(/#\/\?stage=required$/);
  await expect(other.getByRole('button', { name: 'Refused' })).toBeFocused();
});

test('marking stays in sight when Escape is pressed twice, and says what it has written', async ({
  session,
}) => {
  const page = await openBoard(session, 30);
  await page.locator('thead input[type=checkbox]').check();
  await page.getByRole('button', { name: en('board.select.mark') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption('handed-to-provider');
  await dialog.getByLabel(/^Your name/).fill('Mei Lin');
  // The first record is written, the second waits for the test.
  await page.evaluate(() => {
    const sendMessage: (message: unknown) => Promise<unknown> = chrome.runtime.sendMessage.bind(
      chrome.runtime,
    );
    let moves = 0;
    const waiting = new Promise<void>((done) => Object.assign(window, { goOn: done }));
    chrome.runtime.sendMessage = (async (message: { name: string }) => {
      if (message.name === 'moveRecord' && ++moves > 1) await waiting;
      return sendMessage(message);
    }) as typeof chrome.runtime.sendMessage;
  });
  await dialog.locator('button[type=submit]').click();
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('value', '1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
  await expect(dialog.getByRole('button', { name: en('board.mark.retry') })).toBeVisible();
  await dialog.getByRole('button', { name: en('board.mark.close') }).click();
  await expect(page.getByRole('button', { name: en('board.undo'), exact: true })).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

test('the keyboard’s place is kept where what had it goes away', async ({ session }) => {
  const page = await openBoard(session, 60, '#/?state=recorded');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await page.locator('thead input[type=checkbox]').check();
  await press(en('board.select.clear'));
  await expect.poll(focused).toMatch(/\d of 60 records/);
  await press(en('board.list.showAll'));
  await expect.poll(focused).toMatch(/60 records/);
  await page.locator('thead input[type=checkbox]').check();
  await press(en('board.select.allMatching', { count: 60 }));
  await expect.poll(focused).not.toBe(await page.locator('body').textContent());
  await press(en('board.select.mark'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption('handed-to-provider');
  await dialog.getByLabel(/^Your name/).fill('Mei Lin');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: en('board.undo'), exact: true })).toBeVisible();
  await expect.poll(focused).toMatch(/^60 records/);
  await press(en('board.undo'));
  await expect.poll(focused).toMatch(/set back/);
});

test('a view is a bookmark: another tab at its address shows the same', async ({ session }) => {
  const page = await openBoard(session, 30);
  await card(page, 'board.stage.done').click();
  await page.locator('.sort').first().click();
  await page.getByRole('button', { name: en('board.columns') }).click();
  await page.getByLabel(en('board.column.reference')).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: en('board.columns') })).toBeFocused();

  const other = await session.openOwnPage(`dashboard.html${new URL(page.url()).hash}`);
  await expect(rows(other).first()).toBeVisible();
  expect(await rows(other).allInnerTexts()).toEqual(await rows(page).allInnerTexts());
  await expect(
    other.getByRole('columnheader', { name: en('board.column.customer') }),
  ).toHaveAttribute('aria-sort', 'ascending');
  await expect(card(other, 'board.stage.done')).toHaveAttribute('aria-pressed', 'true');
});

test('the list by keyboard alone', async ({ session }) => {
  const page = await openBoard(session, 13);
  await page.getByRole('checkbox', { name: en('board.select.page') }).focus();
  for (let head = 0; head < 5; head++) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(boxes(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(boxes(page).nth(1)).toBeChecked();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText(en('board.select.count', { count: 3 }))).toBeVisible();
  await page.keyboard.press('End');
  await expect(boxes(page).last()).toBeFocused();
  await page.keyboard.press('Shift+Space');
  await expect(page.getByText(en('board.select.count', { count: 12 }))).toBeVisible();

  const customer = await rows(page).first().getByRole('link').innerText();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/record\//);
  await expect(page.getByText(customer).first()).toBeVisible();
});

test('choosing moves no row, typing keeps the focus, pointing at a card moves nothing', async ({
  session,
}) => {
  const page = await openBoard(session, 60);
  const table = page.getByRole('table');
  const place = async () => (await table.boundingBox())?.y;
  const before = await place();
  await boxes(page).first().check();
  expect(await place()).toBe(before);
  await card(page, 'board.stage.ready-to-create').hover();
  expect(await place()).toBe(before);
  const search = page.getByRole('searchbox');
  await search.click();
  await search.pressSequentially('müll');
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('müll');
  await expect(page.locator('tbody mark').first()).toHaveText('Müll');
});

for (const language of ['en', 'zh-TW'] as const)
  test(`counts stand on one level, and no badge takes more than two lines: ${language}`, async ({
    session,
  }) => {
    const page = await openBoard(session, 20);
    await speak(page, language);
    const name = page.locator('.board-name').first();
    await expect(name).toHaveText(stringOf(language, 'board.stage.required'));
    const tops = await page
      .locator('.board-count')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size, JSON.stringify(tops)).toBe(1);
    const heights = await page
      .locator('.records .badge')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(40);
  });

test('an undo bar waits while it is looked at, and goes when it is not', async ({ session }) => {
  const page = await openBoard(session, 3);
  await page.clock.install();
  const undo = page.getByRole('button', { name: en('board.undo'), exact: true });
  const drop = async () => {
    await page.getByRole('button', { name: en('board.views') }).click();
    await page.getByLabel(en('board.views.name')).fill('Short');
    await page.getByRole('button', { name: en('board.views.save') }).click();
    await page.getByRole('button', { name: 'Short', exact: true }).click();
    await page
      .getByRole('button', { name: en('board.views.deleteNamed', { name: 'Short' }) })
      .click();
    await expect(undo).toBeVisible();
  };
  await drop();
  await undo.focus();
  await page.clock.runFor(60_000);
  await expect(undo).toBeVisible();
  await page.getByRole('searchbox').focus();
  await page.clock.runFor(16_000);
  await expect(undo).toHaveCount(0);
});

test('plots say their numbers to the pointer, the keyboard and as a table', async ({ session }) => {
  const page = await openBoard(session, 40, '#/');
  await page.getByRole('link', { name: en('board.figures.nav') }).click();
  const column = page.locator('.figure').first().locator('.plot-column');
  const read = page.locator('.plot-read').first();
  await column.nth(2).hover();
  await expect(read).toHaveText((await column.nth(2).getAttribute('aria-label'))!);
  await column.last().focus();
  await page.keyboard.press('Home');
  await expect(column.first()).toBeFocused();
  await expect(read).toHaveText((await column.first().getAttribute('aria-label'))!);
  await page.getByText(en('board.figures.numbers')).first().click();
  const table = page.getByRole('table', { name: en('board.figures.timeCaption') });
  const totals = await table.locator('tbody td:last-child').allInnerTexts();
  expect(totals.reduce((sum, total) => sum + Number(total), 0)).toBe(40);
});

for (const look of [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const)
  test(`axe finds nothing: ${look.colorScheme}, forced colours ${look.forcedColors}`, async ({
    session,
  }) => {
    const page = await openBoard(session, 30);
    await page.emulateMedia(look);
    expect(await serious(page), 'list').toEqual([]);
    await card(page, 'board.stage.pending').click();
    await page.getByRole('searchbox').fill('ticket');
    await expect(page.locator('tbody mark').first()).toBeVisible();
    await page.getByRole('checkbox', { name: en('board.select.page') }).check();
    await page.getByRole('button', { name: en('board.columns') }).click();
    expect(await serious(page), 'chosen, marked, columns').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: en('board.views') }).click();
    expect(await serious(page), 'views').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: en('board.select.mark') }).click();
    expect(await serious(page), 'note').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('nobody has this name');
    await expect(page.getByRole('heading', { name: en('history.nothing.title') })).toBeVisible();
    expect(await serious(page), 'nothing found').toEqual([]);
    await page.goto(`${page.url().split('#')[0]}#/figures`);
    await expect(page.locator('.plot-column').first()).toBeVisible();
    for (const numbers of await page.getByText(en('board.figures.numbers')).all())
      await numbers.click();
    expect(await serious(page), 'figures').toEqual([]);
  });

test('with every column, only the line of heads scrolls sideways', async ({ session }) => {
  const all =
    'signer.email.phoneNumber.scenario.state.agreed.recorded.changed.tenant.domain.country.reference.recordedBy.number';
  const page = await openBoard(session, 3, `#/?columns=${all}`);
  for (const language of ['en', 'ar-XB']) {
    await speak(page, language);
    for (const width of [320, 640, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await widerThanItsWindow(page), `${language} ${width}`).toBeLessThanOrEqual(0);
      await expect(page.getByRole('row')).toHaveCount(4);
      await expect(page.getByRole('columnheader')).toHaveCount(16);
      // What does not fit is reached with the keys.
      const last = page.locator('.sort').last();
      await last.blur();
      await last.focus();
      await expect(last).toBeInViewport({ ratio: 1 });
    }
  }
});

for (const language of ['en', 'zh-TW', 'ar-XB'] as const)
  test(`nothing is cut off at 320 px, and cards stay rows of a table: ${language}`, async ({
    session,
  }) => {
    const page = await openBoard(
      session,
      20,
      '#/?columns=signer.email.phoneNumber.scenario.state.reference',
    );
    await speak(page, language);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect(page.getByRole('row')).toHaveCount(21);
    await expect(page.getByRole('rowheader')).toHaveCount(20);
    expect(await widerThanItsWindow(page), 'list').toBeLessThanOrEqual(0);
    const sort = page.locator('.sort').first();
    await sort.click();
    await expect(page).toHaveURL(/sort=companyName/);
    for (const opener of await page.locator('.dropdown > button').all()) {
      await opener.click();
      expect(await widerThanItsWindow(page), 'opened').toBeLessThanOrEqual(0);
      const panel = await page.locator('.dropdown-panel').boundingBox();
      expect(panel!.x).toBeGreaterThanOrEqual(0);
      expect(panel!.x + panel!.width).toBeLessThanOrEqual(320);
      await page.keyboard.press('Escape');
    }
    await page.goto(`${page.url().split('#')[0]}#/figures`);
    await expect(page.locator('.plot-column').first()).toBeVisible();
    await page.locator('details summary').first().click();
    expect(await widerThanItsWindow(page), 'figures').toBeLessThanOrEqual(0);
    expect(await serious(page)).toEqual([]);
  });
