import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Incident } from './incident';

/** Pictures live apart from the entries, so that a list of entries reads no pictures. */
export interface JournalSchema extends DBSchema {
  incidents: {
    key: number;
    value: Omit<Incident, 'screenshot'>;
    indexes: { at: number; host: string; lastAt: number };
  };
  screenshots: { key: number; value: string };
}

export type JournalDatabase = IDBPDatabase<JournalSchema>;
type Upgrade = IDBPTransaction<JournalSchema, ('incidents' | 'screenshots')[], 'versionchange'>;

/** One step from version n to n + 1, in order. Never change a step that was published: add one. */
export type Migration = (database: JournalDatabase, upgrade: Upgrade) => void | Promise<void>;

export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const incidents = database.createObjectStore('incidents', { keyPath: 'id', autoIncrement: true });
    incidents.createIndex('at', 'at');
    incidents.createIndex('host', 'host');
    database.createObjectStore('screenshots');
  },
  (_database, upgrade) => {
    upgrade.objectStore('incidents').createIndex('lastAt', 'lastAt'); // holds the entries that were added to
  },
];

/** `old-version`: the upgrade failed, so the stored version was opened as it is; nothing of it is lost. */
export interface OpenJournal {
  database: JournalDatabase;
  state: 'ready' | 'old-version';
}

export interface OpenOptions {
  name?: string;
  migrations?: readonly Migration[];
  /** ms to wait for a database that another page holds, or that never answers. */
  patience?: number;
  /** Called when the connection is gone and the next call has to open it anew. */
  onGone?: () => void;
}

export const JOURNAL_NAME = 'sangfroid-journal';
const PATIENCE_MS = 4_000;

/**
 * Opens the journal. A failed upgrade is rolled back by the browser; the old version is then opened as it is.
 * Throws what IndexedDB throws (QuotaExceededError, UnknownError, …) and a TimeoutError after `patience`.
 */
export async function openJournal(options: OpenOptions = {}): Promise<OpenJournal> {
  const { name = JOURNAL_NAME, migrations = MIGRATIONS, patience = PATIENCE_MS } = options;
  try {
    const database = await patiently(open(name, migrations, options.onGone), patience);
    return { database, state: 'ready' };
  } catch (error) {
    if (!isVersionTrouble(error)) throw error;
    const database = await patiently(open(name, null, options.onGone), patience);
    if (database.objectStoreNames.contains('incidents')) return { database, state: 'old-version' };
    database.close();
    await deleteDB(name); // The very first upgrade failed: there is nothing to keep, only an empty version 1.
    throw error;
  }
}

function open(
  name: string,
  migrations: readonly Migration[] | null,
  gone?: () => void,
): Promise<JournalDatabase> {
  return openDB<JournalSchema>(name, migrations?.length, {
    upgrade(database, oldVersion, _newVersion, upgrade) {
      upgrade.done.catch(() => undefined); // openDB itself tells us
      const steps = migrations?.slice(oldVersion) ?? [];
      // Without the abort the browser would commit the half that was done.
      runSteps(steps, database, upgrade).catch(() => upgrade.abort());
    },
    blocking(_current, _blocked, event) {
      // Another page of ours brings a newer version: make way at once.
      if (event.target instanceof IDBDatabase) event.target.close();
      gone?.();
    },
    terminated: () => gone?.(),
  });
}

async function runSteps(
  steps: readonly Migration[],
  database: JournalDatabase,
  upgrade: Upgrade,
): Promise<void> {
  for (const step of steps) await step(database, upgrade);
}

/** The upgrade was aborted, a step of it threw, or the stored version is newer than this program. */
function isVersionTrouble(error: unknown): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return true;
  return ![
    'QuotaExceededError',
    'TimeoutError',
    'UnknownError',
    'SecurityError',
    'InvalidStateError',
  ].includes(error.name);
}

/**
 * Throws the whole journal away. Throws what IndexedDB throws, and a TimeoutError where another page does not let go of it
 * in time: it goes then as soon as that page is closed.
 */
export function deleteJournal(): Promise<void> {
  return inTime(deleteDB(JOURNAL_NAME), PATIENCE_MS);
}

/** The database, or a TimeoutError after `patience` ms. One that opens later is closed again. */
async function patiently(opening: Promise<JournalDatabase>, patience: number): Promise<JournalDatabase> {
  let late = false;
  opening.then(
    (database) => late && database.close(),
    () => undefined,
  );
  try {
    return await inTime(opening, patience);
  } finally {
    late = true;
  }
}

/** The answer, or a TimeoutError after `patience` ms. */
function inTime<T>(answer: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('The journal did not answer in time.', 'TimeoutError')),
      patience,
    );
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
