import { browser } from './api';

const ALL_SITES = { origins: ['<all_urls>'] };

/** May we see every site? The person can take that away at any time. Never rejects. */
export function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains(ALL_SITES).catch(() => false);
}

/** Asks for it. Call it first thing in a click, or the browser refuses. @returns whether the person agreed; never rejects */
export function askAllSites(): Promise<boolean> {
  return browser.permissions.request(ALL_SITES).catch(() => false);
}
