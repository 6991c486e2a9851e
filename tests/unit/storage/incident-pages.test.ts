import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from './full-disk-storage';
import { exampleIncident } from './incident-example';
import { fill } from './journal-rows';

vi.mock('../../../src/browser/api', () => ({ browser: { storage: fakeStorage() } }));

import type { Incident } from '../../../src/storage/incident';
import { listIncidents } from '../../../src/storage/incident-list';
import { OTHER_ADDRESSES, tidyIncident } from '../../../src/storage/incident-shape';
import { addIncident, getIncident } from '../../../src/storage/incidents';
import { forgetConnection } from '../../../src/storage/journal-connection';

const AT = 1_760_000_000_000;
const mild = exampleIncident({
  at: AT, level: 'warn', address: 'https://alert.example/offer', title: 'Offer', excerpt: 'Ring us', screenshot: 'data:image/jpeg;base64,AAAA',
  chain: ['https://search.example/'], reasons: [{ id: 'wants-call', weight: 1 }],
}); // prettier-ignore
const trap = exampleIncident({
  at: AT + 7_200_000, level: 'act', address: 'https://alert.example/locked?id=9', title: 'Blocked', excerpt: 'Your computer is blocked',
  screenshot: 'data:image/jpeg;base64,BBBB', chain: ['https://ad.example/click'], reasons: [{ id: 'dialog-loop', weight: 4 }],
}); // prettier-ignore
const NOTHING = { title: '', excerpt: '', chain: [], screenshot: null };

/** All that is of one page. */
const pageOf = ({ address, chain, title, excerpt, screenshot, reasons }: Incident) => {
  return { address, chain, title, excerpt, screenshot, reasons };
};

/** The one entry that pages of one host become, one after the other. */
async function entryOf(...pages: Incident[]): Promise<Incident | null> {
  for (const page of pages) expect(await addIncident(page)).toBe(1);
  return getIncident(1);
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  forgetConnection();
});

describe('two pages of one host within a day', () => {
  it.each([
    ['last', mild, trap],
    ['first', { ...trap, at: AT }, { ...mild, at: AT + 5 }],
  ])('are an entry that shows all of the graver, which came %s, and keeps the address of the other', async (_when, one, other) => {
    expect(await entryOf(one, other)).toMatchObject({
      ...pageOf(trap),
      times: 2,
      at: AT,
      otherAddresses: [mild.address],
    });
  }); // prettier-ignore

  it('never fill what is missing of one with the other: not even with its picture', async () => {
    const bare = { ...trap, ...NOTHING };
    expect(await entryOf(mild, bare)).toMatchObject(pageOf(bare));
    expect(await entryOf({ ...mild, at: AT + 9_000_000 })).toMatchObject(pageOf(bare));
  });

  it('are shown as the one that came first where none is graver', async () => {
    const again = { ...mild, ...NOTHING, at: AT + 5, address: 'https://alert.example/again' };
    expect(await entryOf(mild, again)).toMatchObject({ ...pageOf(mild), otherAddresses: [again.address] });
  });

  it('have the address of each in the list once, and none of them twice', async () => {
    const visits = [mild, trap, mild, trap].map((page, n) => ({ ...page, at: AT + n }));
    expect(await entryOf(...visits)).toMatchObject({ address: trap.address, otherAddresses: [mild.address] });
  });

  it('both lead the search to their entry', async () => {
    await entryOf(mild, trap);
    for (const text of ['/offer', '/locked?id=9'])
      expect((await listIncidents({ filter: { text } })).rows, text).toHaveLength(1);
  });

  it('fill no more than a short list, which never drops the page that was shown so far', async () => {
    for (let n = 0; n < 30; n += 1)
      await entryOf({ ...mild, at: AT + n, address: `https://alert.example/${n}` });
    const entry = await entryOf(trap);
    expect(entry?.otherAddresses).toHaveLength(OTHER_ADDRESSES);
    expect(entry?.otherAddresses?.[0]).toBe('https://alert.example/0');
  });
});

describe('the very same page, seen again', () => {
  it('fills what was missing, whichever time was the graver', async () => {
    const bare = { ...trap, ...NOTHING, address: mild.address };
    const entry = await entryOf(mild, bare);
    const { title, excerpt, chain, screenshot } = mild;
    expect(entry).toMatchObject({ title, excerpt, chain, screenshot, reasons: trap.reasons });
    expect(entry).not.toHaveProperty('otherAddresses');
  });

  it('is shown as it was when it was graver', async () => {
    const locked = { ...trap, address: mild.address };
    expect(await entryOf(mild, locked)).toMatchObject(pageOf(locked));
  });
});

describe('the list of other addresses', () => {
  it('is absent from an entry of an older version, which is read and added to as it is', async () => {
    await fill(1, () => ({ ...mild, screenshot: undefined }));
    expect(await getIncident(1)).toEqual({ ...mild, id: 1, screenshot: null });
    expect(await entryOf(trap)).toMatchObject({ ...pageOf(trap), otherAddresses: [mild.address] });
  });

  it.each([[null], ['x'], [{}], [[null, 7, '']], [[]]])('is none where it is %j', (otherAddresses) => {
    expect(tidyIncident({ ...mild, otherAddresses })).toEqual(mild);
  });

  it('is cut where it is too long', () => {
    const otherAddresses = Array.from({ length: 500 }, () => 'x'.repeat(9_000));
    const tidy = tidyIncident({ ...mild, otherAddresses })?.otherAddresses;
    expect([tidy?.length, tidy?.[0]?.length]).toEqual([OTHER_ADDRESSES, 2_000]);
  });
});
