import type { Case } from '../../../src/messages/ui-messages';
import { casesOf, type BrowserKind, type BrowserRig } from '../../rig/browser-rig';
import { launch } from '../../rig/launch';
import { sleep, until, within } from '../../rig/processes';
import { openRealWindow, type RealWindow } from '../../rig/real-window';
import { stopWorker, workerRuns } from '../../rig/stop-worker';
import { haveSoundDevice } from './sound-device';

const ASK_MS = 20_000;
const WELCOME_MS = 1_500;
const STOP_TRIES = 3;
/** A tab opened again is looked at after so long, and until it has loaded something, at most so long more. */
const REOPEN_MS = 1_000;
const REOPEN_LIMIT_MS = 8_000;

/** Firefox lets an extension open its popup without a click. */
const POPUP_ON_REQUEST = { 'extensions.openPopupWithoutUserGesture.enabled': true };

/** A tab that the bench opened, in a window of its own. */
export interface Victim {
  tabId: number;
  windowId: number;
}

/** In the extension's own tab: notes when the last tab of a page has gone, by the browser's own events. */
const TRACKER = `
  const tracker = (window.tracker = { host: '', ids: new Set(), gone: null, look: null, heard: false });
  const ours = (tab) => tracker.ids.has(tab.id) || [tab.url, tab.pendingUrl].some((url) => url?.includes('//' + tracker.host));
  tracker.tabs = async () => (await browser.tabs.query({})).filter(ours);
  tracker.left = async () => (await tracker.tabs()).length;
  tracker.look = async () => { const now = Date.now(); if (tracker.host && (await tracker.left()) === 0) tracker.gone ??= now; };
  browser.tabs.onRemoved.addListener((id) => { tracker.ids.delete(id); tracker.look(); });
  browser.tabs.onReplaced?.addListener((added, removed) => { if (tracker.ids.delete(removed)) tracker.ids.add(added); });
  browser.tabs.onUpdated.addListener((id, { audible }, tab) => { tracker.heard ||= audible === true && ours(tab); tracker.look(); });
`;

/** One browser with the extension on a screen of its own; started anew when a page has brought it down. */
export class Session {
  private rig: BrowserRig | null = null;

  private constructor(
    readonly kind: BrowserKind,
    readonly screen: RealWindow,
    private readonly dist: string,
    private readonly popupsAllowed: boolean,
  ) {}

  /** Opens a screen; the browser starts with the first run. */
  static async open(kind: BrowserKind, dist: string, popupsAllowed: boolean): Promise<Session> {
    haveSoundDevice();
    return new Session(kind, await openRealWindow(), dist, popupsAllowed);
  }

  get version(): string {
    return this.rig?.version ?? '';
  }

  /** Evaluates in the extension's own tab; throws after ASK_MS. */
  ask<T>(body: string): Promise<T> {
    const { rig } = this;
    if (!rig) return Promise.reject(new Error('no browser'));
    return within(ASK_MS, 'the extension', rig.ask<T>(body));
  }

  /** The close key as the browser gave it, in xdotool's words; throws when the browser gave none. */
  async closeKey(): Promise<string> {
    const key = await this.ask<string>(
      `return (await browser.commands.getAll()).find(({ name }) => name === 'close-scam-tab').shortcut`,
    );
    if (!key) throw new Error('the browser gave the close key to nobody');
    return key.toLowerCase();
  }

  /** Starts the browser if it is not there, and sets what the person would have set in the options. */
  async ready(closeByItself: boolean): Promise<void> {
    if (this.rig && !(await this.healthy())) await this.restart();
    if (!this.rig) {
      const { dist, popupsAllowed } = this;
      const { display } = this.screen;
      this.rig = await launch(this.kind, { dist, display, popupsAllowed, preferences: POPUP_ON_REQUEST });
      await this.ask(TRACKER);
      // The welcome page of a new installation comes a moment later, and would stand in front.
      await sleep(WELCOME_MS);
      await this.tidy();
    }
    const settings = { version: 1, closeByItself };
    await this.ask(`await browser.storage.local.set({ settings: ${JSON.stringify(settings)} })`);
  }

  /**
   * Ends the extension's worker, as the browser does after half a minute without work; again where a report of the page
   * has woken it at once. @returns whether it is stopped now
   */
  async sendWorkerToSleep(): Promise<boolean> {
    const { rig } = this;
    if (!rig) return false;
    for (let left = STOP_TRIES; left > 0; left -= 1) {
      await within(ASK_MS, 'the worker', stopWorker(rig));
      if (!(await within(ASK_MS, 'the worker', workerRuns(rig)))) return true;
    }
    return false;
  }

