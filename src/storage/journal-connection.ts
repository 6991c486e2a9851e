import type { IDBPTransaction } from 'idb';
import { within } from '../async/within';
import { openJournal, type JournalDatabase, type JournalSchema, type OpenJournal } from './journal-database';
import { clearTrouble, noteTrouble, readTrouble, troubleOf, type JournalTrouble } from './journal-trouble';

/** Nobody waits longer (ms) for the note: the disk that failed the journal may keep the store of the notes, too. */
const NOTE_LIMIT_MS = 1_000;

type JournalStores = ('incidents' | 'screenshots')[];
export type JournalWrite = IDBPTransaction<JournalSchema, JournalStores, 'readwrite'>;

let opened: Promise<OpenJournal> | null = null;

/** Forgets the connection, so that the next call opens it anew. */
export function forgetConnection(): void {
  opened = null;
}

function connect(): Promise<OpenJournal> {
  opened ??= openJournal({ onGone: forgetConnection });
  return opened;
}

/**
 * Does its work once more on a new connection where the first failed: after a failed write Chromium cuts every connection
 * to the database, also those of other pages. Not after a trouble that is `final`.
 */
async function onceMore<T>(work: () => Promise<T>, final: readonly JournalTrouble[]): Promise<T> {
  return work().catch((error: unknown) => {
    if (final.includes(troubleOf(error))) throw error;
    forgetConnection();
    return work();
  });
}

/**
 * Runs a reading; answers `otherwise` and leaves a note where that fails. Never throws. What can be read has no trouble
 * any more, but entries that found no room are still missing: that note waits for a write.
 */
export async function reading<T>(otherwise: T, body: (database: JournalDatabase) => Promise<T>): Promise<T> {
  const read = async (): Promise<T> => {
    const { database, state } = await connect();
    if (state === 'old-version') await noteTrouble('old-version');
    const [result, note] = await Promise.all([body(database), readTrouble()]);
    if (state === 'ready' && note !== null && note.what !== 'full') await clearTrouble();
    return result;
  };
  try {
    return await onceMore(read, ['busy']); // that one has been waited for long enough
  } catch (error) {
    return failed(error, otherwise);
  }
}

/**
 * Runs one transaction over both stores: all of it is kept or nothing. Answers `otherwise` and leaves a note where
 * that fails, or where the database is of an old version (then it is only read). Never throws.
 */
export async function writing<T>(otherwise: T, body: (write: JournalWrite) => Promise<T>): Promise<T> {
  const write = async (): Promise<T> => {
    const { database, state } = await connect();
    if (state === 'old-version') {
      await noteTrouble('old-version');
      return otherwise;
    }
    const result = await transact(database, body);
    await clearTrouble();
    return result;
  };
  try {
    return await onceMore(write, ['busy', 'full']);
  } catch (error) {
    return failed(error, otherwise);
  }
}

async function transact<T>(database: JournalDatabase, body: (write: JournalWrite) => Promise<T>): Promise<T> {
  const write = database.transaction(['incidents', 'screenshots'], 'readwrite');
  const end = write.done.then(
    () => null,
    (reason: unknown) => reason,
  );
  try {
    const result = await body(write);
    const failure = await end;
    if (failure !== null) throw failure;
    return result;
  } catch (error) {
    abort(write);
    // A request only says "aborted"; why (a full disk) is told by the transaction.
    throw error instanceof Error && error.name === 'AbortError' ? ((await end) ?? error) : error;
  }
}

function abort(write: JournalWrite): void {
  try {
    write.abort();
  } catch {
    // It had already ended.
  }
}

async function failed<T>(error: unknown, otherwise: T): Promise<T> {
  forgetConnection();
  await within(noteTrouble(troubleOf(error)), NOTE_LIMIT_MS, undefined);
  return otherwise;
}
