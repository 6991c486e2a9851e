import { chooseAtRest } from './choose-at-rest';
import { h, show } from './h';
import { currentLanguage, languageName, t } from './i18n';
import { icon } from './icon';
import { announce } from './parts';

export interface HeadChoices {
  /** The languages this page has all its texts in. */
  languages: readonly string[];
  /** % of the normal size, 100 to 200. */
  textSize: number;
  /** null: the administrator decided. */
  onLanguage: ((language: string) => unknown) | null;
  onTextSize: ((percent: number) => unknown) | null;
}

const TEXT_SIZES = [100, 125, 150, 175, 200];

function languageSwitch(
  languages: readonly string[],
  onLanguage: (language: string) => unknown,
): HTMLElement | null {
  if (languages.length < 2) return null;
  const options = languages.map((language) =>
    h('option', { value: language, lang: language }, languageName(language)),
  );
  const list: HTMLSelectElement = h(
    'select',
    { id: 'page-language', 'aria-label': t('common.language') },
    ...options,
  );
  list.value = currentLanguage();
  chooseAtRest(list, () => onLanguage(list.value));
  return h('span', { class: 'page-language' }, icon('globe'), list);
}

function sizeButton(
  step: 1 | -1,
  choices: HeadChoices,
  onTextSize: (percent: number) => unknown,
): HTMLElement {
  const { textSize: now } = choices; // an administrator may have chosen one between ours
  const next = step > 0 ? TEXT_SIZES.find((size) => size > now) : TEXT_SIZES.findLast((size) => size < now);
  const label = step > 0 ? t('common.largerText') : t('common.smallerText');
  function change(): void {
    if (next === undefined) return;
    announce(t('common.textSizeNow', { size: next }));
    onTextSize(next);
  }
  const id = step > 0 ? 'text-larger' : 'text-smaller';
  const props = {
    type: 'button',
    class: 'button',
    id,
    title: label,
    'aria-disabled': next === undefined && 'true', // disabled, it would drop the keyboard that has just pressed it
    onclick: change,
  };
  const sign = h('span', { 'aria-hidden': 'true' }, step > 0 ? 'A+' : 'A−');
  return h('button', props, sign, h('span', { class: 'only-spoken' }, label));
}

/** Fills the strip above a page: name, language, size of the text. */
export function fillHead(head: HTMLElement, choices: HeadChoices): void {
  const focused = document.activeElement?.id;
  const { onLanguage, onTextSize } = choices;
  show(
    head,
    h('p', { class: 'page-brand' }, icon('shield-check'), t('common.name')),
    h(
      'div',
      { class: 'page-tools' },
      onLanguage && languageSwitch(choices.languages, onLanguage),
      onTextSize && [sizeButton(-1, choices, onTextSize), sizeButton(1, choices, onTextSize)],
    ),
  );
  if (focused) document.getElementById(focused)?.focus(); // a redraw must not lose the keyboard's place
}
