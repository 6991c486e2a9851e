import type { Incident } from './incident';
import {
  gained,
  isRepeat,
  isShownInstead,
  mergeRepeat,
  tidyIncident,
  tidyNotes,
  tidyScreenshot,
  type Findings,
} from './incident-shape';
import { forgetConnection, reading, writing, type JournalWrite } from './journal-connection';
import { deleteJournal } from './journal-database';
import { DAY_MS, dropTooMany, isDayFull } from './journal-limits';
import { clearTrouble } from './journal-trouble';

/** Entries of one host that are looked at, the newest first: two kinds of a day are enough. */
const MOST_LOOKED_AT = 10;

/** Whether two addresses of one host are one place: many hosts are shared by strangers. */
type SamePlace = (one: string, other: string) => boolean;

const anywhere: SamePlace = () => true;

/**
 * Writes an entry, or adds to the one of the same place within a day. Returns its key; null where it could not be
 * kept (the day's cap is reached, or the database fails: then a note is left for the journal). Never throws.
 */
export function addIncident(incident: Incident, isSame: SamePlace = anywhere): Promise<number | null> {
  const tidy = tidyIncident(incident);
  if (!tidy) return Promise.resolve(null);
  return writing<number | null>(null, async (write) => {
    const repeat = await latestOfPlace(write, tidy, isSame);
    const id = repeat ? await put(write, mergeRepeat(repeat, tidy)) : await addNew(write, tidy);
    if (id !== null) await keepScreenshot(write, id, repeat, tidy);
    await dropTooMany(write);
    return id;
  });
}

/** What may change in an entry afterwards. */
export type IncidentChange = Partial<
  Pick<Incident, 'closedBy' | 'chain' | 'screenshot' | 'title'> & Findings
>;

/** Changes an entry; of numbers, codes and level nothing is taken away. Answers false where it is gone or cannot be written. Never throws. */
export function updateIncident(id: number, change: IncidentChange): Promise<boolean> {
  return writing(false, async (write) => {
    const stored = tidyIncident(await write.objectStore('incidents').get(id));
    if (!stored) return false;
    const changed = tidyIncident({ ...stored, ...change, id });
    if (!changed) return false;
    await put(write, { ...changed, ...gained(stored, changed) });
    const picture = tidyScreenshot(change.screenshot);
    if (picture) await write.objectStore('screenshots').put(picture, id);
    if (change.screenshot === null) await write.objectStore('screenshots').delete(id);
    return true;
  });
}

/**
 * Keeps what the person wrote down about an incident, and what is stored of the fields that are not given: another window
 * may write in them. Answers false where it could not be kept. Never throws.
 */
export function saveNotes(id: number, notes: Partial<Incident['notes']>): Promise<boolean> {
  return writing(false, async (write) => {
    const stored = tidyIncident(await write.objectStore('incidents').get(id));
    if (!stored) return false;
    await put(write, { ...stored, id, notes: tidyNotes({ ...stored.notes, ...notes }) });
    return true;
  });
}

export interface FoundIncident {
  /** With its picture; null where there is none or it cannot be read. */
  incident: Incident | null;
  /** The database could not be opened or read: the entry may well be there. */
  failed: boolean;
}

/** Looks for one entry. Never throws. */
export function findIncident(id: number): Promise<FoundIncident> {
  return reading<FoundIncident>({ incident: null, failed: true }, async (database) => {
    const entry = tidyIncident(await database.get('incidents', id));
    if (!entry) return { incident: null, failed: false };
    const picture = await database.get('screenshots', id).catch(() => null); // a lost picture costs only itself
    return { incident: { ...entry, screenshot: tidyScreenshot(picture) }, failed: false };
  });
}

/** One entry with its picture; null where there is none or it cannot be read. Never throws. */
export async function getIncident(id: number): Promise<Incident | null> {
  return (await findIncident(id)).incident;
}

