import { addressBreaks } from './address-breaks';
import { h, type Child } from './h';
import { t } from './i18n';
import { icon, type IconName } from './icon';

export interface ButtonOptions {
  label: string;
  icon?: IconName;
  /** `main`: the one thing to do here, once a screen. `link`: least important. `undo`: takes something away. */
  kind?: 'main' | 'plain' | 'link' | 'undo';
  big?: boolean;
  wide?: boolean;
  id?: string;
  onclick: (event: MouseEvent) => unknown;
}

/** A button of at least 44 px. While its promise is pending it is marked busy and ignores further clicks. */
export function button(options: ButtonOptions): HTMLButtonElement {
  const { label, kind = 'plain', big, wide, id } = options;
  const classes = ['button', `button-${kind}`, big && 'button-big', wide && 'button-wide'].filter(Boolean);
  const made = h(
    'button',
    { type: 'button', class: classes.join(' '), id, onclick: (event: MouseEvent) => press(event) },
    options.icon && icon(options.icon),
    h('span', null, label),
  );
  async function press(event: MouseEvent): Promise<void> {
    if (made.getAttribute('aria-busy') === 'true') return;
    made.setAttribute('aria-busy', 'true');
    try {
      await options.onclick(event);
    } finally {
      made.removeAttribute('aria-busy');
    }
  }
  return made;
}

/** A double click counts once: its second half would meet what has come in its place, which nobody has read. */
export const once =
  (act: () => unknown) =>
  ({ detail }: MouseEvent): unknown =>
    detail > 1 ? undefined : act();

/** A link that looks like a button: for going to another of our pages. */
export function buttonLink(label: string, href: string, iconName: IconName): HTMLAnchorElement {
  return h('a', { class: 'button', href }, icon(iconName), h('span', null, ...addressBreaks(label)));
}

/**
 * The same that opens a tab of its own: for an official site, or where this page is to stay. A sign says so.
 * @param about whose it is, for who hears it apart from what stands around it
 */
export function newTabLink(label: string, href: string, iconName: IconName, about = ''): HTMLAnchorElement {
  const made = buttonLink(label, href, iconName);
  const spoken = [about, t('common.newTab')].filter(Boolean).join(', ');
  made.append(h('span', { class: 'only-spoken' }, ` (${spoken})`), icon('new-tab'));
  return Object.assign(made, { target: '_blank', rel: 'noopener noreferrer' });
}

/** A part of a screen with a frame of its own. */
export function card(...children: Child[]): HTMLElement {
  return h('section', { class: 'card' }, ...children);
}

/** Numbered steps. Each step is a sentence or several nodes. */
export function steps(items: readonly Child[]): HTMLOListElement {
  return h('ol', { class: 'steps' }, ...items.map((item) => h('li', null, item)));
}

const NOTICE_ICONS = { good: 'shield-check', note: 'info', care: 'notice' } as const;

/** A sentence set apart: `good` news, a `note`, or something to take `care` of. */
export function notice(kind: keyof typeof NOTICE_ICONS, ...children: Child[]): HTMLElement {
  return h('div', { class: `notice notice-${kind}` }, icon(NOTICE_ICONS[kind]), h('div', null, ...children));
}

/** A "more about this" fold. */
export function fold(summary: string, ...children: Child[]): HTMLDetailsElement {
  return h('details', null, h('summary', null, summary), ...children);
}

let fieldNumber = 0;

/** A labelled form control with an optional explanation, joined for screen readers. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  fieldNumber += 1;
  control.id ||= `field-${fieldNumber}`;
  const hintId = `${control.id}-hint`;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: control.id }, label),
    hint && h('p', { class: 'quiet small', id: hintId }, hint),
    control,
  );
}

/** A box to tick or to choose, with its words: the whole line can be pressed. `hint` says what it does. */
export function choice(box: HTMLInputElement, label: Child, hint?: string): HTMLLabelElement {
  const words = h('span', null, label);
  const more = hint && h('span', { class: 'quiet small' }, hint);
  if (more) {
    fieldNumber += 1;
    box.id ||= `choice-${fieldNumber}`;
    words.id = `${box.id}-words`;
    more.id = `${box.id}-hint`;
    box.setAttribute('aria-labelledby', words.id); // not the whole line, or the hint is said in the name too
    box.setAttribute('aria-describedby', more.id);
  }
  return h('label', { class: 'choice' }, box, words, more);
}

export interface CheckboxOptions {
  label: Child;
  checked: boolean;
  onchange: (checked: boolean) => unknown;
  hint?: string;
  id?: string;
  name?: string;
  value?: string;
  disabled?: boolean;
}

/** A check box with its words. */
export function checkbox({ label, onchange, hint, ...props }: CheckboxOptions): HTMLLabelElement {
  const box: HTMLInputElement = h('input', {
    type: 'checkbox',
    ...props,
    onchange: () => onchange(box.checked),
  });
  return choice(box, label, hint);
}

/** Screen readers have heard by then (ms) that a place is empty. */
const EMPTY_MS = 150;

let spoken: HTMLElement | undefined;
let again: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a sentence to screen readers without moving the focus, and shows nothing. The same once more is no change to
 * Chrome and Edge, of which nobody would hear: it goes for a moment first.
 */
export function announce(sentence: string): void {
  const place = (spoken ??= placeToSpeak());
  clearTimeout(again);
  const isSame = sentence !== '' && place.textContent === sentence;
  place.textContent = isSame ? '' : sentence;
  if (isSame) again = setTimeout(() => void (place.textContent = sentence), EMPTY_MS);
}

/**
 * Shows a sentence in a place that screen readers follow (role alert or status), '' for none. One that stands there
 * already stays as it is, and is said once more.
 */
export function tellIn(place: HTMLElement, sentence: string): void {
  if (place.textContent !== sentence) place.textContent = sentence;
  else if (sentence !== '') announce(sentence);
}

function placeToSpeak(): HTMLElement {
  const place = h('div', { class: 'only-spoken', role: 'status', 'aria-live': 'polite' });
  document.body.prepend(place); // at the end it would make the page, and so the popup, longer
  return place;
}
