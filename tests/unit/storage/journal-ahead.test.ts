import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './full-disk-storage';
import { exampleIncident } from './incident-example';

const storage = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return { storage: storage.current };
  },
}));

import { addIncident, getIncident } from '../../../src/storage/incidents';
import { expire } from '../../../src/storage/incident-times';
import { settledTime } from '../../../src/storage/journal-clock';
import { forgetConnection } from '../../../src/storage/journal-connection';
import { DAY_MS } from '../../../src/storage/journal-limits';

const NOW = 1_760_000_000_000;
const YEARS = 8_000 * DAY_MS;

let area: ReturnType<typeof fakeStorage>['local'];
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  const fake = fakeStorage();
  storage.current = fake;
  area = fake.local;
  forgetConnection();
});

describe('an entry from a day when the clock was ahead by years', () => {
  it('is kept as long as any other, counted from when the clock was right again', async () => {
    await addIncident(exampleIncident({ at: NOW + YEARS }));
    expect(await expire(180, NOW)).toBe(0);
    expect(await expire(180, NOW + 179 * DAY_MS)).toBe(0);
    expect(await expire(180, NOW + 181 * DAY_MS)).toBe(1);
    expect(await getIncident(1)).toBeNull();
  });

  it('leaves nothing behind once it is gone', async () => {
    await addIncident(exampleIncident({ at: NOW + YEARS }));
    await expire(180, NOW);
    expect(area.held.size).toBe(1);
    await expire(180, NOW + 181 * DAY_MS);
    await expire(180, NOW + 182 * DAY_MS);
    expect(area.held.size).toBe(0);
  });

  it('stays where that cannot be written down or read', async () => {
    await addIncident(exampleIncident({ at: NOW + YEARS }));
    area.full = true;
    for (const days of [0, 181]) expect(await expire(180, NOW + days * DAY_MS)).toBe(0);
    area.get = () => Promise.reject(new Error('unreadable'));
    expect(await expire(180, NOW + 400 * DAY_MS)).toBe(0);
  });
});

describe('a clock that falls behind for a while', () => {
  it('takes no entry away: what lies ahead then is of the days that were right', async () => {
    await addIncident(exampleIncident({ at: NOW, host: 'one.example' }));
    await addIncident(exampleIncident({ at: NOW + 2 * DAY_MS, host: 'two.example' }));
    expect(await expire(180, NOW - YEARS)).toBe(0);
    expect(await expire(180, NOW + 3 * DAY_MS)).toBe(0);
    expect(await expire(180, NOW - YEARS)).toBe(0);
    expect(await expire(180, NOW + 179 * DAY_MS)).toBe(0);
    expect(await expire(180, NOW + 181 * DAY_MS)).toBe(1);
  });
});

/** One day's look. @returns how many entries went */
async function look(now: number): Promise<number> {
  return expire(180, now, await settledTime(now));
}

describe('a journal and a clock that is ahead', () => {
  it('loses nothing while the browser is started with it, however often', async () => {
    const id = (await addIncident(exampleIncident({ at: NOW }))) ?? -1;
    await look(NOW);
    for (const hours of [1, 2, 19]) expect(await look(NOW + YEARS + hours * (DAY_MS / 24))).toBe(0);
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
