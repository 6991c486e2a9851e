import { ownPage } from '../../browser/own-page';
import { closeOwnTab } from '../shared/close-own-tab';
import { focusHeading } from '../shared/focus-heading';
import { markVersionSeen } from '../shared/version-seen';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { button } from '../shared/parts';
import { meetScreen } from './meet-screen';
import { personScreen } from './person-screen';
import { tryScreen } from './try-screen';

/** Three screens at most: what it is, how it feels, whom to call. */
const SCREENS: ((page: Page) => Child[])[] = [meetScreen, tryScreen, personScreen];

/** The screen in the address (#1 to #3), so that a reload or "back" keeps the place. */
function current(): number {
  const number = Number(location.hash.slice(1));
  return number >= 1 && number <= SCREENS.length ? number - 1 : 0;
}

function goTo(screen: number): void {
  location.hash = String(screen + 1);
}

function draw(root: HTMLElement, page: Page): void {
  const at = current();
  root.append(
    h('p', { class: 'quiet small' }, t('welcome.place', { at: at + 1, all: SCREENS.length })),
    h('div', { class: 'screen', id: `screen-${at + 1}` }, SCREENS[at]?.(page)),
    h('nav', { class: 'row', 'aria-label': t('welcome.steps') }, backButton(at), nextButton(at)),
  );
}

function backButton(at: number): Child {
  return at > 0 && button({ label: t('common.back'), icon: 'back', id: 'back', onclick: () => goTo(at - 1) });
}

function nextButton(at: number): HTMLElement {
  const last = at === SCREENS.length - 1;
  const label = last ? t('welcome.finish') : t('common.next');
  const onclick = last ? () => closeOwnTab(ownPage('guide')) : () => goTo(at + 1);
  return button({ label, kind: 'main', icon: last ? 'check' : 'forward', id: 'next', onclick });
}

let shown: Page | undefined;

window.addEventListener('hashchange', () => {
  void shown?.redraw().then(() => {
    window.scrollTo(0, 0);
    focusHeading();
  });
});

void markVersionSeen().catch(() => null); // a full disk: the popup then tells of the version once too often
void startPage({
  areas: ['welcome'],
  title: 'welcome.title',
  render: (root, page) => {
    shown = page;
    draw(root, page);
  },
});
