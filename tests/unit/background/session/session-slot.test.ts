import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '../fake-browser';
import { doneWithin } from '../clock-by-hand';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

interface Value {
  list: number[];
  at: number | null;
}

const add = (n: number) => (value: Value) => ({ ...value, list: [...value.list, n] });
const settle = (ms = 50): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Two slots over a store that answers after `answersIn` ms and holds no more than `room` values. */
async function start({ answersIn = 0, room = Infinity } = {}) {
  vi.resetModules();
  const fake = new FakeBrowser();
  const { get, set } = fake.api.storage.session;
  fake.api.storage.session.get = async (key) => {
    await settle(answersIn);
    return get(key);
  };
  fake.api.storage.session.set = async (values) => {
    const fresh = Object.keys(values).filter((key) => !fake.stores.session.has(key));
    if (fake.stores.session.size + fresh.length > room) throw new Error('QUOTA_BYTES quota exceeded');
    return set(values);
  };
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  const { SessionSlot } = await import('../../../../src/background/session/session-slot');
  const empty = (): Value => ({ list: [], at: null });
  const slot = new SessionSlot<Value>('must:', empty);
  const tabs = new SessionSlot<Value>('may:', empty, undefined, ({ at }) => at);
  const store = fake.stores.session;
  return { fake, slot, tabs, store };
}

describe('a burst of changes', () => {
  it('is written down at once, and what came meanwhile together', async () => {
    const { fake, slot, store } = await start();
    await Promise.all(Array.from({ length: 25 }, (_, n) => slot.update('a', add(n))));
    await settle();
    expect(store.get('must:a')).toMatchObject({ list: Array.from({ length: 25 }, (_, n) => n) });
    expect(fake.calls.filter((call) => call === 'storage.session.set')).toHaveLength(2);
  });

  it('goes on being written after a writing that hangs', async () => {
    const { fake, slot, store } = await start();
    fake.faults.set('storage.session.set', 'hang');
    await slot.update('a', add(1));
    fake.faults.delete('storage.session.set');
    await slot.update('a', add(2));
    expect(store.has('must:a')).toBe(false);
    await settle(600);
    expect(store.get('must:a')).toMatchObject({ list: [1, 2] });
  });
});

describe('a store that answers late', () => {
  it('counts as empty after half a second, and as what it holds once it has answered', async () => {
    const { slot, store } = await start({ answersIn: 800 });
    store.set('must:a', { list: [1], at: null });
    expect((await slot.read('a')).list).toEqual([]);
    await settle(400);
    expect((await slot.read('a')).list).toEqual([1]);
  });

  it('is not overwritten: what was changed meanwhile is added to what it holds', async () => {
    const { slot, store } = await start({ answersIn: 800 });
    store.set('must:a', { list: [1], at: null });
    expect((await slot.update('a', add(2))).list).toEqual([2]);
    expect((await slot.update('a', add(3))).list).toEqual([2, 3]);
    expect(store.get('must:a')).toMatchObject({ list: [1] });
    await settle(500);
    expect((await slot.read('a')).list).toEqual([1, 2, 3]);
    await vi.waitFor(() => expect(store.get('must:a')).toMatchObject({ list: [1, 2, 3] }));
  });

  it('is waited for once, not at each change', async () => {
    const { slot } = await start({ answersIn: 60_000 });
    await doneWithin(600, async () => {
      for (let n = 0; n < 5; n += 1) await slot.update('a', add(n));
    });
    expect((await slot.read('a')).list).toEqual([0, 1, 2, 3, 4]);
  });

  it('brings nothing back that was forgotten meanwhile', async () => {
    const { slot, store } = await start({ answersIn: 800 });
    store.set('must:a', { list: [1], at: null });
    void slot.read('a');
    await slot.drop('a');
    await settle(900);
    expect((await slot.read('a')).list).toEqual([]);
  });
});

