// Elements without innerHTML or inline style, so that the pages also run under the strictest policies.

/** `h('p.lead', { lang: 'en' }, 'text', child)`; `on…` functions listen, `false` and `undefined` are left out. */
export function h(tag, attributes, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(9).filter((child) => child !== undefined && child !== false));
  return element;
}

const svg = 'http://www.w3.org/2000/svg';
const shapes = {
  home: 'M3 9.5 10 3l7 6.5V17h-5v-4.5H8V17H3z',
  users: 'M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5',
  groups:
    'M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM13.5 9.5a2 2 0 1 0 0-4M2.5 16c0-2.8 2-4.5 4.5-4.5s4.5 1.7 4.5 4.5M13.5 12c2.3 0 4 1.4 4 3.6',
  billing: 'M3 5h14v10H3zM3 8.5h14M6 12h3',
  products: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  bills: 'M5 3h10v14l-2.5-1.5L10 17l-2.5-1.5L5 17zM8 7h4M8 10h4',
  purchase: 'M2.5 3.5h2l2 9h8l2-6.5H5.2M7.2 16.5v.1M14 16.5v.1',
  partners:
    'M8 12l4-4M8.5 6.5l2-2a3.2 3.2 0 0 1 4.6 4.6l-2 2M11.5 13.5l-2 2A3.2 3.2 0 0 1 4.9 10.900l2-2',
  settings: 'M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4',
  support: 'M4 11a6 6 0 0 1 12 0M4 11h2.500v4H4zM13.5 11H16v4h-2.500zM16 15c0 1.5-1.5 2.5-4 2.5',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.500V11L4 14h12l-1.5-3V7.500A4.5 4.5 0 0 0 10 3zM8.5 16.500h3',
  help: 'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM8 8a2 2 0 1 1 3 1.700c-.7.4-1 .8-1 1.800M10 14v.1',
  search: 'M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM13 13l4 4',
  info: 'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6v.1',
  warning: 'M10 3 18 16.500H2zM10 8v4M10 14.200v.1',
  check: 'M4 10.5 8 14.5 16 6',
  chevron: 'M7.5 5l5 5-5 5',
  down: 'M5 7.5 10 12.5 15 7.5',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.300M16 3v3.500h-3.5',
  export: 'M10 3v10M6 9l4 4 4-4M4 16.500h12',
  plus: 'M10 4v12M4 10h12',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  globe:
    'M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.500c-5 5-5 10 0 15M10 2.500c5 5 5 10 0 15',
  shield: 'M10 2.5 16 5v5c0 3.8-2.6 6.3-6 7.5-3.4-1.2-6-3.7-6-7.500V5z',
  person:
    'M10 9.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.500c.3-3.5 3-5.5 6.5-5.500s6.2 2 6.5 5.5',
  document: 'M5 2.500h6.500L15 6v11.500H5zM11.5 2.500V6H15M7.5 10h5M7.5 13h5',
};

/** A line drawing that says nothing to a screen reader. */
export function icon(name) {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('class', `icon icon-${name}`);
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', shapes[name]);
  drawing.append(path);
  return drawing;
}

/** The nine dots of an app launcher. */
export function waffle() {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('class', 'icon waffle');
  drawing.setAttribute('aria-hidden', 'true');
  for (const cx of [4, 10, 16]) {
    for (const cy of [4, 10, 16]) {
      const dot = document.createElementNS(svg, 'circle');
      for (const [key, value] of Object.entries({ cx, cy, r: 1.6 }))
        dot.setAttribute(key, String(value));
      drawing.append(dot);
    }
  }
  return drawing;
}
