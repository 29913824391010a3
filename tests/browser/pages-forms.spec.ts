import { notices } from '../demo/notices.js';
import { announcementsOf, expect, expectOnePanel, openBare, test } from './pages.ts';
import { panelOf } from './session.ts';

// The forms in which a page may hold the sentence: those a person can read bring one panel that says so
// once, all others bring nothing.

const en = notices.en;

type Case = {
  body?: string;
  /** What the page does once it stands; it is given the sentence. */
  act?: (sentence: string) => void;
  /** Where so much text must be gone through that a busy machine needs longer. */
  withinMs?: number;
};

const read: Record<string, Case> = {
  'there from the start': { body: `<p>${en}</p>` },
  'split over inline elements, within a word': {
    body: `<p>${en.replace('to your Part', '<b>to your </b><i>Part').replace('ner to', 'ner</i> <a href="#">to').replace(' of ', '</a>\n of ')}</p>`,
  },
  'split over siblings that come one after the other': {
    act: (sentence) => {
      const parts = sentence.split(/ (?=to confirm|Customer)/);
      parts.forEach((part, place) => {
        setTimeout(() => {
          const line = document.createElement('div');
          line.textContent = part;
          document.body.append(line);
        }, place * 120);
      });
    },
  },
  'in nested open shadow trees': {
    act: (sentence) => {
      const outer = document.createElement('section');
      const inner = document.createElement('div');
      outer.attachShadow({ mode: 'open' }).append(inner);
      inner.attachShadow({ mode: 'open' }).innerHTML = `<p>${sentence}</p>`;
      document.body.append(outer);
    },
  },
  'in a shadow tree attached late to an element that stands already': {
    body: '<section id="host"></section>',
    act: (sentence) => {
      const host = document.getElementById('host') as HTMLElement;
      setTimeout(() => {
        host.attachShadow({ mode: 'open' }).innerHTML = `<p>${sentence}</p>`;
      }, 800);
    },
  },
  'slotted into a shadow tree': {
    act: (sentence) => {
      const host = document.createElement('section');
      host.attachShadow({ mode: 'open' }).innerHTML = '<div><slot></slot></div>';
      host.innerHTML = `<p>${sentence}</p>`;
      document.body.append(host);
    },
  },
  'in a declarative shadow tree of the served page': {
    body: `<section><template shadowrootmode="open"><p>${en}</p></template></section>`,
  },
  'in text that is changed in place': {
    body: '<p id="line">Nothing yet</p>',
    act: (sentence) => {
      (document.getElementById('line')?.firstChild as Text).data = sentence;
    },
  },
  'with the agreement’s name in a flexible row of its own': {
    body: `<div style="display:flex"><span>${en.replace('Microsoft Customer Agreement.', '')}</span><a href="#">Microsoft Customer Agreement.</a></div>`,
  },
  'in ten megabytes of innerHTML': {
    withinMs: 30_000,
    act: (sentence) => {
      const row = '<p>Business Premium, one month, 18.60 EUR</p>';
      const rows = row.repeat(Math.ceil(10_000_000 / row.length));
      document.body.innerHTML = `${rows}<p>${sentence}</p>`;
    },
  },
  'in a row that a virtual list draws while it scrolls': {
    body: '<div id="list" style="height:200px;overflow:auto"><div style="height:40000px;position:relative"></div></div>',
    act: (sentence) => {
      const list = document.getElementById('list') as HTMLElement;
      const sheet = list.firstElementChild as HTMLElement;
      const draw = () => {
        const first = Math.floor(list.scrollTop / 40);
        sheet.innerHTML = Array.from({ length: 6 }, (_, place) => {
          const text = first + place === 603 ? sentence : `Order ${first + place}`;
          return `<p style="position:absolute;margin:0;top:${(first + place) * 40}px">${text}</p>`;
        }).join('');
      };
      list.addEventListener('scroll', draw);
      let steps = 0;
      const scrolling = setInterval(() => {
        list.scrollTop += 800;
        if (++steps === 30) clearInterval(scrolling);
      }, 20);
    },
  },
  'in a dialog that opens': {
    body: `<dialog id="dialog"><p>${en}</p></dialog>`,
    act: () => (document.getElementById('dialog') as HTMLDialogElement).show(),
  },
  'in a popover that opens': {
    body: `<div id="card" popover><p>${en}</p></div>`,
    act: () => document.getElementById('card')?.showPopover(),
  },
  'in a toast that lives one second': {
    act: (sentence) => {
      const toast = document.createElement('div');
      toast.role = 'alert';
      toast.textContent = sentence;
      document.body.append(toast);
      setTimeout(() => toast.remove(), 1_000);
    },
  },
  'in an aria-label alone': { body: `<span role="img" aria-label="${en}">!</span>` },
  'in an alt alone': { body: `<img width="40" height="40" alt="${en}">` },
  'in a title alone': { body: `<span title="${en}">!</span>` },
  'unhidden later': {
    body: `<p id="line" hidden>${en}</p>`,
    act: () => document.getElementById('line')?.removeAttribute('hidden'),
  },
  'unhidden by a class far above': {
    body: `<style>.off p { display: none }</style><div id="box" class="off"><div><div><p>${en}</p></div></div></div>`,
    act: () => document.getElementById('box')?.removeAttribute('class'),
  },
  'beside a hidden copy in English': {
    body: `<p>${notices.de}</p><p hidden lang="en">${en}</p>`,
  },
  'written over the page': {
    act: (sentence) => {
      document.open();
      document.write(`<!doctype html><title>Billing</title><p>${sentence}</p>`);
      document.close();
    },
  },
};

