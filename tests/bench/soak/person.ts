import { casesOf, tabsOf, type BrowserRig, type OpenPage } from '../../rig/browser-rig';
import { crashPage } from '../../rig/crash-page';
import type { PageServer } from '../../rig/page-server';
import { sleep, until, within } from '../../rig/processes';
import { stopWorker } from '../../rig/stop-worker';
import { comesTrue, emptyStore, fillStore, popupClosesSilent, tabsAt } from '../../e2e/browsing';
import { caseAbout, hasGone, type Met } from './dealt-with';
import { leftOver } from './left-over';
import { addressOf, type SoakPage, type SoakPages } from './pages';
import { pressOnWarning } from './press-warning';
import { memoryOf, type Tally } from './tally';
import { randomStream } from '../random-stream';

/** Tabs are closed after so many pages, as a person does now and then; the browser goes on. */
const TABS_KEPT = 10;
/**
 * Shares (0..1) of the visits that are to a scam, in which the worker is stopped, and in which the stores are filled; of
 * those to honest pages, in which a tab crashes.
 */
export interface Shares {
  scams: number;
  stops: number;
  fills: number;
  crashes: number;
}
/** What a person meets who browses, and one who meets nothing but scams with the worker stopped each time. */
export const BROWSING: Shares = { scams: 0.4, stops: 0.3, fills: 0.03, crashes: 0.05 };
export const ONLY_STOPS: Shares = { scams: 1, stops: 1, fills: 0, crashes: 0 };
export const FULL_STOPS: Shares = { ...ONLY_STOPS, fills: 1 };
/** An address that is asked for stands in its tab after so long at the latest. */
const COME_MS = 10_000;
/** How long the person looks before doing anything. */
const LOOK_MS = 700;
const READ_MS = 500;
const CLICK_MS = 6_000;
const DEALT_WITH_MS = 15_000;
/** Presses on a warning that came to nothing: after them its request is sent without one, and that is counted. */
const PRESSES = 3;
/** A press is followed by the closing in so long. */
const PRESSED_MS = 1_500;

/** One person with one browser, who comes by honest pages and scams while things break. */
export class Person {
  private readonly random: () => number;
  private open: { page: OpenPage; address: string; name: string; tabId: number }[] = [];
  private filled = false;
  /** On the warning of the scam that is there now. */
  private presses = 0;
  /** Those too that came to nothing: no two have the same host. */
  private visits = 0;

  constructor(
    private readonly rig: BrowserRig,
    private readonly server: PageServer,
    private readonly tally: Tally,
    private readonly pages: SoakPages,
    seed: number,
    private readonly shares = BROWSING,
  ) {
    this.random = randomStream(seed);
  }

  /** Opens one page and deals with what comes of it. Throws when the browser does not answer. */
  async visitOne(): Promise<void> {
    const { tally } = this;
    const scam = this.random() < this.shares.scams;
    const page = this.pick(scam ? this.pages.scams : this.pages.honest);
    const address = addressOf(this.server, page, this.visits);
    const stopAt = this.random() < this.shares.stops ? Math.round(130 + this.random() * 900) : null;
    this.visits += 1;
    if (this.random() < this.shares.fills) await this.fillStores();
    if (scam) await this.meetScam(page, address, stopAt).catch((error: unknown) => this.lose(page, error));
    else await this.readHonest(page, address, stopAt);
    tally.pages += 1;
    if (scam) tally.scams += 1;
    if (page.fromCorpus) tally.corpusPages += 1;
    await this.lookAtOpenTabs();
    if (tally.pages % TABS_KEPT === 0) await this.tidy();
  }

  /** Nobody knows what became of a scam at which the browser gave no answer. */
  private lose({ name }: SoakPage, error: unknown): never {
    this.tally.lostScams.push(name);
    throw error;
  }

  /** Looks at the pages since the last tidying too, and weighs what is left in the session's store. */
  async finish(): Promise<void> {
    await this.lookAtOpenTabs()
      .then(() => this.tidy())
      .catch(() => (this.tally.lostCommands += 1));
    this.tally.sessionBytes = await this.rig
      .ask<number>(`return JSON.stringify(await browser.storage.session.get(null)).length`)
      .catch(() => -1);
  }

  private pick(pages: readonly SoakPage[]): SoakPage {
    // The five lockers stand first: every second scam is one of them.
    const among = pages[0]?.scam && this.random() < 0.5 ? pages.slice(0, 5) : pages;
    const found = among[Math.floor(this.random() * among.length)];
    if (!found) throw new Error('No pages.');
    return found;
  }

  private async stop(ms: number): Promise<void> {
    await sleep(ms);
    if (await stopWorker(this.rig)) this.tally.workerStops += 1;
  }

