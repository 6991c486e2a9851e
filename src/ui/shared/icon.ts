import { svg } from './h';

/** Our own drawings on a 24 × 24 grid, one stroke, round ends. Each is a list of paths. */
const DRAWINGS = {
  shield: ['M12 3l7 2.6v5.2c0 4.6-2.9 8.2-7 10.2-4.1-2-7-5.6-7-10.2V5.6z'],
  'shield-check': [
    'M12 3l7 2.6v5.2c0 4.6-2.9 8.2-7 10.2-4.1-2-7-5.6-7-10.2V5.6z',
    'M8.6 11.8l2.5 2.5 4.4-4.8',
  ],
  'shield-off': ['M12 3l7 2.6v5.2c0 4.6-2.9 8.2-7 10.2-4.1-2-7-5.6-7-10.2V5.6z', 'M5 20L19 4'],
  notice: ['M12 2.8L21.2 12 12 21.2 2.8 12z', 'M12 8v4.6', 'M12 15.6v.2'],
  pause: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M9.8 8.8v6.4', 'M14.2 8.8v6.4'],
  check: ['M5 12.6l4.6 4.6L19 7.4'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  forward: ['M5 12h14', 'M13 6l6 6-6 6'],
  back: ['M19 12H5', 'M11 6l-6 6 6 6'],
  undo: ['M8 5L4 9l4 4', 'M4 9h10a6 6 0 0 1 0 12h-3'],
  phone: [
    'M6 3h3l1.6 4.6-2 1.7a12 12 0 0 0 6.1 6.1l1.7-2L21 15v3a3 3 0 0 1-3.2 3A16.6 16.6 0 0 1 3 6.2A3 3 0 0 1 6 3z',
  ],
  'phone-off': [
    'M6 3h3l1.6 4.6-2 1.7a12 12 0 0 0 6.1 6.1l1.7-2L21 15v3a3 3 0 0 1-3.2 3A16.6 16.6 0 0 1 3 6.2A3 3 0 0 1 6 3z',
    'M21 3L3 21',
  ],
  lock: ['M6 11h12v9.5H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3', 'M12 14.8v2'],
  guide: ['M12 6c-2-1.6-5-2-8-2v14.5c3 0 6 .4 8 2 2-1.6 5-2 8-2V4c-3 0-6 .4-8 2z', 'M12 6v14.5'],
  journal: ['M6 3h12v18H6z', 'M9 8h6', 'M9 12h6', 'M9 16h3.5'],
  settings: [
    'M4 7h9',
    'M17 7h3',
    'M15 5v4',
    'M4 12h3',
    'M11 12h9',
    'M9 10v4',
    'M4 17h8',
    'M16 17h4',
    'M14 15v4',
  ],
  person: ['M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z', 'M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6'],
  'new-tab': ['M13 4h7v7', 'M20 4L11 13', 'M18 14v6H4V6h6'],
  globe: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M3 12h18', 'M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18z'],
  bank: ['M3 10l9-6 9 6z', 'M6 10v8', 'M10 10v8', 'M14 10v8', 'M18 10v8', 'M3 20.5h18'],
  computer: ['M3 5h18v11H3z', 'M9 20.5h6', 'M12 16v4.5'],
  keyboard: ['M3 6h18v12H3z', 'M7 10h.2', 'M11 10h.2', 'M15 10h.2', 'M8 14h8'],
  clock: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 7.5V12l3 2'],
  sound: ['M4 9.5h3.5L12 6v12l-4.5-3.5H4z', 'M15.5 9a4 4 0 0 1 0 6', 'M18 6.5a8 8 0 0 1 0 11'],
  eye: [
    'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z',
    'M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  ],
  print: ['M7 9V3.5h10V9', 'M7 17H4V9h16v8h-3', 'M7 14h10v6.5H7z'],
  copy: ['M9 8h11v13H9z', 'M15 8V3H4v13h5'],
  download: ['M12 4v11', 'M7 10.5l5 5 5-5', 'M5 20h14'],
  upload: ['M12 16V4.5', 'M7 9l5-5 5 5', 'M5 20h14'],
  trash: ['M4 7h16', 'M9 7V4h6v3', 'M6 7l1 13.5h10L18 7'],
  plus: ['M12 5v14', 'M5 12h14'],
  minus: ['M5 12h14'],
  info: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 11v5.5', 'M12 7.6v.2'],
  help: [
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
    'M9.5 9.5a2.6 2.6 0 1 1 3.8 2.3c-.9.5-1.3 1-1.3 2',
    'M12 16.6v.2',
  ],
  pin: ['M9 3.5h6l-.8 6 3.3 3.5h-11l3.3-3.5z', 'M12 13v7.5'],
  play: ['M7 4.5v15l12-7.5z'],
  camera: ['M3 7.5h4l2-3h6l2 3h4v12H3z', 'M12 10a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6z'],
} as const;

export type IconName = keyof typeof DRAWINGS;

/** Icons that point along the line of reading: mirrored in right-to-left languages by base.css. */
const POINTING = new Set<IconName>(['forward', 'back', 'undo', 'sound']);

/** Every icon there is, for tests and the style sheet page. */
export const ICON_NAMES = Object.keys(DRAWINGS) as IconName[]; // keys of the literal above

/** An icon as large as the text beside it. It is decoration: the words beside it carry the meaning. */
export function icon(name: IconName): SVGSVGElement {
  const paths = DRAWINGS[name].map((d) => svg('path', { d }));
  const kind = POINTING.has(name) ? 'icon icon-pointing' : 'icon';
  return svg(
    'svg',
    { class: kind, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    ...paths,
  );
}
