/** What the extension's own tab saw of one page, times in ms since 1970; null where it did not come to that. */
export interface Seen {
  opened: number;
  /** The page was about to open its first dialog, by its own clock. */
  acted: number | null;
  /** The words were painted (a page that blocks before its first paint has none). */
  visible: number | null;
  /** By the worker, which has started by then. */
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
/** Longer no page is watched, ms. */
export const LIMIT_MS = 15_000;

/** The part of the body below that looks what there is to see: `look`, and `press` for the button. */
const lookBody = (presses: boolean) => `
  const press = (caseId) => {
    if (seen.pressed !== null || seen.gone !== null) return;
    seen.pressed = Date.now();
    browser.runtime.sendMessage({ type: 'case-close', caseId });
  };
  const look = () => {
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
export const watchBody = (url: string, presses: boolean) => `
  const seen = { opened: Date.now(), acted: null, visible: null, noticed: null, decided: null, warned: null, pressed: null, gone: null };
  const host = new URL(${JSON.stringify(url)}).hostname;
  let tabId = -1, found, view, over;
  const gone = new Promise((done) => { over = done; });
  const onRemoved = (id) => { if (id === tabId) { seen.gone = Date.now(); over(); } };
  // A tab that is discarded before it is closed goes on under another id.
  const onReplaced = (added, removed) => { if (removed === tabId) tabId = added; };
  browser.tabs.onReplaced?.addListener(onReplaced);
  ${lookBody(presses)}
  // What changed is told with it: to read the whole store each time would keep this process, in which the warning loads, busy.
  const onChanged = (changes) => {
    for (const { newValue: one } of Object.values(changes)) if (one?.noticedAt && one.host.startsWith(host)) found = one;
    look();
  };
  browser.storage.onChanged.addListener(onChanged);
  browser.tabs.onRemoved.addListener(onRemoved);
  tabId = (await browser.tabs.create({ url: ${JSON.stringify(url)} })).id;
  for (const end = Date.now() + ${LIMIT_MS}; seen.gone === null && Date.now() < end; ) {
    look();
    await Promise.race([gone, new Promise((done) => setTimeout(done, 50))]);
  }
  browser.tabs.onRemoved.removeListener(onRemoved);
  browser.tabs.onReplaced?.removeListener(onReplaced);
  browser.storage.onChanged.removeListener(onChanged);
  return seen;`;
