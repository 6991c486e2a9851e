import { h, show } from '../shared/h';
import { t } from '../shared/i18n';
import { button } from '../shared/parts';
import { careful, settleAgain } from '../shared/careful-press';

export interface TrustWords {
  /** Text keys: the small first button, what trusting means, the button that does it. */
  ask: string;
  explain: string;
  yes: string;
  /** The site by its name, for the sentences. */
  site: string;
}

/**
 * "This is a mistake": a small button, then a plain explanation with yes and no. Only the second press trusts.
 * `accept` runs on yes; no brings the small button back.
 */
export function trustSteps(words: TrustWords, accept: () => unknown): HTMLElement {
  const box = h('div', { class: 'trust' });
  const first = (): HTMLElement =>
    button({ id: 'mistake', kind: 'link', label: t(words.ask), onclick: careful('risky', second) });
  function second(): void {
    const no = button({ id: 'mistake-no', label: t('warning.mistake.no'), onclick: back });
    const yes = button({
      id: 'mistake-yes',
      kind: 'link',
      label: t(words.yes, { site: words.site }),
      onclick: careful('risky', accept),
    });
    const explain = h('p', { id: 'mistake-explain' }, t(words.explain, { site: words.site }));
    show(
      box,
      h(
        'div',
        { class: 'card', role: 'group', 'aria-labelledby': explain.id },
        explain,
        h('div', { class: 'row' }, no, yes),
      ),
    );
    settleAgain(); // a double click must not answer
    no.focus();
  }
  function back(): void {
    const again = first();
    show(box, again);
    again.focus();
  }
  show(box, first());
  return box;
}
