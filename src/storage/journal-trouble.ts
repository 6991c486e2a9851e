import { within } from '../async/within';
import { browser } from '../browser/api';
import { isPrivateHere } from '../browser/own-page';
import { isRecord } from './plain-values';

const KINDS = ['full', 'damaged', 'old-version', 'busy'] as const;

/** What went wrong with the journal's database, so that the journal can say it in one sentence. */
export type JournalTrouble = (typeof KINDS)[number];

/** The trouble that was met last. */
export interface TroubleNote {
  what: JournalTrouble;
  /** ms since 1970. */
  at: number;
}

const KEY = 'journal-trouble';

/** Which trouble an error of IndexedDB means. */
export function troubleOf(error: unknown): JournalTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'TimeoutError') return 'busy';
  return 'damaged';
}

/** As much as one entry with a small picture takes: written and taken away again to learn whether the disk has room. */
const ROOM_KEY = 'journal-room';
const ROOM_LENGTH = 64 * 1024;

/**
 * Leaves the note for the journal. Never throws: where even this cannot be written, the note lives in memory only. A
 * disk without room for one entry is full, whatever the database called it (Chromium: "UnknownError"). Nothing is noted
 * in a private window: what happens to the database that Firefox has there says nothing of the journal.
 */
export async function noteTrouble(what: JournalTrouble, at = Date.now()): Promise<void> {
  if (isPrivateHere()) return;
  const { local, session } = browser.storage;
  try {
    if (what === 'damaged') await local.set({ [ROOM_KEY]: ' '.repeat(ROOM_LENGTH) });
    await local.set({ [KEY]: { what, at } satisfies TroubleNote });
    if (what === 'damaged') await local.remove(ROOM_KEY);
  } catch {
    const note: TroubleNote = { what: what === 'damaged' ? 'full' : what, at };
    await session.set({ [KEY]: note }).catch(() => undefined);
  }
}

/** The journal is not kept from being read by a store that does not answer; measured: 1 to 5 ms. */
const NOTE_LIMIT_MS = 300;

/** The note that was left last, or null; an area that cannot be read tells nothing. Never throws. */
export async function readTrouble(): Promise<TroubleNote | null> {
  for (const area of [browser.storage.session, browser.storage.local]) {
    const stored = await within(area.get(KEY), NOTE_LIMIT_MS, null);
    const note: unknown = stored?.[KEY];
    if (isNote(note)) return note;
  }
  return null;
}

/** Takes the note away after a write that went well, not in a private window. Never throws. */
export async function clearTrouble(): Promise<void> {
  if (isPrivateHere()) return;
  const areas = [browser.storage.local, browser.storage.session];
  await Promise.allSettled(areas.map((area) => area.remove([KEY, ROOM_KEY])));
}

function isNote(value: unknown): value is TroubleNote {
  return isRecord(value) && KINDS.some((kind) => kind === value.what) && typeof value.at === 'number';
}
