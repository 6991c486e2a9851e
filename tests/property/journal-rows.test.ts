import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listIncidents, type IncidentPage } from '../../src/storage/incident-list';
import { tidyIncident } from '../../src/storage/incident-shape';
import { addIncident, findIncident, refuteLatest, updateIncident } from '../../src/storage/incidents';
import { expire, lastIncidentAt } from '../../src/storage/incident-times';
import { forgetConnection } from '../../src/storage/journal-connection';
import { DAY_MS } from '../../src/storage/journal-limits';
import { readTrouble } from '../../src/storage/journal-trouble';
import { fakeStorage } from '../unit/storage/full-disk-storage';
import { exampleIncident } from '../unit/storage/incident-example';
import { countIncidents, fill } from '../unit/storage/journal-rows';
import { LIMIT_MS, mutated } from './odd-values';

const storage = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('../../src/browser/api', () => ({
  get browser() {
    return { storage: storage.current };
  },
}));

/** Journals, and rows in each. */
const JOURNALS = 80;
const MOST_ROWS = 25;
const NOW = 1_760_000_000_000;
const row = mutated([exampleIncident({ at: NOW - DAY_MS, times: 2, lastAt: NOW })]);

/** The whole list, some at a time. */
async function allOf(limit: number): Promise<IncidentPage[]> {
  const pages: IncidentPage[] = [];
  for (let next: number | null | undefined; next !== null; next = pages.at(-1)?.next ?? null)
    pages.push(await listIncidents({ after: next ?? null, limit }));
  return pages;
}

/** Each use of the journal, whatever lies in it. */
async function use(rows: unknown[], limit: number): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  storage.current = fakeStorage();
  forgetConnection();
  await fill(rows.length, (n) => rows[n]);
  const pages = await allOf(limit);
  const shown = pages.flatMap((page) => page.rows);
  const passedOver = pages.reduce((sum, page) => sum + page.unreadable, 0);
  expect(shown.length + passedOver).toBe(rows.length);
  expect(shown.length).toBe(rows.filter((each) => tidyIncident(each) !== null).length);
  for (const entry of shown) expect(await findIncident(entry.id ?? 0)).toMatchObject({ failed: false });
  expect((await listIncidents({ filter: { text: 'alert 555', closed: true } })).failed).toBe(false);
  expect((await lastIncidentAt(NOW)) ?? 0).toBeLessThanOrEqual(NOW + DAY_MS);
  for (const { id = 0 } of shown) expect(await updateIncident(id, { phones: ['555-0199'] })).toBe(true);
  await refuteLatest('alert.example');
  expect(await addIncident(exampleIncident({ at: NOW, host: 'new.example' }))).not.toBeNull();
  const before = await countIncidents();
  expect(await countIncidents()).toBe(before - (await expire(1, NOW)));
  expect(await readTrouble(), 'nothing was taken for a broken database').toBeNull();
}

describe('a journal of random and mutated rows', () => {
  it(
    'is listed, searched, added to and tidied without one row lost for another',
    async () => {
      const rows = fc.array(row, { minLength: 1, maxLength: MOST_ROWS });
      // Met by chance once in some thousands of journals.
      const underText = { ...exampleIncident({ at: NOW - DAY_MS }), id: 'x' };
      await fc.assert(fc.asyncProperty(rows, fc.integer({ min: 1, max: 30 }), use), {
        numRuns: JOURNALS,
        examples: [[[underText], 1]],
      });
    },
    LIMIT_MS,
  );
});
