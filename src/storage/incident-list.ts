import type { Level } from '../detection/verdict';
import type { Incident } from './incident';
import { tidyIncident } from './incident-shape';
import { reading } from './journal-connection';

export interface IncidentFilter {
  /** Words to find in address, title, numbers, codes and notes; '' for all. */
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

export const PAGE_LENGTH = 50;

/** One page of the journal, newest first, read with a cursor: only `limit` entries are ever in memory. Never throws. */
export function listIncidents(options: ListOptions = {}): Promise<IncidentPage> {
  const { after = null, limit = PAGE_LENGTH, filter = {} } = options;
  const fits = matcher(filter);
  const nothing: IncidentPage = { rows: [], next: null, unreadable: 0, failed: true };
  return reading(nothing, async (database) => {
    const page: IncidentPage = { rows: [], next: null, unreadable: 0, failed: false };
    const range = after === null ? null : IDBKeyRange.upperBound(after, true);
    let cursor = await database.transaction('incidents').store.openCursor(range, 'prev');
    while (cursor) {
      const row = tidyIncident(cursor.value);
      if (!row) page.unreadable += 1;
      else if (fits(row)) page.rows.push(row);
      if (page.rows.length === limit) return { ...page, next: cursor.key };
      cursor = await cursor.continue();
    }
    return page;
  });
}

/** How many entries the journal holds; 0 where it cannot be read. Never throws. */
export function countIncidents(): Promise<number> {
  return reading(0, (database) => database.count('incidents'));
}

function matcher(filter: IncidentFilter): (incident: Incident) => boolean {
  const words = (filter.text ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return (incident) => {
    if (filter.level && incident.level !== filter.level) return false;
    if (filter.closed !== undefined && (incident.closedBy !== 'not-closed') !== filter.closed) return false;
    if (words.length === 0) return true;
    const searched = haystack(incident);
    return words.every((word) => searched.includes(word));
  };
}

function haystack(incident: Incident): string {
  const { address, title, phones, codes, notes } = incident;
  return [address, title, ...phones, ...codes, ...Object.values(notes)].join('\n').toLocaleLowerCase();
}
