import type { JSX } from 'preact';

/** 20-unit outlines drawn for this product. Decorative: the text or label beside them says the same. */
const outlines = {
  seal: 'M10 2.5 12 4l2.5-.2.7 2.4 2 1.5-1 2.3 1 2.3-2 1.5-.7 2.4-2.5-.2-2 1.5-2-1.5-2.5.2-.7-2.4-2-1.5 1-2.3-1-2.3 2-1.5.7-2.4L8 4zM7 10l2 2 4-4',
  close: 'M5 5l10 10M15 5 5 15',
  collapse: 'M4 10h8M9 6l4 4-4 4M16 4v12',
  expand: 'M16 10H8M11 6l-4 4 4 4M4 4v12',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  sidePanel: 'M3 4h14v12H3zM12 4v12',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  info: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M10 9v4.5M10 6.5h.01',
  warn: 'M10 3 2.8 16.2h14.4zM10 8v4M10 14h.01',
  bad: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M7.5 7.5l5 5M12.5 7.5l-5 5',
  good: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M6.8 10.2l2.2 2.2 4.2-4.4',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4',
  settings:
    'M3 6h8M15 6h2M13 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M3 14h2M9 14h8M7 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  history: 'M3.5 10A6.5 6.5 0 1 0 6 4.9M3.5 3.5v3h3M10 6.5V10l2.5 1.5',
  add: 'M10 4v12M4 10h12',
  edit: 'M4 16l.8-3.2L13 4.6l2.4 2.4-8.2 8.2zM11.5 6.1l2.4 2.4',
  download: 'M10 3v9M6.5 9l3.5 3.5L13.5 9M4 16h12',
  upload: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M4 16h12',
  open: 'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  print: 'M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z',
  person: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  back: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
  up: 'M10 16V4M5.5 8.5 10 4l4.5 4.5',
  down: 'M10 4v12M5.5 11.5 10 16l4.5-4.5',
  chevron: 'M5 7.5l5 5 5-5',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12.5 4v12',
  chart: 'M3.5 3.5v13h13M7 13.5v-3M10.5 13.5v-7M14 13.5V8.5',
  bookmark: 'M6 3.5h8v13l-4-3-4 3z',
  clock: 'M10 3.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6M10 6.5V10l2.6 1.6',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1',
  linkOff:
    'M12.2 11.9l3.1-3a3 3 0 0 0-4.2-4.2l-1 1M7.8 8.1l-3.1 3a3 3 0 0 0 4.2 4.2l1-1M3.5 3.5l13 13',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'more' ? 2.4 : 1.4}
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={outlines[name]} />
    </svg>
  );
}
