import { languages } from '../notices.js';
import { misbehave } from './misbehave.js';
import { pageFor } from './pages.js';
import { partnerCenter } from './partner-center.js';
import { routeAtStart, routeOfHash } from './routing.js';
import { adminCenter, skeleton } from './shell.js';
import { namesOf, wordsOf } from './texts.js';

// The demo admin center: builds its frame at once, rewrites its address, and shows content late, as the
// real one does. `?lang=` chooses the language, `?demo=` the tricks (a comma list, see routes.mjs).

const asked = new URL(location.href);
const tricks = new Set((asked.searchParams.get('demo') ?? '').split(',').filter(Boolean));
const has = (trick) => tricks.has(trick);
const start = routeAtStart(asked);
const addressDelayMs = 250;
const contentDelayMs = has('late') ? 3_000 : 450;

let language = knownLanguage(asked.searchParams.get('lang'));
let route = start.route;
let shownFor = 0;

const isPartnerCenter = /\/dashboard\/(v2|commerce2)\/customers\//i.test(asked.pathname);
const root = document.getElementById('app');
const surroundings = () => ({
  t: wordsOf(language),
  names: namesOf(language),
  language,
  languages,
  route,
  has,
  link: start.link,
  setLanguage: (chosen) => {
    language = chosen;
    draw();
  },
});

if (!isPartnerCenter) {
  if (start.address)
    setTimeout(() => history.replaceState(null, '', start.address), addressDelayMs);
  addEventListener('hashchange', () => {
    route = routeOfHash(location.hash) ?? route;
    draw();
  });
}
misbehave(has, draw);
draw();

/** Frame and skeleton now, content later; a later call makes an earlier one's content stay away. */
function draw({ atOnce = false } = {}) {
  const turn = ++shownFor;
  const around = surroundings();
  document.documentElement.lang = language;
  document.documentElement.dir = languages.find(([tag]) => tag === language)?.[2] ?? 'ltr';
  const shell = isPartnerCenter ? partnerCenter : adminCenter;
  const page = pageFor(isPartnerCenter ? 'customer-account' : route);
  document.title = `${around.t(page.title)} - ${around.t(isPartnerCenter ? 'pcTitle' : 'appTitle')}`;

  const { frame, content } = shell(around);
  const fill = () => {
    if (turn === shownFor) content.replaceChildren(...page.show(around));
  };
  content.replaceChildren(skeleton(around));
  root.replaceChildren(frame);
  if (atOnce) fill();
  else setTimeout(fill, contentDelayMs);
}

function knownLanguage(tag) {
  const found = languages.find(([known]) => known.toLowerCase() === tag?.toLowerCase());
  return found?.[0] ?? 'en';
}
