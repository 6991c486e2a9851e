import { afterEach, beforeEach, vi } from 'vitest';

/** The watch over pages that should answer, with a browser of four calls and a clock of its own. */

/** Asked to judge a tab. */
const judged = vi.hoisted(() => vi.fn(() => Promise.resolve()));
/** What the session keeps. */
const session = vi.hoisted(() => ({}) as Record<string, unknown>);
/** Alarms that were set. */
const alarms = vi.hoisted(() => vi.fn(() => Promise.resolve()));
/** Asked to look again at a page. */
const ordered = vi.hoisted(() => vi.fn(() => Promise.resolve()));
/**
 * What happens while the browser is asked for the tab, how the page takes a question (a jammed one never does), and
 * whether its tab is the one in front.
 */
const browserIs = vi.hoisted(() => ({
  meanwhile: () => Promise.resolve(),
  page: () => new Promise<unknown>(() => undefined),
  inFront: true,
}));

vi.mock('../../../src/background/judge/judge-tab', () => ({ judgeTab: judged }));
vi.mock('../../../src/background/judge/orders', () => ({ askAgain: ordered }));
vi.mock('../../../src/background/watch/behind-warning', () => ({
  watchBehindWarning: () => Promise.resolve(),
}));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    storage: {
      session: {
        get: (key: string) => Promise.resolve(key in session ? { [key]: session[key] } : {}),
        set: (items: object) => Promise.resolve(void Object.assign(session, items)),
      },
    },
    alarms: { create: alarms, clear: () => Promise.resolve() },
    scripting: { executeScript: () => browserIs.page() },
    tabs: {
      get: async () => {
        await browserIs.meanwhile();
        return { active: browserIs.inFront };
      },
    },
  },
}));

export { alarms, browserIs, judged, ordered, session };
export const { beat, expectBeats, resumeWatches, endSilence } =
  await import('../../../src/background/watch/heartbeat');
export const { alarmCame } = await import('../../../src/background/watch/watch-alarm');
export const { newFrame } = await import('../../../src/background/state/documents');
export const { tabStates } = await import('../../../src/background/state/tab-state');

/** Longer than a page may be silent, ms. */
export const LONG_MS = 4_000;

beforeEach(() => {
  vi.useFakeTimers();
  browserIs.meanwhile = () => Promise.resolve();
  browserIs.page = () => new Promise(() => undefined);
  browserIs.inFront = true;
  judged.mockClear();
  ordered.mockClear();
});
afterEach(() => vi.useRealTimers());
