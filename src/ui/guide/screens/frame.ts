import { h, show, type Child } from '../../shared/h';
import { hasHelpdesk, helpdeskWords, unbroken } from '../../shared/helpdesk';
import { t } from '../../shared/i18n';
import { icon, type IconName } from '../../shared/icon';
import { announce, button, newTabLink, notice } from '../../shared/parts';
import type { GuideModel } from '../guide-model';
import type { ScreenName } from '../route';
import { readAloudButton } from './read-aloud';

/** A link to another screen of the guide, drawn as a button. */
export function screenLink(name: ScreenName | 'change', label: string, iconName: IconName): HTMLElement {
  return h('a', { class: 'button', href: `#${name}` }, icon(iconName), h('span', null, label));
}

/** The one heading of a screen; takes the focus when the screen changes, so that it is read and scrolled to. */
export function heading(text: string): HTMLHeadingElement {
  return h('h1', { id: 'heading', tabindex: '-1' }, text);
}

/** Read aloud and print, at the foot of every screen. */
export function footTools(root: HTMLElement, model: GuideModel, printLabel = t('common.print')): HTMLElement {
  return h(
    'div',
    { class: 'row no-print no-read foot' },
    readAloudButton(root, model.page.language, model.country),
    button({ label: printLabel, icon: 'print', onclick: () => print() }),
  );
}

/** A link to an official page, and whose it is for who hears it alone; on paper its address is written out. */
export function outside(label: string, address: string, whose = ''): Child {
  return [newTabLink(label, address, 'globe', whose), h('p', { class: 'print-only', dir: 'ltr' }, address)];
}

/** Said where a plan goes on with what was answered before another page was met, and how to forget that. */
export function keptNotice({ keptEarlier }: GuideModel): Child {
  const words = (): string => t('guide.keptEarlier', { again: t('guide.startAgain') });
  return keptEarlier && notice('note', h('p', null, words()));
}

const NOT_KEPT_ID = 'not-kept';

/**
 * On top of a screen while what is answered cannot be saved.
 * @param news it is so, or no longer so, since a moment ago: said where it is
 */
export function showNotKept(root: HTMLElement, { isKept }: GuideModel, news = false): void {
  document.getElementById(NOT_KEPT_ID)?.remove();
  const words = (): HTMLElement => notice('care', h('p', null, t('errors.notStored')));
  if (!isKept) root.prepend(h('div', { id: NOT_KEPT_ID, class: 'no-print', role: news && 'alert' }, words()));
}

function backLink(model: GuideModel): HTMLElement {
  const toPlan = model.plan.length > 0 && (model.planShown || !model.isOfBefore);
  return h(
    'a',
    { class: 'button button-link no-print no-read', href: toPlan ? '#plan' : '#start' },
    icon('back'),
    h('span', null, t('guide.openStart')),
  );
}

/** A side screen: way back, heading, content, tools. */
export function showScreen(root: HTMLElement, model: GuideModel, title: string, ...content: Child[]): void {
  show(root, backLink(model), heading(title), ...content, footTools(root, model));
}

/**
 * The helpdesk, then "Call Julie 06 …", where they are set: a line each beside what there is to do, as it was typed. The
 * warning says it in whole sentences.
 */
export function whoToCall(model: GuideModel): Child {
  const { name, phone } = model.page.settings.trustedPerson;
  const { policy } = model.page;
  const call = (words: string, number: string): HTMLElement =>
    h(
      'p',
      { class: 'person' },
      icon('phone'),
      h('span', null, words),
      ' ',
      h('strong', null, unbroken(number)),
    );
  return [
    hasHelpdesk(policy) &&
      h('p', { class: 'person' }, icon('phone'), h('span', null, ...helpdeskWords(policy))),
    name + phone !== '' && call(name === '' ? t('guide.personNoName') : t('guide.person', { name }), phone),
  ];
}

/** What was copied may be changed and copied again: the button does not say "Copied" for ever. */
const COPIED_MS = 4_000;

/** Copies a text and says so on the button and to screen readers. */
export function copyButton(label: string, text: () => string): HTMLElement {
  const made: HTMLButtonElement = button({
    label,
    icon: 'copy',
    onclick: async () => {
      await navigator.clipboard.writeText(text());
      const words = made.querySelector('span');
      words?.replaceChildren(t('common.copied'));
      announce(t('common.copied'));
      setTimeout(() => {
        words?.replaceChildren(label);
        announce(''); // the same word again would not be told
      }, COPIED_MS);
    },
  });
  return made;
}
