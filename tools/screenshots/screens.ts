/** Every screen a person can meet, and how it comes to show something. */
export interface Screen {
  /** Name in the file name. */
  name: string;
  /** Path under src/ui, with query and fragment. */
  path: string;
  /** Body of an async function run in the page after it is drawn (open a fold, press a button). */
  then?: string;
  /** The popup has a width of its own. */
  narrow?: boolean;
}

const press = (id: string): string =>
  `document.getElementById(${JSON.stringify(id)}).click(); await rest(300);`;

export const SCREENS: Screen[] = [
  { name: 'popup', path: 'popup/popup.html?tab=TAB', narrow: true },
  {
    name: 'popup-open',
    path: 'popup/popup.html?tab=TAB',
    narrow: true,
    then: `document.querySelector('details').open = true; ${press('missed')}`,
  },
  { name: 'popup-warning', path: 'popup/popup.html?tab=SCAM', narrow: true },
  { name: 'warning', path: 'warning/warning.html?case=CASE' },
  { name: 'guide', path: 'guide/guide.html?case=CASE' },
  { name: 'guide-plan-saw', path: 'guide/guide.html#saw' },
  { name: 'guide-plan-stuck', path: 'guide/guide.html#stuck' },
  { name: 'guide-help', path: 'guide/guide.html#help' },
  { name: 'journal', path: 'journal/journal.html' },
  { name: 'practice', path: 'practice/practice.html' },
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
  { screen: 'popup-warning', language: 'en', theme: 'light' },
];
