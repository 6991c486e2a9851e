import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { start, type Worker } from '../tab-family';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const MINE = 'https://docs.google.com/document/d/MINE/edit';
const SCAM = 'https://docs.google.com/drawings/d/SCAM/preview?x=1';

describe('hosts', () => {
  it.each([
    ['docs.google.com', true],
    ['www.facebook.com', true],
    ['old.reddit.com', true],
    ['answers.microsoft.com', true],
    ['sway.office.com', true],
    ['storage.googleapis.com', false],
    ['s3.eu-west-1.amazonaws.com', false],
    ['alert.pages.dev', false],
    ['pc.eastus.cloudapp.azure.com', false],
    ['notreddit.com', false],
    ['scam.test', false],
    ['', false],
  ])('%s: a platform %s', async (host, is) => {
    await start();
    const { isPlatform } = await import('../../../../src/background/state/platforms');
    expect(isPlatform(host)).toBe(is);
  });
});

async function warned(worker: Worker, tabId: number) {
  await worker.tell(tabId, { level: 'warn' });
  await worker.openCase(tabId, { level: 'warn' });
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  await closeCase('case-1', 'warning');
  const open = (...ids: number[]): boolean[] => ids.map((id) => worker.fake.tabList.has(id));
  return { heldAddressFor, open };
}

describe('a scam on a platform where the person has pages, too', () => {
  it('leaves theirs standing: the one it was opened from, and links opened by hand', async () => {
    const worker = await start();
    const own = worker.add(MINE);
    const tab = await worker.open(own, SCAM);
    await worker.go(tab, SCAM, 'warn');
    const by = [await worker.open(tab, 'https://docs.google.com/forms/d/OTHER'), await worker.open(tab, 'https://bank.test/')]; // prettier-ignore
    const { open, heldAddressFor } = await warned(worker, tab);
    expect(open(tab, own, ...by)).toEqual([false, true, true, true]);
    expect(await heldAddressFor(SCAM)).not.toBeNull();
    expect(await heldAddressFor(MINE)).toBeNull();
    expect(worker.fake.rules.size).toBe(1);
  });

  it('is held back at its very address: a query names a page there', async () => {
    const worker = await start();
    const { heldAddressFor } = await warned(worker, worker.add('https://drive.google.com/open?id=SCAM'));
    expect(await heldAddressFor('https://drive.google.com/open?id=SCAM')).not.toBeNull();
    expect(await heldAddressFor('https://drive.google.com/open?id=MINE')).toBeNull();
  });

  it('takes its own with it: suspicious ones, windows, many at once', async () => {
    const worker = await start();
    const kit = worker.add('https://docs.google.com/document/d/KIT/preview');
    await worker.tell(kit, { level: 'warn' }, 'https://docs.google.com/document/d/KIT/preview');
    const tab = await worker.open(kit, SCAM);
    await worker.go(tab, SCAM, 'warn');
    const window = await worker.open(tab, 'https://docs.google.com/drawings/d/TWO/preview', { popup: true });
    const at = Date.now();
    const swarm = [];
    for (const n of [1, 2, 3]) swarm.push(await worker.open(tab, `https://docs.google.com/a/${n}`, { at }));
    const { open } = await warned(worker, tab);
    expect(open(kit, tab, window, ...swarm)).toEqual([false, false, false, false, false, false]);
  });

  it('is noted as such in its case: the guide offers to clean up after no site', async () => {
    await start();
    const { openCase } = await import('../../../../src/background/state/cases');
    const verdict = { level: 'warn', score: 1, logOdds: 1, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false } as const; // prettier-ignore
    const on = (address: string) =>
      openCase(
        { tabId: 1, windowId: 1, incognito: false, address, title: '' },
        { ...verdict, reasons: [], phones: [], codes: [] },
        1,
      );
    expect((await on(SCAM)).onPlatform).toBe(true);
    expect((await on('https://storage.googleapis.com/bucket/alert.html')).onPlatform).toBe(true);
    expect((await on('https://scam.test/')).onPlatform).toBeUndefined();
  });
});
