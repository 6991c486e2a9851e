import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEAT_MS } from '../../src/messages/content-messages';
import { casesOf, tabsOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { stopWorker } from '../rig/stop-worker';
import {
  ALERT_LOOP,
  comesTrue,
  fillSession,
  GUIDE,
  KINDS,
  middleOf,
  popupClosesSilent,
  tabsAt,
  WARNING,
  WORDS_ONLY,
} from './browsing';

/**
 * ms after the page was asked for at which the worker is stopped. Noticing, evidence and closing take place between
 * 50 and 900 ms on the machines of the tests, so that these points fall into every step of it. Before that nothing has
 * been told yet: what is lost then is told again by the page's next act or change (docs/reliability.md).
 */
const POINTS = Array.from({ length: 20 }, (_, index) => 130 + index * 45);

/** The same while a page is read and judged, before its warning stands. */
const UNWRITTEN = [160, 220, 280, 340];

/** Threatens a little, and asks for nothing: watched and in front, but not warned of. */
const THREAT = `<!doctype html><title>Help</title><h1>How the shop works</h1>
  <p>We repair bicycles and clocks. The shop opens at nine. Bring the part in a bag. We write a card for it.</p>
  <p>Windows found a virus. Your computer is locked.</p>
  <p>Parts come from the town. The bell is by the door. Coffee is on the table. Mind the step.</p>`;
/** Says nothing any more once it is behind the warning: the next worker has no words to notice it by. */
const FALLS_SILENT = `${WORDS_ONLY}<script>
  addEventListener('visibilitychange', () => document.body.replaceChildren('Thank you.'));</script>`;
/** Hangs once it is behind the warning: it can tell the next worker nothing, for longer than is waited for. */
const JAMS = `${WORDS_ONLY}<script>
  addEventListener('visibilitychange', () => { for (const end = Date.now() + 20_000; Date.now() < end;); });</script>`;
const COME_MS = 8_000;
/** No alarm comes sooner than after 30 s. */
const ALARM_MS = 36_000;
/** The warning asks how its case stands every 2 s. */
const ASKED_AGAIN_MS = 3_000;
/** What a closed tab starts in the worker is done. */
const SETTLED_MS = 500;

describe.each(KINDS)('the worker is stopped on the way in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(
      ({ path }) =>
        ({ '/words': WORDS_ONLY, '/threat': THREAT, '/silent': FALLS_SILENT, '/jams': JAMS })[path] ??
        ALERT_LOOP,
    );
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  /** A tab that was asked for has no address at first: it would look like one that was closed. */
  async function hasCome(address: string): Promise<boolean> {
    const { hostname } = new URL(address);
    return (
      (await tabsAt(rig, address)).length > 0 || (await casesOf(rig)).some(({ host }) => host === hostname)
    );
  }

  /** Closed, or told in a tab of ours that stands there: a case alone is nothing that a person sees. */
  async function isDealtWith(address: string): Promise<boolean> {
    const tabs = await tabsOf(rig);
    const { hostname } = new URL(address);
    if ((await tabsAt(rig, address)).length === 0) return true;
    const told = (await casesOf(rig)).filter(
      ({ host, state }) => host === hostname && /warned|stuck/.test(state),
    );
    return told.some(({ id, pageTabId }) =>
      tabs.some((tab) => tab.id === pageTabId && tab.url.includes(`?case=${id}`)),
    );
  }

  /** The worker had written down what the page told, before it was stopped: then an alarm starts the next one. */
  async function isWrittenDown(address: string): Promise<boolean> {
    const [tab] = await tabsAt(rig, address);
    return rig.ask<boolean>(`return 'tab:${tab?.id ?? -1}' in (await browser.storage.session.get(null))`);
  }

  /** The cases as they stand in the session, without their warning. */
  function writtenCases(): Promise<Record<string, object>> {
    return rig.ask(`const all = Object.entries(await browser.storage.session.get(null));
      const own = all.filter(([key]) => key.startsWith('case:'));
      return Object.fromEntries(own.map(([key, known]) => [key, { ...known, pageTabId: null }]))`);
  }

  it('at 20 points: the scam ends closed or reported, and the window is there', async () => {
    const lost: string[] = [];
    const needed: string[] = [];
    for (const [index, point] of POINTS.entries()) {
      const path = index % 2 === 0 ? '/locker' : '/words';
      const address = server.address(`stop-${point}`, path);
      await rig.open(address);
      await sleep(point);
      await stopWorker(rig);
      expect(await comesTrue(COME_MS, () => hasCome(address)), `${path} came (${point} ms)`).toBe(true);
      let dealtWith = await comesTrue(4_000, () => isDealtWith(address));
      if (!dealtWith && (await isWrittenDown(address)))
        dealtWith = await comesTrue(ALARM_MS, () => isDealtWith(address));
      if (!dealtWith) {
        // The first report was lost with the worker and the page waits in its dialog: then the popup says that the
        // page does not answer, and closes it.
        dealtWith =
          (await popupClosesSilent(rig, address)) || (await comesTrue(4_000, () => isDealtWith(address)));
        needed.push(`${path} at ${point} ms`);
      }
      if (!dealtWith) lost.push(`${path} at ${point} ms`);
      expect(rig.alive(), `the browser is open (${point} ms)`).toBe(true);
      await rig.closeOthers();
    }
    expect(lost).toEqual([]);
    expect(needed.length, `waited for the person: ${needed.join()}`).toBeLessThanOrEqual(5);
  }, 420_000);

  // Chance hardly ever stops it between a case and its warning, and a page that goes on is noticed anew.
  it('between the case and its warning: the next one warns, though the page can say nothing any more', async () => {
    await rig.closeOthers(); // a first try leaves its tab
    const address = server.address('unwarned', '/jams');
    await rig.open(address);
    const shown = async () => (await tabsOf(rig)).find(({ url }) => url.includes(WARNING));
    const first = await until(COME_MS, shown);
    expect(first, 'the warning came').toBeDefined();
    // The warning asks every 2 s and starts the worker: it goes first, and what it leaves is written over.
    const written = await writtenCases();
    await rig.ask(`await browser.tabs.remove(${first?.id ?? -1})`);
    await sleep(SETTLED_MS);
    await stopWorker(rig);
    // What was written down before the warning was opened.
    await rig.ask(`await browser.storage.session.set(${JSON.stringify(written)})`);
    await stopWorker(rig);
    await rig.ask(`await browser.runtime.sendMessage({ type: 'tab-status', tabId: -1 })`);
    // A page that goes on jamming is closed by itself, soon after its warning or in its place.
    expect(await comesTrue(COME_MS, () => isDealtWith(address)), 'warned of or closed').toBe(true);
    await rig.closeOthers();
  }, 60_000);

  it('where it can write nothing down, the scam is warned of all the same', async () => {
    await fillSession(rig);
    const lost: number[] = [];
    for (const point of UNWRITTEN) {
      const address = server.address(`unwritten-${point}`, '/words');
      await rig.open(address);
      await sleep(point);
      await stopWorker(rig);
      const warned = async () => (await tabsOf(rig)).some(({ url }) => url.includes(WARNING));
      if (!(await comesTrue(8_000, warned))) lost.push(point);
      await rig.closeOthers();
    }
    expect(lost).toEqual([]);
  }, 120_000);

  it('where it could write nothing down, the warning of the worker before closes the scam all the same', async () => {
    await rig.closeOthers(); // a first try leaves its tabs
    await fillSession(rig);
    const address = server.address('forgotten', '/silent');
    await rig.open(address);
    const inFront = async (file: string) =>
      (await tabsOf(rig)).find(({ active, url }) => active && url.includes(file))?.url;
    expect(await until(COME_MS, () => inFront(WARNING)), 'the warning came').toBeDefined();
    // What older cases and closed tabs leave makes room: what found a place there is taken out again.
    await rig.ask(`const all = Object.keys(await browser.storage.session.get(null));
      await browser.storage.session.remove(all.filter((key) => /^(?:case|tab):/.test(key)))`);
    await fillSession(rig);
    await stopWorker(rig);
    await sleep(ASKED_AGAIN_MS);
    const warning = await until(COME_MS, async () => {
      const shown = await inFront(WARNING);
      return shown === undefined ? undefined : ((await rig.find(shown)) ?? undefined);
    });
    if (!warning) throw new Error('No warning is in front.');
    await rig.click(warning, await middleOf(rig, warning, '#close-scam'));
    const gone = async () => (await tabsAt(rig, address)).length === 0;
    expect(await comesTrue(COME_MS, gone), 'one press closed it').toBe(true);
    expect(await until(COME_MS, () => inFront(GUIDE)), 'the guide follows').toBeDefined();
    await rig.closeOthers();
  }, 60_000);

  it('where it could write nothing down, the page tells the next worker what the last one knew', async () => {
    await rig.closeOthers(); // a first try leaves its tab
    await fillSession(rig);
    const address = server.address('unwritten', '/threat');
    await rig.open(address);
    const [tab] = await until(COME_MS, async () => {
      const tabs = await tabsAt(rig, address);
      return tabs.length > 0 ? tabs : undefined;
    }).then((tabs) => tabs ?? []);
    // The popup's question: how much of a scam the page is, which only its facts can tell.
    const isKnown = async () =>
      (
        await rig.ask<{ score: number }>(
          `return browser.runtime.sendMessage({ type: 'tab-status', tabId: ${tab?.id ?? -1} })`,
        )
      ).score > 0;
    expect(await comesTrue(COME_MS, isKnown), 'the first worker knows').toBe(true);
    // From here on the page has nothing new to tell: only its beats come.
    await sleep(3 * BEAT_MS);
    expect((await casesOf(rig)).map(({ host }) => host)).not.toContain(new URL(address).hostname);
    // What closed tabs had written goes late and makes room, and a beat may come just then.
    const key = `tab:${tab?.id ?? -1}`;
    const isUnwritten = async () => {
      await rig.ask(`await browser.storage.session.remove('${key}')`);
      await fillSession(rig);
      return rig.ask<boolean>(`return !('${key}' in (await browser.storage.session.get(null)))`);
    };
    expect(await comesTrue(COME_MS, isUnwritten), 'nothing is written down').toBe(true);
    await stopWorker(rig);
    expect(await comesTrue(COME_MS, isKnown), 'the second knows').toBe(true);
  }, 60_000);
});
