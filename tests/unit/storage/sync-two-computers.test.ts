import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserWithStorage } from '../browser-with-storage';

/** What the account of the person holds, and how often a computer has written to it. */
let account: Record<string, unknown>;
let writes = 0;
let computers: Computer[];

type Computer = Awaited<ReturnType<typeof startComputer>>;

const pass = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A computer of its own, whose browser brings each writing to the account, and what others wrote a moment later. */
async function startComputer() {
  const fake = browserWithStorage();
  vi.doMock('../../../src/browser/api', () => ({ browser: fake }));
  vi.resetModules();
  const { watchSync } = await import('../../../src/storage/settings-sync');
  const store = await import('../../../src/storage/settings-store');
  watchSync();
  const { set } = fake.storage.sync;
  let isPaused = false;
  fake.storage.sync.set = async (items) => {
    await set(items);
    writes += 1;
    if (!isPaused) bring(items, fake);
  };
  const hosts = async () => (await store.loadSettings()).trustedSites.map(({ host }) => host).sort();
  const pause = () => void (isPaused = true);
  const resume = (): void => {
    isPaused = false;
    fake.storage.sync.overwrite(account);
  };
  return { ...store, fake, hosts, pause, resume, isPaused: () => isPaused };
}

function bring(items: object, from: unknown): void {
  if (writes > 100) return; // an echo without an end
  account = { ...account, ...structuredClone(items) };
  for (const { fake, isPaused } of computers)
    if (fake !== from && !isPaused()) setTimeout(() => fake.storage.sync.overwrite(account), 1);
}

/** Until no computer has written for a while. */
async function quiet(): Promise<void> {
  for (let before = -1; before !== writes; await pass(40)) before = writes;
}

const site = (name: string, since: number) => ({ host: `${name}.example`, since, why: 'options' as const });
const many = (name: string) =>
  Array.from({ length: 100 }, (_, n) => site(`a-site-of-${name}-with-a-rather-long-name-${n}`, 1));

beforeEach(async () => {
  account = {};
  writes = 0;
  computers = [];
  computers = [await startComputer(), await startComputer()];
  for (const { saveSettings } of computers) await saveSettings({ sync: true });
  await quiet();
}, 60_000);

describe('two computers of one person', () => {
  it('come to trust the same where each trusts another site at the same time, and are silent then', async () => {
    const [one, other] = computers as [Computer, Computer];
    await Promise.all([one.trustSite('one.example', 'popup'), other.trustSite('other.example', 'popup')]);
    await quiet();
    for (const { hosts } of computers) expect(await hosts()).toEqual(['one.example', 'other.example']);
    expect(writes).toBeLessThan(7);
  });

  it('are silent, too, where they trust more than one item has room for', async () => {
    const [one, other] = computers as [Computer, Computer];
    await Promise.all([
      one.saveSettings({ trustedSites: many('one') }),
      other.saveSettings({ trustedSites: many('other') }),
    ]);
    await quiet();
    expect(writes).toBeLessThan(7);
    await one.trustSite('newest.example', 'popup');
    await quiet();
    for (const { hosts } of computers) expect(await hosts()).toContain('newest.example');
    expect(writes).toBeLessThan(10);
  });

  it('keep a site untrusted that one of them took back while its sync rested, and trusted what the other added', async () => {
    const [one, other] = computers as [Computer, Computer];
    await one.trustSite('scam.example', 'popup');
    await quiet();
    one.pause();
    await one.untrustSite('scam.example');
    await one.saveSettings({ trustedPerson: { name: 'Julie', phone: '01 99 00 12 34' } });
    await other.trustSite('other.example', 'popup');
    await quiet();
    one.resume();
    await quiet();
    for (const { hosts, loadSettings } of computers) {
      expect(await hosts()).toEqual(['other.example']);
      expect((await loadSettings()).trustedPerson.name).toBe('Julie');
    }
    await other.trustSite('scam.example', 'options');
    await quiet();
    for (const { hosts } of computers) expect(await hosts()).toEqual(['other.example', 'scam.example']);
  });
});
