import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/**
 * A page at `opener` that opened pages at `opened`; the case is about the first of those.
 * @param answersAfter ms until the browser tells of a tab
 */
async function close(opener: string, opened: string[], change = {}, answersAfter = 0) {
  const { fake, openCase, tell } = await startWorker();
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  const root = fake.addTab(opener);
  const tabs = opened.map((url) => fake.addTab(url));
  await tell(root.id, { level: 'warn', opened: tabs.map(({ id }) => ({ tabId: id, at: 1 })) }, opener);
  for (const tab of tabs) await tell(tab.id, { openedBy: root.id }, tab.url);
  await openCase(tabs[0]?.id ?? 0, change);
  const { get } = fake.api.tabs;
  fake.api.tabs.get = (id) => new Promise((done) => setTimeout(done, answersAfter)).then(() => get(id));
  await closeCase('case-1', 'key');
  return { fake, heldAddressFor };
}

describe('the addresses of a family that was closed', () => {
  it('on the same site are all held back: of the window it opened, and of the page that opened it', async () => {
    const { fake, heldAddressFor } = await close('http://scam.test/', ['http://scam.test/again?1']);
    expect(await heldAddressFor('http://scam.test/')).toMatchObject({ caseId: 'case-1' });
    expect(await heldAddressFor('http://scam.test/again?2')).toMatchObject({ caseId: 'case-1' });
    expect(await heldAddressFor('http://scam.test/other')).toBeNull();
    expect(fake.rules.size).toBe(2);
  });

  it('are held back also where a busy browser tells of its tabs late', async () => {
    const { heldAddressFor } = await close('http://scam.test/', ['http://scam.test/again?1'], {}, 300);
    expect(await heldAddressFor('http://scam.test/')).toMatchObject({ caseId: 'case-1' });
  });

  it('of a genuine site are listed as such, for the words of the page in its place', async () => {
    const { fake } = await close('http://town.test/', ['http://town.test/find?q=555-0134'], {
      injectedIntoHonestSite: true,
    });
    const { findHeldBack } = await import('../../../../src/ui/warning/held-back');
    const found = findHeldBack(fake.stores.local.get('blockedAddresses'), 'case-1');
    expect(found).toMatchObject({ address: 'http://town.test/find?q=555-0134', injected: true });
    const scam = await close('http://scam.test/', ['http://scam.test/again?1']);
    const listed = findHeldBack(scam.fake.stores.local.get('blockedAddresses'), 'case-1');
    expect(listed).not.toHaveProperty('injected');
  });

  it('are each told by their own warning: who opens one again gets that one', async () => {
    const { fake } = await close('http://scam.test/', ['http://scam.test/lock']);
    const { findHeldBack } = await import('../../../../src/ui/warning/held-back');
    const { readEntry } = await import('../../../../src/ui/warning/entry');
    const list = fake.stores.local.get('blockedAddresses');
    const rules = [...fake.rules.values()] as { action: { redirect: { extensionPath: string } } }[]; // as ruleFor makes them
    const found = rules.map((rule) => {
      const entry = readEntry(rule.action.redirect.extensionPath.split('?')[1] ?? '');
      return entry.mode === 'blocked' && findHeldBack(list, entry.caseId ?? '', entry.ruleId)?.address;
    });
    expect(found.toSorted()).toEqual(['http://scam.test/', 'http://scam.test/lock']);
  });

  it('are all held back where the last of them differs from the first by its query alone', async () => {
    const swarm = Array.from({ length: 10 }, (_, at) => `http://scam.test/p${at}`);
    const { fake, heldAddressFor } = await close('http://scam.test/', [
      'http://scam.test/lock',
      ...swarm,
      'http://scam.test/lock?again',
    ]);
    for (const address of ['http://scam.test/lock', 'http://scam.test/p3'])
      expect(await heldAddressFor(address)).toMatchObject({ caseId: 'case-1' });
    expect(fake.rules.size).toBe(11);
  });

  it('stand as session rules too, with the same numbers: those are there sooner', async () => {
    const { fake } = await close('http://scam.test/', ['http://scam.test/again?1']);
    expect([...fake.sessionRules.keys()]).toEqual([...fake.rules.keys()]);
  });

  it('are let through again by both kinds of rule', async () => {
    const { fake } = await close('http://scam.test/', ['http://scam.test/again?1']);
    const { letThrough } = await import('../../../../src/background/hold-back/held-addresses');
    await letThrough('http://scam.test/');
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
  });

  it('are let through again also where the list could not be written', async () => {
    const { fake, openCase, cases } = await startWorker();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const { reopen } = await import('../../../../src/background/person/mistake');
    fake.faults.set('storage.local.set', 'reject');
    await openCase(fake.addTab('http://bakery.test/alert').id);
    await closeCase('case-1', 'itself');
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([1, 1]);
    const known = await cases.read('case-1');
    expect(known && (await reopen(known))).toEqual({ ok: true });
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
  });

  it('of before stay held back, and in the list, where it cannot be read at the next closing', async () => {
    const { fake, openCase } = await startWorker();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
    await openCase(fake.addTab('http://one.test/a').id);
    await closeCase('case-1', 'itself');
    fake.faults.set('storage.local.get', 'reject');
    await openCase(fake.addTab('http://two.test/a').id, { id: 'case-2' });
    await closeCase('case-2', 'itself');
    fake.faults.delete('storage.local.get');
    expect(fake.rules.size).toBe(2);
    expect(await heldAddressFor('http://one.test/a')).toMatchObject({ caseId: 'case-1' });
  });

  it.each<[string, string, Partial<Case>]>([
    ['http://two.test/a?1', 'http://two.test/a?2', {}],
    ['https://two.web.app/a?1', 'https://two.web.app/b', {}],
    ['https://two.test/q?call=1.5', 'https://two.test/q?call=1.5', { injectedIntoHonestSite: true }],
  ])(
    'are let through again when they should, where the list could not be read: %s',
    async (address, same, change) => {
      const { fake, openCase } = await startWorker();
      const { closeCase } = await import('../../../../src/background/close/close-case');
      const { heldAddressFor, forgetOldHeld, letTrustedThrough } =
        await import('../../../../src/background/hold-back/held-addresses');
      fake.faults.set('storage.local.get', 'reject');
      await openCase(fake.addTab(address).id, change);
      await closeCase('case-1', 'itself');
      fake.faults.delete('storage.local.get');
      await forgetOldHeld(Date.now()); // as at each start, and daily
      expect(await heldAddressFor(same)).toMatchObject({ caseId: 'case-1' });
      const rule = structuredClone([...fake.rules]);
      await letTrustedThrough(['two.test', 'two.web.app']);
      expect([fake.rules.size, await heldAddressFor(same)]).toEqual([0, null]);
      for (const [id, one] of rule) fake.rules.set(id, one);
      await forgetOldHeld(Date.now());
      await forgetOldHeld(Date.now() + 31 * 24 * 3_600_000);
      expect(fake.rules.size).toBe(0);
    },
  );

  it('leave rules alone that are not of their make', async () => {
    const { fake } = await startWorker();
    const { forgetOldHeld } = await import('../../../../src/background/hold-back/held-addresses');
    fake.rules.set(1, { id: 1, condition: { regexFilter: '^https?://.*' }, action: { type: 'block' } });
    await forgetOldHeld(Date.now());
    expect([fake.rules.size, fake.stores.local.size]).toEqual([1, 0]);
  });

  it('are held back by a rule even where the list cannot be written, case after case', async () => {
    const { fake, openCase } = await startWorker();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    fake.faults.set('storage.local.set', 'reject');
    for (const id of ['case-1', 'case-2']) {
      await openCase(fake.addTab(`http://${id}.test/`).id, { id });
      await closeCase(id, 'key');
    }
    expect(JSON.stringify([...fake.rules.values()])).toContain('case-2');
  });

  it('need one rule for windows that differ only in their query', async () => {
    const windows = Array.from({ length: 20 }, (_, index) => `http://scam.test/again?${index}`);
    const { fake } = await close('http://scam.test/', windows);
    expect(fake.rules.size).toBe(2);
  });

  it.each(['about:blank', 'blob:http://kit.test/5e1f'])(
    'are held back also where the case is about a page without one: %s',
    async (blank) => {
      const { fake, heldAddressFor } = await close('http://kit.test/', [blank]);
      expect(await heldAddressFor('http://kit.test/')).toMatchObject({ caseId: 'case-1' });
      expect([fake.rules.size, fake.sessionRules.size]).toEqual([1, 1]);
    },
  );

  it('on another site are let be: it may be an honest one', async () => {
    const { heldAddressFor } = await close('http://scam.test/', [
      'http://scam.test/again',
      'http://shop.test/',
    ]);
    expect(await heldAddressFor('http://shop.test/')).toBeNull();
  });

  it('on an honest site with an injected number are let be, all but the very one', async () => {
    const injected = { injectedIntoHonestSite: true };
    const { heldAddressFor } = await close('http://search.test/', ['http://search.test/q?call'], injected);
    expect(await heldAddressFor('http://search.test/q?call')).not.toBeNull();
    expect(await heldAddressFor('http://search.test/')).toBeNull();
  });
});

