import { beforeEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ firefox: true }));
const reload = vi.hoisted(() => vi.fn());
const query = vi.hoisted(() => vi.fn());
const onUpdateAvailable = vi.hoisted(() => ({ addListener: vi.fn<(listener: () => void) => void>() }));
vi.mock('../../../src/browser/api', () => ({
  browser: { runtime: { getURL: () => 'moz-extension://us/', onUpdateAvailable, reload }, tabs: { query } },
}));
vi.mock('../../../src/browser/target', () => ({
  get IS_FIREFOX() {
    return world.firefox;
  },
}));
const { watchUpdates } = await import('../../../src/background/update');

beforeEach(() => {
  vi.clearAllMocks();
  world.firefox = true;
});

/** An update has come while these tabs are open. */
async function comes(...addresses: string[]): Promise<void> {
  query.mockResolvedValue(addresses.map((url) => ({ url })));
  watchUpdates();
  onUpdateAvailable.addListener.mock.calls[0]?.[0]();
  await vi.waitFor(() => expect(query).toHaveBeenCalled());
  await Promise.resolve();
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
});

it('Chromium waits by itself', () => {
  world.firefox = false;
  watchUpdates();
  expect(onUpdateAvailable.addListener).not.toHaveBeenCalled();
});