  private async healthy(): Promise<boolean> {
    return (this.rig?.alive() ?? false) && (await this.ask<boolean>('return true').catch(() => false));
  }

  /** Whether a browser that had started is gone. */
  browserGone(): boolean {
    return this.rig !== null && !this.rig.alive();
  }

  /** Ends the browser; the next `ready` starts another. */
  async restart(): Promise<void> {
    await this.rig?.close().catch(() => undefined);
    this.rig = null;
  }

  /** Opens an address in a window of its own, in front, and begins to watch its tabs. */
  openVictim(address: string): Promise<Victim> {
    const { host } = new URL(address);
    return this.ask<Victim>(`
      Object.assign(window.tracker, { host: ${JSON.stringify(host)}, gone: null, heard: false, ids: new Set() });
      const made = await browser.windows.create({ url: ${JSON.stringify(address)}, state: 'maximized' });
      await browser.windows.update(made.id, { focused: true });
      const tabId = made.tabs[0].id;
      window.tracker.ids.add(tabId);
      return { tabId, windowId: made.id };`);
  }

  /** When the last tab of the page went, ms since 1970; null while one is there. */
  async goneAt(): Promise<number | null> {
    return this.ask<number | null>('await window.tracker.look(); return window.tracker.gone');
  }

  /** Whether every tab of the page is muted, and there is one. */
  muted(): Promise<boolean> {
    return this.ask<boolean>(`const tabs = await window.tracker.tabs();
      return tabs.length > 0 && tabs.every(({ mutedInfo }) => mutedInfo?.muted === true)`);
  }

  /** How many tabs of the page are there, how many of any page make a sound, and whether the page ever made one. */
  remains(): Promise<{ tabs: number; audible: number; heard: boolean }> {
    return this.ask(`const audible = await browser.tabs.query({ audible: true });
      return { tabs: await window.tracker.left(), audible: audible.length, heard: window.tracker.heard }`);
  }

  /** The case about a host, undefined while there is none; one opened only because a person closed the tab is none. */
  async caseOf(host: string): Promise<Case | undefined> {
    if (!this.rig) return undefined;
    const all = await within(ASK_MS, 'the cases', casesOf(this.rig));
    return all.find((one) => one.address.includes(host) && one.level !== 'quiet');
  }

  async windowThere(windowId: number): Promise<boolean> {
    if (!this.rig?.alive()) return false;
    return this.ask<boolean>(`return browser.windows.get(${windowId}).then(() => true, () => false)`);
  }

  /**
   * The address a new tab ends at when a person opens `address` again, "closed" where it is closed; undefined where it
   * came nowhere in time.
   */
  async reopen(address: string): Promise<string | undefined> {
    const id = await this.ask<number>(`
      window.tracker.host = '';
      return (await browser.tabs.create({ url: ${JSON.stringify(address)} })).id`);
    await sleep(REOPEN_MS);
    const look = (busyToo: boolean) =>
      this.ask<string>(`const tab = await browser.tabs.get(${id}).catch(() => null);
        if (!tab) return 'closed';
        return tab.url && tab.url !== 'about:blank' && (${busyToo} || tab.status === 'complete') ? tab.url : ''`);
    const ended = await until(REOPEN_LIMIT_MS, async () => (await look(false)) || undefined, 100);
    // A page that never ends loading came back all the same.
    return ended ?? ((await look(true)) || undefined);
  }

  /** Closes every window but the extension's own tab; starts anew if one will not go. */
  async tidy(): Promise<void> {
    const left = await this.ask<number>(
      `
      window.tracker.host = '';
      const mine = await browser.tabs.getCurrent();
      const others = async () => (await browser.tabs.query({})).filter((tab) => tab.id !== mine.id);
      for (const tab of await others()) { browser.tabs.remove(tab.id).catch(() => {}); }
      for (let i = 0; i < 40; i++) {
        await new Promise((done) => setTimeout(done, 25));
        if ((await others()).length === 0) break;
        if (i === 20) for (const tab of await others()) browser.tabs.remove(tab.id).catch(() => {});
      }
      return (await others()).length`,
    ).catch(() => 1);
    if (left > 0) await this.restart();
  }

  async close(): Promise<void> {
    await this.restart();
    this.screen.close();
  }
}
