import { h, show } from '../shared/h';
import { t } from '../shared/i18n';
import { button } from '../shared/parts';

/**
 * A button that takes something away: the first press asks, the second does it.
 * @param act answers whether it went; where it did not, the page says so on top
 */
export function twoSteps(
  id: string,
  label: string,
  question: string,
  act: () => Promise<boolean>,
): HTMLElement {
  const box = h('div', { class: 'two-steps' });
  function first(focus: boolean): void {
    const ask = button({ id, kind: 'undo', icon: 'trash', label, onclick: second });
    show(box, ask);
    if (focus) ask.focus();
  }
  function second(): void {
    const yes = button({ id: `${id}-yes`, kind: 'undo', label: t('journal.deleteYes'), onclick: take });
    const no = button({ id: `${id}-no`, label: t('journal.deleteNo'), onclick: () => first(true) });
    const asked = h('p', { id: `${id}-question` }, question);
    no.setAttribute('aria-describedby', asked.id); // it has the keyboard, and the question has to be heard
    show(box, h('div', { class: 'card', role: 'group' }, asked, h('div', { class: 'row' }, no, yes)));
    no.focus();
  }
  async function take(): Promise<void> {
    if (await act()) return;
    window.scrollTo(0, 0); // the button may stand far below what the page says
    throw new Error('Nothing was taken away.');
  }
  first(false);
  return box;
}
