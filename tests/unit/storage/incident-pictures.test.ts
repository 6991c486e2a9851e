import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './full-disk-storage';
import { exampleIncident } from './incident-example';
import { raw } from './journal-rows';

const storage = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return { storage: storage.current };
  },
}));

import {
  addIncident,
  deleteIncident,
  findIncident,
  getIncident,
  updateIncident,
} from '../../../src/storage/incidents';
import { expire } from '../../../src/storage/incident-times';
import { forgetConnection } from '../../../src/storage/journal-connection';
import { DAY_MS } from '../../../src/storage/journal-limits';
import { readTrouble } from '../../../src/storage/journal-trouble';

const NOW = 1_760_000_000_000;
const LATER = 'data:image/jpeg;base64,BBBB';
const { screenshot: FIRST } = exampleIncident();

/** The keys of all pictures that lie on the disk. */
async function pictures(): Promise<IDBValidKey[]> {
  const database = await raw();
  const keys = await database.getAllKeys('screenshots');
  database.close();
  return keys;
}
const shown = async (id: number) => (await getIncident(id))?.screenshot;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  storage.current = fakeStorage();
  forgetConnection();
  await addIncident(exampleIncident({ at: NOW - 200 * DAY_MS, host: 'old.example' }));
  await addIncident(exampleIncident({ at: NOW, host: 'new.example' }));
});
afterEach(() => vi.restoreAllMocks());

describe('the picture of a page', () => {
  it('goes from the disk with the one entry that is deleted', async () => {
    await deleteIncident(1);
    expect(await pictures()).toEqual([2]);
  });

  it('goes from the disk with an entry that has become too old', async () => {
    expect(await expire(180, NOW)).toBe(1);
    expect(await pictures()).toEqual([2]);
  });

  it('stays when something else of its entry changes', async () => {
    await updateIncident(2, { closedBy: 'key', title: 'Alert 2' });
    expect(await shown(2)).toBe(FIRST);
  });

  it('may come after its entry', async () => {
    await addIncident(exampleIncident({ at: NOW, host: 'late.example', screenshot: null }));
    expect(await shown(3)).toBeNull();
    expect(await updateIncident(3, { screenshot: LATER })).toBe(true);
    expect(await shown(3)).toBe(LATER);
  });

  it('is the first one: the page may look harmless when it comes again', async () => {
    await addIncident(exampleIncident({ at: NOW + 5, host: 'new.example', screenshot: LATER }));
    expect(await shown(2)).toBe(FIRST);
    await updateIncident(2, { screenshot: null });
    await addIncident(exampleIncident({ at: NOW + 9, host: 'new.example', screenshot: LATER }));
    expect(await shown(2), 'the next one where there was none').toBe(LATER);
  });

  it('costs only itself where it cannot be read', async () => {
    const { get } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'screenshots') throw new DOMException('lost', 'DataError');
      return get.call(this, key);
    });
    expect(await findIncident(2)).toMatchObject({ failed: false, incident: { host: 'new.example', screenshot: null } }); // prettier-ignore
  });
});

describe('days to keep that are none', () => {
  it.each([0, -1, NaN])('%d: everything stays, and nothing is called damaged', async (days) => {
    expect(await expire(days, NOW)).toBe(0);
    expect(await pictures()).toEqual([1, 2]);
    expect(await readTrouble()).toBeNull();
  });
});
