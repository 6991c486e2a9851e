import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const judged = vi.fn();

async function start() {
  vi.doMock('../../../../src/background/judge/judge-tab', () => ({ judgeTab: judged }));
  const worker = await startWorker();
  const { watchBehindWarning } = await import('../../../../src/background/watch/behind-warning');
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

  it('that shows a box of its own is not, for as long as somebody reads that', async () => {
    const { fake, openCase, tabStates, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    fake.faults.set('tabs.sendMessage', 'hang');
    await tabStates.update(String(scam.id), (state) => ({ ...state, dialogAt: Date.now() }));
    await watchBehindWarning(scam.id);
    expect(judged).not.toHaveBeenCalled();
    expect(asks(fake.calls)).toBeGreaterThan(3);
  });

  it('that answers is asked for 15 s and never judged for it', async () => {
    const { fake, openCase, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    await watchBehindWarning(scam.id);
    expect(judged).not.toHaveBeenCalled();
    expect(asks(fake.calls)).toBeGreaterThan(20);
    expect(asks(fake.calls)).toBeLessThan(40);
  });

  it('is not asked for longer where the clock is put back meanwhile', async () => {
    const { fake, openCase, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    setTimeout(() => vi.setSystemTime(Date.now() - 60_000), 1_000);
    await watchBehindWarning(scam.id);
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

  it.each([
    ['told something quiet', 'http://bank.test/help', 'quiet', 0],
    ['has told nothing', 'http://scam.test/', 'warn', 0],
    ['is as suspicious', 'http://bank.test/help', 'warn', 1],
  ] as const)('that is of another site and %s', async (_what, toldAt, level, atLeast) => {
    const { fake, openCase, tell, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    scam.url = 'http://bank.test/help';
    await tell(scam.id, { level }, toldAt);
    await watchBehindWarning(scam.id);
    expect(judged).not.toHaveBeenCalled();
    if (atLeast === 0) expect(asks(fake.calls)).toBe(0);
    else expect(asks(fake.calls)).toBeGreaterThan(20);
  });

  it('that becomes another one while it is asked is let be from then on', async () => {
    const { fake, openCase, tell, watchBehindWarning, scam } = await start();
    await openCase(scam.id);
    await tell(scam.id, { level: 'warn' }, scam.url);
    setTimeout(() => {
      scam.url = 'http://bank.test/help';
      void tell(scam.id, { level: 'quiet' }, scam.url);
    }, 2_000);
    await watchBehindWarning(scam.id);
    expect(asks(fake.calls)).toBeGreaterThan(1);
    expect(asks(fake.calls)).toBeLessThan(6);
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
