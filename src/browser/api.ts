/** The one door to the browser API: every other file imports `browser` from here. */
import browser from 'webextension-polyfill';

export { browser };
export type {
  Tabs,
  Runtime,
  Windows,
  Storage,
  WebNavigation,
  WebRequest,
  Menus,
} from 'webextension-polyfill';
