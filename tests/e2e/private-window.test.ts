import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserRig } from '../rig/browser-rig';
import type { Firefox } from '../rig/firefox';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { ALERT_LOOP, comesTrue, GUIDE, KINDS, WARNING } from './browsing';

/** Words of the locker, as the journal keeps them. */
const WORDS = ['Windows Defender', 'Trojan', '555-0142'];
/** All of it that could be kept. */
const TRACES = ['private-room', ...WORDS, '5550142'];

/** All that the extension has written anywhere. */
interface Written {
  /** As one text. */
  all: string;
  /** How many rows the journal has, its pictures too: these hold no word that could be looked for. */
  rows: number;
}

/** Body for ask: a Written. */
const ALL_STORES = `
  const names = await indexedDB.databases();
  let count = 0;
  const journal = await Promise.all(names.map(({ name }) => new Promise((done, fail) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = async () => {
      const db = opening.result, rows = {};
      for (const store of db.objectStoreNames) {
        const asking = db.transaction(store).objectStore(store).getAll();
        rows[store] = await new Promise((ready) => { asking.onsuccess = () => ready(asking.result) });
        count += rows[store].length;
      }
      db.close();
      done(rows);
    };
  })));
  const all = JSON.stringify([
    await browser.storage.local.get(null),
    await browser.storage.session.get(null),
    await browser.storage.sync.get(null),
    await browser.declarativeNetRequest.getDynamicRules(),
    await browser.declarativeNetRequest.getSessionRules(),
    journal,
  ]);
  return { all, rows: count }`;

/** Opens an address in a private window. */
async function openPrivate(rig: BrowserRig, url: string): Promise<void> {
  if (rig.kind === 'firefox')
    await (rig as Firefox).chrome(`
      const win = OpenBrowserWindow({ private: true });
      await new Promise((done) => win.addEventListener('load', done, { once: true }));
      await win.delayedStartupPromise;
      win.gBrowser.selectedTab = win.gBrowser.addTab(${JSON.stringify(url)},
        { triggeringPrincipal: Services.scriptSecurityManager.createNullPrincipal({ privateBrowsingId: 1 }) });`);
  else await rig.ask(`await browser.windows.create({ incognito: true, url: ${JSON.stringify(url)} })`);
}

describe.each(KINDS)('a private window in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(() => ALERT_LOOP);
    rig = await launch(kind, { privateAllowed: true });
    const allowed = await rig.ask<boolean>('return browser.extension.isAllowedIncognitoAccess()');
    expect(allowed, 'allowed in private windows').toBe(true);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  it('the scam is noticed and closed there, and nothing of it is written down', async () => {
    await openPrivate(rig, server.address('private-room', '/locker'));
    const cases = () =>
      rig.ask<{ id: string; incognito: boolean; state: string }[]>(
        `return Object.entries(await browser.storage.session.get(null))
          .filter(([key]) => key.startsWith('case:')).map(([, found]) => found)`,
      );
    expect(await comesTrue(12_000, async () => (await cases()).length > 0), 'noticed').toBe(true);
    const [found] = await cases();
    expect(found?.incognito).toBe(true);
    await expectNoTrace();
    await rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${found?.id ?? ''}' })`);
    expect(
      await comesTrue(10_000, async () => (await cases()).every(({ state }) => state === 'closed')),
    ).toBe(true);
    const left = `return (await browser.tabs.query({})).filter(({ url }) => (url ?? '').includes('private-room')).length`;
    expect(await rig.ask<number>(left), 'its tab is gone').toBe(0);
    await sleep(1_000);
    await expectNoTrace();
    await expectGuideKeepsNothing(found?.id ?? '');
    // The guard stands after it, until the browser ends: the time alone, and not on the disk.
    const times = (area: string) =>
      rig.ask<object[]>(`return (await browser.storage.${area}.get('scam-times'))['scam-times'] ?? []`);
    expect(await times('local')).toEqual([]);
    expect(await times('session')).toEqual([{ at: expect.any(Number) as number, entry: null }]);
  });

  // What the test before looks for would be found there.
  it('while the same in an ordinary window stands in the journal', async () => {
    await openOrdinary(server.address('ordinary-room', '/locker'));
    const about = (): Promise<string | undefined> =>
      rig
        .ask<string>(
          `const all = Object.values(await browser.storage.session.get(null));
        const found = all.find((one) => one?.host === 'ordinary-room.localhost' && one.state);
        return found?.id ?? ''`,
        )
        .then((known) => known || undefined);
    const id = await until(12_000, about);
    expect(id, 'noticed').toBeDefined();
    await rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${id}' })`);
    const found = async (): Promise<boolean> => {
      const { all, rows } = await rig.ask<Written>(ALL_STORES);
      return rows > 0 && ['ordinary-room', ...WORDS].every((trace) => all.includes(trace));
    };
    expect(await comesTrue(10_000, found), 'written down').toBe(true);
  });

  // Chromium opens no page of ours there, and shows one of its own (docs/browser-facts.md).
  it('the address of that one does not come back there', async () => {
    await openPrivate(rig, server.address('ordinary-room', '/locker'));
    const held = `${rig.base}${WARNING}?blocked=1`;
    const tabId = (): Promise<number | undefined> =>
      rig
        .ask<number>(
          `const open = await browser.tabs.query({});
        const tab = open.find(({ incognito, url }) => incognito && (url ?? '').startsWith('${held}'));
        return tab?.id ?? 0`,
        )
        .then((id) => id || undefined);
    const id = await until(8_000, tabId);
    const frame = `return (await browser.webNavigation.getFrame({ tabId: ${id}, frameId: 0 }))?.url ?? ''`;
    expect(await rig.ask(frame)).toEqual(kind === 'firefox' ? expect.stringContaining(held) : '');
  });

  /** Not where the private window is in front. */
  const openOrdinary = (url: string): Promise<unknown> =>
    rig.ask(`const ordinary = (await browser.windows.getAll()).find(({ incognito }) => !incognito);
      await browser.tabs.create({ windowId: ordinary.id, url: ${JSON.stringify(url)} })`);

  /** Opened in an ordinary window for the page that was closed, without a press. */
  async function expectGuideKeepsNothing(caseId: string): Promise<void> {
    const about = `${rig.base}${GUIDE}?case=${caseId}`;
    await openOrdinary(about);
    const guide = await until(8_000, () => rig.find(about));
    const tells = `document.querySelector('.case') !== null`;
    const told = async (): Promise<boolean> => guide !== undefined && rig.inPage<boolean>(guide, tells);
    expect(await comesTrue(20_000, told), 'the guide tells of it').toBe(true);
    await sleep(1_000);
    const kept = await rig.ask<object>('return await browser.storage.local.get(null)');
    expect(kept).not.toHaveProperty('guideProgress');
    expect(caseId).not.toBe('');
    expect(JSON.stringify(kept)).not.toContain(caseId);
    await expectNoTrace();
  }

  async function expectNoTrace(): Promise<void> {
    const { all, rows } = await rig.ask<Written>(ALL_STORES);
    expect(all).toContain('case:'); // it does look into the stores
    expect(TRACES.filter((trace) => all.includes(trace))).toEqual([]);
    expect(rows, 'in the journal').toBe(0);
  }
});
