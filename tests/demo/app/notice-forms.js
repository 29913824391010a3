import { notices } from '../notices.js';
import { h, icon } from './element.js';

// The ways in which one sentence can stand on a page. Each returns an element; `has` answers for the
// forms asked for in the address (`?demo=split,shadow`).

/** The message bar with the notice, in the form that the address asks for. */
export function noticeBar(text, has) {
  const body = h('div.bar-text');
  const bar = h('div.bar.warning', { role: 'status' }, icon('warning'), body);
  if (has('shadow')) body.append(inShadow(text));
  else if (has('frame')) body.append(inFrame(text));
  else if (has('in-place')) body.append(changedInPlace(text));
  else if (has('label')) body.append(h('span.chip', { role: 'img', 'aria-label': text }, '!'));
  else if (has('hidden')) body.append(h('p', { hidden: true }, text), h('p', undefined, '…'));
  else if (has('twin')) body.append(...withHiddenTwin(text));
  else body.append(h('p', { id: 'notice' }, ...(has('split') ? split(text) : [spaced(text, has)])));
  return bar;
}

/** Five pieces in inline elements, one of them ending within a word. */
function split(text) {
  const cut = [0, 0.17, 0.38, 0.59, 0.81, 1].map((part) => Math.round(part * text.length));
  const tags = ['span', 'b', 'span', 'a', 'em'];
  return tags.map((tag, place) => {
    const href = tag === 'a' ? { href: '#/BillingAccounts/agreement' } : undefined;
    return h(tag, href, text.slice(cut[place], cut[place + 1]));
  });
}

const noBreakSpace = '\u00a0';
const softHyphen = '\u00ad';
function spaced(text, has) {
  if (!has('nbsp')) return text;
  return text.replaceAll(' ', noBreakSpace).replace(/(\p{L}{4})(\p{L}{4})/gu, `$1${softHyphen}$2`);
}

function inShadow(text) {
  const host = h('demo-notice');
  const inner = h('div');
  inner.attachShadow({ mode: 'open' }).append(h('p', { id: 'notice' }, text));
  host.attachShadow({ mode: 'open' }).append(inner);
  return host;
}

function inFrame(text) {
  const frame = h('iframe.notice-frame', { src: '/demo-assets/app/frame.html', title: 'Billing' });
  frame.addEventListener('load', () => {
    frame.contentDocument.body.append(h('p', { id: 'notice' }, text));
  });
  return frame;
}

function changedInPlace(text) {
  const node = document.createTextNode('…');
  setTimeout(() => {
    node.data = text;
  }, 600);
  return h('p', { id: 'notice' }, node);
}

/** The translation is what people see; an English copy stands hidden beside it. */
function withHiddenTwin(text) {
  return [h('p', { id: 'notice' }, text), h('p', { hidden: true, lang: 'en' }, notices.en)];
}
