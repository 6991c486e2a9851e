import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './full-disk-storage';
import { exampleIncident } from './incident-example';
import { countIncidents, fill, raw } from './journal-rows';

const storage = vi.hoisted(() => ({ current: undefined as unknown, inIncognitoContext: false }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    const { current, inIncognitoContext } = storage;
    return { storage: current, extension: { inIncognitoContext } };
  },
}));

import { within } from '../../../src/async/within';
import { hasIncidents, listIncidents } from '../../../src/storage/incident-list';
import { addIncident, deleteAll, findIncident, getIncident } from '../../../src/storage/incidents';
import { expire, lastIncidentAt } from '../../../src/storage/incident-times';
import { forgetConnection } from '../../../src/storage/journal-connection';
import { JOURNAL_NAME, MIGRATIONS } from '../../../src/storage/journal-database';
import { noteTrouble, readTrouble } from '../../../src/storage/journal-trouble';

const NOW = 1_760_000_000_000;
const soon = <T>(answer: Promise<T>) => within(answer, 3_000, 'late');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  storage.current = fakeStorage();
  storage.inIncognitoContext = false;
  forgetConnection();
});

afterEach(() => vi.restoreAllMocks());

describe('when the database fails', () => {
  it('passes over broken rows and mends what can be mended', async () => {
    await fill(1, () => exampleIncident());
    await fill(1, () => ({ nonsense: true }));
    await fill(1, () => ({
      at: NOW,
      address: 'https://c.example/',
      phones: 'no list',
      notes: 7,
      level: 'loud',
    }));
    const page = await listIncidents();
    expect(page).toMatchObject({ unreadable: 1, failed: false });
    expect(page.rows.map((row) => row.id)).toEqual([3, 1]);
    expect(page.rows[0]).toMatchObject({ phones: [], level: 'warn', closedBy: 'not-closed', times: 1 });
  });

  it('is read all the same where the store of the notes never answers', async () => {
    await addIncident(exampleIncident({ at: NOW }));
    const { local, ...others } = fakeStorage() as { local: object };
    const get = () => new Promise(() => undefined);
    storage.current = { ...others, local: { ...local, get } };
    expect(await soon(lastIncidentAt(NOW))).toBe(NOW);
  });

  it('answers, and is tried again, where the store of the notes takes none: it may hang on a full disk', async () => {
    await addIncident(exampleIncident({ at: NOW }));
    const held = { ...fakeStorage().local, set: () => new Promise(() => undefined) };
    storage.current = { local: held, session: held };
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await soon(listIncidents())).toMatchObject({ failed: true });
    getAll.mockRestore();
    expect(await soon(listIncidents())).toMatchObject({ failed: false });
  });

  it('answers null on a full disk, keeps nothing half, leaves a note, and clears it after the next success', async () => {
    await addIncident(exampleIncident());
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await addIncident(exampleIncident({ host: 'b.example' }))).toBeNull();
    expect(await readTrouble()).toMatchObject({ what: 'full' });
    expect((await listIncidents()).rows).toHaveLength(1);
    put.mockRestore();
    expect(await addIncident(exampleIncident({ host: 'b.example' }))).toBe(2);
    expect(await readTrouble()).toBeNull();
  });

  it('writes nothing of an entry when it is killed between entry and picture', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'screenshots') this.transaction.abort(); // what a killed worker leaves: no commit
      return put.call(this, value, key);
    });
    expect(await addIncident(exampleIncident())).toBeNull();
    vi.restoreAllMocks();
    expect(await countIncidents()).toBe(0);
  });

  it('keeps no entry whose picture finds no room, though the program itself goes on', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'screenshots') throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    });
    expect(await addIncident(exampleIncident())).toBeNull();
    vi.restoreAllMocks();
    expect(await countIncidents()).toBe(0);
    expect(await readTrouble()).toMatchObject({ what: 'full' });
  });

  it('calls nothing kept that is lost at the very end, when all of it seems to be written', async () => {
    const count = IDBObjectStore.prototype.count;
    vi.spyOn(IDBObjectStore.prototype, 'count').mockImplementation(function (this: IDBObjectStore, query) {
      const asked = count.call(this, query);
      // The last question of the writing: what a disk without room does when it is to be made durable.
      if (this.name === 'incidents') asked.addEventListener('success', () => this.transaction.abort());
      return asked;
    });
    expect(await addIncident(exampleIncident())).toBeNull();
    expect(await readTrouble()).toMatchObject({ what: 'damaged' });
    vi.restoreAllMocks();
    expect(await countIncidents()).toBe(0);
  });

  it('answers calmly where no database can be opened at all, and takes a disk without any room for full', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    const areas = storage.current as ReturnType<typeof fakeStorage>;
    expect(await addIncident(exampleIncident())).toBeNull();
    expect(await readTrouble()).toMatchObject({ what: 'damaged' });
    areas.local.full = true;
    expect(await addIncident(exampleIncident())).toBeNull();
    expect(await listIncidents()).toMatchObject({ rows: [], failed: true });
    expect(await hasIncidents()).toBeNull();
    expect(await getIncident(1)).toBeNull();
    expect(await findIncident(1)).toEqual({ incident: null, failed: true });
    expect(await readTrouble()).toMatchObject({ what: 'full' });
    areas.session.full = true;
    expect(await addIncident(exampleIncident()), 'not even the note finds room').toBeNull();
    expect(await listIncidents()).toMatchObject({ rows: [], failed: true });
  });

  it('tells an entry that is gone from one that cannot be read', async () => {
    await addIncident(exampleIncident());
    expect(await findIncident(1)).toMatchObject({ incident: { id: 1 }, failed: false });
    expect(await findIncident(2)).toEqual({ incident: null, failed: false });
  });

  it('takes a time that no calendar has for none, and shows the entry', async () => {
    await fill(1, () => exampleIncident({ at: 1e20, lastAt: -1e20 }));
    await fill(1, () => exampleIncident({ at: 8.64e15 }));
    const { rows, unreadable } = await listIncidents();
    expect([rows.map(({ at, lastAt }) => [at, lastAt]), unreadable]).toEqual([[[8.64e15, undefined], [0, undefined]], 0]); // prettier-ignore
  });

  it.each(['damaged', 'busy', 'old-version', 'full'] as const)(
    'forgets the note "%s" once it is read whole, unless entries may be missing',
    async (what) => {
      await addIncident(exampleIncident());
      await noteTrouble(what);
      expect((await listIncidents()).rows).toHaveLength(1);
      expect((await readTrouble())?.what ?? null).toBe(what === 'full' ? 'full' : null);
    },
  );

  it('in a private window says nothing of the journal, which has no database there', async () => {
    await noteTrouble('busy');
    storage.inIncognitoContext = true;
    await listIncidents();
    expect(await readTrouble()).toMatchObject({ what: 'busy' });
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'InvalidStateError');
    });
    forgetConnection();
    expect(await listIncidents()).toMatchObject({ failed: true });
    expect(await readTrouble()).toMatchObject({ what: 'busy' });
  });

  it('reads on a new connection where the old one was cut', async () => {
    await addIncident(exampleIncident());
    const get = vi.spyOn(IDBDatabase.prototype, 'transaction');
    get.mockImplementationOnce(() => {
      throw new DOMException('closing', 'InvalidStateError');
    });
    expect(await getIncident(1)).toMatchObject({ id: 1 });
    expect(await readTrouble()).toBeNull();
  });

  it('writes on a new connection where the old one was cut, once: no evidence is lost by the failure of another page', async () => {
    await addIncident(exampleIncident());
    const cut = (): never => {
      throw new DOMException('closing', 'InvalidStateError');
    };
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(cut);
    expect(await addIncident(exampleIncident({ host: 'b.example' }))).toBe(2);
    expect(await readTrouble()).toBeNull();
    transaction.mockImplementationOnce(cut).mockImplementationOnce(cut);
    expect(await addIncident(exampleIncident({ host: 'c.example' }))).toBeNull();
    expect(await readTrouble()).toMatchObject({ what: 'damaged' });
  });

  it('keeps the note of a full disk while nothing new was written', async () => {
    await addIncident(exampleIncident());
    await noteTrouble('full');
    expect(await expire(180, NOW)).toBe(0);
    expect(await readTrouble()).toMatchObject({ what: 'full' });
  });

  it('calls a disk full that has a few bytes left, but no room for an entry', async () => {
    const { local } = (storage.current = fakeStorage());
    local.room = 1_000;
    await noteTrouble('damaged');
    expect(await readTrouble()).toMatchObject({ what: 'full' });
    local.room = Infinity;
    await noteTrouble('damaged');
    expect([...local.held.keys()]).toEqual(['journal-trouble']);
  });

  it('throws a damaged database away only when the person empties the journal', async () => {
    await addIncident(exampleIncident());
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('bad', 'UnknownError');
    });
    expect(await deleteAll()).toBe(true);
    expect(await countIncidents()).toBe(0);
    expect(await readTrouble()).toBeNull();
  });

  it('says so in time where a damaged database cannot be thrown away, because another page never lets go of it', async () => {
    await addIncident(exampleIncident());
    const held = await raw();
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('bad', 'UnknownError');
    });
    expect(await within(deleteAll(), 10_000, 'no answer')).toBe(false);
    held.close();
  });

  it('reads a newer version of the database but does not write into it', async () => {
    await addIncident(exampleIncident());
    forgetConnection();
    const newer = await openDB(JOURNAL_NAME, MIGRATIONS.length + 1);
    newer.close();
    expect((await listIncidents()).rows).toHaveLength(1);
    expect(await readTrouble(), 'told to whoever only reads').toMatchObject({ what: 'old-version' });
    expect(await addIncident(exampleIncident({ host: 'b.example' }))).toBeNull();
    expect(await readTrouble()).toMatchObject({ what: 'old-version' });
  });
});
