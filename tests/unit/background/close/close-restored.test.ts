import { describe, expect, it, vi } from 'vitest';
import type { FakeBrowser } from '../fake-browser';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?blocked=1&case=';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/close/restored-tabs');
  await import('../../../../src/background/housekeeping');
});

const DAY_MS = 24 * 3_600_000;

/** A browser that starts, as on the days before: these addresses were held back so long ago (ms), each for its case. */
async function startWith(held: Record<string, string>, ago = 0) {
  const worker = await startWorker();
  const { fake } = worker;
  const looks = { last: Date.now() - DAY_MS / 24, before: Date.now() - DAY_MS };
  fake.stores.local.set('journal-clock', looks);
  const list = Object.entries(held).map(([address, caseId], n) => ({ ruleId: n + 1, address, caseId, at: Date.now() - ago - n, exact: false })); // prettier-ignore
  fake.stores.local.set('blockedAddresses', list);
  for (const rule of list) for (const rules of [fake.rules, fake.sessionRules]) rules.set(rule.ruleId, rule);
  return {
    ...worker,
    ...(await import('../../../../src/background/close/restored-tabs')),
    ...(await import('../../../../src/background/housekeeping')),
  };
}

describe('tabs that the browser brings back', () => {
  it('of a swarm all go, with one warning', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/x': 'one' });
    fake.addTab('http://bread.test/');
    for (let n = 0; n < 20; n += 1) fake.addTab(`http://scam.test/x?${n}`);
    await closeRestored();
    expect([...fake.tabList.values()].map(({ url }) => url)).toEqual([
      'http://bread.test/',
      `${WARNING}one&held=1`,
    ]);
  });

  it('of two scams get a warning each', async () => {
    const { fake, closeRestored } = await startWith({ 'http://a.test/': 'one', 'http://b.test/': 'two' });
    for (const address of ['http://a.test/', 'http://b.test/', 'http://a.test/']) fake.addTab(address);
    await closeRestored();
    expect(fake.ownPages()).toEqual([`${WARNING}one&held=1`, `${WARNING}two&held=2`]);
  });

  it('that the rule led to the warning already leave one of those, which comes to the front', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    const first = fake.addTab(`${WARNING}one`);
    fake.addTab(`${WARNING}one`);
    fake.addTab(`${WARNING}two`);
    fake.addTab('http://scam.test/');
    await closeRestored();
    expect(fake.ownPages()).toEqual([`${WARNING}one`, `${WARNING}two`]);
    expect(first.active).toBe(true);
  });

  it('give way to the warning in the first of them where none can be opened: the browser would end with its last tab', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    for (let n = 0; n < 3; n += 1) fake.addTab('http://scam.test/');
    fake.faults.set('tabs.create', 'reject').set('windows.create', 'reject');
    await closeRestored();
    expect([...fake.tabList.values()].map(({ url }) => url)).toEqual([`${WARNING}one&held=1`]);
  });

  it.each(['reject', 'hang'] as const)(
    'are closed but for the last tab of all where no word of it can come: %s',
    async (fault) => {
      const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
      for (let n = 0; n < 3; n += 1) fake.addTab('http://scam.test/');
      for (const call of ['tabs.create', 'windows.create', 'tabs.update']) fake.faults.set(call, fault);
      await closeRestored();
      expect([...fake.tabList.values()].map(({ url }) => url)).toEqual(['http://scam.test/']);
      fake.addTab('http://bread.test/');
      await closeRestored();
      expect([...fake.tabList.values()].map(({ url }) => url)).toEqual(['http://bread.test/']);
    },
  );

  it('get one warning also where the start and an update are told at once', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    fake.addTab('http://scam.test/');
    await Promise.all([closeRestored(), closeRestored()]);
    expect(fake.ownPages()).toEqual([`${WARNING}one&held=1`]);
  });

  it('bring the warning that stands to the front once, however many they are', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    fake.addTab(`${WARNING}one`);
    for (let n = 0; n < 3; n += 1) fake.addTab('http://scam.test/');
    await closeRestored();
    expect(fake.calls.filter((call) => call.startsWith('tabs.update'))).toHaveLength(1);
  });

  it('have their warning in their own window', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    fake.addTab('http://bread.test/');
    fake.addTab('http://scam.test/', { windowId: 9 });
    await closeRestored();
    const warning = [...fake.tabList.values()].find(({ url }) => url.startsWith(WARNING));
    expect(warning).toMatchObject({ windowId: 9 });
  });

  it('are none of these: pages of others that have the words of our address, and tabs without one', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    for (let n = 0; n < 2; n += 1) fake.addTab('http://bread.test/?blocked=1&case=one');
    Object.assign(fake.addTab(''), { url: undefined });
    await closeRestored();
    expect(fake.tabList.size).toBe(3);
  });

  it('are those that sleep, where only the extension was updated: the others may be in use', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    const inUse = fake.addTab('http://scam.test/?thread=2');
    const behind = fake.addTab('http://scam.test/?thread=3', { active: false, discarded: false });
    const asleep = fake.addTab('http://scam.test/?thread=4', { active: false, discarded: true });
    const unloaded = fake.addTab('http://scam.test/?thread=5', { active: false });
    Object.assign(unloaded, { status: 'unloaded' });
    await closeRestored({ onlyAsleep: true });
    const left = [inUse, behind, asleep, unloaded].map(({ id }) => fake.tabList.has(id));
    expect(left).toEqual([true, true, false, false]);
    fake.tabList.delete(inUse.id);
    await closeRestored();
    expect(fake.tabList.has(behind.id)).toBe(false);
  });

  it('are let be by an update without a word, where all of them are awake', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    fake.addTab('http://scam.test/?thread=2');
    await closeRestored({ onlyAsleep: true });
    expect([...fake.tabList.values()].map(({ url }) => url)).toEqual(['http://scam.test/?thread=2']);
  });

  it('stay where the browser does not say which there are', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/': 'one' });
    fake.addTab('http://scam.test/');
    fake.faults.set('tabs.query', 'reject');
    await expect(closeRestored()).resolves.toBeUndefined();
    expect(fake.tabList.size).toBe(1);
  });

  it('with other addresses stay', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/x': 'one' });
    fake.addTab('http://scam.test/y');
    await closeRestored();
    expect(fake.tabList.size).toBe(1);
    expect(fake.ownPages()).toEqual([]);
  });
});

