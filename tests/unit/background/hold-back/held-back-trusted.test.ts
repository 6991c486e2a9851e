import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

type Listener = (changes: object, area: string) => void;

/** A browser whose person trusts these hosts, and which holds these addresses back. */
async function start(trusted: string[], held: string[]) {
  const { fake, openCase } = await startWorker();
  const listeners: Listener[] = [];
  Object.assign(fake.api.storage.onChanged, { addListener: (one: Listener) => listeners.push(one) });
  const list = held.map((address, n) => ({
    ruleId: n + 1,
    address,
    caseId: `case-${n}`,
    at: Date.now(),
    exact: false,
  }));
  fake.stores.local.set('blockedAddresses', list);
  for (const { ruleId } of list)
    for (const rules of [fake.rules, fake.sessionRules]) rules.set(ruleId, { id: ruleId, condition: {} });
  const trust = (hosts: string[]): void => {
    const trustedSites = hosts.map((host) => ({ host, since: 1, why: 'options' }));
    fake.stores.local.set('settings', { version: 1, trustedSites });
    for (const tell of listeners) tell({ settings: {} }, 'local');
  };
  trust(trusted);
  const blocks = await import('../../../../src/background/hold-back/held-addresses');
  const standing = () => [[...fake.rules.keys()], [...fake.sessionRules.keys()]];
  return { fake, openCase, trust, standing, blocks };
}

const HELD = [
  'http://bread.test/a',
  'https://bread.test:8443/b',
  'http://www.bread.test/c',
  'http://scam.test/',
];

describe('what is held back on a site that comes to be trusted', () => {
  it('is let through as soon as the settings say so, on every port of that very host', async () => {
    const { fake, trust, standing, blocks } = await start([], HELD);
    blocks.watchTrust();
    trust(['bread.test']);
    await vi.waitFor(() =>
      expect(standing()).toEqual([
        [3, 4],
        [3, 4],
      ]),
    );
    expect(await blocks.heldAddressFor('https://bread.test:8443/b')).toBeNull();
    expect(await blocks.heldAddressFor('http://www.bread.test/c')).not.toBeNull();
    expect(fake.stores.local.get('blockedAddresses')).toHaveLength(2);
  });

  it('is let through by an administrator too', async () => {
    const { fake, trust, standing, blocks } = await start([], HELD);
    blocks.watchTrust();
    fake.api.storage.managed.get = () => Promise.resolve({ trustedSites: ['scam.test'] });
    trust([]);
    await vi.waitFor(() =>
      expect(standing()).toEqual([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    );
  });

  it('and was trusted while the browser was off: its tab stays at the start', async () => {
    const { fake, standing } = await start(['bread.test'], HELD);
    const { closeRestored } = await import('../../../../src/background/close/restored-tabs');
    fake.addTab('http://bread.test/a');
    fake.addTab('http://scam.test/');
    await closeRestored();
    expect([...fake.tabList.values()].map(({ url }) => url)).toContain('http://bread.test/a');
    expect(fake.ownPages()).toHaveLength(1);
    expect(standing()).toEqual([
      [3, 4],
      [3, 4],
    ]);
  });

  it('is let through on every port when the person says that it was a mistake', async () => {
    const { standing, blocks } = await start([], HELD);
    await blocks.letThrough('http://bread.test/a');
    expect(standing()).toEqual([
      [3, 4],
      [3, 4],
    ]);
  });
});

describe('what was held back with a page that was a mistake', () => {
  it('is let through with it, on whatever host', async () => {
    const { fake, openCase, blocks } = await start([], ['http://other.test/']);
    const known = await openCase(fake.addTab('http://scam.test/').id);
    await blocks.holdBack(known, ['http://second.test/two']);
    expect(await blocks.heldAddressFor('http://second.test/two')).not.toBeNull();
    await blocks.letThrough('http://scam.test/');
    expect(await blocks.heldAddressFor('http://second.test/two')).toBeNull();
    expect(await blocks.heldAddressFor('http://other.test/')).not.toBeNull();
  });

  it('does not come on the list where its own site is trusted', async () => {
    const { fake, openCase, blocks } = await start(['second.test'], []);
    const known = await openCase(fake.addTab('http://scam.test/').id);
    await blocks.holdBack(known, ['http://second.test/two']);
    expect(await blocks.heldAddressFor('http://second.test/two')).toBeNull();
    expect(await blocks.heldAddressFor('http://scam.test/')).not.toBeNull();
  });
});

describe('a page of a trusted site that the person closes with the key', () => {
  it('may come back', async () => {
    const { fake, openCase, standing } = await start(['bread.test'], []);
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await openCase(fake.addTab('http://bread.test/a').id);
    await closeCase('case-1', 'key');
    expect(standing()).toEqual([[], []]);
  });
});
