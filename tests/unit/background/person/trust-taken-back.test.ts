import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

type Listener = (changes: object, area: string) => void;

const settingsOf = (hosts: string[]) => ({
  version: 1,
  trustedSites: hosts.map((host) => ({ host, since: 1, why: 'options' })),
});

/** A person who trusts two sites, with a tab of each and one of a third open. */
async function start() {
  const { fake } = await startWorker();
  const listeners: Listener[] = [];
  Object.assign(fake.api.storage.onChanged, { addListener: (one: Listener) => listeners.push(one) });
  fake.stores.local.set('settings', settingsOf(['bread.test', 'cake.test']));
  const tabs = ['http://bread.test/a', 'http://cake.test/', 'http://third.test/'].map((url) =>
    fake.addTab(url),
  );
  const { watchTrustTakenBack } = await import('../../../../src/background/person/trust-taken-back');
  const { whyLeftAlone } = await import('../../../../src/background/state/trust');
  watchTrustTakenBack();
  const sent = vi.spyOn(fake.api.tabs, 'sendMessage') as unknown as { mock: { calls: unknown[][] } };
  const change = async (newValue: unknown, area = 'local') => {
    const oldValue = fake.stores.local.get('settings');
    fake.stores.local.set('settings', newValue);
    for (const tell of listeners) tell({ settings: { oldValue, newValue } }, area);
    await new Promise((done) => setTimeout(done, 1_000));
  };
  /** The administrator's values are others now. */
  const manage = async (newValue: Record<string, unknown>) => {
    const oldValue = fake.stores.local.get('policyCopy');
    Object.assign(fake.api.storage.managed, { get: () => Promise.resolve(newValue) });
    fake.stores.local.set('policyCopy', newValue);
    for (const tell of listeners) tell({ policyCopy: { oldValue, newValue } }, 'local');
    await new Promise((done) => setTimeout(done, 1_000));
  };
  return { fake, ids: tabs.map(({ id }) => id), change, manage, whyLeftAlone, sent };
}

describe('trust that is taken back from a site', () => {
  it('has its open pages look again, and no other', async () => {
    const { ids, change, whyLeftAlone, sent } = await start();
    expect(await whyLeftAlone('http://bread.test/a', 5)).toEqual({ why: 'trusted' });
    await change(settingsOf(['cake.test']));
    expect(sent.mock.calls).toEqual([[ids[0], { type: 'look-again' }]]);
    expect(await whyLeftAlone('http://bread.test/a', 5)).toBeNull();
  });

  it('with all settings at once, too', async () => {
    const { ids, change, sent } = await start();
    await change(undefined);
    expect(sent.mock.calls.map(([id]) => id)).toEqual([ids[0], ids[1]]);
  });

  it('is none where a site is added, another setting changed, or another store', async () => {
    const { change, sent } = await start();
    await change(settingsOf(['bread.test', 'cake.test', 'third.test']));
    await change({ ...settingsOf(['bread.test', 'cake.test', 'third.test']), textSize: 150 });
    await change(settingsOf([]), 'sync');
    expect(sent.mock.calls).toEqual([]);
  });
});

describe('trust that an administrator takes back', () => {
  it('from one site has its open pages look again', async () => {
    const { ids, manage, whyLeftAlone, sent } = await start();
    await manage({ trustedSites: ['third.test', 'fourth.test'] });
    expect(await whyLeftAlone('http://third.test/', 5)).toEqual({ why: 'trusted' });
    expect(sent.mock.calls).toEqual([]);
    await manage({ trustedSites: ['https://fourth.test/'] });
    expect(sent.mock.calls).toEqual([[ids[2], { type: 'look-again' }]]);
    expect(await whyLeftAlone('http://third.test/', 5)).toBeNull();
  });

  it('from all that people trust, by locking it, has those pages look again', async () => {
    const { ids, manage, whyLeftAlone, sent } = await start();
    await manage({ lockedSettings: ['trustedSites'] });
    expect(sent.mock.calls.map(([id]) => id)).toEqual(expect.arrayContaining([ids[0], ids[1]]));
    expect(await whyLeftAlone('http://bread.test/a', 5)).toBeNull();
  });

  it('is none where another of the values has changed', async () => {
    const { manage, sent } = await start();
    await manage({ trustedSites: ['third.test'], lockedSettings: ['trustedSites'] });
    sent.mock.calls.length = 0;
    await manage({
      trustedSites: ['third.test'],
      lockedSettings: ['trustedSites', 'keepDays'],
      keepDays: 30,
    });
    expect(sent.mock.calls).toEqual([]);
  });
});