/** Chromium compiles 2 kB of a filter at most, and refuses the whole change for one that is longer. */
async function closedByFlood() {
  const { fake, openCase, tell } = await startWorker();
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const rules = fake.api.declarativeNetRequest;
  for (const name of ['updateDynamicRules', 'updateSessionRules'] as const) {
    const update = rules[name];
    rules[name] = (change) => {
      const filters = change.addRules as unknown as { condition: { regexFilter: string } }[];
      const isLong = filters.some(({ condition }) => condition.regexFilter.length > 2_000);
      return isLong ? Promise.reject(new Error('exceeded the 2KB memory limit')) : update(change);
    };
  }
  const tab = fake.addTab('http://scam.test/a');
  await openCase(tab.id);
  await tell(tab.id, {}, tab.url);
  // history.pushState() with an ever longer path, so that the browser chokes on it
  tab.url = `http://scam.test/${'0123456789'.repeat(500)}`;
  await closeCase('case-1', 'itself');
  return fake;
}

describe('a scam that has given itself an address too long for a rule', () => {
  it('has its first one held back by the rule that the list knows', async () => {
    const fake = await closedByFlood();
    const listed = fake.stores.local.get('blockedAddresses') as { ruleId: number; address: string }[];
    const first = listed.find(({ address }) => address === 'http://scam.test/a')?.ruleId;
    expect([[...fake.rules.keys()], [...fake.sessionRules.keys()]]).toEqual([[first], [first]]);
  });

  it('is let through by both kinds of rule once its site is trusted in the settings', async () => {
    const fake = await closedByFlood();
    const { letTrustedThrough } = await import('../../../../src/background/hold-back/held-addresses');
    await letTrustedThrough(['scam.test']);
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
  });
});
