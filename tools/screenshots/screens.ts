import type { TabStatus } from '../../src/messages/ui-messages';

/** Every screen a person can meet, and how it comes to show something. */
export interface Screen {
  /** Name in the file name. */
  name: string;
  /** Path under src/ui, with query and fragment. */
  path: string;
  /** Body of an async function run in the page after it is drawn (open a fold, press a button). */
  then?: string;
  /** A real press, for what takes no press of a script; before `then`. */
  click?: string;
  /** What the worker would say of the tab, where that cannot be played here. */
  status?: Partial<TabStatus>;
  /** The popup has a width of its own. */
  narrow?: boolean;
}

const press = (id: string): string =>
  `document.getElementById(${JSON.stringify(id)}).click(); await rest(300);`;

const type = (field: string, words: string): string =>
  `const field = document.querySelector(${JSON.stringify(field)}); field.value = ${JSON.stringify(words)};
   field.dispatchEvent(new Event('input')); await rest(100);`;

export const SCREENS: Screen[] = [
  { name: 'popup', path: 'popup/popup.html?tab=TAB', narrow: true },
  {
    name: 'popup-open',
    path: 'popup/popup.html?tab=TAB',
    narrow: true,
    then: `document.querySelector('details').open = true; ${press('missed')}`,
  },
  {
    name: 'popup-silent',
    path: 'popup/popup.html?tab=HELD',
    narrow: true,
    then: `await rest(1500);`, // the page is given a second to answer
  },
  {
    name: 'popup-paused',
    path: 'popup/popup.html?tab=TAB',
    narrow: true,
    status: { state: 'paused', pausedUntil: Date.parse('2030-01-01T18:30') },
  },
  {
    name: 'popup-file',
    path: 'popup/popup.html?tab=TAB',
    narrow: true,
    status: { state: 'unseen', host: '', file: true },
  },
  {
    name: 'popup-unseen',
    path: 'popup/popup.html?tab=TAB',
    narrow: true,
    status: { state: 'unseen', host: '' },
  },
  {
    name: 'popup-no-sites',
    path: 'popup/popup.html?tab=TAB',
    narrow: true,
    status: { state: 'no-permission' },
  },
  { name: 'popup-trusted', path: 'popup/popup.html?tab=TAB', narrow: true, status: { state: 'trusted' } },
  { name: 'popup-closing', path: 'popup/popup.html?tab=SCAM', narrow: true, status: { closing: true } },
  { name: 'popup-warning', path: 'popup/popup.html?tab=SCAM', narrow: true },
  { name: 'popup-own', path: 'popup/popup.html?tab=DESK', narrow: true },
  { name: 'popup-over-guide', path: 'popup/popup.html?tab=GUIDE', narrow: true },
  { name: 'popup-over-open', path: 'popup/popup.html?tab=BESIDE', narrow: true },
  { name: 'popup-sure', path: 'popup/popup.html?tab=SCAM', narrow: true, then: press('safe') },
  { name: 'warning', path: 'warning/warning.html?case=CASE' },
  {
    name: 'warning-mistake',
    path: 'warning/warning.html?case=CASE',
    click: '#mistake',
  },
  { name: 'warning-stuck', path: 'warning/warning.html?case=STUCK' },
  { name: 'warning-blocked', path: 'warning/warning.html?blocked=1&case=CLOSED' },
  { name: 'warning-private', path: 'warning/warning.html?case=PRIVATE' },
  { name: 'warning-let-go', path: 'warning/warning.html?blocked=1&case=LETGO' },
  { name: 'warning-unjudged', path: 'warning/warning.html?blocked=1&case=WANTED' },
  { name: 'warning-unwatched', path: 'warning/warning.html?blocked=1&case=UNWATCHED' },
  { name: 'guide', path: 'guide/guide.html?case=CASE' },
  { name: 'guide-closed', path: 'guide/guide.html?case=CLOSED' },
  { name: 'guide-platform', path: 'guide/guide.html?case=PLATFORM' },
  { name: 'guide-unjudged', path: 'guide/guide.html?case=WANTED' },
  {
    name: 'guide-unwatched',
    path: 'guide/guide.html?case=UNWATCHED',
    click: '.case-more button',
  },
  { name: 'guide-bank', path: 'guide/guide.html?case=CLOSED#bank' },
  { name: 'guide-bank-not-me', path: 'guide/guide.html?case=CLOSED#bank', then: press('not-me') },
  { name: 'guide-letter', path: 'guide/guide.html?case=CLOSED#letter' },
  { name: 'guide-plan-saw', path: 'guide/guide.html#saw' },
  { name: 'guide-plan-stuck', path: 'guide/guide.html#stuck' },
  {
    name: 'guide-reset',
    path: 'guide/guide.html#stuck',
    then: `for (let n = 0; n < 30 && !document.querySelector('main').innerText.includes('chrome://settings/reset'); n += 1) {
      document.getElementById('failed')?.click(); await rest(80); }`,
  },
  { name: 'guide-plan-remote', path: 'guide/guide.html#remote' },
  { name: 'guide-tools', path: 'guide/guide.html#tools', then: type('.field input', 'any') },
  { name: 'guide-help', path: 'guide/guide.html#help' },
  { name: 'guide-how', path: 'guide/guide.html#how' },
  {
    name: 'guide-repair',
    path: 'guide/guide.html#repair',
    then: `document.querySelector('[type=checkbox]').click();`,
  },
  { name: 'guide-tell', path: 'guide/guide.html#tell' },
  {
    name: 'guide-end',
    path: 'guide/guide.html#saw',
    then: `for (const mark of ['later', 'failed', 'done', 'done', 'done', 'done', 'done']) {
      document.getElementById(mark)?.click(); await rest(80); }`,
  },
  { name: 'guard', path: 'guard/guard.html?why=met&program=AnyDesk&address=https%3A%2F%2Fanydesk.com%2F' },
  {
    name: 'guard-yes',
    path: 'guard/guard.html?program=AnyDesk&address=https%3A%2F%2Fanydesk.com%2F',
    then: press('guard-yes'),
  },
  {
    name: 'guard-careful',
    path: 'guard/guard.html?careful=1&address=https%3A%2F%2Fwww.town-hall.example%2Fnews',
  },
  { name: 'journal', path: 'journal/journal.html' },
  {
    name: 'journal-entry',
    path: 'journal/journal.html#1',
    then: `for (const fold of document.querySelectorAll('details')) fold.open = true;`,
  },
  { name: 'journal-report', path: 'journal/journal.html#1/report' },
  { name: 'practice', path: 'practice/practice.html' },
  {
    name: 'practice-keys',
    path: 'practice/practice.html',
    then: `${press('start')} await document.exitFullscreen().catch(() => 0); ${press('skip')}`,
  },
  { name: 'practice-window', path: 'practice/practice.html?window=1' },
  { name: 'options', path: 'options/options.html' },
  { name: 'welcome-1', path: 'welcome/welcome.html#1' },
  { name: 'welcome-2', path: 'welcome/welcome.html#2' },
  {
    name: 'welcome-2-demo',
    path: 'welcome/welcome.html#2',
    then: `${press('demo-start')} await rest(2600);`,
  },
  { name: 'welcome-3', path: 'welcome/welcome.html#3' },
];

/** The pictures of the README and of the stores: 1280 × 800, the size both stores take. */
export const KEPT: { screen: string; language: string; theme: 'light' | 'dark' }[] = [
  { screen: 'warning', language: 'en', theme: 'light' },
  { screen: 'warning', language: 'fr', theme: 'dark' },
  { screen: 'guide', language: 'en', theme: 'light' },
  { screen: 'guide-plan-saw', language: 'fr', theme: 'light' },
  { screen: 'practice', language: 'en', theme: 'light' },
  { screen: 'journal', language: 'en', theme: 'light' },
  { screen: 'options', language: 'fr', theme: 'light' },
  { screen: 'popup', language: 'en', theme: 'light' },
  { screen: 'popup-warning', language: 'en', theme: 'light' },
  { screen: 'welcome-1', language: 'en', theme: 'light' },
  { screen: 'guard-careful', language: 'en', theme: 'light' },
];
