import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './full-disk-storage';
import { exampleIncident } from './incident-example';
import { fill } from './journal-rows';

vi.mock('../../../src/browser/api', () => ({ browser: { storage: fakeStorage() } }));

import { listIncidents } from '../../../src/storage/incident-list';
import { forgetConnection } from '../../../src/storage/journal-connection';

const NOTES = exampleIncident().notes;
const ROWS = [
  exampleIncident({ phones: ['01 99 00 12 34'] }),
  exampleIncident({ phones: ['(555) 555-0134'], notes: { ...NOTES, otherNumbers: '+44 1632 960 123, at night' } }),
  exampleIncident({ phones: [], address: 'http://192.0.2.17/help', codes: ['77-900'] }),
]; // prettier-ignore

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  forgetConnection();
  await fill(ROWS.length, (n) => ROWS[n]);
});

const found = async (text: string) => (await listIncidents({ filter: { text } })).rows.map(({ id }) => id);

describe('a number is found in the journal', () => {
  it.each([
    ['0199001234', [1]],
    ['01.99.00.12.34', [1]],
    ['01 99 00 12 34', [1]],
    ['5555550134', [2]],
    ['+441632960123', [2]],
    ['1632-960', [2]],
    ['0199005678', []],
  ])('however it is written: %s', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  it.each([
    ['+33 1 99 00 12 34', [1]],
    ['0033199001234', [1]],
    ['+1 555 555 0134', [2]],
    ['1-555-555-0134', [2]],
    ['01632 960 123', [2]],
    ['+33 1 99 00 12 35', []],
  ])('with its country or without, whichever was noted: %s', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  it.each([
    ['192.0.2.17', [3]],
    ['77-900', [3]],
    ['help', [3, 2, 1]],
    ['99 01', [1]],
  ])('and everything else as before: %s', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  it('but not made of two that stand side by side', async () => {
    expect(await found('0134441632')).toEqual([]);
  });
});
