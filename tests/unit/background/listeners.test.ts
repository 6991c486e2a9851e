import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { delay } from '../../../src/async/within';

const world = vi.hoisted(() => ({
  listeners: {} as Record<string, ((...told: unknown[]) => void)[]>,
  done: [] as string[],
  answers: {} as Record<string, () => Promise<unknown>>,
}));

/** Any part of the browser: an event takes listeners, a call answers with nothing unless it is told what. */
function part(name: string): unknown {
  return new Proxy(() => world.answers[name]?.() ?? Promise.resolve(undefined), {
    get: (_target, key) =>
      key === 'addListener'
        ? (listener: () => void) => (world.listeners[name] ??= []).push(listener)
        : part(`${name}.${String(key)}`),
  });
}
const noted = (name: string) => () => Promise.resolve(void world.done.push(name));
const carryPausesOn = vi.hoisted(() => vi.fn(() => Promise.resolve()));
const endKeptPauses = vi.hoisted(() => vi.fn(() => Promise.resolve()));
const closeRestored = vi.hoisted(() => vi.fn());
const welcome = vi.hoisted(() => vi.fn(() => Promise.resolve()));
const noteReplaced = vi.hoisted(() => vi.fn(() => Promise.resolve()));

vi.mock('../../../src/browser/api', () => ({ browser: part('browser') }));
vi.mock('../../../src/background/person/menus', () => ({ makeMenus: noted('menus'), onMenu: noted('menu') }));
vi.mock('../../../src/background/close/restored-tabs', () => ({ closeRestored }));
vi.mock('../../../src/background/housekeeping', () => ({
  DAILY_ALARM: 'daily',
  housekeeping: noted('housekeeping'),
  setDaily: noted('daily'),
}));
vi.mock('../../../src/background/resume', () => ({ resume: noted('resume') }));
vi.mock('../../../src/background/display/welcome', () => ({ welcome }));
vi.mock('../../../src/background/person/trust-taken-back', () => ({ watchTrustTakenBack: noted('trust') }));
vi.mock('../../../src/background/watch/heartbeat', () => ({ resumeWatches: noted('watches') }));
vi.mock('../../../src/background/state/trust', () => ({ whyLeftAlone: noted('rest'), carryPausesOn, PAUSE_ALARM: 'pause' })); // prettier-ignore
vi.mock('../../../src/background/state/kept-pauses', () => ({
  dropStalePauses: noted('stale'),
  endKeptPauses,
}));
vi.mock('../../../src/storage/settings-sync', () => ({ settleSync: noted('settle'), watchSync: noted('sync') })); // prettier-ignore
vi.mock('../../../src/background/hold-back/held-addresses', () => ({ watchTrust: noted('blocks') }));
vi.mock('../../../src/background/inbox', () => ({ hear: noted('inbox') }));
vi.mock('../../../src/background/judge/judge-tab', () => ({ judgeTab: noted('judge') }));
vi.mock('../../../src/background/guard/guard', () => ({ guardNavigation: noted('guard') }));
vi.mock('../../../src/background/person/commands', () => ({ onCommand: noted('command') }));
vi.mock('../../../src/background/judge/auth-prompt', () => ({ watchAuthPrompts: noted('prompts') }));
vi.mock('../../../src/background/family/opened-tabs', () => ({}));
vi.mock('../../../src/background/family/replaced-tab', () => ({ noteReplaced }));
vi.mock('../../../src/browser/all-sites', () => ({ hasAllSites: noted('sites') }));
vi.mock('../../../src/background/display/toolbar', () => ({ showState: noted('button') }));

beforeEach(() => void closeRestored.mockImplementation(noted('restored')));

it('sees from its first moment when trust is taken back', async () => {
  await import('../../../src/background/service-worker');
  expect(world.done).toContain('trust');
});

it('hears that the browser has given a tab another id', async () => {
  await import('../../../src/background/service-worker');
  for (const tell of world.listeners['browser.tabs.onReplaced'] ?? []) tell(8, 7);
  expect(noteReplaced.mock.calls).toEqual([[8, 7]]);
});

it('has the pauses outlive an update, and end with the start of the browser', async () => {
  await import('../../../src/background/service-worker');
  for (const reason of ['install', 'browser_update', 'chrome_update'])
    for (const tell of world.listeners['browser.runtime.onInstalled'] ?? []) tell({ reason });
  expect([carryPausesOn.mock.calls, endKeptPauses.mock.calls]).toEqual([[], []]);
  for (const tell of world.listeners['browser.runtime.onInstalled'] ?? []) tell({ reason: 'update' });
  for (const tell of world.listeners['browser.runtime.onStartup'] ?? []) tell();
  expect([carryPausesOn.mock.calls, endKeptPauses.mock.calls]).toEqual([[[]], [[]]]);
});

it('speaks the language of a browser that was started in another one: its menu is made anew', async () => {
  await import('../../../src/background/service-worker');
  world.done.length = 0;
  for (const tell of world.listeners['browser.runtime.onStartup'] ?? []) tell();
  await vi.waitFor(() => expect(world.done.sort()).toEqual(['housekeeping', 'menus', 'restored']));
});

it.each([
  ['install', false],
  ['update', true],
  ['chrome_update', false],
  ['browser_update', false],
])('leaves tabs that are awake alone when it is told of its %s: %s', async (reason, onlyAsleep) => {
  await import('../../../src/background/service-worker');
  for (const tell of world.listeners['browser.runtime.onInstalled'] ?? []) tell({ reason });
  await vi.waitFor(() => expect(closeRestored).toHaveBeenLastCalledWith({ onlyAsleep }));
});

describe('the welcome page', () => {
  beforeEach(() => {
    vi.useFakeTimers().setTimerTickMode('nextTimerAsync');
    world.answers['browser.storage.local.get'] = () => Promise.resolve({});
  });
  afterEach(() => {
    vi.useRealTimers();
    world.answers = {};
  });

  /** @returns what the page is told, and after how long (ms) */
  async function told(reason: string, policy: () => Promise<unknown>): Promise<[unknown[], number]> {
    world.answers['browser.storage.managed.get'] = policy;
    await import('../../../src/background/service-worker');
    welcome.mockClear();
    const from = performance.now();
    for (const tell of world.listeners['browser.runtime.onInstalled'] ?? []) tell({ reason });
    await vi.waitFor(() => expect(welcome).toHaveBeenCalled(), 60_000);
    return [welcome.mock.calls[0] ?? [], performance.now() - from];
  }

  it('is left out where an administrator wants none, also where the browser tells that seconds after its start', async () => {
    const [words] = await told('install', () => delay(5_000).then(() => ({ welcome: false })));
    expect(words).toEqual(['install', false]);
  });

  it.each([
    ['answers that there is none', () => Promise.resolve({})],
    ['refuses, as Firefox where there is none', () => Promise.reject(new Error('no managed storage'))],
  ])('comes at once where no administrator says anything: the browser %s', async (_what, policy) => {
    const [words, after] = await told('install', policy);
    expect(words).toEqual(['install', true]);
    expect(after).toBeLessThan(1_000);
  });

  it('comes in the end where the browser never answers', async () => {
    const [words, after] = await told('install', () => new Promise(() => undefined));
    expect(words).toEqual(['install', true]);
    expect(after).toBeLessThan(15_000);
  });

  it('is not waited for at an update, which has none', async () => {
    const [, after] = await told('update', () => new Promise(() => undefined));
    expect(after).toBeLessThan(1_000);
  });
});