for (const [name, { body = '', act, withinMs }] of Object.entries(read)) {
  test(`is seen ${name}`, async ({ shared }) => {
    const page = await openBare(shared, body);
    const said = announcementsOf(page);
    if (act) await page.evaluate(act, en);
    if (withinMs) await panelOf(page, withinMs);
    await expectOnePanel(shared, page, body.includes(notices.de) ? notices.de : en);
    await expect.poll(() => said.length).toBe(1);
    expect(said[0]).toContain('found a notice');
    await page.close();
  });
}

/** Each in words of its own, so that what was read says where it stood. */
const sayingOf = (place: string) =>
  `Please reach out to your Partner for ${place} to confirm your acceptance of the Microsoft Customer Agreement.`;

const never: Record<string, (said: string) => string> = {
  'a template': (said) => `<template><p>${said}</p></template>`,
  'a script': (said) => `<script type="application/json">{"text":"${said}"}</script>`,
  'a style': (said) => `<style>/* ${said} */</style>`,
  'a comment': (said) => `<!-- ${said} -->`,
  noscript: (said) => `<noscript><p>${said}</p></noscript>`,
  'an input': (said) => `<input value="${said}" placeholder="${said}">`,
  'a text area': (said) => `<textarea>${said}</textarea>`,
  'an option': (said) => `<select><option>${said}</option></select>`,
  'an editable element': (said) => `<div contenteditable><p>${said}</p></div>`,
  'the label of an editable element': (said) => `<p contenteditable aria-label="${said}">x</p>`,
  'a hidden element': (said) => `<p hidden>${said}</p>`,
  'an element not displayed': (said) => `<div style="display:none"><p>${said}</p></div>`,
  'an invisible element': (said) => `<div style="visibility:hidden"><p>${said}</p></div>`,
  'a transparent element': (said) => `<div style="opacity:0"><p>${said}</p></div>`,
  'an element kept from screen readers': (said) => `<p aria-hidden="true">${said}</p>`,
  'a copy off the screen': (said) => `<p style="position:absolute;left:-9999px">${said}</p>`,
  'a copy clipped to a pixel': (said) =>
    `<p style="position:absolute;width:1px;height:1px;overflow:hidden">${said}</p>`,
  'a closed disclosure': (said) => `<details><summary>More</summary><p>${said}</p></details>`,
  'a closed dialog': (said) => `<dialog><p>${said}</p></dialog>`,
  'a popover not shown': (said) => `<div popover><p>${said}</p></div>`,
  'the label of a hidden element': (said) => `<p style="display:none" aria-label="${said}">x</p>`,
  'a shadow tree in a hidden element': (said) =>
    `<div hidden><section><template shadowrootmode="open"><p>${said}</p></template></section></div>`,
  'a frame not displayed': (said) =>
    `<iframe style="display:none" srcdoc="<p>${said}</p>"></iframe>`,
  'the agreement without the request': () =>
    '<p>Your partner has confirmed your acceptance of the Microsoft Customer Agreement.</p>',
};

for (const when of ['from the start', 'late'] as const) {
  test(`is never seen where nobody reads it: ${when}`, async ({ shared }) => {
    const kinds = Object.entries(never).map(([name, show]) => show(sayingOf(name)));
    const html = kinds.join('<hr>');
    const page = await openBare(shared, when === 'late' ? '' : html);
    // A shadow tree that is attached late is found only after all else has been looked at; and while one
    // sighting stands no other is told: so the panel quotes whatever was read first.
    const last = 'the last place';
    await page.evaluate(
      ({ late, said }) => {
        document.body.insertAdjacentHTML('beforeend', `${late}<section id="host"></section>`);
        setTimeout(() => {
          const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
          root.innerHTML = `<p>${said}</p>`;
        }, 1_000);
      },
      { late: when === 'late' ? html : '', said: sayingOf(last) },
    );
    await expectOnePanel(shared, page, sayingOf(last));
    await page.close();
  });
}
