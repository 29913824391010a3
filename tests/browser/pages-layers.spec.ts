import type { Page } from '@playwright/test';
import { notices } from '../demo/notices.js';
import { announcementsOf, boxOfPanel, expect, expectOnePanel, openBare, test } from './pages.ts';
import { openPanel, type Panel } from './panel.ts';
import { panelFrames } from './session.ts';

// Dialogs and full screens of the page: what they make inert or cover. The panel stays within reach.

const en = notices.en;
const dialogHtml = '<h2>Renew</h2><p>Choose a term.</p><button>Go on</button>';

/** A person reaches the panel: a click at its place in the page, which no locator could force, comes to it. */
async function expectWithinReach(page: Page, panel: Panel): Promise<void> {
  const earlier = panel.root.getByRole('tab').nth(2);
  await expect(async () => {
    await click(page, earlier);
    await expect(earlier).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
  }).toPass({ timeout: 8_000 });
  const guide = panel.tab('panel.page.guide');
  await click(page, guide);
  await expect(guide).toHaveAttribute('aria-selected', 'true');
}

async function click(page: Page, target: ReturnType<Panel['tab']>): Promise<void> {
  const frame = await boxOfPanel(page);
  const place = await target.evaluate(
    (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    undefined,
    { timeout: 2_000 },
  );
  await page.mouse.click((frame?.x ?? 0) + place.x, (frame?.y ?? 0) + place.y);
}

/** Runs in the panel: whether the browser says that nothing covers an element. */
const isVouchedFor = (element: Element): Promise<boolean | undefined> =>
  new Promise((done) => {
    const options = { threshold: [0, 1], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver(([entry], self) => {
      self.disconnect();
      done((entry as IntersectionObserverEntry & { isVisible?: boolean }).isVisible);
    }, options as IntersectionObserverInit);
    observer.observe(element);
  });

const openDialog = (page: Page, html = dialogHtml) =>
  page.evaluate((inside) => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = inside;
    document.body.append(dialog);
    dialog.showModal();
  }, html);

test('a modal dialog that opens later leaves the panel within reach, and so does its end', async ({
  shared,
}) => {
  const page = await openBare(shared, `<p>${en}</p>`);
  const said = announcementsOf(page);
  const panel = await expectOnePanel(shared, page, en);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch Ltd' });
  await panel.untilKept();
  const frame = panelFrames(page)[0];

  await openDialog(page);
  await expectWithinReach(page, panel);
  await shared.shoot(page, 'pages-dialog');
  await openDialog(page);
  await expectWithinReach(page, panel);
  await page.evaluate(() => document.querySelectorAll('dialog')[1]!.close());
  await expectWithinReach(page, panel);
  await page.evaluate(() => document.querySelector('dialog')!.close());
  await expectWithinReach(page, panel);

  expect(panelFrames(page), 'the very frame of before').toEqual([frame]);
  await panel.tab('panel.page.record').click();
  await expect(panel.field('companyName')).toHaveValue('Alder & Finch Ltd');
  expect(said.filter((text) => text.includes('found a notice'))).toHaveLength(1);
  await page.close();
});

test('the notice in a modal dialog brings a panel within reach', async ({ shared }) => {
  const page = await openBare(shared, '');
  await openDialog(page, `<p>${en}</p><button>Close</button>`);
  const panel = await expectOnePanel(shared, page, en);
  await expectWithinReach(page, panel);
  // The panel is no part of the dialog to a press of Escape, nor to the page's way of closing it.
  await page.locator('dialog button').press('Escape');
  await expect(panel.root.getByRole('figure')).toContainText(
    panel.t('panel.notice.gone').slice(0, 20),
  );
  await expectWithinReach(page, panel);
  await page.close();
});

test('a dialog that is taken away with the panel in it gives back another, with the draft', async ({
  shared,
}) => {
  const page = await openBare(shared, `<p>${en}</p>`);
  const said = announcementsOf(page);
  const panel = await expectOnePanel(shared, page, en);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch Ltd' });
  await panel.untilKept();
  await expect.poll(() => said.join()).toContain('found a notice');
  const frame = panelFrames(page)[0];
  await page.evaluate(() => {
    const box = document.body.appendChild(document.createElement('div'));
    box.innerHTML = '<section><dialog><p>Renew</p><button>Go on</button></dialog></section>';
    box.querySelector('dialog')!.showModal();
  });
  await expectWithinReach(page, panel);
  await page.evaluate(() => document.querySelector('dialog')!.closest('div')!.remove());
  await expect.poll(() => panelFrames(page).filter((one) => one !== frame).length).toBe(1);
  const again = await openPanel(page);
  await expect(again.field('companyName')).toHaveValue('Alder & Finch Ltd');
  expect(said.filter((text) => text.includes('found a notice'))).toHaveLength(1);
  await page.close();
});

test('a modal dialog in a shadow tree leaves the panel within reach', async ({ shared }) => {
  const page = await openBare(shared, `<p>${en}</p>`);
  const panel = await expectOnePanel(shared, page, en);
  await page.evaluate((html) => {
    const host = document.body.appendChild(document.createElement('section'));
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<dialog>${html}</dialog>`;
    root.querySelector('dialog')!.showModal();
  }, dialogHtml);
  await expectWithinReach(page, panel);
  await page.close();
});

test('a full screen leaves the panel within reach', async ({ shared }) => {
  const page = await openBare(
    shared,
    `<p>${en}</p><section style="background:#fff"><p>Video</p></section>`,
  );
  const panel = await expectOnePanel(shared, page, en);
  await page.locator('section').evaluate((section) => section.requestFullscreen());
  await expectWithinReach(page, panel);
  await page.evaluate(() => document.exitFullscreen());
  await expectWithinReach(page, panel);
  expect(panelFrames(page)).toHaveLength(1);
  await page.close();
});

test('a draft is not discarded by a click that the page has led there', async ({ shared }) => {
  const page = await openBare(shared, `<p>${en}</p>`);
  const panel = await expectOnePanel(shared, page, en);
  await panel.button('panel.record').click();
  await panel.fill({ companyName: 'Alder & Finch Ltd' });
  await panel.untilKept();
  // As it is after everything was filled in: the form's end is in view, its beginning is not.
  await panel.root.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await panel.button('form.discard').click();
  const really = panel.root
    .getByRole('status')
    .getByRole('button', { name: panel.t('form.discard') });
  // It waits until it has been there long enough to be seen.
  await expect(really).toBeEnabled();
  await expect(really).toBeInViewport({ ratio: 1 });
  await expect.poll(() => really.evaluate(isVouchedFor)).toBe(true);
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  });
  const refused = panel.root.getByText(panel.t('form.covered.discard'));
  await expect.poll(() => really.evaluate(isVouchedFor)).toBe(false);
  // The panel asks every 100 ms: what is answered to a question after that, it has been told as well.
  await panel.root.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  expect(await really.evaluate(isVouchedFor)).toBe(false);
  await click(page, really);
  await expect(refused).toBeAttached();
  await expect(panel.field('companyName')).toHaveValue('Alder & Finch Ltd');

  await page.evaluate(() => document.querySelector('[popover]')!.remove());
  await expect(async () => {
    if (await really.isVisible()) await click(page, really);
    await expect(panel.form).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await page.close();
});
