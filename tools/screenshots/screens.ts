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
