// Kinds of pages in which the notice may stand, in real Chromium: `node tests/bench/cases.mjs`.
import { bundle, launch } from './browser.mjs';

const en =
  'Please reach out to your Partner to confirm your acceptance of the Microsoft Customer Agreement.';
const ja = 'Microsoft 顧客契約に同意したことを確認するために、パートナーに連絡してください';

/** Each case changes a quiet page; `told` is how often it must be reported within two seconds. */
const cases = [
  ['there from the start', 1, { html: `<p>${en}</p>` }],
  [
    'late',
    1,
    {
      act: (s) =>
        document.body.append(Object.assign(document.createElement('p'), { textContent: s })),
    },
  ],
  [
    'deep',
    1,
    {
      act: (s) => {
        let at = document.body;
        for (let i = 0; i < 40; i++) at = at.appendChild(document.createElement('div'));
        at.textContent = s;
      },
    },
  ],
  [
    'split five ways',
    1,
    {
      act: (s) => {
        const p = document.createElement('p');
        for (let i = 0; i < 5; i++) {
          const b = document.createElement('b');
          b.textContent = s.slice(i * 20, i < 4 ? i * 20 + 20 : undefined);
          p.append(b);
        }
        document.body.append(p);
      },
    },
  ],
  [
    'split over siblings, one after the other',
    1,
    {
      act: async (s) => {
        for (const part of [s.slice(0, 33), s.slice(33, 61), s.slice(61)]) {
          document.body.append(Object.assign(document.createElement('div'), { textContent: part }));
          await new Promise((r) => setTimeout(r, 60));
        }
      },
    },
  ],
  [
    'changed in place',
    1,
    {
      html: '<p id=p>x</p>',
      act: (s) => {
        document.getElementById('p').firstChild.data = s;
      },
    },
  ],
  [
    'appended to a text',
    1,
    {
      html: '<p id=p>Hello. </p>',
      act: (s) => {
        for (const c of s.match(/.{1,9}/g)) document.getElementById('p').firstChild.appendData(c);
      },
    },
  ],
  [
    'no-break spaces',
    1,
    {
      act: (s) => {
        document.body.append(s.replaceAll(' ', '\u00a0'));
      },
    },
  ],
  [
    'soft hyphens',
    1,
    {
      act: (s) => {
        document.body.append(
          s.replace('Partner', 'Part\u00adner').replace('Customer', 'Cus\u00adtomer'),
        );
      },
    },
  ],
  [
    'Japanese',
    1,
    {
      say: ja,
      act: (s) => {
        document.body.append(s);
      },
    },
  ],
  [
    'open shadow root',
    1,
    {
      act: (s) => {
        const h = document.createElement('div');
        h.attachShadow({ mode: 'open' }).innerHTML = `<p>${s}</p>`;
        document.body.append(h);
      },
    },
  ],
  [
    'nested shadow roots',
    1,
    {
      act: (s) => {
        const h = document.createElement('div');
        const g = document.createElement('div');
        h.attachShadow({ mode: 'open' }).append(g);
        g.attachShadow({ mode: 'open' }).innerHTML = `<p>${s}</p>`;
        document.body.append(h);
      },
    },
  ],
  [
    'shadow root attached late',
    1,
    {
      html: '<div id=h></div>',
      act: (s) => {
        document.getElementById('h').attachShadow({ mode: 'open' }).innerHTML = `<p>${s}</p>`;
      },
    },
  ],
  [
    'changed inside a shadow root',
    1,
    {
      html: '<div id=h></div>',
      act: async (s) => {
        const r = document.getElementById('h').attachShadow({ mode: 'open' });
        r.innerHTML = '<p>x</p>';
        document.body.append('y');
        await new Promise((q) => setTimeout(q, 900));
        r.firstChild.textContent = s;
      },
    },
  ],
  [
    'unhidden by attribute',
    1,
    {
      html: `<p id=p hidden>${en}</p>`,
      act: () => {
        document.getElementById('p').hidden = false;
      },
    },
  ],
  [
    'unhidden by a class far above',
    1,
    {
      html: `<style>.off p{display:none}</style><div class=off id=d><div><div><p>${en}</p></div></div></div>`,
      act: () => {
        document.getElementById('d').className = '';
      },
    },
  ],
  [
    'a dialog that opens',
    1,
    {
      html: `<dialog id=d><p>${en}</p></dialog>`,
      act: () => {
        document.getElementById('d').showModal();
      },
    },
  ],
  [
    'a toast of one second, fading in',
    1,
    {
      html: '<style>@keyframes f{from{opacity:0}}.t{animation:f .2s}</style>',
      act: (s) => {
        const t = Object.assign(document.createElement('div'), { className: 't', textContent: s });
        document.body.append(t);
        setTimeout(() => t.remove(), 1000);
      },
    },
  ],
  [
    'aria-label alone',
    1,
    {
      act: (s) => {
        const b = document.createElement('button');
        b.textContent = '!';
        b.setAttribute('aria-label', s);
        document.body.append(b);
      },
    },
  ],
  [
    'alt alone',
    1,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<div><img width=20 height=20 alt="${s}"></div>`,
        );
      },
    },
  ],
  [
    'uppercase by style',
    1,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<p style="text-transform:uppercase">${s}</p>`,
        );
      },
    },
  ],
  [
    'visible beside a hidden twin',
    1,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<p><span style="display:none">${s}</span><span>${s}</span></p>`,
        );
      },
    },
  ],
  [
    'display: contents',
    1,
    {
      act: (s) => {
        document.body.insertAdjacentHTML('beforeend', `<div style="display:contents">${s}</div>`);
      },
    },
  ],
  [
    'innerHTML of 10 MB',
    1,
    {
      act: (s) => {
        document.body.innerHTML = `${'<p>row of text, nothing to see here, 12.50 EUR</p>'.repeat(200000)}<p>${s}</p>`;
      },
      wait: 6000,
    },
  ],
  [
    'document.write over the page',
    1,
    {
      act: (s) => {
        document.open();
        document.write(`<body><p>${s}</p></body>`);
        document.close();
      },
    },
  ],
  [
    'gone and back',
    2,
    {
      html: `<p id=p>${en}</p>`,
      act: async (s) => {
        await new Promise((r) => setTimeout(r, 500));
        document.getElementById('p').textContent = '';
        await new Promise((r) => setTimeout(r, 2500));
        document.getElementById('p').textContent = s;
      },
      gone: 1,
      wait: 4500,
    },
  ],
  [
    'drawn again at once',
    1,
    {
      html: `<div id=d><p>${en}</p></div>`,
      act: async (s) => {
        await new Promise((r) => setTimeout(r, 500));
        for (let i = 0; i < 5; i++) {
          document.getElementById('d').innerHTML = '';
          await new Promise((r) => setTimeout(r, 100));
          document.getElementById('d').innerHTML = `<p>${s}</p>`;
          await new Promise((r) => setTimeout(r, 100));
        }
      },
    },
  ],
  [
    'script',
    0,
    {
      act: (s) => {
        document.body.append(
          Object.assign(document.createElement('script'), { type: 'text/plain', textContent: s }),
        );
      },
    },
  ],
  [
    'style',
    0,
    {
      act: (s) => {
        document.body.append(
          Object.assign(document.createElement('style'), { textContent: `/* ${s} */` }),
        );
      },
    },
  ],
  [
    'template',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML('beforeend', `<template><p>${s}</p></template>`);
      },
    },
  ],
  [
    'comment',
    0,
    {
      act: (s) => {
        document.body.append(document.createComment(s));
      },
    },
  ],
  [
    'input and textarea',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<input value="${s}" placeholder="${s}"><textarea>${s}</textarea>`,
        );
      },
    },
  ],
  [
    'contenteditable',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML('beforeend', `<div contenteditable><p>${s}</p></div>`);
      },
    },
  ],
  [
    'display: none',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<div style="display:none"><p>${s}</p></div>`,
        );
      },
    },
  ],
  [
    'visibility: hidden',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<div style="visibility:hidden"><p>${s}</p></div>`,
        );
      },
    },
  ],
  [
    'opacity: 0',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML('beforeend', `<div style="opacity:0"><p>${s}</p></div>`);
      },
    },
  ],
  [
    'aria-hidden',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML('beforeend', `<div aria-hidden="true"><p>${s}</p></div>`);
      },
    },
  ],
  [
    'off the screen',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<div style="position:absolute;left:-9999px"><p>${s}</p></div>`,
        );
      },
    },
  ],
  [
    'clipped to a pixel',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<div style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"><p>${s}</p></div>`,
        );
      },
    },
  ],
  [
    'aria-label of a hidden element',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<button style="display:none" aria-label="${s}">x</button>`,
        );
      },
    },
  ],
  [
    'closed details',
    0,
    {
      act: (s) => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<details><summary>x</summary><p>${s}</p></details>`,
        );
      },
    },
  ],
];

