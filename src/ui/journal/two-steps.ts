import { h, show } from '../shared/h';
import { t } from '../shared/i18n';
import { button } from '../shared/parts';

/** A button that takes something away: the first press asks, the second does it. */
export function twoSteps(id: string, label: string, question: string, act: () => unknown): HTMLElement {
  const box = h('div', { class: 'two-steps' });
  function first(focus: boolean): void {
    const ask = button({ id, kind: 'undo', icon: 'trash', label, onclick: second });
    show(box, ask);
    if (focus) ask.focus();
  }
  function second(): void {
    const yes = button({ id: `${id}-yes`, kind: 'undo', label: t('journal.deleteYes'), onclick: act });
    const no = button({ id: `${id}-no`, label: t('journal.deleteNo'), onclick: () => first(true) });
    show(
      box,
      h('div', { class: 'card', role: 'group' }, h('p', null, question), h('div', { class: 'row' }, no, yes)),
    );
    no.focus();
  }
  first(false);
  return box;
}
