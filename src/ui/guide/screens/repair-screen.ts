import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { card, checkbox, notice } from '../../shared/parts';
import type { GuideModel } from '../guide-model';
import { repairList } from '../help/channels';
import { POINTS, REGISTER_POINT, REGISTERS, repairResult, type Point } from '../repair/repair-result';
import { outside, showScreen } from './frame';

function hint(point: Point, country: string): string {
  if (point !== REGISTER_POINT) return t(`repair.${point}why`);
  const register = REGISTERS[country];
  return register === undefined ? t('repair.4whyAny') : t('repair.4why', { register });
}

function officialList(country: string): Child {
  const list = repairList(country);
  return list?.url && card(h('p', null, t('repair.list')), outside(list.name, list.url.value));
}

/** What is ticked, as long as the guide is open: another language being chosen keeps it. */
const ticked = new Set<Point>();

/** Seven points to recognise a repair service one can trust, with a result in words. Nothing is stored. */
export function showRepair(root: HTMLElement, model: GuideModel): void {
  const result = h('p', { class: 'lead', role: 'status' });
  function draw(): void {
    show(result, t(`repair.result.${repairResult(ticked)}`));
  }
  const points = POINTS.map((point) =>
    checkbox({
      label: t(`repair.${point}`),
      hint: hint(point, model.country),
      checked: ticked.has(point),
      onchange: (on) => {
        if (on) ticked.add(point);
        else ticked.delete(point);
        draw();
      },
    }),
  );
  draw();
  showScreen(
    root,
    model,
    t('repair.title'),
    h('p', { class: 'lead' }, t('repair.intro')),
    h('fieldset', null, h('legend', { class: 'only-spoken' }, t('repair.title')), ...points),
    card(h('h2', null, t('repair.resultTitle')), result, h('p', null, t('repair.caution'))),
    notice(
      'note',
      h('p', null, h('strong', null, t('repair.not'))),
      h('p', null, t('repair.padlock')),
      h('p', null, t('repair.partner')),
    ),
    officialList(model.country),
  );
}
