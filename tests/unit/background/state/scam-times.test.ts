import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '../fake-browser';

const HOUR = 3_600_000;
let fake: FakeBrowser;

async function start() {
  vi.resetModules();
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  return import('../../../../src/background/state/scam-times');
}
const onDisk = () => JSON.stringify([...fake.stores.local]);

beforeEach(() => void (fake = new FakeBrowser()));

describe('when a scam was last met', () => {
  it('is remembered after the worker and the browser ended', async () => {
    const { noteScam, lastScamAt } = await start();
    expect(await lastScamAt()).toBeNull();
    await noteScam({ at: 5, entry: 1 }, false);
    expect(fake.stores.session.size).toBe(0);
    expect(await (await start()).lastScamAt()).toBe(5);
  });

  it('is not written to the disk from a private window, and gone with the browser', async () => {
    const { noteScam, lastScamAt } = await start();
    await noteScam({ at: 5, entry: 1 }, false);
    const before = onDisk();
    await noteScam({ at: 9, entry: null }, true);
    expect(onDisk()).toBe(before);
    expect(await lastScamAt()).toBe(9);
    fake.stores.session.clear();
    expect(await lastScamAt()).toBe(5);
  });

  it.each(['reject', 'hang'] as const)('outlives the worker where the disk does %s', async (fault) => {
    const { noteScam } = await start();
    fake.faults.set('storage.local.set', fault);
    await noteScam({ at: 5, entry: null }, false);
    expect(await (await start()).lastScamAt()).toBe(5);
  });

  it.each([true, false])(
    'has the room kept for it where disk and session are full; private: %s',
    async (incognito) => {
      const { noteScam } = await start();
      const { layReserve } = await import('../../../../src/background/session/session-reserve');
      await layReserve();
      const { set } = fake.api.storage.session;
      fake.api.storage.session.set = (values) =>
        fake.stores.session.has('reserve')
          ? Promise.reject(new Error('QUOTA_BYTES quota exceeded'))
          : set(values);
      fake.faults.set('storage.local.set', 'reject');
      await noteScam({ at: 5, entry: null }, incognito);
      expect(await (await start()).lastScamAt()).toBe(5);
    },
  );

  it('is not when the person closed a page that nobody called a scam, of which the guard asks by itself', async () => {
    const { noteScam, lastScamAt } = await start();
    await noteScam({ at: 5, entry: 1 }, false);
    await noteScam({ at: 9, entry: 2, unjudged: true }, false);
    await noteScam({ at: 7, entry: null, unjudged: true }, true);
    expect([await lastScamAt(), await lastScamAt({ orUnjudged: true })]).toEqual([5, 9]);
  });

  it('while the clock was ahead does not keep the guard standing', async () => {
    const { noteScam, lastScamAt, forgetOldScams } = await start();
    const now = Date.now();
    await noteScam({ at: now - HOUR, entry: 1 }, false);
    await noteScam({ at: now + 365 * 24 * HOUR, entry: 2 }, false);
    expect(await lastScamAt()).toBe(now - HOUR);
    await forgetOldScams(48, now);
    expect(onDisk()).not.toContain('"entry":2');
    expect(onDisk()).toContain('"entry":1');
  });

  it('answers calmly where nothing can be read', async () => {
    const { noteScam, takeBackScam, lastScamAt } = await start();
    for (const area of ['local', 'session']) fake.faults.set(`storage.${area}.get`, 'reject');
    await noteScam({ at: 5, entry: null }, false);
    await takeBackScam(5, null);
    expect(await lastScamAt()).toBeNull();
  });

  it('is one however often it is noted', async () => {
    const { noteScam } = await start();
    for (const entry of [null, null, 3]) await noteScam({ at: 5, entry }, false);
    expect(fake.stores.local.get('scam-times')).toEqual([{ at: 5, entry: 3 }]);
  });

  it('keeps times and numbers only, and few of them', async () => {
    const { noteScam, lastScamAt } = await start();
    await Promise.all(Array.from({ length: 30 }, (_, at) => noteScam({ at, entry: at }, false)));
    expect(fake.stores.local.get('scam-times')).toHaveLength(10);
    expect(await lastScamAt()).toBe(29);
  });
});

describe('a mistake', () => {
  it('takes back its own time, the scam before it stays', async () => {
    const { noteScam, takeBackScam, lastScamAt } = await start();
    await noteScam({ at: 5, entry: 1 }, false);
    await noteScam({ at: 9, entry: 2 }, false);
    await takeBackScam(9, null);
    expect(await lastScamAt()).toBe(5);
  });

  it('takes back every time of its entry, also where only the entry is known', async () => {
    const { noteScam, takeBackScam, lastScamAt } = await start();
    for (const at of [5, 7, 9]) await noteScam({ at, entry: 2 }, false);
    await takeBackScam(null, 3);
    expect(await lastScamAt()).toBe(9);
    await takeBackScam(null, 2);
    expect(await lastScamAt()).toBeNull();
  });

  it('leaves the scam before it, also where the page came again and again', async () => {
    const { noteScam, takeBackScam, lastScamAt } = await start();
    await noteScam({ at: 5, entry: 1 }, false);
    for (let at = 10; at < 30; at += 1) await noteScam({ at, entry: 2 }, false);
    await takeBackScam(null, 2);
    expect(await lastScamAt()).toBe(5);
  });

  it('of a private window leaves what has no entry either', async () => {
    const { noteScam, takeBackScam, lastScamAt } = await start();
    await noteScam({ at: 5, entry: null }, true);
    await noteScam({ at: 9, entry: null }, true);
    await takeBackScam(9, null);
    expect(await lastScamAt()).toBe(5);
  });
});

describe('how long', () => {
  it.each([
    [48, [100 * HOUR - 47 * HOUR]],
    [-1, []],
    [0, []],
  ])('with %i hours set', async (hours, left) => {
    const { noteScam, forgetOldScams } = await start();
    await noteScam({ at: 100 * HOUR - 49 * HOUR, entry: 1 }, false);
    await noteScam({ at: 100 * HOUR - 47 * HOUR, entry: 2 }, false);
    await forgetOldScams(hours, 100 * HOUR);
    const kept = fake.stores.local.get('scam-times') as { at: number }[];
    expect(kept.map(({ at }) => at)).toEqual(left);
  });
});
