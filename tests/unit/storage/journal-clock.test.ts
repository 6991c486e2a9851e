import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './fake-browser';
import { exampleIncident } from './incident-example';

const storage = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return { storage: storage.current };
  },
}));

import { addIncident, DAY_MS, expire, getIncident } from '../../../src/storage/incidents';
import { settledTime } from '../../../src/storage/journal-clock';
import { forgetConnection } from '../../../src/storage/journal-connection';

const NOW = 1_760_000_000_000;
const HOUR_MS = DAY_MS / 24;
const YEARS = 8_000 * DAY_MS;

let area: ReturnType<typeof fakeStorage>['local'];
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  const fake = fakeStorage();
  storage.current = fake;
  area = fake.local;
  forgetConnection();
});

/** One day's look. @returns how many entries went */
async function look(now: number): Promise<number> {
  return expire(180, now, await settledTime(now));
}

describe('a journal and a clock that is ahead', () => {
  it('loses nothing while the browser is started with it, however often', async () => {
    const id = (await addIncident(exampleIncident({ at: NOW }))) ?? -1;
    await look(NOW);
    for (const hours of [1, 2, 19]) expect(await look(NOW + YEARS + hours * HOUR_MS)).toBe(0);
    expect(await look(NOW + 2 * DAY_MS)).toBe(0); // it is right again
    expect(await look(NOW + 3 * DAY_MS)).toBe(0);
    expect((await getIncident(id))?.at).toBe(NOW);
  });

  it('lets an old entry go by a clock that was the same a day before', async () => {
    await addIncident(exampleIncident({ at: NOW }));
    await look(NOW);
    expect(await look(NOW + 181 * DAY_MS)).toBe(0); // a long journey, or a wrong clock
    expect(await look(NOW + 182 * DAY_MS)).toBe(1);
  });

  it('lets nothing go at the first look of all', async () => {
    await addIncident(exampleIncident({ at: NOW }));
    expect(await look(NOW + 400 * DAY_MS)).toBe(0);
    expect(await look(NOW + 401 * DAY_MS)).toBe(1);
  });
});

describe('the time an earlier day has seen', () => {
  it('is never later than now', async () => {
    await settledTime(NOW + YEARS);
    expect(await settledTime(NOW)).toBe(NOW);
    expect(await settledTime(NOW + DAY_MS)).toBe(NOW);
  });

  it('does not move with looks that are close together', async () => {
    await settledTime(NOW);
    expect(await settledTime(NOW + 19 * HOUR_MS)).toBe(0);
    expect(await settledTime(NOW + 21 * HOUR_MS)).toBe(NOW);
    expect(await settledTime(NOW + 40 * HOUR_MS)).toBe(NOW);
    expect(await settledTime(NOW + 42 * HOUR_MS)).toBe(NOW + 21 * HOUR_MS);
  });

  it.each(['get', 'set'] as const)('is no failure where the store cannot %s', async (what) => {
    await settledTime(NOW);
    vi.spyOn(area, what).mockRejectedValue(new Error('The disk is full.'));
    expect(await settledTime(NOW + DAY_MS)).toBe(what === 'get' ? 0 : NOW);
  });

  it('is none where something else is stored', async () => {
    await area.set({ 'journal-clock': 'soon' });
    expect(await settledTime(NOW)).toBe(0);
  });
});