describe('what was held back for a month', () => {
  const standing = (fake: FakeBrowser) => [
    [...fake.rules.keys()],
    [...fake.sessionRules.keys()],
    (fake.stores.local.get('blockedAddresses') as { address: string }[]).map(({ address }) => address),
  ];

  it('is let through at the start, before the tabs are looked at', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/x': 'one' }, 32 * DAY_MS);
    fake.addTab('http://scam.test/x');
    await closeRestored();
    expect([...fake.tabList.values()].map(({ url }) => url)).toEqual(['http://scam.test/x']);
    expect(standing(fake)).toEqual([[], [], []]);
  });

  it('is let through once a day, and nothing else is', async () => {
    const held = { 'http://new.test/': 'one', 'http://old.test/': 'two' };
    const { fake, housekeeping } = await startWith(held, 30 * DAY_MS - 60_000);
    await housekeeping();
    expect(standing(fake)).toEqual([[1, 2], [1, 2], Object.keys(held)]);
    const from = Date.now();
    for (const days of [1, 2]) {
      vi.setSystemTime(from + days * DAY_MS);
      await housekeeping();
      expect(fake.rules.size, 'the clock may have been ahead for an hour').toBe(days === 1 ? 2 : 0);
    }
    expect(standing(fake)).toEqual([[], [], []]);
    vi.useRealTimers();
  });

  it('is held back still where the clock is ahead by months at one start of the browser', async () => {
    const { fake, closeRestored, housekeeping, openCase } = await startWith({ 'http://scam.test/x': 'one' });
    const { holdBack } = await import('../../../../src/background/hold-back/held-addresses');
    vi.setSystemTime(Date.now() + 100 * DAY_MS);
    const { id } = fake.addTab('http://scam.test/x');
    await closeRestored();
    await housekeeping();
    expect([...standing(fake), fake.tabList.has(id)]).toEqual([[1], [1], ['http://scam.test/x'], false]);
    await holdBack(await openCase(fake.addTab('http://other.test/').id));
    expect(standing(fake)[2]).toEqual(['http://scam.test/x', 'http://other.test/']);
    vi.useRealTimers();
  });

  it('is not held back for years where the clock was ahead by them, and is right again for a day', async () => {
    const { fake, housekeeping } = await startWith({ 'http://scam.test/x': 'one' }, -3_650 * DAY_MS);
    const from = Date.now();
    for (const days of [0, 1]) {
      vi.setSystemTime(from + days * DAY_MS);
      await housekeeping();
    }
    expect(standing(fake)).toEqual([[], [], []]);
    vi.useRealTimers();
  });

  it('is held back still where the clock has fallen behind by years as the browser starts', async () => {
    const { fake, closeRestored, housekeeping } = await startWith({ 'http://scam.test/x': 'one' });
    const from = Date.now();
    for (const days of [0, 1, -3_650, 2, -3_650]) {
      vi.setSystemTime(from + days * DAY_MS);
      fake.addTab('http://scam.test/x');
      await closeRestored();
      await housekeeping();
      expect([days, ...standing(fake)]).toEqual([days, [1], [1], ['http://scam.test/x']]);
      expect([...fake.tabList.values()].map(({ url }) => url)).not.toContain('http://scam.test/x');
    }
    vi.useRealTimers();
  });

  it('is let through also where the disk is full', async () => {
    const { fake, housekeeping } = await startWith({ 'http://scam.test/x': 'one' }, 32 * DAY_MS);
    fake.faults.set('storage.local.set', 'reject');
    await housekeeping();
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
  });

  it('costs no writing where there is none', async () => {
    const { fake, closeRestored } = await startWith({ 'http://scam.test/x': 'one' });
    await closeRestored();
    expect(fake.calls.filter((call) => /local\.set|dnr\.update/.test(call))).toEqual([]);
  });
});

describe('the daily alarm', () => {
  it('is made where the browser has forgotten it, and not put off where it stands', async () => {
    const { fake, setDaily } = await startWith({});
    await setDaily();
    expect(fake.alarms.get('daily')).toEqual({ periodInMinutes: 24 * 60 });
    await setDaily();
    expect(fake.calls.filter((call) => call.startsWith('alarms'))).toEqual([
      'alarms.get',
      'alarms.create',
      'alarms.get',
    ]);
  });
});
