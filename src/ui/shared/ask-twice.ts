import { h, show } from './h';
import { t, type Values } from './i18n';
import { announce, button, type ButtonOptions } from './parts';
import type { AskedTwiceKey, TextKey } from './text-keys';

type Looks = Omit<ButtonOptions, 'onclick'>;

export interface TwoPresses {
  first: Looks;
  /** What the first press asks, and the id of that sentence. */
  question: string;
  questionId: string;
  /** The safe answer, which brings the first button back. */
  no: Looks;
  yes: Looks & { onclick: () => unknown };
  /** Classes of the place. */
  look?: string;
  /** The question has a frame of its own. */
  card?: boolean;
  /** Which presses of the first button and of "yes" count; all of them where it is left out. */
  press?: (act: () => unknown) => ButtonOptions['onclick'];
  /** Runs as soon as the question is there. */
  asked?: () => unknown;
}

/** A button whose first press only asks; the safe answer then has the focus. What comes after "yes" is the caller's. */
export function twoPresses(options: TwoPresses): HTMLElement {
  const { question, questionId, look = 'stack', press = (act) => act } = options;
  const place = h('div', { class: look });
  function begin(): HTMLElement {
    const made = button({ ...options.first, onclick: press(confirm) });
    show(place, made);
    return made;
  }
  function confirm(): void {
    const no = button({ ...options.no, onclick: () => begin().focus() });
    const yes = button({ kind: 'undo', ...options.yes, onclick: press(options.yes.onclick) });
    no.setAttribute('aria-describedby', questionId); // it has the keyboard, and the question has to be heard
    const asked = [h('p', { id: questionId }, question), h('div', { class: 'row' }, no, yes)];
    show(place, options.card ? h('div', { class: 'card', role: 'group' }, asked) : asked);
    options.asked?.();
    no.focus();
  }
  begin();
  return place;
}

export interface AskTwice extends Pick<TwoPresses, 'press' | 'asked'> {
  /** The answers get its id too, with -no and -yes behind it. */
  first: Pick<ButtonOptions, 'kind' | 'icon' | 'id'>;
  /** Text keys: `<texts>`, and with Sure, No and Yes behind it. */
  texts: AskedTwiceKey;
  values?: Values;
  /** Asks something else than the text with Sure. */
  sure?: TextKey;
  /** How much the safe answer stands out; the screen may have its one `main` button elsewhere. */
  no?: ButtonOptions['kind'];
  /** What is done after the second press. @returns text key of what came of it, null where that is said elsewhere. */
  work: () => Promise<TextKey | null>;
}

/** The same in texts whose keys go together; what came of it stands in the place of the question. */
export function askTwice(asking: AskTwice): HTMLElement {
  const { first, texts, values, sure = `${asking.texts}Sure`, no: kind = 'main', work, ...when } = asking;
  const id = (answer: string): string | undefined => first.id && `${first.id}-${answer}`;
  const place = twoPresses({
    first: { ...first, label: t(texts) },
    question: t(sure, values),
    questionId: `${texts}Sure`,
    no: { label: t(`${texts}No`), kind, id: id('no') },
    yes: { label: t(`${texts}Yes`), id: id('yes'), onclick: goOn },
    ...when,
  });
  async function goOn(): Promise<void> {
    const key = await work();
    const hadKeyboard = place.contains(document.activeElement);
    if (key === null) return show(place);
    const said = h('p', { tabindex: -1 }, t(key));
    show(place, said);
    if (hadKeyboard)
      said.focus(); // it is read there, and announced as well it would be heard twice
    else announce(t(key));
  }
  return place;
}
