import { svg } from '../../shared/h';
import { t } from '../../shared/i18n';

/** Our own drawing: the code on the message goes to those who sell the calls, not to the computer. */
export function codePath(): SVGSVGElement {
  return svg(
    'svg',
    { class: 'drawing', viewBox: '0 0 330 130', role: 'img', 'aria-label': t('how.codePicture') },
    svg('rect', { x: 8, y: 15, width: 130, height: 100, rx: 10, class: 'window' }),
    svg('rect', { x: 24, y: 34, width: 98, height: 8, rx: 4, class: 'bar' }),
    svg('rect', { x: 24, y: 50, width: 70, height: 8, rx: 4, class: 'bar' }),
    svg('rect', { x: 24, y: 72, width: 98, height: 28, rx: 6, class: 'code-box' }),
    svg('text', { x: 73, y: 92, 'text-anchor': 'middle', class: 'code-text', direction: 'ltr' }, '0x00•••'),
    svg('path', { d: 'M132 86h88m-12-9l12 9-12 9', class: 'arrow' }),
    svg('circle', { cx: 270, cy: 50, r: 18, class: 'figure' }),
    svg('path', { d: 'M234 112c2-26 16-36 36-36s34 10 36 36', class: 'figure' }),
    svg('path', { d: 'M296 40c12 0 14 10 8 18', class: 'figure' }),
  );
}
