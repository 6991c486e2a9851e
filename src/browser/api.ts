/** The one door to the browser API: every other file imports `browser` from here. */
import browser from 'webextension-polyfill';
import { tellOwnAddresses } from './own-addresses';
import { IS_FIREFOX } from './target';

// Unit tests have no navigator.
if (!IS_FIREFOX && typeof navigator !== 'undefined') tellOwnAddresses(browser, navigator.userAgent);

export { browser };
export type { Runtime, Storage, Tabs, WebRequest, Menus } from 'webextension-polyfill';
