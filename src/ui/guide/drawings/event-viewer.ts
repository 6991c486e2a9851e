import { svg } from '../../shared/h';
import { t } from '../../shared/i18n';

const ROW = 26;
/** What each row of a healthy computer's list could be; the words of the rows are only bars. */
const ROWS = ['info', 'error', 'info', 'warning', 'info', 'error'] as const;
const MARKS = { info: 'i', warning: '!', error: '×' } as const;

function row(kind: (typeof ROWS)[number], at: number): SVGGElement {
  const y = 58 + at * ROW;
  return svg(
    'g',
    { class: `event event-${kind}` },
    svg('circle', { cx: 26, cy: y, r: 9 }),
    svg('text', { x: 26, y: y + 5, 'text-anchor': 'middle', class: 'event-mark' }, MARKS[kind]),
    svg('text', { x: 46, y: y + 5, class: 'event-word' }, t(`how.events.${kind}`)),
    svg('rect', { x: 170, y: y - 5, width: 130 - ((at * 37) % 60), height: 8, rx: 4, class: 'bar' }),
  );
}

/** Our own drawing of a list of events: every computer has such marks. */
export function eventViewer(): SVGSVGElement {
  return svg(
    'svg',
    { class: 'drawing', viewBox: '0 0 330 220', role: 'img', 'aria-label': t('how.eventsPicture') },
    svg('rect', { x: 2, y: 2, width: 326, height: 216, rx: 10, class: 'window' }),
    svg('path', { d: 'M2 36h326', class: 'line' }),
    svg('text', { x: 16, y: 25, class: 'window-title' }, t('how.events.name')),
    ...ROWS.map(row),
  );
}
