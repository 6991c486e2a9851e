import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const PAGE = 'https://bread.test/offer';

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

async function start() {
  const worker = await startWorker();
  const { closeTabOf } = await import('../../../../src/background/close/close-any');
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  const trust = await import('../../../../src/background/state/trust');
  return { ...worker, ...trust, closeTabOf, heldAddressFor };
}
type Worker = Awaited<ReturnType<typeof start>>;

const pause =
  (scope: 'site' | 'hour' | 'restart') =>
  ({ startPause }: Worker): unknown =>
    startPause(scope, { address: PAGE, now: Date.now() });

describe('a page that the person closes while Sangfroid does not watch it', () => {
  it.each<[string, (worker: Worker) => unknown]>([
    ['it is paused until the restart', pause('restart')],
    ['it is paused for an hour', pause('hour')],
    ['it is paused on that site', pause('site')],
    ['it may not see the sites', ({ fake }) => fake.faults.set('permissions.contains', 'reject')],
  ])('is noted as such, where it is kept away too: %s', async (_what, before) => {
    const worker = await start();
    await before(worker);
    const closed = await worker.closeTabOf(worker.fake.addTab(PAGE).id, 'key');
    expect(closed).toMatchObject({ state: 'closed', level: 'quiet', unwatched: true });
    expect(await worker.heldAddressFor(PAGE)).toMatchObject({ unjudged: true, unwatched: true });
  });

  it.each([
    ['its site is trusted', PAGE, true],
    ['the browser lets nobody see it', 'https://chromewebstore.google.com/detail/bread', false],
  ])('is noted as such: %s', async (_what, address, trusted) => {
    const { fake, trustSite, closeTabOf } = await start();
    if (trusted) await trustSite(address, 'popup');
    const closed = await closeTabOf(fake.addTab(address).id, 'toolbar');
    expect(closed).toMatchObject({ level: 'quiet', unwatched: true });
  });

  it('goes as a scam where the person has called it one', async () => {
    const worker = await start();
    await pause('restart')(worker);
    const tab = worker.fake.addTab(PAGE);
    await worker.tell(tab.id, { calledScam: PAGE }, PAGE);
    const closed = await worker.closeTabOf(tab.id, 'toolbar');
    expect(closed).toMatchObject({ level: 'warn' });
    expect(closed).not.toHaveProperty('unwatched');
    expect(await worker.heldAddressFor(PAGE)).not.toHaveProperty('unwatched');
  });
});

describe('a page that the person closes while Sangfroid watches it', () => {
  it('is noted as any other', async () => {
    const { fake, closeTabOf, heldAddressFor } = await start();
    const closed = await closeTabOf(fake.addTab(PAGE).id, 'key');
    expect(closed).not.toHaveProperty('unwatched');
    expect(await heldAddressFor(PAGE)).not.toHaveProperty('unwatched');
  });

  it('is noted as any other once the pause is over: what was kept away is told anew', async () => {
    const worker = await start();
    await pause('restart')(worker);
    await worker.closeTabOf(worker.fake.addTab(PAGE).id, 'key');
    await worker.endPause();
    await worker.closeTabOf(worker.fake.addTab(PAGE).id, 'key');
    expect(await worker.heldAddressFor(PAGE)).not.toHaveProperty('unwatched');
  });

  it('goes as soon as ever where the browser does not tell what we may see', async () => {
    const { fake, closeTabOf } = await start();
    fake.faults.set('permissions.contains', 'hang');
    const tab = fake.addTab(PAGE);
    const from = performance.now();
    expect(await closeTabOf(tab.id, 'key')).toMatchObject({ state: 'closed' });
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(fake.tabList.has(tab.id)).toBe(false);
  });
});