const script = await bundle('subject.ts');
const browser = await launch();
const page = await browser.newPage();
await page.addInitScript(script);
const errors = [];
page.on('pageerror', (error) => errors.push(String(error)));
let bad = 0;
for (const [name, told, { html = '', act, say = en, gone = 0, wait = 2_000 }] of cases) {
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><body><h1>Billing</h1>${html}</body>`,
    }),
  );
  await page.goto('https://admin.microsoft.com/');
  await page.waitForTimeout(700);
  const from = await page.evaluate(() => performance.now());
  const before = await page.evaluate(() => window.countersign.seen.length);
  if (act) await page.evaluate(`(${act})(${JSON.stringify(say)})`);
  await page.waitForTimeout(wait);
  const { seen, lost } = await page.evaluate(() => ({
    seen: window.countersign.seen,
    lost: window.countersign.gone.length,
  }));
  const isRight = seen.length === told && (!gone || lost === gone);
  if (!isRight) bad++;
  const after = seen[before] ? `${Math.round(seen[before].at - from)} ms` : '';
  console.log(`${isRight ? 'ok ' : 'BAD'} ${name}: told ${seen.length} of ${told} ${after}`);
}
if (errors.length) console.log(errors);
await browser.close();
process.exitCode = bad || errors.length ? 1 : 0;
