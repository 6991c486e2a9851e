import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './full-disk-storage';

const storage = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return { storage: storage.current };
  },
}));

import { latestTime, settledTime } from '../../../src/storage/journal-clock';

const NOW = 1_760_000_000_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEARS = 8_000 * DAY_MS;

let area: ReturnType<typeof fakeStorage>['local'];
beforeEach(() => {
  const fake = fakeStorage();
  storage.current = fake;
  area = fake.local;
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

describe('the latest time that a look has seen', () => {
  it('is not known before there were looks on two days', async () => {
    expect(await latestTime(NOW)).toBe(Infinity);
    await settledTime(NOW);
    expect(await latestTime(NOW)).toBe(Infinity);
  });

  it('does not fall behind with a clock that does, until that has said the same on two days', async () => {
    for (const at of [NOW, NOW + DAY_MS, NOW - YEARS]) await settledTime(at);
    expect(await latestTime(NOW - YEARS)).toBe(NOW + DAY_MS);
    await settledTime(NOW - YEARS + DAY_MS);
    expect(await latestTime(NOW - YEARS + DAY_MS)).toBe(NOW - YEARS + DAY_MS);
  });
});
