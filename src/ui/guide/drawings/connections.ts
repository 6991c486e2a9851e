import { svg } from '../../shared/h';
import { t } from '../../shared/i18n';

/** Addresses set aside for examples (RFC 5737): they belong to nobody. */
const LINES = [
  '> netstat',
  'TCP  192.0.2.10:50312   198.51.100.7:443',
  'TCP  192.0.2.10:50318   203.0.113.25:443',
  'TCP  192.0.2.10:50321   198.51.100.40:443',
  'TCP  192.0.2.10:50330   203.0.113.9:993',
  'TCP  192.0.2.10:50344   198.51.100.88:443',
];

/** Our own drawing of the black window with the list of connections. */
export function connections(): SVGSVGElement {
  return svg(
    'svg',
    { class: 'drawing', viewBox: '0 0 330 170', role: 'img', 'aria-label': t('how.netstatPicture') },
    svg('rect', { x: 2, y: 2, width: 326, height: 166, rx: 10, class: 'console' }),
    ...LINES.map((line, at) =>
      svg('text', { x: 16, y: 32 + at * 24, class: 'console-line', direction: 'ltr' }, line),
    ),
  );
}
