import { h, icon } from './element.js';

// The parts that pages are put together from.

/** Breadcrumb, heading and one sentence. */
export function heading(trail, title, lead) {
  return h(
    'div.heading',
    undefined,
    trail.length > 0 &&
      h(
        'p.crumbs',
        undefined,
        trail.flatMap((step) => [h('span', undefined, step), icon('chevron')]),
        h('span', undefined, title),
      ),
    h('h1', undefined, title),
    lead && h('p.lead', undefined, lead),
  );
}

/** A row of commands: `[icon, text]`. */
export const commands = (items) =>
  h(
    'div.commands',
    { role: 'toolbar' },
    items.map(([drawing, text]) =>
      h('button.command', { type: 'button' }, icon(drawing), h('span', undefined, text)),
    ),
  );

export const card = (title, ...body) =>
  h('section.card', undefined, title && h('h2', undefined, title), ...body);

export const info = (text) =>
  h('div.bar', undefined, icon('info'), h('div.bar-text', undefined, h('p', undefined, text)));

/** Names and values, one under the other. */
export const facts = (pairs) =>
  h(
    'dl.facts',
    undefined,
    pairs.map(([name, value]) =>
      h('div', undefined, h('dt', undefined, name), h('dd', undefined, value)),
    ),
  );

/** A table with a heading row; `rows` are lists of cells. */
export function table(caption, columns, rows) {
  return h(
    'div.table',
    undefined,
    h(
      'table',
      undefined,
      h('caption', undefined, caption),
      h(
        'thead',
        undefined,
        h(
          'tr',
          undefined,
          columns.map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        undefined,
        rows.map((cells) =>
          h(
            'tr',
            undefined,
            cells.map((cell, place) => h('td', { 'data-label': columns[place] }, cell)),
          ),
        ),
      ),
    ),
  );
}

export const badge = (text, kind = 'good') => h(`span.badge.${kind}`, undefined, text);

export const button = (text, kind = 'secondary', more) =>
  h(`button.${kind}`, { type: 'button', ...more }, text);

const rateOfTaiwanDollar = 35;

/** An amount of euros as money of the language's country. */
export function money(euros, language) {
  const isTaiwan = language === 'zh-TW';
  const currency = isTaiwan ? 'TWD' : 'EUR';
  const whole = isTaiwan ? { maximumFractionDigits: 0 } : {};
  const amount = isTaiwan ? euros * rateOfTaiwanDollar : euros;
  return new Intl.NumberFormat(language, { style: 'currency', currency, ...whole }).format(amount);
}

export const day = (iso, language) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
