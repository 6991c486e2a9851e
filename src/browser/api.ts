/** The one door to the browser API: every other file imports `browser` from here. */
import browser from 'webextension-polyfill';

export { browser };
export type { Runtime, Storage, Tabs, WebRequest, Menus } from 'webextension-polyfill';
