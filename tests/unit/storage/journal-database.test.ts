import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, openJournal, type Migration } from '../../../src/storage/journal-database';
import { exampleIncident } from './incident-example';

const NAME = 'journal-test';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function oneEntry(): Promise<void> {
  const { database } = await openJournal({ name: NAME });
  await database.put('incidents', exampleIncident());
  database.close();
}

const fails: Migration = (database) => {
  database.deleteObjectStore('incidents');
  throw new Error('The upgrade broke half way.');
};

describe('upgrades', () => {
  it('runs only the steps that are missing', async () => {
    await oneEntry();
    const seen: number[] = [];
    const next: Migration = (_database, upgrade) => void seen.push(upgrade.objectStore('incidents') ? 2 : 0);
    const { database, state } = await openJournal({ name: NAME, migrations: [...MIGRATIONS, next] });
    expect([state, database.version, seen]).toEqual(['ready', MIGRATIONS.length + 1, [2]]);
    expect(await database.count('incidents')).toBe(1);
  });

  it('opens the old version, with everything in it, when an upgrade fails', async () => {
    await oneEntry();
    const { database, state } = await openJournal({ name: NAME, migrations: [...MIGRATIONS, fails] });
    expect([state, database.version]).toEqual(['old-version', MIGRATIONS.length]);
    expect(await database.get('incidents', 1)).toMatchObject({ host: 'alert.example' });
  });

  it('takes the upgrade up again when the program is mended', async () => {
    await oneEntry();
    const broken = await openJournal({ name: NAME, migrations: [...MIGRATIONS, fails] });
    broken.database.close();
    const { database, state } = await openJournal({
      name: NAME,
      migrations: [...MIGRATIONS, () => undefined],
    });
    expect([state, database.version, await database.count('incidents')]).toEqual([
      'ready',
      MIGRATIONS.length + 1,
      1,
    ]);
  });

  it('throws, and leaves no empty database behind, when the very first one fails', async () => {
    const first: Migration = () => {
      throw new Error('No first version.');
    };
    await expect(openJournal({ name: NAME, migrations: [first] })).rejects.toThrow();
    const { state } = await openJournal({ name: NAME });
    expect(state).toBe('ready');
  });
});

describe('other pages', () => {
  it('gives up in time when another page holds the old version, and opens once that page is gone', async () => {
    await oneEntry();
    const held = await openDB(NAME, MIGRATIONS.length); // makes no way
    const opening = openJournal({ name: NAME, migrations: [...MIGRATIONS, () => undefined], patience: 60 });
    await expect(opening).rejects.toMatchObject({ name: 'TimeoutError' });
    held.close();
    const next = await openJournal({ name: NAME, migrations: [...MIGRATIONS, () => undefined] });
    expect([next.state, await next.database.count('incidents')]).toEqual(['ready', 1]);
  });

  it('makes way for a newer version and says that the connection is gone', async () => {
    let gone = 0;
    await openJournal({ name: NAME, onGone: () => (gone += 1) });
    const newer = await openJournal({
      name: NAME,
      migrations: [...MIGRATIONS, () => undefined],
      patience: 500,
    });
    expect([newer.state, gone]).toEqual(['ready', 1]);
  });
});
