import { join } from 'node:path';
import type { BrowserKind, BrowserRig } from '../../rig/browser-rig';
import { ROOT } from '../../rig/dist';
import { launch } from '../../rig/launch';
import { folderSource, servePages, type PageServer } from '../../rig/page-server';
import { sleep } from '../../rig/processes';
import { stopWorker } from '../../rig/stop-worker';
import { headOf, rounded, type TimesResult } from './results';
import { CLOSED, FIRST, PRESSED, timeName, WARNED } from './targets';

/** What the extension's own tab saw of one page, times in ms since 1970; null where it did not come to that. */
interface Seen {
  opened: number;
  /** The words were painted (a page that blocks before its first paint has none). */
  visible: number | null;
  noticed: number | null;
  /** It was sure enough to close the page by itself. */
  decided: number | null;
  /** First paint of the warning in the tab in front. */
  warned: number | null;
  pressed: number | null;
  gone: number | null;
}

/** A page that is not closed by itself in this time is closed by the button, ms. */
const PATIENCE_MS = 3_000;
const LIMIT_MS = 15_000;

/** The part of the body below that looks what there is to see: `look`, and `press` for the button. */
const lookBody = (presses: boolean) => `
  const press = (caseId) => {
    if (seen.pressed !== null || seen.gone !== null) return;
    seen.pressed = Date.now();
    browser.runtime.sendMessage({ type: 'case-close', caseId });
  };
  const look = async () => {
    const all = Object.values(await browser.storage.session.get(null));
    const found = all.find((one) => one?.noticedAt && one.host.startsWith(host));
    if (!found) return;
    if (found.level === 'act') seen.decided ??= seen.noticed === null ? found.noticedAt : Date.now();
    seen.noticed ??= found.noticedAt;
    if (Date.now() - found.noticedAt > ${PATIENCE_MS}) press(found.id);
    view ??= browser.extension.getViews({ type: 'tab' })
      .find(({ location }) => location.pathname.includes('/warning/') && location.href.includes(found.id));
    if (!view || seen.warned !== null) return;
    const paint = () => view.performance.getEntriesByName('first-contentful-paint')[0];
    const painted = () => {
      if (!paint() || view.document.visibilityState !== 'visible') return;
      seen.warned = view.performance.timeOrigin + paint().startTime;
      if (${presses}) press(found.id);
    };
    new view.PerformanceObserver(painted).observe({ type: 'paint', buffered: true });
    painted();
  };`;

/**
 * Body of a function for the extension's own tab: opens `url`, watches until its tab is gone, presses the button
 * where the page is not closed by itself (at once if it `presses`). Follows storage and never asks the worker, so that only the page wakes it;
 * timers of a tab that is not in front may come a second late, so times are taken from events and paints.
 */
const watchBody = (url: string, presses: boolean) => `
  const seen = { opened: Date.now(), visible: null, noticed: null, decided: null, warned: null, pressed: null, gone: null };
  const host = new URL(${JSON.stringify(url)}).hostname;
  let tabId = -1, view, over;
  const gone = new Promise((done) => { over = done; });
  const onRemoved = (id) => { if (id === tabId) { seen.gone = Date.now(); over(); } };
  // A tab that is discarded before it is closed goes on under another id.
  const onReplaced = (added, removed) => { if (removed === tabId) tabId = added; };
  browser.tabs.onReplaced?.addListener(onReplaced);
  ${lookBody(presses)}
  const onChanged = () => look().catch(() => undefined);
  browser.storage.onChanged.addListener(onChanged);
  browser.tabs.onRemoved.addListener(onRemoved);
  tabId = (await browser.tabs.create({ url: ${JSON.stringify(url)} })).id;
  for (const end = Date.now() + ${LIMIT_MS}; seen.gone === null && Date.now() < end; ) {
    await onChanged();
    await Promise.race([gone, new Promise((done) => setTimeout(done, 50))]);
  }
  browser.tabs.onRemoved.removeListener(onRemoved);
  browser.tabs.onReplaced?.removeListener(onReplaced);
  browser.storage.onChanged.removeListener(onChanged);
  return seen;`;

/** When words could be read: the page tells its server. */
const TELL_PAINT = `<script>new PerformanceObserver((list) => { for (const one of list.getEntriesByName('first-contentful-paint'))
  navigator.sendBeacon('/painted?at=' + (performance.timeOrigin + one.startTime)) }).observe({ type: 'paint', buffered: true })</script>`;

/** Serves the pages of the end-to-end tests; those that are painted tell when. */
async function serve(painted: Map<string, number>): Promise<PageServer> {
  const files = folderSource(join(ROOT, 'tests/pages/e2e'));
  return servePages(async (request) => {
    if (request.path === '/painted') {
      painted.set(request.site, Number(request.query.get('at')));
      return '';
    }
    const file = await files(request);
    if (typeof file !== 'object' || request.path !== '/words-only-locker.html') return file;
    return { ...file, body: file.body.toString().replace('</title>', `</title>${TELL_PAINT}`) };
  });
}

async function clear(rig: BrowserRig): Promise<void> {
  await rig.closeOthers();
  await rig.ask(
    `const all = await browser.storage.session.get(null);
     await browser.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('case:')))`,
  );
}

/** Closed by itself. In Firefox a loop that begins while the page is parsed waits behind the warning (docs/locks.md). */
const TRAPS: Record<BrowserKind, string> = {
  chromium: 'alert-loop.html',
  firefox: 'alert-after-load.html',
};

/** The state of the worker when the page comes, and the page. */
const scenesOf = (kind: BrowserKind) => [
  { page: TRAPS[kind], asleep: false, presses: false },
  { page: TRAPS[kind], asleep: true, presses: false },
  { page: 'words-only-locker.html', asleep: false, presses: true },
  { page: 'words-only-locker.html', asleep: true, presses: true },
];

function addTimes(times: Record<string, number[]>, seen: Seen, asleep: boolean): void {
  const add = (what: string, from: number | null, to: number | null) => {
    if (from !== null && to !== null) (times[timeName(what, asleep)] ??= []).push(rounded(to - from, 1));
  };
  if (seen.pressed === null) {
    add(CLOSED, seen.decided, seen.gone);
    add(FIRST, seen.noticed, seen.gone);
  }
  add(PRESSED, seen.pressed, seen.gone);
  add(WARNED, seen.visible, seen.warned);
}

/** Lets each scene happen `count` times in one browser. */
export async function runClosing(kind: BrowserKind, count: number): Promise<TimesResult> {
  const painted = new Map<string, number>();
  const server = await serve(painted);
  const rig = await launch(kind);
  const times: Record<string, number[]> = {};
  let missed = 0;
  for (let round = 0; round < count; round += 1) {
    for (const [index, { page, asleep, presses }] of scenesOf(kind).entries()) {
      const site = `closing-${round}-${index}`;
      if (asleep) await stopWorker(rig);
      await sleep(asleep ? 500 : 100);
      const seen = await rig.ask<Seen>(watchBody(server.address(site, `/${page}`), presses));
      seen.visible = painted.get(site) ?? null;
      if (seen.gone === null) missed += 1;
      addTimes(times, seen, asleep);
      await clear(rig);
    }
    console.log(
      `${kind} closing: round ${round + 1} of ${count}, ${missed} not closed in ${LIMIT_MS / 1000} s`,
    );
  }
  const { version } = rig;
  await rig.close();
  server.close();
  return { kind: 'closing', ...headOf(kind, version, 'closing', count), times, missed };
}
