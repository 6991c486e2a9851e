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

import { addIncident, getIncident, refuteLatest } from '../../../src/storage/incidents';
import { forgetConnection } from '../../../src/storage/journal-connection';

const NOW = 1_760_000_000_000;
const own = (at: number) =>
  exampleIncident({ at, level: 'quiet', title: 'Our plan', phones: ['555-0101'], closedBy: 'key' });
const scam = (at: number) =>
  exampleIncident({ at, level: 'act', title: 'Alert', phones: ['555-0177'], closedBy: 'itself' });

beforeEach(() => {
  storage.current = fakeStorage();
  vi.stubGlobal('indexedDB', new IDBFactory());
  forgetConnection();
});

describe('a scam and a page that was only wanted closed, on one host and one day', () => {
  it('have an entry each, whichever came first', async () => {
    const ids = [];
    for (const one of [own(NOW), scam(NOW + 1_000), own(NOW + 2_000), scam(NOW + 3_000)])
      ids.push(await addIncident(one));
    expect(ids).toEqual([1, 2, 1, 2]);
    expect(await getIncident(1)).toMatchObject({
      level: 'quiet',
      title: 'Our plan',
      phones: ['555-0101'],
      times: 2,
      closedBy: 'key',
    });
    expect(await getIncident(2)).toMatchObject({
      level: 'act',
      title: 'Alert',
      phones: ['555-0177'],
      times: 2,
      closedBy: 'itself',
    });
  });

  it('are one where it is the very same page, which turned out to be a scam', async () => {
    await addIncident(own(NOW));
    expect(await addIncident({ ...scam(NOW), title: '' })).toBe(1);
    expect(await getIncident(1)).toMatchObject({ level: 'act', times: 1 });
  });
});

describe('"I trust this page", long after it was closed', () => {
  const DAY = 86_400_000;

  it('is about the newest alarm, not about a later page that was only wanted closed', async () => {
    for (const one of [scam(NOW), scam(NOW + 2 * DAY), own(NOW + 4 * DAY)]) await addIncident(one);
    expect(await refuteLatest('alert.example')).toBe(2);
    expect(await getIncident(2)).toMatchObject({ level: 'act', closedBy: 'mistake' });
    expect(await getIncident(3)).toMatchObject({ level: 'quiet', closedBy: 'key' });
    expect(await refuteLatest('alert.example'), 'the one before is an alarm still').toBe(1);
  });

  it('is about the newest entry where there was no alarm, and about none where there is none', async () => {
    for (const one of [own(NOW), own(NOW + 2 * DAY)]) await addIncident(one);
    expect(await refuteLatest('alert.example')).toBe(2);
    expect(await refuteLatest('other.example')).toBeNull();
    expect(await refuteLatest('')).toBeNull();
  });
});
