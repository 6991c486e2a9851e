import { availableParallelism, loadavg } from 'node:os';
import { casesOf, type BrowserKind, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { memoryOfGroup } from '../rig/memory';
import { sleep, within } from '../rig/processes';
import type { CorpusPage } from './corpus';
import { isScam, type Row } from './row';
import { siteOf } from './replay';

const START_LIMIT_MS = 90_000;
const PAGE_LIMIT_MS = 70_000;
const ANSWER_LIMIT_MS = 6_000;
const MEMORY_LIMIT = 3_500_000_000;
/** After a first verdict the page gets this long to earn a harder one. */
const SETTLE_MS = 400;
/** A verdict without a page of ours by then is no warning. */
const SHOWN_LIMIT_MS = 5_000;

/** Notes when documents begin and when a page of ours about a case begins, in the extension's own page. */
const WATCH = `
  window.sfSeen = { begun: {}, shown: {} };
  browser.webNavigation.onCommitted.addListener((d) => {
    if (d.frameId !== 0) return;
    const { sfSeen } = window;
    const caseId = new URL(d.url).searchParams.get('case');
    if (d.url.startsWith(location.origin) && caseId) sfSeen.shown[caseId] ??= d.timeStamp;
    else sfSeen.begun[new URL(d.url).host] ??= d.timeStamp;
  });`;

interface Seen {
  begun: Record<string, number>;
  shown: Record<string, number>;
}

/** When the last recorded act of a stage came, in ms since its start. */
function lastAct(page: CorpusPage, stage: 'load' | 'click'): number {
  const times = page.trace.filter((entry) => entry.stage === stage).map(({ t }) => t);
  if (times.length === 0) return 0;
  return stage === 'load' ? Math.max(...times) : Math.max(...times) - Math.min(...times);
}

/** Processes that wait for each core while this tool has the machine to itself. */
const USUAL_LOAD = 2.5;
const SLOWEST = 3;

/**
 * How much longer (1 to 3 times) to look at a page on a busy machine: a warning that comes late is no miss.
 * @param load processes that ran or waited in the last minute, @param cores how many can run at once
 */
export function slowness(load = loadavg()[0] ?? 0, cores = availableParallelism()): number {
  return Math.min(Math.max(load / cores / USUAL_LOAD, 1), SLOWEST);
}

/** How long a person reads a box before they press OK, ms. */
const READS_MS = 900;
const BOXES = ['alert', 'confirm', 'prompt'];
/** More are not waited for: a page that opens them without end is told by then. */
const MOST_BOXES = 6;

/** How many boxes stood before the click: behind one no page goes on, and no click reaches it. */
export function boxesAtLoad(page: CorpusPage): number {
  return page.trace.filter(({ stage, api }) => stage === 'load' && BOXES.includes(api)).length;
}

/** How long to look at a page before and after the click, ms. The recorded click came about 3 s after load. */
export function watchTimes(page: CorpusPage): { load: number; click: number } {
  const clicked = page.click !== null || page.trace.some(({ stage }) => stage === 'click');
  const load = Math.max(clicked ? 3_000 : 1_300, lastAct(page, 'load') + 700);
  return {
    load: Math.min(load, 10_000),
    click: Math.min(Math.max(1_300, lastAct(page, 'click') + 700), 5_500),
  };
}

/** One browser that judges one page after the other and is started anew when a page has ruined it. */
export class Slot {
  private rig: BrowserRig | undefined;

  constructor(
    private readonly kind: BrowserKind,
    private readonly address: (site: string, path: string) => string,
  ) {}

  private async ready(): Promise<BrowserRig> {
    if (this.rig?.alive()) return this.rig;
    this.rig = await within(START_LIMIT_MS, 'browser start', launch(this.kind));
    await this.rig.ask(WATCH);
    return this.rig;
  }

  /** Version of the browser, '' before the first page. */
  get version(): string {
    return this.rig?.version ?? '';
  }

  /**
   * Judges one page; a page that jams or eats memory gives a quiet row with `trouble`, and the browser goes. It goes
   * too where it cannot be tidied after a verdict, which stands.
   */
  async judge(page: CorpusPage): Promise<Row> {
    let row: Row;
    try {
      row = await within(PAGE_LIMIT_MS, 'page', this.look(await this.ready(), page));
    } catch (error) {
      await this.close();
      return { ...emptyRow(page), trouble: error instanceof Error ? error.message : String(error) };
    }
    await within(ANSWER_LIMIT_MS, 'tidying', this.tidy()).catch(() => this.close());
    return row;
  }

  private async look(rig: BrowserRig, page: CorpusPage): Promise<Row> {
    const times = watchTimes(page);
    const url = this.address(siteOf(page.id), page.path);
    const { host } = new URL(url);
    const tab = await rig.open(url);
    const slow = slowness();
    const early = await this.watch(rig, host, times.load * slow);
    if (early) return rowOf(page, early, 'load');
    if (boxesAtLoad(page) > 0) return this.lookAnswering(rig, page, url);
    return this.afterClick(rig, page, tab);
  }

  private async afterClick(rig: BrowserRig, page: CorpusPage, tab: OpenPage): Promise<Row> {
    const { host } = new URL(tab.url);
    let unclicked = '';
    const failed = (error: unknown) => void (unclicked = `not clicked: ${String(error)}`);
    await within(ANSWER_LIMIT_MS, 'click', rig.click(tab)).catch(failed); // gone or jammed: the verdict tells
    const late = await this.watch(rig, host, watchTimes(page).click * slowness());
    if (late) return rowOf(page, late, 'click');
    return this.quietRow(rig, page, host, unclicked);
  }

  /** An honest page that never came, or was never clicked, says nothing about false alarms. */
  private async quietRow(rig: BrowserRig, page: CorpusPage, host: string, unclicked: string): Promise<Row> {
    if (isScam(page)) return emptyRow(page); // a scam that jams is quiet: missed
    const { begun } = await within(ANSWER_LIMIT_MS, 'extension', rig.ask<Seen>('return window.sfSeen'));
    if (begun[host] === undefined) return { ...emptyRow(page), trouble: 'the page never came' };
    if (unclicked === '' || !(await this.stillOpen(rig, host))) return emptyRow(page);
    return { ...emptyRow(page), trouble: unclicked };
  }

  private stillOpen(rig: BrowserRig, host: string): Promise<boolean> {
    const open = `return (await browser.tabs.query({})).some(({ url }) => url?.includes(${JSON.stringify(host)}))`;
    return within(ANSWER_LIMIT_MS, 'extension', rig.ask<boolean>(open));
  }

  /** A page that nothing was said of behind its box once more, by a person who presses OK and then clicks. */
  private async lookAnswering(rig: BrowserRig, page: CorpusPage, url: string): Promise<Row> {
    await this.tidy();
    const tab = await rig.openAnswering(url, READS_MS);
    const boxes = Math.min(boxesAtLoad(page), MOST_BOXES);
    const ms = watchTimes(page).load + boxes * READS_MS;
    const found = await this.watch(rig, new URL(url).host, ms * slowness());
    return found ? rowOf(page, found, 'click') : this.afterClick(rig, page, tab);
  }

  /** Waits at most `ms` for a case about `host`. */
  private async watch(rig: BrowserRig, host: string, ms: number): Promise<Finding | undefined> {
    const end = Date.now() + ms;
    while (Date.now() < end) {
      const first = await this.find(rig, host);
      if (first) {
        await sleep(SETTLE_MS);
        return this.untilShown(rig, host, first);
      }
      if (memoryOfGroup(rig.pid) > MEMORY_LIMIT) throw new Error('the page ate the memory');
      await sleep(100);
    }
    return undefined;
  }

  /** The finding once a page of ours stands for it, or after long enough without one. */
  private async untilShown(rig: BrowserRig, host: string, first: Finding): Promise<Finding> {
    const end = Date.now() + SHOWN_LIMIT_MS * slowness();
    let last = first;
    do {
      const again = await this.find(rig, host).catch(() => undefined);
      if (!again) return last; // the page took the browser along: the verdict stands
      last = again;
      if (last.warned) return last;
      await sleep(100);
    } while (Date.now() < end);
    return last;
  }

  private async find(rig: BrowserRig, host: string): Promise<Finding | undefined> {
    const cases = await within(ANSWER_LIMIT_MS, 'extension', casesOf(rig));
    const found = cases.find((item) => item.host === host || item.host === host.split(':')[0]);
    if (!found) return undefined;
    const { begun, shown } = await within(
      ANSWER_LIMIT_MS,
      'extension',
      rig.ask<Seen>('return window.sfSeen'),
    );
    const start = begun[host];
    const since = (at: number) => (start === undefined ? null : Math.max(0, Math.round(at - start)));
    const at = shown[found.id];
    const warned = at !== undefined;
    return { found, warned, ms: warned ? since(at) : null, verdictMs: since(found.noticedAt) };
  }

  private async tidy(): Promise<void> {
    await this.rig?.closeOthers();
    await this.rig?.ask(
      `const all = await browser.storage.session.get(null);
       await browser.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('case:')));
       window.sfSeen.begun = {}; window.sfSeen.shown = {};`,
    );
  }

  async close(): Promise<void> {
    await this.rig?.close().catch(() => undefined);
    this.rig = undefined;
  }
}

interface Finding {
  found: Awaited<ReturnType<typeof casesOf>>[number];
  /** A page of ours about it, warning or guide, was opened. */
  warned: boolean;
  ms: number | null;
  verdictMs: number | null;
}

function emptyRow({ id, class: group, language, kind }: CorpusPage): Row {
  return {
    id,
    class: group,
    language,
    kind,
    level: 'quiet',
    stage: null,
    ms: null,
    verdictMs: null,
    reasons: [],
  };
}

function rowOf(page: CorpusPage, { found, warned, ms, verdictMs }: Finding, stage: 'load' | 'click'): Row {
  const reasons = found.reasons.map(({ id }) => id);
  return { ...emptyRow(page), level: found.level, stage, warned, ms, verdictMs, reasons };
}
