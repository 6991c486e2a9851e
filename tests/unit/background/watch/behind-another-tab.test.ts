import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gate, WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

vi.setConfig({ testTimeout: 40_000 });

const PAGE = 'http://scam.test/';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => new Promise((done) => setTimeout(done, ms));

/** A page that tells its words and is in a loop before the detector has come; another tab stands beside it. */
async function jamming(page: { active: boolean }) {
  const { fake, cases } = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const other = fake.addTab('http://search.test/');
  const tab = fake.addTab(PAGE, page);
  fake.faults.set('scripting.executeScript', 'hang');
  const sender = { tabId: tab.id, frameId: 0, address: PAGE, tabAddress: PAGE, incognito: false };
  void receiveFromContent({ ...gate(WORDS), doc: 'page' }, sender);
  const show = (id: number): void => {
    for (const one of fake.tabList.values()) one.active = one.id === id;
  };
  const asked = () => fake.calls.filter(([name]) => name === 'tabs.get').length;
  return { fake, cases, other, tab, show, asked };
}

describe('a page in a loop', () => {
  it('that was opened behind another tab is dealt with once somebody turns to it, and no sooner', async () => {
    const { cases, tab, show } = await jamming({ active: false });
    await pass(10_000);
    expect(await cases.ids()).toEqual([]);
    show(tab.id);
    await pass(8_000);
    expect(await cases.ids()).toHaveLength(1);
  });

  it('that was left for a moment, too', async () => {
    const { cases, other, tab, show } = await jamming({ active: true });
    await pass(1_000);
    show(other.id);
    await pass(5_000);
    expect(await cases.ids()).toEqual([]);
    show(tab.id);
    await pass(8_000);
    expect(await cases.ids()).toHaveLength(1);
  });

  it('is not waited for where it stands there no more', async () => {
    const { fake, cases, tab } = await jamming({ active: false });
    await pass(5_000);
    const { tabStates } = await import('../../../../src/background/state/tab-state');
    expect((await tabStates.read(String(tab.id))).lastBeat).not.toBeNull();
    tab.url = 'http://bread.test/';
    await pass(5_000);
    expect((await tabStates.read(String(tab.id))).lastBeat).toBeNull();
    expect([await cases.ids(), fake.tabList.has(tab.id)]).toEqual([[], true]);
  });
});

it('a page that answers behind another tab is soon waited for no more', async () => {
  const { fake, tab } = await jamming({ active: false });
  fake.faults.delete('scripting.executeScript');
  await pass(120_000);
  const { tabStates } = await import('../../../../src/background/state/tab-state');
  expect((await tabStates.read(String(tab.id))).lastBeat).toBeNull();
});
