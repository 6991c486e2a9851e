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
  const { isCalledScam } = await import('../../../../src/background/state/called-scam');
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

describe('"this page is a scam" on a site that was trusted', () => {
  const trusted = { version: 1, trustedSites: [{ host: 'garden.test', since: 1, why: 'popup' }] };

  /** A page of a site that the person trusts, or an administrator does; it tells of itself once it is asked to. */
  async function trustedPage(by: 'person' | 'policy') {
    const worker = await startWorker();
    const { fake } = worker;
    if (by === 'person') fake.stores.local.set('settings', trusted);
    else fake.api.storage.managed.get = () => Promise.resolve({ trustedSites: ['garden.test'] });
    const { loadPolicy } = await import('../../../../src/storage/settings-policy');
    await loadPolicy();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const { whyLeftAlone } = await import('../../../../src/background/state/trust');
    const { id } = fake.addTab(PAGE);
    expect(await whyLeftAlone(PAGE, Date.now())).toEqual({ why: 'trusted' });
    const sent = vi.spyOn(fake.api.tabs, 'sendMessage') as unknown as { mock: { calls: unknown[][] } };
    const say = () => answerUi({ type: 'tab-missed', tabId: id });
    return { ...worker, id, say, sent, rest: () => whyLeftAlone(PAGE, Date.now()) };
  }

  it('takes the trust back before the page looks again, and says so', async () => {
    const { fake, id, say, sent, rest } = await trustedPage('person');
    const answer = await say();
    expect(answer).toMatchObject({ ok: true, trust: { host: 'garden.test', now: 'over' } });
    expect(answer.report).not.toBeNull();
    expect(fake.stores.local.get('settings')).toMatchObject({ trustedSites: [] });
    expect(await rest()).toBeNull();
    expect(sent.mock.calls).toContainEqual([id, { type: 'look-again' }]);
  });

  it('holds the page back once it is closed', async () => {
    const { fake, id, say } = await trustedPage('person');
    await say();
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    expect(await closeTabOf(id, 'toolbar')).toMatchObject({ level: 'warn', state: 'closed' });
    expect(JSON.stringify([...fake.rules.values()])).toContain('garden');
  });

  it('says whose trust it is where an administrator gave it, and waits for nothing', async () => {
    const { say, sent, rest } = await trustedPage('policy');
    const from = performance.now();
    expect(await say()).toEqual({ ok: true, trust: { host: 'garden.test', now: 'policy' }, report: null });
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(await rest()).toEqual({ why: 'trusted' });
    expect(sent).not.toHaveBeenCalled();
  });

  it('says that the browser could not save it where the disk is full', async () => {
    const { fake, say } = await trustedPage('person');
    fake.faults.set('storage.local.set', 'reject');
    expect(await say()).toMatchObject({ trust: { now: 'kept' }, report: null });
  });
});
