// @ts-check
import { addressOf, routes, tricks } from './routes.mjs';

const languages = /** @type {const} */ ([
  ['en', 'English'],
  ['zh-TW', '繁體中文'],
  ['ar', 'العربية'],
]);

/** The first page of the demo's browser: what there is to see, one line each. */
export function startPage() {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Countersign demo</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/demo-assets/app/app.css" />
    <link rel="stylesheet" href="/demo-assets/app/start.css" />
  </head>
  <body>
    <main class="start">
      <h1>Countersign demo</h1>
      <p class="lead">A make-believe admin center, served from this computer. Addresses look like Microsoft’s
        so that the extension under test is the one that ships; this browser reaches nothing else. All names are invented.</p>
      <ul class="routes">${routes.map(routeCard).join('')}</ul>
      <details>
        <summary>Add <code>&amp;demo=…</code> to an address to make a page difficult (several with commas)</summary>
        <dl>${Object.entries(tricks)
          .map(([name, what]) => `<dt><code>${name}</code></dt><dd>${escapeText(what)}</dd>`)
          .join('')}</dl>
      </details>
    </main>
  </body>
</html>`;
}

/** @param {import('./routes.mjs').DemoRoute} route */
function routeCard({ id, title, what, hasNotice }) {
  const links = languages.map(
    ([lang, name]) => `<a lang="${lang}" href="${escapeText(addressOf(id, { lang }))}">${name}</a>`,
  );
  const mark = hasNotice
    ? '<span class="badge waiting">notice</span>'
    : '<span class="badge">silent</span>';
  return `<li class="card"><h2>${escapeText(title)} ${mark}</h2><p>${escapeText(what)}</p><p class="links">${links.join('')}</p></li>`;
}

/** @param {string} text */
function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
