import type { Page } from '@playwright/test';
import { notices } from '../demo/notices.js';
import { ids } from '../demo/scenery.js';
import {
  announcementsOf,
  badgeOf,
  boxOfPanel,
  expect,
  expectOnePanel,
  openBare,
  test,
} from './pages.ts';
import { openPanel, type Panel } from './panel.ts';
import { panelFrames } from './session.ts';

// What becomes of the panel while its page lives on: the notice goes and comes back, the page moves within itself.

const en = notices.en;
const noticeHtml = `<div id="box"><p>${en}</p></div>`;

const empty = (page: Page) =>
  page.evaluate(() => document.getElementById('box')!.replaceChildren());
const fill = (page: Page, text = en) =>
  page.evaluate((said) => {
    document.getElementById('box')!.innerHTML = `<p>${said}</p>`;
  }, text);

const goneWords = ({ t }: Panel) => t('panel.notice.gone', { language: 'American English' });
const width = async (page: Page) => (await boxOfPanel(page))?.width;

test('the notice gone: the panel says so and folds away; back again: no second panel, no second word', async ({
  shared,
}) => {
  const page = await openBare(shared, noticeHtml);
  const said = announcementsOf(page);
  const panel = await expectOnePanel(shared, page, en);
  await expect.poll(() => said.length).toBe(1);
  const frame = panelFrames(page)[0];

  await empty(page);
  await expect(panel.root.getByRole('figure')).toContainText(goneWords(panel));
  await expect(panel.root.getByText(panel.t('panel.notice.folds'))).toBeVisible();
  await expect.poll(() => badgeOf(shared, page)).toBe('');
  await shared.shoot(page, 'pages-gone');
  await expect.poll(() => width(page)).toBe(44);
  await expect(panel.root.getByRole('button')).toHaveAccessibleName(panel.t('panel.expand.gone'));
  await shared.shoot(page, 'pages-folded');

  await fill(page);
  await expect.poll(() => width(page)).toBe(400);
  await expectOnePanel(shared, page, en);
  expect(panelFrames(page)).toEqual([frame]);
  await expect.poll(() => badgeOf(shared, page)).toBe('!');

  // Gone for a second time is told after all that could have been said about its return.
  await empty(page);
  await expect.poll(() => said.length).toBe(3);
  const found = said.filter((text) => text.includes('found a notice'));
  expect(found).toHaveLength(1);
  await page.close();
});

test('folded away and opened by hand, it stays', async ({ shared }) => {
  const opened = await openBare(shared, noticeHtml);
  const panel = await expectOnePanel(shared, opened, en);
  await empty(opened);
  await expect.poll(() => width(opened), { timeout: 15_000 }).toBe(44);
  await panel.button('panel.expand.gone').press('Enter');
  await expect.poll(() => width(opened)).toBe(400);
  await opened.locator('h1').click();

  // Another panel that begins to wait only now folds away; the opened one has not.
  const later = await openBare(shared, noticeHtml);
  await expectOnePanel(shared, later, en);
  await empty(later);
  await expect.poll(() => width(later), { timeout: 15_000 }).toBe(44);
  expect(await width(opened)).toBe(400);
  await opened.close();
  await later.close();
});

test('the notice gone: the panel stays while a draft is open', async ({ shared }) => {
  const page = await openBare(shared, noticeHtml);
  const panel = await expectOnePanel(shared, page, en);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch Ltd' });
  await panel.untilKept();
  // Out of the panel, which would not fold under anybody's hands anyway.
  await page.locator('h1').click();
  await empty(page);
  await expect.poll(() => badgeOf(shared, page)).toBe('');
  await panel.tab('panel.page.guide').press('Enter');
  await expect(panel.root.getByRole('figure')).toContainText(goneWords(panel));
  await expect(panel.root.getByText(panel.t('panel.notice.folds'))).toHaveCount(0);
  expect(await width(page)).toBe(400);
  await page.close();
});

test('a toast of one second leaves a panel that says what it was', async ({ shared }) => {
  const page = await openBare(shared, '<div id="box"></div>');
  await fill(page);
  await page.evaluate(() => {
    setTimeout(() => document.getElementById('box')!.replaceChildren(), 1_000);
  });
  const panel = await openPanel(page);
  await expect(panel.quote).toHaveText(en);
  await expect(panel.root.getByRole('figure')).toContainText(goneWords(panel));
  await expect(panel.steps).toBeVisible();
  expect(panelFrames(page)).toHaveLength(1);
  await page.close();
});

