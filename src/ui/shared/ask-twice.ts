import { h, show } from './h';
import { t, type Values } from './i18n';
import { announce, button, type ButtonOptions } from './parts';

export interface AskTwice {
  /** The answers get its id too, with -no and -yes behind it. */
  first: Pick<ButtonOptions, 'kind' | 'icon' | 'id'>;
  /** Text keys: `<texts>`, and with Sure, No and Yes behind it. */
  texts: string;
  values?: Values;
  /** How much the safe answer stands out; the screen may have its one `main` button elsewhere. */
  no?: ButtonOptions['kind'];
  /** What is done after the second press. @returns text key of what came of it, null where that is said elsewhere. */
  work: () => Promise<string | null>;
}

/** A button whose first press only asks; the safe answer then has the focus. */
export function askTwice({ first, texts, values, no: kind = 'main', work }: AskTwice): HTMLElement {
  const place = h('div', { class: 'stack' });
  function begin(): HTMLElement {
    const made = button({ ...first, label: t(texts), onclick: confirm });
    show(place, made);
    return made;
  }
  function confirm(): void {
    const id = (answer: string): string | undefined => first.id && `${first.id}-${answer}`;
    const back = (): void => begin().focus();
    const no = button({ label: t(`${texts}No`), kind, id: id('no'), onclick: back });
    const yes = button({ label: t(`${texts}Yes`), kind: 'undo', id: id('yes'), onclick: goOn });
    const asked = h('p', { id: `${texts}Sure` }, t(`${texts}Sure`, values));
    no.setAttribute('aria-describedby', asked.id); // it has the keyboard, and the question has to be heard
    show(place, asked, h('div', { class: 'row' }, no, yes));
    no.focus();
  }
  async function goOn(): Promise<void> {
    const key = await work();
    const hadKeyboard = place.contains(document.activeElement);
    if (key === null) return show(place);
    const said = h('p', { tabindex: -1 }, t(key));
    show(place, said);
    if (hadKeyboard) said.focus();
    announce(t(key));
  }
  begin();
  return place;
}
