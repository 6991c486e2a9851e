import { delay, within } from '../../async/within';
import { browser } from '../../browser/api';
import { IS_FIREFOX } from '../../browser/target';

/** The four calls that closing needs; the tests put failing ones here. */
export interface CloseCalls {
  exists(tabId: number): Promise<boolean>;
  /** @returns the id the tab has afterwards (Chrome changes it), or null when it was refused. */
  discard(tabId: number): Promise<number | null>;
  remove(tabId: number): Promise<void>;
  /** Last resort: put a page of our own in its place. */
  replace(tabId: number): Promise<void>;
}

/** Measured: a discard answers in 10 to 60 ms; a remove in 20 to 100 ms, or never. */
const CALL_LIMIT_MS = 400;
/** Measured: removes repeated within 400 ms are swallowed by Chrome's "Leave site?"; after 620 ms they work. */
const REPEAT_MS = 700;
const TRIES = 4;
const LOOK_MS = 15;

/** The real calls of this browser. */
const browserCalls: CloseCalls = {
  async exists(tabId) {
    const there = browser.tabs.get(tabId).then(
      () => true,
      () => false,
    );
    return within(there, CALL_LIMIT_MS, true);
  },
  async discard(tabId) {
    const tab = (await browser.tabs.discard(tabId)) as unknown as { id?: number } | undefined; // polyfill's type says void
    return tab?.id ?? null;
  },
  remove: (tabId) => browser.tabs.remove(tabId),
  async replace(tabId) {
    await browser.tabs.update(tabId, { url: browser.runtime.getURL('src/ui/guide/guide.html') });
  },
};

/** How a tab is closed; the tests put other calls, and shorter times, here. */
interface Closing {
  calls?: CloseCalls;
  firefox?: boolean;
  repeatMs?: number;
  /** Asked before each further try: whether the tab is to go still. Never rejects. */
  isWanted?: () => Promise<boolean>;
}

/**
 * Closes a tab the way that was measured to get past "Leave this page?": Chrome discards it first
 * (no unload handlers run), Firefox asks twice without waiting. Then looks, and repeats.
 * The caller has opened another page before, so that the window survives.
 * @returns 'closed'; 'stuck' when the tab is still there after every try; 'left' where it was not to go any more.
 */
export async function closeTab(tabId: number, closing: Closing = {}): Promise<'closed' | 'stuck' | 'left'> {
  const { calls = browserCalls, firefox = IS_FIREFOX, repeatMs = REPEAT_MS } = closing;
  const { isWanted = () => Promise.resolve(true) } = closing;
  const ids = new Set([tabId]);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await delay(repeatMs);
    if (attempt > 0 && !(await isWanted())) return 'left';
    if (firefox) removeTwice(ids, calls);
    else await discardAndRemove(ids, calls);
    if (await goneWithin(ids, calls, CALL_LIMIT_MS)) return 'closed';
  }
  if (!(await isWanted())) return 'left';
  for (const id of ids) await within(calls.replace(id), CALL_LIMIT_MS, undefined);
  for (const id of ids) void calls.remove(id).catch(() => undefined);
  return (await goneWithin(ids, calls, repeatMs)) ? 'closed' : 'stuck';
}

async function discardAndRemove(ids: Set<number>, calls: CloseCalls): Promise<void> {
  for (const id of [...ids]) {
    let late = false;
    const discarding = calls.discard(id).then((after) => {
      if (after === null) return;
      ids.add(after);
      // The old id has gone by then, so nobody would look for the new one.
      if (late) void calls.remove(after).catch(() => undefined);
    });
    await within(discarding, CALL_LIMIT_MS, undefined);
    late = true;
  }
  for (const id of ids) void calls.remove(id).catch(() => undefined);
}

function removeTwice(ids: Set<number>, calls: CloseCalls): void {
  for (const id of ids) {
    // Not awaited: the first may hang behind "Leave page?", the second is what gets past it.
    void calls.remove(id).catch(() => undefined);
    void calls.remove(id).catch(() => undefined);
  }
}

/** Looks every LOOK_MS whether all tabs are gone, for at most `limitMs`. */
async function goneWithin(ids: Set<number>, calls: CloseCalls, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs; // the system clock may be put back meanwhile
  for (;;) {
    const there = await Promise.all([...ids].map((id) => calls.exists(id).catch(() => false)));
    if (there.every((one) => !one)) return true;
    if (performance.now() >= until) return false;
    await delay(LOOK_MS);
  }
}