test('a virtual list that takes the row away and brings it back: one panel, one word', async ({
  shared,
}) => {
  const page = await openBare(
    shared,
    '<div id="list" style="height:200px;overflow:auto"><div id="box" style="height:40000px;position:relative"></div></div>',
  );
  await page.evaluate((sentence) => {
    const list = document.getElementById('list')!;
    const sheet = document.getElementById('box')!;
    const draw = () => {
      const first = Math.floor(list.scrollTop / 40);
      sheet.innerHTML = Array.from({ length: 6 }, (_, place) => {
        const text = first + place === 3 ? sentence : `Order ${first + place}`;
        return `<p style="position:absolute;margin:0;top:${(first + place) * 40}px">${text}</p>`;
      }).join('');
    };
    list.addEventListener('scroll', draw);
    draw();
  }, en);
  const said = announcementsOf(page);
  const panel = await expectOnePanel(shared, page, en);
  await expect.poll(() => said.length).toBe(1);
  const scroll = (top: number) =>
    page.evaluate((to) => document.getElementById('list')!.scrollTo(0, to), top);
  await scroll(4_000);
  await expect(panel.root.getByRole('figure')).toContainText(goneWords(panel));
  await scroll(0);
  await expect(panel.root.getByRole('figure')).not.toContainText(goneWords(panel));
  await scroll(4_000);
  await expect.poll(() => said.length).toBe(3);
  expect(said.filter((text) => text.includes('found a notice'))).toHaveLength(1);
  expect(panelFrames(page)).toHaveLength(1);
  await page.close();
});

test.describe('a page that moves within itself and keeps the old notice for a moment', () => {
  const customers = 'https://partner.microsoft.com/dashboard/v2/customers';
  const other = 'c8b5dae2-7f31-4e46-9f2b-6ffed1ab0d14';
  const at = `${customers}/${ids.customer}/account`;

  const moveOn = (page: Page) =>
    page.evaluate((to) => history.pushState(null, '', to), `${customers}/${other}/account`);

  test('is not told to hold it for the next customer', async ({ shared }) => {
    const page = await openBare(shared, noticeHtml, { at });
    const panel = await expectOnePanel(shared, page, en);
    // Whoever is in the panel is waited for: it does not fold away.
    await panel.tab('panel.page.guide').hover();
    // The page's own clock: a slow machine must not make a moment longer than one.
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      setTimeout(() => document.body.replaceChildren(), 300);
    }, `${customers}/${other}/account`);
    await expect.poll(() => badgeOf(shared, page)).toBe('');
    await expect(panel.root.getByText(panel.t('panel.notice.none'))).toBeVisible();
    await panel.tab('panel.page.record').click();
    await panel.button('panel.record').click();
    await expect(panel.field('customerTenantId')).toHaveValue(other);
    expect(await draftsOf(panel)).toMatchObject([{ fields: { customerTenantId: other } }]);
    expect((await draftsOf(panel))[0]).not.toHaveProperty('seen');
    await page.close();
  });

  test('is told to hold it once it stays there, with the next customer’s address', async ({
    shared,
  }) => {
    const page = await openBare(shared, noticeHtml, { at });
    const panel = await expectOnePanel(shared, page, en);
    await moveOn(page);
    await fill(page);
    await expectOnePanel(shared, page, en);
    await panel.button('panel.record').click();
    await expect(panel.field('customerTenantId')).toHaveValue(other);
    const [draft] = await draftsOf(panel);
    expect(draft?.seen?.address).toContain(other);
    expect(panelFrames(page)).toHaveLength(1);
    await page.close();
  });

  test('keeps an open draft with the customer it was begun for', async ({ shared }) => {
    const page = await openBare(shared, noticeHtml, { at });
    const panel = await expectOnePanel(shared, page, en);
    await panel.button('panel.record').click();
    await panel.fill({ companyName: 'Alder & Finch Ltd' });
    await panel.untilKept();
    await moveOn(page);
    await expect(
      panel.root.getByText(panel.t('panel.draftElsewhere', { company: 'Alder & Finch Ltd' })),
    ).toBeVisible();
    await expect(panel.field('customerTenantId')).toHaveValue(ids.customer);
    await page.close();
  });
});

test('the printed page has the notice and not the panel', async ({ shared }) => {
  const page = await openBare(shared, noticeHtml);
  await expectOnePanel(shared, page, en);
  expect(await width(page)).toBe(400);
  await page.emulateMedia({ media: 'print' });
  expect(await boxOfPanel(page)).toBeNull();
  await expect(page.getByText(en)).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => width(page)).toBe(400);
  await page.close();
});

type Kept = { fields: { customerTenantId: string }; seen?: { address: string } };

/** The newest draft of this browser first, as the panel's own frame is told. */
async function draftsOf(panel: Panel): Promise<Kept[]> {
  const answer = await panel.root.evaluate(() =>
    chrome.runtime.sendMessage({ name: 'listDrafts' }),
  );
  const drafts = (answer as { value: (Kept & { createdAt?: string; changedAt: string })[] }).value;
  return drafts.sort((one, next) => next.changedAt.localeCompare(one.changedAt)).slice(0, 1);
}
