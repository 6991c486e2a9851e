import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const PAGE = 'http://garden.test/prize?n=1';

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A quiet page that the person calls a scam. */
async function calledScam(more: { incognito?: boolean } = {}) {
  const worker = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { isCalledScam } = await import('../../../../src/background/state/tab-state');
  const { id } = worker.fake.addTab(PAGE, more);
  const hear = (address: string, doc = 'd') =>
    receiveFromContent(
      { type: 'gate', title: '', referrer: '', text: '', doc },
      { tabId: id, frameId: 0, address, tabAddress: address, incognito: more.incognito ?? false },
    );
  const isKnown = async (address = PAGE) => isCalledScam(await worker.tabStates.read(String(id)), address);
  await answerUi({ type: 'tab-missed', tabId: id });
  return { ...worker, answerUi, hear, isKnown, id };
}

describe('"this page is a scam"', () => {
  it('is remembered for that page, which may change its query meanwhile, and tells its first word only now', async () => {
    const { hear, isKnown } = await calledScam();
    expect(await isKnown()).toBe(true);
    await hear('http://garden.test/prize?n=2');
    expect(await isKnown('http://garden.test/prize?n=3')).toBe(true);
  });

  it('is forgotten when the tab goes to another page, and says nothing of one that tells nothing', async () => {
    const { hear, isKnown } = await calledScam();
    expect(await isKnown('http://garden.test/')).toBe(false);
    await hear('http://garden.test/', 'next');
    expect(await isKnown()).toBe(false);
  });

  it('is forgotten when the person trusts the site after all', async () => {
    const { answerUi, isKnown, id } = await calledScam();
    await answerUi({ type: 'tab-trust', tabId: id, host: 'garden.test' });
    expect(await isKnown()).toBe(false);
  });

  it('stays in memory where it is said in a private window', async () => {
    const { fake, isKnown } = await calledScam({ incognito: true });
    expect(await isKnown()).toBe(true);
    expect(JSON.stringify([...fake.stores.session, ...fake.stores.local])).not.toContain('garden.test');
  });

  it('is answered as soon where the clock is put back meanwhile', async () => {
    const { answerUi, id } = await calledScam();
    const from = performance.now();
    setTimeout(() => vi.setSystemTime(Date.now() - 60_000), 500);
    await answerUi({ type: 'tab-missed', tabId: id });
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('is no trouble where the tab is gone', async () => {
    const { fake, answerUi } = await calledScam();
    fake.tabList.clear();
    expect(await answerUi({ type: 'tab-missed', tabId: 99 })).toMatchObject({ ok: true });
  });
});
