import { lastDigits } from '../detection/numbers/number-formats';
import type { Level } from '../detection/verdict';
import type { Incident } from './incident';
import { tidyIncident } from './incident-shape';
import { reading } from './journal-connection';
import type { JournalDatabase } from './journal-database';

export interface IncidentFilter {
  /** Words to find in addresses, title, numbers, codes and notes; '' for all. */
  text?: string;
  level?: Level;
  closed?: boolean;
}

export interface ListOptions {
  /** The `next` of the page before; null or absent for the newest. */
  after?: number | null;
  limit?: number;
  filter?: IncidentFilter;
}

export interface IncidentPage {
  /** Newest first, without pictures. */
  rows: Incident[];
  /** Hand this to `after` for the next page; null at the end. */
  next: number | null;
  /** Entries that could not be read and were passed over. */
  unreadable: number;
  /** The database could not be opened or read. */
  failed: boolean;
}

const PAGE_LENGTH = 50;

/** Entries read at once while searching: few enough for memory, enough to be quick (10,000 are 20 reads). */
const CHUNK = 500;

/** Fewer digits are a part of too many numbers. */
const LEAST_DIGITS = 5;

/** One page of the journal, newest first: never more than CHUNK entries are in memory beside the page. Never throws. */
export function listIncidents(options: ListOptions = {}): Promise<IncidentPage> {
  const { after = null, limit = PAGE_LENGTH, filter = {} } = options;
  const fits = matcher(filter);
  const size = isNarrow(filter) ? CHUNK : limit + 1; // one more says whether there is more
  const nothing: IncidentPage = { rows: [], next: null, unreadable: 0, failed: true };
  return reading(nothing, async (database) => {
    const page: IncidentPage = { rows: [], next: null, unreadable: 0, failed: false };
    let [lastKey, unreadable] = [0, 0];
    for (let before = after; ;) {
      const chunk = await chunkBefore(database, before, size);
      for (const { key, value } of chunk) {
        const row = tidyIncident(value);
        if (!row) unreadable += 1;
        else if (fits(row)) {
          if (page.rows.length === limit) return { ...page, next: lastKey };
          page.rows.push(row);
          lastKey = key;
          page.unreadable = unreadable; // those behind the last row are the next page's
        }
      }
      before = chunk.at(-1)?.key ?? null;
      if (chunk.length < size) return { ...page, unreadable };
    }
  });
}

/** The `size` entries before a key, newest first, in two or three reads (a cursor would take one for each entry). */
async function chunkBefore(database: JournalDatabase, before: number | null, size: number): Promise<Chunk> {
  const { store } = database.transaction('incidents');
  const upper = before === null ? null : IDBKeyRange.upperBound(before, true);
  let oldest = await store.openKeyCursor(upper, 'prev');
  if (oldest && size > 1) oldest = await oldest.advance(size - 1);
  const range = oldest ? lowerTo(oldest.key, before) : upper;
  const values = await store.getAll(range);
  return values.map((value): Chunk[number] => ({ key: value.id ?? 0, value })).reverse(); // every stored row has its key
}

type Chunk = { key: number; value: unknown }[];

function lowerTo(oldest: number, before: number | null): IDBKeyRange {
  return before === null ? IDBKeyRange.lowerBound(oldest) : IDBKeyRange.bound(oldest, before, false, true);
}

/** Is there any entry at all? Null where that cannot be read. (Counting takes longer the more there are.) Never throws. */
export function hasIncidents(): Promise<boolean | null> {
  return reading<boolean | null>(null, async (database) => {
    const cursor = await database.transaction('incidents').store.openKeyCursor();
    return cursor !== null;
  });
}

function isNarrow(filter: IncidentFilter): boolean {
  return Boolean(filter.text) || filter.level !== undefined || filter.closed !== undefined;
}

function matcher(filter: IncidentFilter): (incident: Incident) => boolean {
  const text = filter.text ?? '';
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const number = numberIn(text);
  return (incident) => {
    if (filter.level && incident.level !== filter.level) return false;
    if (filter.closed !== undefined && isClosed(incident) !== filter.closed) return false;
    if (words.length === 0) return true;
    const searched = haystack(incident);
    if (words.every((word) => searched.includes(word))) return true;
    return number !== null && numbersOf(incident).some((one) => one.includes(number));
  };
}

/**
 * Where nothing but a number was typed, its last digits: a page, a telephone and a person space it each their own way, and
 * write it with its country or without.
 */
function numberIn(text: string): string | null {
  const digits = lastDigits(text);
  return digits.length >= LEAST_DIGITS && /^[\d\s().+/-]+$/.test(text) ? digits : null;
}

function numbersOf({ phones, notes }: Incident): string[] {
  return [...phones, notes.otherNumbers].map(digitsOf);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function isClosed({ closedBy }: Incident): boolean {
  return closedBy !== 'not-closed' && closedBy !== 'mistake';
}

function haystack(incident: Incident): string {
  const { address, otherAddresses = [], title, phones, codes, notes } = incident;
  return [address, ...otherAddresses, title, ...phones, ...codes, ...Object.values(notes)]
    .join('\n')
    .toLocaleLowerCase();
}
