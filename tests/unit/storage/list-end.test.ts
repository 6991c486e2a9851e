import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './full-disk-storage';
import { exampleIncident } from './incident-example';
import { fill } from './journal-rows';

vi.mock('../../../src/browser/api', () => ({ browser: { storage: fakeStorage() } }));

import { listIncidents } from '../../../src/storage/incident-list';
import { forgetConnection } from '../../../src/storage/journal-connection';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  forgetConnection();
});

const CLOSED = { closed: true };
const closedUntil = (last: number) => (n: number) =>
  exampleIncident({ at: 1_760_000_000_000 + n, closedBy: n < last ? 'key' : 'not-closed' });

describe('a page of the list that is just full', () => {
  it('says that there is no more where there is none', async () => {
    await fill(50, closedUntil(50));
    const page = await listIncidents();
    expect([page.rows.length, page.next]).toEqual([50, null]);
  });

  it('says so of a narrowed list, too, though other entries follow', async () => {
    await fill(120, (n) => closedUntil(50)(119 - n));
    const page = await listIncidents({ filter: CLOSED });
    expect([page.rows.length, page.next]).toEqual([50, null]);
  });

  it.each([{}, CLOSED])('leads to the one that is left: %o', async (filter) => {
    await fill(51, closedUntil(51));
    const first = await listIncidents({ filter });
    expect([first.rows.length, first.next]).toEqual([50, 2]);
    const rest = await listIncidents({ filter, after: first.next });
    expect([rest.rows.map(({ id }) => id), rest.next]).toEqual([[1], null]);
  });

  it.each([{}, CLOSED])('counts each entry that cannot be read once: %o', async (filter) => {
    const broken = [0, 2, 4, 60, 61]; // behind the last, behind that of the first page, and before it
    await fill(62, (n) => (broken.includes(n) ? { host: 'x' } : closedUntil(62)(n)));
    const first = await listIncidents({ filter, limit: 55 });
    const rest = await listIncidents({ filter, limit: 55, after: first.next });
    expect([first.rows.length, rest.rows.length]).toEqual([55, 2]);
    expect([first.unreadable, rest.unreadable]).toEqual([2, 3]);
  });
});
