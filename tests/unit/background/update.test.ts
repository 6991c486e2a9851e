import { beforeEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ firefox: true }));
const reload = vi.hoisted(() => vi.fn());
const query = vi.hoisted(() => vi.fn());
const onUpdateAvailable = vi.hoisted(() => ({ addListener: vi.fn<(listener: () => void) => void>() }));
/** What is in storage.session. */
const kept = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock('../../../src/browser/api', () => {
  const found = (key: string | null): object =>
    key === null ? kept : Object.fromEntries(Object.entries(kept).filter(([name]) => name === key));
  const session = { get: (key: string | null) => Promise.resolve(found(key)) };
  const runtime = { getURL: () => 'moz-extension://us/', onUpdateAvailable, reload };
  const storage = { session, onChanged: { addListener: vi.fn() } };
  return { browser: { runtime, tabs: { query }, storage } };
});
vi.mock('../../../src/browser/target', () => ({
  get IS_FIREFOX() {
    return world.firefox;
  },
}));

beforeEach(() => {
  vi.clearAllMocks();
  vi.resetModules();
  world.firefox = true;
  for (const key of Object.keys(kept)) delete kept[key];
});

/** An update has come while these tabs are open. */
async function comes(...addresses: string[]): Promise<void> {
  query.mockResolvedValue(addresses.map((url) => ({ url })));
  const { watchUpdates } = await import('../../../src/background/update');
  watchUpdates();
  onUpdateAvailable.addListener.mock.calls[0]?.[0]();
  await vi.waitFor(() => expect(query).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('an update in Firefox', () => {
  it('comes at once where no page of ours is open', async () => {
    await comes('https://bread.example/');
    expect(reload).toHaveBeenCalledOnce();
  });

  it('waits where one is: somebody may be following the guide', async () => {
    await comes('https://bread.example/', 'moz-extension://us/src/ui/guide/guide.html');
    expect(reload).not.toHaveBeenCalled();
  });

  const pause = { all: null, hosts: [], privateHosts: [] };
  it.each<[string, string, unknown]>([
    ['everything is paused until the restart', 'pause:now', { ...pause, all: 'restart' }],
    ['everything is paused for an hour', 'pause:now', { ...pause, all: Date.now() + 1_800_000 }],
    ['a site is paused', 'pause:now', { ...pause, hosts: ['bread.example'] }],
    ['a scam stands', 'case:one', { id: 'one', state: 'warned' }],
    ['a scam is being closed', 'case:one', { id: 'one', state: 'closing' }],
    ['a scam of a private window is remembered', 'scam-times', [{ at: 1, entry: null }]],
  ])('waits while %s: that would end with it', async (_what, key, value) => {
    kept[key] = value;
    await comes('https://bread.example/');
    expect(reload).not.toHaveBeenCalled();
  });

  it.each<[string, string, unknown]>([
    ['the hour is over', 'pause:now', { ...pause, all: Date.now() - 1 }],
    ['the scam is gone', 'case:one', { id: 'one', state: 'closed' }],
  ])('comes where %s', async (_what, key, value) => {
    kept[key] = value;
    await comes('https://bread.example/');
    expect(reload).toHaveBeenCalledOnce();
  });
});

it('Chromium waits by itself', async () => {
  world.firefox = false;
  const { watchUpdates } = await import('../../../src/background/update');
  watchUpdates();
  expect(onUpdateAvailable.addListener).not.toHaveBeenCalled();
});