describe('a store that refuses', () => {
  it('to be read counts as empty, and is written', async () => {
    const { fake, slot, store } = await start();
    fake.api.storage.session.get = () => Promise.reject(new Error('no'));
    expect((await slot.update('a', add(1))).list).toEqual([1]);
    await vi.waitFor(() => expect(store.get('must:a')).toMatchObject({ list: [1] }));
  });

  it('to be written leaves the value in memory', async () => {
    const { slot, store } = await start({ room: 0 });
    await slot.update('a', add(1));
    await settle();
    expect(store.size).toBe(0);
    expect((await slot.read('a')).list).toEqual([1]);
  });
});

describe('a full store', () => {
  async function full() {
    const worker = await start({ room: 4 });
    for (const [id, at] of [
      ['new', 30],
      ['old', 10],
      ['kept', null],
      ['middle', 20],
    ] as const)
      // prettier-ignore
      await worker.tabs.update(id, (value) => ({ ...value, at }));
    await settle();
    return worker;
  }
  const keys = (store: Map<string, unknown>): string[] => [...store.keys()].sort();

  it('loses the older half of what it can do without, so that a case has its place', async () => {
    const { slot, tabs, store } = await full();
    await slot.update('case', add(1));
    await settle();
    expect(keys(store)).toEqual(['may:kept', 'may:new', 'must:case']);
    expect((await tabs.read('old')).at).toBe(10);
  });

  it('loses the rest too where that is not enough, but never the others', async () => {
    const { slot, store } = await full();
    for (const id of ['1', '2', '3', '4', '5']) {
      await slot.update(id, add(1));
      await settle();
    }
    expect(keys(store)).toEqual(['may:kept', 'must:1', 'must:2', 'must:3']);
  });

  it('has a reserve for what must be kept, and for nothing else; the next worker lays it anew', async () => {
    const { slot, tabs, store } = await start({ room: 1 });
    const { layReserve } = await import('../../../../src/background/session/session-reserve');
    await layReserve();
    expect(keys(store)).toEqual(['reserve']);
    await tabs.update('quiet', (value) => ({ ...value, at: 1 }));
    await settle();
    expect(keys(store)).toEqual(['reserve']);
    await slot.update('case', add(1));
    await settle();
    expect(keys(store)).toEqual(['must:case']);
    await layReserve();
    expect(keys(store)).toEqual(['must:case']);
    await slot.drop('case');
    await layReserve();
    expect(keys(store)).toEqual(['reserve']);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 100, 1_500])(
    'keeps a tab that becomes a scam %s ms after room was looked for',
    async (ms) => {
      for (const ids of [
        ['one', 'two'],
        ['one', 'two', 'three'],
      ]) {
        const { slot, tabs, store } = await start({ room: ids.length });
        for (const [at, id] of ids.entries()) await tabs.update(id, (value) => ({ ...value, at }));
        await settle();
        void slot.update('case', add(1));
        await settle(ms);
        await tabs.update('one', (value) => ({ ...value, at: null }));
        await settle();
        expect(store.get('may:one')).toMatchObject({ at: null });
        expect(store.has('must:case')).toBe(true);
      }
    },
  );

  it('is not searched at each change of a scam that has no place in it', async () => {
    const { fake, slot, tabs } = await start({ room: 1 });
    await slot.update('case', add(1));
    for (let n = 0; n < 50; n += 1) {
      await tabs.update('scam', add(n));
      await settle(10);
    }
    const { length } = fake.calls.filter((call) => call === 'storage.session.get');
    expect(length).toBeLessThan(10);
  });

  it('is not searched again and again for something it can do without', async () => {
    const { fake, tabs } = await full();
    for (let n = 0; n < 50; n += 1) await tabs.update(`more ${n}`, (value) => ({ ...value, at: 40 + n }));
    const reads = fake.calls.filter((call) => call === 'storage.session.get').length;
    expect(reads).toBeLessThan(70);
    await settle();
  });
});