  /**
   * Waits until the page stands in its tab (a page that is still on its way looks like one that has gone), with the
   * worker stopped meanwhile. @returns the tab's id, -1 where it was closed before it was seen. Throws after COME_MS.
   */
  private async comeTo(address: string, stopAt: number | null): Promise<number> {
    const look = async () => {
      const [tab] = await tabsAt(this.rig, address);
      if (tab) return tab.id;
      return caseAbout({ address, tabId: -1 }, await casesOf(this.rig)) && -1;
    };
    const [id] = await Promise.all([until(COME_MS, look), stopAt === null ? undefined : this.stop(stopAt)]);
    if (id === undefined) throw new Error(`${address} did not come.`);
    return id;
  }

  private async meetScam(scam: SoakPage, address: string, stopAt: number | null): Promise<void> {
    this.presses = 0;
    const page = await this.rig.open(address);
    const met = { address, tabId: await this.comeTo(address, stopAt) };
    if (await comesTrue(LOOK_MS, () => this.hasGone(met))) return;
    const left = (scam.clickAfter ?? 0) - LOOK_MS;
    if (left > 0 && (await comesTrue(left, () => this.closeIfWarned(met)))) return;
    let unclicked = false;
    if (scam.clickAfter !== null)
      unclicked = !(await within(CLICK_MS, 'click', this.rig.click(page)).then(
        () => true,
        () => false, // gone or jammed: what follows tells
      ));
    if (await comesTrue(DEALT_WITH_MS, () => this.closeIfWarned(met))) return;
    const how = [
      stopAt === null ? '' : ` (worker stopped at ${stopAt} ms)`,
      this.filled ? ' (stores full)' : '',
      unclicked ? ' (the click failed)' : '',
    ];
    const end = await this.askPopup(met);
    this.tally[end].push(scam.name + how.join(''));
    console.log(`${this.rig.kind}: ${end}: ${this.tally[end].at(-1) ?? ''}`);
    if (end === 'missed') console.log(`  left over: ${await leftOver(this.rig, address)}`);
  }

  /** What becomes of a scam of which nothing was said. The popup wakes the worker, too, which may then say it. */
  private async askPopup(met: Met): Promise<'closedByPopup' | 'closedLate' | 'missed'> {
    if (await popupClosesSilent(this.rig, met.address)) return 'closedByPopup';
    return (await comesTrue(DEALT_WITH_MS, () => this.closeIfWarned(met))) ? 'closedLate' : 'missed';
  }

  private async hasGone(met: Met): Promise<boolean> {
    return hasGone(met, await tabsOf(this.rig), await casesOf(this.rig));
  }

  /** What the person does who is warned. @returns whether the page has gone. */
  private async closeIfWarned(met: Met): Promise<boolean> {
    if (await this.hasGone(met)) return true;
    const found = caseAbout(met, await casesOf(this.rig), /warned|stuck/);
    if (!found && !this.filled) return false;
    if (found && this.presses >= PRESSES) {
      await this.rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${found.id}' })`);
      if (this.presses++ === PRESSES) this.tally.byMessage += 1;
      return false;
    }
    if (!(await pressOnWarning(this.rig, met, found?.id))) return false;
    this.presses += 1;
    return comesTrue(PRESSED_MS, () => this.hasGone(met));
  }

  private async readHonest({ name }: SoakPage, address: string, stopAt: number | null): Promise<void> {
    const page = await this.rig.open(address);
    const tabId = await this.comeTo(address, stopAt);
    await sleep(READ_MS);
    this.open.push({ page, address, name, tabId });
    if (this.random() >= this.shares.crashes) return;
    const victim = this.open[Math.floor(this.random() * this.open.length)];
    if (!victim) return;
    // One that has gone meanwhile cannot.
    if (await crashPage(this.rig, victim.page).catch(() => false)) this.tally.crashes += 1;
  }

  /** Fills both stores to the brim until the tabs are tidied: what has to be written then is not. */
  private async fillStores(): Promise<void> {
    const full = await Promise.all([fillStore(this.rig, 'session'), fillStore(this.rig, 'local')]);
    this.filled = true;
    if (full.includes(true)) this.tally.fills += 1;
  }

  private async emptyStores(): Promise<void> {
    await Promise.all([emptyStore(this.rig, 'session'), emptyStore(this.rig, 'local')]);
    this.filled = false;
  }

  private async lookAtOpenTabs(): Promise<void> {
    // By their ids: a tab that crashed is there, whatever address the browser gives it.
    const ids = new Set((await tabsOf(this.rig)).map(({ id }) => id));
    for (const { tabId, name } of this.open) if (!ids.has(tabId)) this.tally.honestClosed.push(name);
    this.open = this.open.filter(({ tabId }) => ids.has(tabId));
  }

  private async tidy(): Promise<void> {
    const hosts = new Map(this.open.map(({ address, name }) => [new URL(address).hostname, name]));
    for (const { host } of await casesOf(this.rig)) {
      const name = hosts.get(host);
      if (name !== undefined) this.tally.honestWarned.push(name);
    }
    if (this.filled) await this.emptyStores();
    await this.rig.closeOthers();
    this.open = [];
    this.tally.memoryMb.push(memoryOf(this.rig.pid));
  }
}
