import { openDB } from 'idb';
import { hasIncidents } from '../../../src/storage/incident-list';
import { JOURNAL_NAME, type JournalSchema } from '../../../src/storage/journal-database';

/** The journal's database as the product makes it, opened beside it. */
export const raw = () => openDB<JournalSchema>(JOURNAL_NAME);

/** How many entries there are; makes the database where there is none. */
export async function countIncidents(): Promise<number> {
  await hasIncidents();
  const database = await raw();
  const count = await database.count('incidents');
  database.close();
  return count;
}

/** Writes `count` rows straight into the store, whatever they are. */
export async function fill(count: number, make: (n: number) => unknown): Promise<void> {
  await countIncidents();
  const database = await raw();
  const write = database.transaction('incidents', 'readwrite');
  for (let n = 0; n < count; n += 1) void write.store.put(make(n) as never); // broken rows are wanted too
  await write.done;
  database.close();
}
