import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const LOCK = 'http://scam.test/lock';
const NAMED = 'http://support:help@scam.test/lock';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

async function closed(address: string, change = {}) {
  const worker = await startWorker();
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  const tab = worker.fake.addTab(address);
  await worker.tell(tab.id, { level: 'warn' }, address);
  await worker.openCase(tab.id, change);
  await closeCase('case-1', 'key');
  const rules = [...worker.fake.rules.values()] as { condition: { regexFilter: string } }[]; // as ruleFor makes them
  const isRuled = (url: string): boolean =>
    rules.some(({ condition }) => new RegExp(condition.regexFilter).test(url));
  return { ...worker, heldAddressFor, isRuled };
}

describe.each([
  ['whole path', {}],
  ['very address', { injectedIntoHonestSite: true }],
])('a scam that is held back by its %s', (_how, change) => {
  it('does not come back under a name before its host', async () => {
    const { heldAddressFor, isRuled } = await closed(LOCK, change);
    for (const address of [NAMED, 'http://support@scam.test/lock', 'http://a%40b:@scam.test/lock']) {
      expect(await heldAddressFor(address), address).toMatchObject({ caseId: 'case-1' });
      expect(isRuled(address), address).toBe(true);
    }
  });

  it('takes no other host with it, whose name or path has its own in it', async () => {
    const { isRuled } = await closed(LOCK, change);
    for (const address of ['http://scam.test@bread.test/lock', 'http://bread.test/@scam.test/lock'])
      expect(isRuled(address), address).toBe(false);
  });

  it('does not come back at the address with a name at which it was closed, nor without', async () => {
    const { fake, heldAddressFor, isRuled } = await closed(NAMED, change);
    for (const address of [NAMED, LOCK]) {
      expect(await heldAddressFor(address), address).toMatchObject({ caseId: 'case-1' });
      expect(isRuled(address), address).toBe(true);
    }
    const { closeRestored } = await import('../../../../src/background/close/restored-tabs');
    fake.addTab(NAMED, { discarded: true, active: false });
    await closeRestored();
    expect([...fake.tabList.values()].map(({ url }) => url)).not.toContain(NAMED);
  });
});

/** Chromium takes filters of 3,000 characters, but with a piece that may be anything before them some 100. */
describe('an address too long for a rule that knows it under any name', () => {
  const LONG = `http://scam.test/${'x'.repeat(100)}`;

  it('is held back by one without that piece, and under a name by the list', async () => {
    const { isRuled, heldAddressFor } = await closed(LONG);
    expect([isRuled(LONG), isRuled(LONG.replace('//', '//help@'))]).toEqual([true, false]);
    expect(await heldAddressFor(LONG.replace('//', '//help@'))).toMatchObject({ caseId: 'case-1' });
  });

  it('is so where the browser takes even less', async () => {
    const { fake, openCase } = await startWorker();
    const rules = fake.api.declarativeNetRequest;
    for (const name of ['updateDynamicRules', 'updateSessionRules'] as const) {
      const update = rules[name];
      rules[name] = (change) =>
        JSON.stringify(change.addRules).includes('@]*@)?')
          ? Promise.reject(new Error('exceeded the 2KB memory limit'))
          : update(change);
    }
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await openCase(fake.addTab(LOCK).id);
    await closeCase('case-1', 'key');
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([1, 1]);
  });
});

it('what an older version listed with a name is known, and let through again', async () => {
  const { fake } = await startWorker();
  const held = await import('../../../../src/background/hold-back/held-addresses');
  const one = { ruleId: 1, address: NAMED, caseId: 'case-1', at: Date.now(), exact: true };
  fake.stores.local.set('blockedAddresses', [one]);
  expect(await held.heldAddressFor(LOCK)).toMatchObject(one);
  await held.letThrough(LOCK);
  expect(await held.heldAddressFor(NAMED)).toBeNull();
});

describe('a password in the address of a page', () => {
  it('that the person closes is not written to the disk', async () => {
    const { fake, journal } = await startWorker();
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    await closeTabOf(fake.addTab('http://admin:secret@router.test/setup').id, 'key');
    expect(journal.added).toMatchObject([{ address: 'http://router.test/setup' }]);
    expect(JSON.stringify([journal, ...fake.stores.local])).not.toContain('secret');
  });

  it('that the person came through is not written to the disk, nor one of a window beside it', async () => {
    const { fake, journal, tell, cases } = await startWorker();
    const { respond } = await import('../../../../src/background/judge/respond');
    const { verdict } = await import('../verdicts');
    const root = fake.addTab('http://admin:secret@scam.test/');
    const tab = fake.addTab('http://admin:secret@scam.test/lock');
    await tell(root.id, { level: 'warn', opened: [{ tabId: tab.id, at: 1, from: 'scam.test' }] }, root.url);
    await tell(tab.id, { level: 'warn', openedBy: root.id }, tab.url);
    await respond(tab.id, verdict('warn'));
    const [id = ''] = await cases.ids();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await vi.waitFor(() => expect(journal.added).toMatchObject([{ chain: ['http://scam.test/'] }]), 5_000);
    await closeCase(id, 'key');
    expect(JSON.stringify(fake.stores.local.get('blockedAddresses'))).toContain('http://scam.test/lock');
    expect(JSON.stringify([journal, ...fake.stores.local, ...fake.rules])).not.toContain('secret');
  });
});

it('a page closed at an address with a name is still that page for the next worker', async () => {
  const { fake, openCase } = await startWorker();
  const tab = fake.addTab(NAMED);
  await openCase(tab.id, { level: 'quiet', state: 'closing', address: LOCK, noticedAt: Date.now() });
  const { resumeCases } = await import('../../../../src/background/resume');
  await resumeCases();
  expect(fake.tabList.has(tab.id)).toBe(false);
});
