import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

let fake: BrowserWithStorage;
let holder: Promise<unknown>;

/** The browser's locks: one name, one holder at a time, whichever page asks. */
const locks = {
  async request(_name: string, { signal }: { signal: AbortSignal }, run: () => Promise<unknown>) {
    const aborted = new Promise((_, stop) => {
      const end = (): void => stop(new DOMException('Too late.', 'TimeoutError'));
      if (signal.aborted) end();
      else signal.addEventListener('abort', end);
    });
    const free = holder;
    const mine = Promise.race([free, aborted]).then(run);
    holder = mine.then(
      () => undefined,
      () => free,
    );
    return mine;
  },
};

/** One of our pages, or the worker: each has its own copy of the module. */
async function openPage() {
  vi.resetModules();
  return import('../../../src/storage/settings-store');
}

const stored = () => fake.storage.local.items.settings;

beforeEach(() => {
  fake = browserWithStorage();
  held.browser = fake;
  holder = Promise.resolve();
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('two of our pages that save at the same moment', () => {
  it('lose neither change', async () => {
    const [options, guide, worker] = [await openPage(), await openPage(), await openPage()];
    await Promise.all([
      options.saveSettings({ keepDays: 9 }),
      guide.saveSettings({ textSize: 150 }),
      worker.trustSite('bakery.example', 'popup'),
      options.saveSettings({ screenshots: false }),
    ]);
    expect(stored()).toMatchObject({ keepDays: 9, textSize: 150, screenshots: false });
    expect((await worker.loadSettings()).trustedSites.map(({ host }) => host)).toEqual(['bakery.example']);
  });

  it('goes on where the first could not store', async () => {
    const [options, guide] = [await openPage(), await openPage()];
    const set = vi.spyOn(fake.storage.local, 'set').mockRejectedValueOnce(new Error('quota'));
    const first = options.saveSettings({ keepDays: 9 });
    const second = guide.saveSettings({ textSize: 150 });
    await expect(first).rejects.toThrow('quota');
    await second;
    expect(stored()).toEqual({ version: 1, textSize: 150 });
    expect(set, 'not tried twice').toHaveBeenCalledTimes(2);
  });
});

describe('a page that cannot have the lock', () => {
  it('stores all the same, when another page never gives it back', async () => {
    const given = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(given.signal);
    holder = new Promise(() => undefined);
    const saving = (await openPage()).saveSettings({ keepDays: 9 });
    await settled();
    expect(stored(), 'it waits').toBeUndefined();
    given.abort();
    await saving;
    expect(stored()).toEqual({ version: 1, keepDays: 9 });
  });

  it('stores all the same, in a browser without locks', async () => {
    vi.stubGlobal('navigator', {});
    await (await openPage()).saveSettings({ keepDays: 9 });
    expect(stored()).toEqual({ version: 1, keepDays: 9 });
  });
});
