import type { Page } from '@playwright/test';
import { notices } from '../demo/notices.js';
import {
  announcementsOf,
  type Bodies,
  badgeOf,
  expect,
  expectOnePanel,
  openBare,
  test,
} from './pages.ts';
import type { Panel } from './panel.ts';
import { panelFrames } from './session.ts';

// Whichever frame holds the notice: one panel for the tab, in its top frame.

const en = notices.en;
const unwatched = 'portal.contoso.example';

type Case = {
  body?: string;
  others?: Bodies;
  /** What the page does once it stands; it is given the sentence. */
  act?: (sentence: string) => void;
};

const framed: Record<string, Case> = {
  'a frame of the same site': {
    body: '<iframe id="frame" src="/AdminPortal/part" width="600" height="200"></iframe>',
    act: (sentence) => {
      const frame = document.getElementById('frame') as HTMLIFrameElement;
      const write = () => frame.contentDocument?.body.append(sentence);
      if (frame.contentDocument?.readyState === 'complete') write();
      else frame.onload = write;
    },
  },
  'about:blank, written to by the page': {
    act: (sentence) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentDocument?.body.append(sentence);
    },
  },
  'about:blank, opened and written anew': {
    act: (sentence) => {
      const inner = document.body.appendChild(document.createElement('iframe')).contentDocument;
      inner?.open();
      inner?.write(`<title>Billing</title><p>${sentence}</p>`);
      inner?.close();
    },
  },
  srcdoc: { body: `<iframe srcdoc="<p>${en}</p>"></iframe>` },
  'srcdoc in a sandbox': {
    body: `<iframe sandbox="allow-scripts" srcdoc="<p>${en}</p>"></iframe>`,
  },
  'a blob': {
    act: (sentence) => {
      const file = new Blob([`<p>${sentence}</p>`], { type: 'text/html' });
      const frame = document.createElement('iframe');
      frame.src = URL.createObjectURL(file);
      document.body.append(frame);
    },
  },
  'a frame in a frame': {
    body: `<iframe srcdoc="<iframe srcdoc='<p>${en}</p>'></iframe>"></iframe>`,
  },
  'a frame in an open shadow tree': {
    body: `<section><template shadowrootmode="open"><iframe srcdoc="<p>${en}</p>"></iframe></template></section>`,
  },
  'a frame that is added late': {
    act: (sentence) => {
      setTimeout(() => {
        const frame = document.createElement('iframe');
        frame.srcdoc = `<p>${sentence}</p>`;
        document.body.append(frame);
      }, 900);
    },
  },
  'a frame that starts without room and grows': {
    body: `<iframe id="frame" width="1" height="1" srcdoc="<p>${en}</p>"></iframe>`,
    act: () => {
      setTimeout(() => {
        const frame = document.getElementById('frame') as HTMLIFrameElement;
        frame.width = '600';
        frame.height = '200';
      }, 900);
    },
  },
  'a frame that is shown late': {
    body: `<iframe id="frame" style="display:none" srcdoc="<p>${en}</p>"></iframe>`,
    act: () => {
      setTimeout(() => document.getElementById('frame')?.removeAttribute('style'), 900);
    },
  },
  'another site that is watched': {
    body: '<iframe src="https://portal.office.com/part" width="600" height="200"></iframe>',
    others: { 'portal.office.com': `<p>${en}</p>` },
  },
  'a watched site within one that is not': {
    body: `<iframe src="https://${unwatched}/" width="600" height="200"></iframe>`,
    others: {
      [unwatched]: '<iframe src="https://portal.office.com/part"></iframe>',
      'portal.office.com': `<p>${en}</p>`,
    },
  },
  'the page and two frames at once': {
    body: `<p>${en}</p><iframe srcdoc="<p>${en}</p>"></iframe><iframe src="https://portal.office.com/"></iframe>`,
    others: { 'portal.office.com': `<p>${en}</p>` },
  },
};

for (const [name, { body = '', others = {}, act }] of Object.entries(framed)) {
  test(`one panel, in the top frame, for ${name}`, async ({ shared }) => {
    const page = await openBare(shared, body, { others });
    const said = announcementsOf(page);
    if (act) await page.evaluate(act, en);
    await expectOnePanel(shared, page, en);
    await expect.poll(() => said.length).toBe(1);
    await page.close();
  });
}

test('nothing for a frame of a site that is not watched, nor for one without room', async ({
  shared,
}) => {
  const page = await openBare(
    shared,
    `<iframe src="https://${unwatched}/"></iframe><iframe width="1" height="1" srcdoc="<p>${notices.de}</p>"></iframe>`,
    { others: { [unwatched]: `<p>${notices.it}</p>` } },
  );
  await expect(page.frameLocator('iframe').first().getByText(notices.it)).toBeVisible();
  await sayLast(page);
  await expectOnePanel(shared, page, notices.fr);
  await page.close();
});

test('a watched frame in a page that is not: the toolbar says it, and the page holds no panel', async ({
  shared,
}) => {
  const page = await openBare(shared, '<iframe src="https://admin.microsoft.com/"></iframe>', {
    at: `https://${unwatched}/`,
    others: { 'admin.microsoft.com': `<p>${en}</p>` },
  });
  await expect.poll(() => badgeOf(shared, page)).toBe('!');
  expect(panelFrames(page)).toEqual([]);
  await page.close();
});

test('a frame that is taken away takes the notice with it', async ({ shared }) => {
  const page = await openBare(shared, `<iframe srcdoc="<p>${en}</p>"></iframe>`);
  const panel = await expectOnePanel(shared, page, en);
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(() => badgeOf(shared, page)).toBe('');
  await expect(panel.root.getByRole('figure')).toContainText(goneWords(panel));
  await page.close();
});

test('of two frames one is taken away: the other still holds it', async ({ shared }) => {
  const page = await openBare(shared, '');
  const add = (text: string) =>
    page.evaluate((html) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = html;
      document.body.append(frame);
    }, `<p>${text}</p>`);
  await add(en);
  await expectOnePanel(shared, page, en);
  await add(notices.de);
  // The newest sighting that stands is the one that is quoted.
  const panel = await expectOnePanel(shared, page, notices.de);
  await page.evaluate(() => document.querySelectorAll('iframe')[1]!.remove());
  await expectOnePanel(shared, page, en);
  await expect(panel.root.getByRole('figure')).not.toContainText(goneWords(panel));
  await page.close();
});

const goneWords = ({ t }: Panel) => t('panel.notice.gone', { language: 'American English' });

/** Another notice, in a place that is found only after everything else has been looked at. */
async function sayLast(page: Page): Promise<void> {
  await page.evaluate((other) => {
    const host = document.body.appendChild(document.createElement('section'));
    setTimeout(() => {
      host.attachShadow({ mode: 'open' }).innerHTML = `<p>${other}</p>`;
    }, 800);
  }, notices.fr);
}