/** Deletes one entry and its picture. Answers false where that failed. Never throws. */
export function deleteIncident(id: number): Promise<boolean> {
  return writing(false, async (write) => {
    await write.objectStore('screenshots').delete(id);
    await write.objectStore('incidents').delete(id);
    return true;
  });
}

/** Empties the journal; a database too damaged to be emptied is thrown away whole. Never throws. */
export async function deleteAll(): Promise<boolean> {
  const emptied = await writing(false, async (write) => {
    await write.objectStore('screenshots').clear();
    await write.objectStore('incidents').clear();
    return true;
  });
  return emptied || throwAway();
}

/**
 * "I trust this page", long after it was closed: the newest alarm of its host was a mistake; where there was none, the newest
 * entry. @param isThere whether an entry's address is the place that is meant @returns its key, or null. Never throws.
 */
export function refuteLatest(
  host: string,
  isThere: (address: string) => boolean = () => true,
): Promise<number | null> {
  return writing<number | null>(null, async (write) => {
    const latest = await latestAlarm(write, host, isThere);
    return latest ? put(write, { ...latest, closedBy: 'mistake' }) : null;
  });
}

async function latestAlarm(
  write: JournalWrite,
  host: string,
  isThere: (address: string) => boolean,
): Promise<Incident | null> {
  if (host === '') return null;
  let newest: Incident | null = null;
  let cursor = await write.objectStore('incidents').index('host').openCursor(host, 'prev');
  for (; cursor; cursor = await cursor.continue()) {
    const stored = tidyIncident(cursor.value);
    if (stored === null || !isThere(stored.address)) continue;
    if (stored.level !== 'quiet' && stored.closedBy !== 'mistake') return stored;
    newest ??= stored;
  }
  return newest;
}

/** The entry of the same place that this one adds to: of the same day, and of the same kind. */
async function latestOfPlace(
  write: JournalWrite,
  incident: Incident,
  isSame: SamePlace,
): Promise<Incident | null> {
  if (incident.host === '') return null;
  let cursor = await write.objectStore('incidents').index('host').openCursor(incident.host, 'prev');
  for (let looked = 0; cursor && looked < MOST_LOOKED_AT; looked += 1, cursor = await cursor.continue()) {
    const stored = tidyIncident(cursor.value);
    if (stored && isSame(stored.address, incident.address) && isRepeat(stored, incident, DAY_MS))
      return stored;
  }
  return null;
}

async function addNew(write: JournalWrite, incident: Incident): Promise<number | null> {
  if (await isDayFull(write, incident.at)) return null;
  return put(write, { ...incident, id: undefined });
}

function put(write: JournalWrite, incident: Incident): Promise<number> {
  const row: Partial<Incident> & Omit<Incident, 'screenshot'> = { ...incident };
  delete row.screenshot; // kept in its own store
  if (row.injectedIntoHonestSite === undefined) delete row.injectedIntoHonestSite;
  if (row.id === undefined) delete row.id; // the database gives one
  return write.objectStore('incidents').put(row);
}

/** The picture is of the page that the entry shows; of that very page it is the first one: later it may look harmless. */
async function keepScreenshot(
  write: JournalWrite,
  id: number,
  repeat: Incident | null,
  again: Incident,
): Promise<void> {
  const pictures = write.objectStore('screenshots');
  const isShown = repeat === null || isShownInstead(repeat, again);
  const isSamePage = repeat === null || repeat.address === again.address;
  if (!again.screenshot) {
    if (isShown && !isSamePage) await pictures.delete(id);
    return;
  }
  const isMissing = isSamePage && (await pictures.getKey(id)) === undefined;
  if (isShown || isMissing) await pictures.put(again.screenshot, id);
}

async function throwAway(): Promise<boolean> {
  forgetConnection();
  try {
    await deleteJournal();
    await clearTrouble();
    return true;
  } catch {
    return false;
  }
}
