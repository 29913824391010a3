// What hostile or careless pages do, each on its own word in `?demo=`.

/** Start the misbehaviour that the address asks for. */
export function misbehave(has, draw) {
  if (has('hostile-css')) addSheet('/demo-assets/app/hostile.css');
  if (has('root-10')) document.documentElement.classList.add('root-10');
  if (has('root-24')) document.documentElement.classList.add('root-24');
  if (has('rerender')) setInterval(() => draw({ atOnce: true }), 100);
  if (has('remover')) removeForeignElements();
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** Policy reports that this page has seen; a test reads them as `window.demoViolations`. */
const violations = [];
window.demoViolations = violations;

function addSheet(href) {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = href;
  document.head.append(sheet);
}

function removeForeignElements() {
  const isOurs = (element) => element === document.head || element === document.body;
  new MutationObserver(() => {
    for (const child of [...document.documentElement.children]) if (!isOurs(child)) child.remove();
  }).observe(document.documentElement, { childList: true });
}
