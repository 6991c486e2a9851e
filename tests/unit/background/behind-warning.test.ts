import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from './worker-parts';

const judged = vi.fn();

async function start() {
  vi.doMock('../../../src/background/judge-tab', () => ({ judgeTab: judged }));
  const worker = await startWorker();
  const { watchBehindWarning } = await import('../../../src/background/behind-warning');
  const scam = worker.fake.addTab('http://scam.test/');
  return { ...worker, watchBehindWarning, scam };
}

const asks = (calls: readonly string[]) => calls.filter((call) => call === 'tabs.sendMessage').length;

beforeEach(() => {
  judged.mockReset();
  vi.useFakeTimers().setTimerTickMode('nextTimerAsync');
});
afterEach(() => vi.useRealTimers());

describe('a page behind our warning', () => {
  it('that does not answer is judged as silent, once', async () => {
    const { fake, openCase, tabStates, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    fake.faults.set('tabs.sendMessage', 'hang');
    const from = Date.now();
    await watchBehindWarning(scam.id);
    expect(judged).toHaveBeenCalledExactlyOnceWith(scam.id);
    expect(Date.now() - from).toBeLessThan(3_000);
    expect((await tabStates.read(String(scam.id))).silentFor).toBeGreaterThanOrEqual(2_500);
  });

  it('that answers is asked for 15 s and never judged for it', async () => {
    const { fake, openCase, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    await watchBehindWarning(scam.id);
    expect(judged).not.toHaveBeenCalled();
    expect(asks(fake.calls)).toBeGreaterThan(20);
    expect(asks(fake.calls)).toBeLessThan(40);
  });

  it.each([
    ['is gone', true],
    ['is no case any more', false],
  ])('that %s is left in peace', async (_what, isCase) => {
    const { fake, openCase, watchBehindWarning, scam } = await start();
    if (isCase) await openCase(scam.id);
    fake.faults.set('tabs.sendMessage', isCase ? 'reject' : 'hang');
    await watchBehindWarning(scam.id);
    expect(judged).not.toHaveBeenCalled();
    expect(asks(fake.calls)).toBe(isCase ? 1 : 0);
  });

  it('is not blamed for a machine that slept', async () => {
    const { fake, openCase, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    fake.faults.set('tabs.sendMessage', 'hang');
    // The clock of the wall has gone on for a minute while the timers stood still.
    const now = Date.now.bind(Date);
    const clock = vi.spyOn(Date, 'now');
    setTimeout(() => clock.mockImplementation(() => now() + 60_000), 1_000);
    await watchBehindWarning(scam.id);
    clock.mockRestore();
    expect(judged).not.toHaveBeenCalled();
  });
});
