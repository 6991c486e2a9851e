import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { FakeBrowser } from '../fake-browser';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

const ACT: Verdict = {
  level: 'act', score: 1, logOdds: 9, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore
const NOW = Date.now();
const STORE = 'https://storage.googleapis.com';

/** The parts of the worker; reading them for the first time takes a busy machine seconds. */
const parts = async () => ({
  ...(await import('../../../../src/background/state/cases')),
  ...(await import('../../../../src/background/state/tab-state')),
  ...(await import('../../../../src/background/journal/evidence')),
  ...(await import('../../../../src/background/person/mistake')),
  ...(await import('../../../../src/storage/incidents')),
});
beforeAll(async () => {
  held.browser = new FakeBrowser().api;
  await parts();
}, 60_000);

beforeEach(() => {
  held.browser = new FakeBrowser().api;
  vi.resetModules();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

/** Has scams at these addresses written down, one after the other. @returns the entry of each */
async function met(addresses: readonly string[]): Promise<(number | null)[]> {
  const { openCase, cases, tabStates, keepEvidence } = await parts();
  const entries: (number | null)[] = [];
  for (const [at, address] of addresses.entries()) {
    const tab = { tabId: 1, windowId: 1, incognito: false, address, title: '' };
    const opened = await openCase(tab, ACT, NOW + at * 1_000);
    await keepEvidence(opened, await tabStates.read('1'), null, []);
    entries.push((await cases.read(opened.id))?.incidentId ?? null);
    await cases.drop(opened.id);
  }
  return entries;
}

describe('two scams on one host and one day', () => {
  it.each([
    ['in two folders of a store', `${STORE}/bucket-one/a.html`, `${STORE}/other-scam/a.html`, 2],
    ['in one folder of a store', `${STORE}/bucket-one/a.html`, `${STORE}/bucket-one/b.html?x=1`, 1],
    [
      'of two people on a platform',
      'https://sites.google.com/view/one',
      'https://sites.google.com/view/two',
      2,
    ],
    ['on one page of a platform', 'https://t.me/scam?a=1', 'https://t.me/scam?a=2#b', 1],
    ['on a host of their own', 'https://alert.pages.dev/a', 'https://alert.pages.dev/b', 1],
  ])('%s: %s, %s have %i entries', async (_what, one, other, count) => {
    const entries = await met([one, other, one]);
    expect(entries).toEqual(count === 2 ? [1, 2, 1] : [1, 1, 1]);
    const { getIncident } = await parts();
    expect(await getIncident(count)).toMatchObject({ address: count === 2 ? other : one });
  });

  it('that one of them was a mistake, said days later, is not said of the other', async () => {
    await met([`${STORE}/bucket-one/a.html`, `${STORE}/other-scam/a.html`]);
    const { openHeld, getIncident } = await parts();
    await openHeld(`${STORE}/bucket-one/b.html`, true);
    await vi.waitFor(async () => expect(await getIncident(1)).toMatchObject({ closedBy: 'mistake' }));
    expect(await getIncident(2)).toMatchObject({ closedBy: 'not-closed' });
  });
});
