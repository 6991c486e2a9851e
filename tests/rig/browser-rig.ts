import { TELLS_FROM } from '../../src/browser/own-addresses';
import type { Case } from '../../src/messages/ui-messages';

export type BrowserKind = 'chromium' | 'firefox';

/** A page's tab as the driver knows it (not the extension's tab id). */
export interface OpenPage {
  readonly handle: string;
  readonly url: string;
}

export interface LaunchOptions {
  /** Folder of the built extension; null for a browser without one. */
  dist: string | null;
  /** A window on this X display; without it the browser is headless. */
  display?: string;
  /** Without a tab of the extension's own held by the rig: the last tab is really the last one (Chromium). */
  bare?: boolean;
  /** The extension's file that the rig's own tab shows; a plain one by default. */
  keeper?: string;
  /** Popups may open without a click. */
  popupsAllowed?: boolean;
  /** A profile folder to keep; without it a new one is made and removed. */
  profile?: string;
  /** How long (ms) Chromium has been up when the extension is added: in its first seconds it tells it of no policy. */
  addedAfter?: number;
  /** Chromium may fetch what a policy tells it to install. */
  policyInstalls?: boolean;
  /** The person has allowed the extension in private windows. */
  privateAllowed?: boolean;
  /** Chromium takes the extension from its command line, not once it is up: the way of older ones. */
  asSwitch?: boolean;
  /** More of Chromium's command line. */
  switches?: string[];
  /** More of Firefox's preferences; they win over the rig's own. */
  preferences?: Record<string, string | number | boolean>;
}

export interface TabInfo {
  id: number;
  windowId: number;
  url: string;
  title: string;
  active: boolean;
  muted: boolean;
  /** The browser says that it made a sound within the last seconds, heard or muted. */
  audible: boolean;
}

/** A running browser with the extension in it, driven without a driver that answers dialogs in the person's place. */
export interface BrowserRig {
  readonly kind: BrowserKind;
  /** Name and version as the browser tells it. */
  readonly version: string;
  /** chrome-extension://…/ or moz-extension://…/; '' without an extension. */
  readonly base: string;
  readonly pid: number;
  /** The welcome page had come when the rig was ready; the rig has closed it by then. */
  readonly welcomed: boolean;
  /** Opens an address in a new tab in front and does not wait for it. */
  open(url: string): Promise<OpenPage>;
  /** The same as a person who presses OK in each box that the page opens, `readsMs` after it has come. */
  openAnswering(url: string, readsMs: number): Promise<OpenPage>;
  /** A trusted click; in the middle of the page unless told where (CSS px). */
  click(page: OpenPage, at?: { x: number; y: number }): Promise<void>;
  /** Evaluates an expression in the page; may hang behind a dialog: race it. */
  inPage<T>(page: OpenPage, expression: string): Promise<T>;
  /** Evaluates the body of an async function in the extension's own context; `browser` is there. */
  ask<T>(body: string): Promise<T>;
  /** Writes a PNG of the page to `file`. */
  shoot(page: OpenPage, file: string): Promise<void>;
  /** The page that shows an address starting with `prefix`, when there is one. */
  find(prefix: string): Promise<OpenPage | undefined>;
  /** Closes every tab but the rig's own, whatever the pages say. */
  closeOthers(): Promise<void>;
  alive(): boolean;
  close(): Promise<void>;
}

/** All tabs, by the extension's eyes. */
export function tabsOf(rig: BrowserRig): Promise<TabInfo[]> {
  return rig.ask<TabInfo[]>(
    `return (await browser.tabs.query({})).map(({ id, windowId, url, title, active, mutedInfo, audible }) => ({
      id, windowId, url: url ?? '', title: title ?? '', active, muted: mutedInfo?.muted ?? false,
      audible: audible ?? false }))`,
  );
}

/** All cases in storage.session; one that was dropped while something changed it may be left there as null. */
export function casesOf(rig: BrowserRig): Promise<Case[]> {
  return rig.ask<Case[]>(
    `const all = await browser.storage.session.get(null);
     return Object.keys(all).filter((key) => key.startsWith('case:')).map((key) => all[key]).filter(Boolean)`,
  );
}

/** True when the browser says that there is no such tab. */
export function tabIsGone(rig: BrowserRig, tabId: number): Promise<boolean> {
  return rig.ask<boolean>(`return browser.tabs.get(${tabId}).then(() => false, () => true)`);
}

/** A plain file of the extension, for the rig's own tab: it can speak the extension's API and runs nothing. */
export const KEEPER_FILE = 'manifest.json';

/** A function of the API: an older Chromium does not tell where our own pages stand (src/browser/own-addresses.ts). */
const TOLD_OWN_ADDRESSES = `(api) => {
  const version = /Chrome\\/(\\d+)/.exec(navigator.userAgent)?.[1];
  if (version === undefined || Number(version) >= ${TELLS_FROM}) return api;
  const fill = async (tabs) => {
    const own = await api.runtime.getContexts({ contextTypes: ['TAB'] });
    for (const tab of tabs) tab.url ??= own.find(({ tabId }) => tabId === tab.id)?.documentUrl;
    return tabs;
  };
  const query = async (what) => fill(await api.tabs.query(what));
  const get = async (id) => (await fill([await api.tabs.get(id)]))[0];
  return { ...api, tabs: { ...api.tabs, query, get } };
}`;

/** Text of an async function to evaluate, with `browser` whatever the browser calls it. */
export function asyncBody(body: string): string {
  return `(async () => { const browser = (${TOLD_OWN_ADDRESSES})(globalThis.browser ?? globalThis.chrome); ${body} })()`;
}

/**
 * Body for `ask`: a new install shows its welcome page, which would come in front of the first page of a test. It waits for
 * the administrator's policy, at most 10 s. Answers whether it has come.
 */
export const WAIT_FOR_WELCOME = `
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  await Promise.race([browser.storage.managed.get(null).catch(() => undefined), pause(10_000)]);
  for (let round = 0; round < 60; round += 1) {
    const tabs = await browser.tabs.query({});
    if (tabs.some(({ url, pendingUrl }) => (url || pendingUrl || '').includes('/welcome/'))) return true;
    await pause(50);
  }
  return false`;
