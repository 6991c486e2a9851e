import { delay, within } from '../../async/within';
import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { ask } from '../shared/ask';
import { careful, settleAgain, watchSight } from '../shared/careful-press';
import { closeOwnTab } from '../shared/close-own-tab';
import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { button, steps } from '../shared/parts';
import { carefulScreen } from './careful-screen';
import { readRequest, withSaid } from './request';

const request = readRequest(location.search);
let onThePhone = request.said;
/** The page or file that was gone on to may be on its way still. */
let goingOn = false;

async function answer(what: 'go-on' | 'carefully' | 'stop'): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id === undefined || request.address === null) return;
  await ask({ type: 'guard-answer', address: request.address, answer: what, tabId: own.id });
}

/** A page that is on its way shows as loading well before this (ms). */
const COMES_MS = 1_500;

/** Goes on to the address. A file brings no page: then the answered question makes way for what was there before. */
async function goOn(how: 'go-on' | 'carefully'): Promise<void> {
  const screen = onThePhone;
  goingOn = true;
  await answer(how);
  do await delay(COMES_MS);
  while ((await browser.tabs.getCurrent())?.status === 'loading');
  if (onThePhone !== screen) return; // meanwhile it was answered otherwise
  if (history.length > 1) history.back();
  else await closeOwnTab(ownPage('guide'));
}

/** The question, with two answers of the same size: neither is the wrong one to press. */
function questionScreen(page: Page): Child[] {
  const { program } = request;
  const yes = button({
    id: 'guard-yes',
    kind: 'main',
    icon: 'phone-off',
    label: t('guard.yes'),
    onclick: () => hangUp(page),
  });
  const no = button({
    id: 'guard-no',
    icon: 'forward',
    label: t('guard.no'),
    onclick: careful('safe', () => goOn('go-on')),
  });
  return [
    h('h1', { id: 'question' }, t('guard.question')),
    h(
      'p',
      { class: 'lead', id: 'why' },
      program ? t('guard.program', { program }) : t('guard.programUnknown'),
    ),
    h('p', null, t(request.met ? 'guard.why' : 'guard.whyAlways')),
    h('div', { class: 'answers' }, yes, request.address === null ? null : no),
    request.address === null && h('p', { class: 'quiet' }, t('guard.nothing')),
  ];
}

/** The worker may have to wake up (ms): nothing of what is on its way must come meanwhile. */
const STOP_LIMIT_MS = 150;

async function hangUp(page: Page): Promise<void> {
  window.stop();
  onThePhone = true;
  const told = answer('stop');
  await page.redraw();
  settleAgain(); // a double click must not answer what comes in its place
  if (!goingOn) return told;
  await within(told, STOP_LIMIT_MS, undefined);
  // By Chromium's source no page can stop what an extension has begun: another one has to take its place.
  location.replace(withSaid(location.search));
}

/** "Yes": hang up, install nothing, then the guide. */
function hangUpScreen(): Child[] {
  const guide = button({
    id: 'guard-guide',
    kind: 'main',
    big: true,
    wide: true,
    icon: 'guide',
    label: t('guard.hangUp.guide'),
    // To its first screen, which asks what has happened: they may be on the computer already, by another program.
    // The second half of a double click on "yes" would take this screen away before it is read.
    onclick: ({ detail }) => detail < 2 && location.replace(ownPage('guide')),
  });
  const wrong = button({
    id: 'guard-wrong',
    kind: 'link',
    label: t('guard.hangUp.wrong'),
    onclick: careful('safe', () => goOn('go-on')),
  });
  return [
    h('h1', { id: 'question' }, t('guard.hangUp.title')),
    h('p', { class: 'lead', id: 'why' }, t('guard.hangUp.lead')),
    steps([t('guard.hangUp.offline'), t('guard.hangUp.install'), t('guard.hangUp.back')]),
    guide,
    request.address !== null && h('p', null, wrong),
  ];
}

function screenFor(page: Page): Child[] {
  if (request.careful && request.address !== null)
    return carefulScreen(request.address, () => goOn('carefully'), page.policy.remoteGuard);
  return onThePhone ? hangUpScreen() : questionScreen(page);
}

watchSight();
if (request.said) void answer('stop').catch(() => undefined); // once more: this page may have come before it was heard
void startPage({
  areas: ['guard'],
  title: 'guard.title',
  render(root, page) {
    const screen = screenFor(page);
    const dialog = h(
      'section',
      {
        role: 'alertdialog',
        'aria-labelledby': 'question',
        'aria-describedby': request.careful ? 'host why' : 'why',
      },
      ...screen,
    );
    show(root, dialog);
    dialog.querySelector<HTMLElement>('.button-main')?.focus();
  },
});
