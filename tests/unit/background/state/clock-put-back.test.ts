import { describe, expect, it } from 'vitest';
import type { TabState } from '../../../../src/background/state/tab-state';
import { startWorker } from '../worker-parts';

const NOW = 1_760_000_000_000;
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const PAGE = 'http://bakery.test/';

describe('a pause of an hour that began while the clock was ahead', () => {
  it('lasts no longer than an hour once the clock is right', async () => {
    await startWorker();
    const { whyLeftAlone, startPause } = await import('../../../../src/background/state/trust');
    await startPause('hour', { address: '', now: NOW + YEAR });
    expect(await whyLeftAlone(PAGE, NOW + YEAR + HOUR - 1)).not.toBeNull();
    expect(await whyLeftAlone(PAGE, NOW)).toBeNull();
  });

  it('is over when its alarm comes, and the pages are woken', async () => {
    await startWorker();
    const { endHour, startPause } = await import('../../../../src/background/state/trust');
    await startPause('hour', { address: '', now: NOW + YEAR });
    expect(await endHour(NOW + HOUR)).toBe(true);
  });

  it('has its alarm set again where some of the hour is left by the clock as it is now', async () => {
    const { fake } = await startWorker();
    const { endHour, PAUSE_ALARM, startPause } = await import('../../../../src/background/state/trust');
    await startPause('hour', { address: '', now: NOW });
    fake.alarms.clear();
    expect(await endHour(NOW + HOUR / 2)).toBe(false);
    expect(fake.alarms.get(PAUSE_ALARM)).toEqual({ when: NOW + HOUR });
  });

  it('sets none for a pause until the restart', async () => {
    const { fake } = await startWorker();
    const { endHour, startPause } = await import('../../../../src/background/state/trust');
    await startPause('restart', { address: '', now: NOW });
    expect(await endHour(NOW)).toBe(false);
    expect(fake.alarms.size).toBe(0);
  });
});

describe('the daily housekeeping', () => {
  it.each<[string, number, boolean]>([
    ['stays set where it is due within a day', 24 * HOUR, false],
    ['is set anew where a clock that was ahead had set it', YEAR, true],
  ])('%s', async (_what, due, isNew) => {
    const { fake } = await startWorker();
    const { DAILY_ALARM, setDaily } = await import('../../../../src/background/housekeeping');
    fake.alarms.set(DAILY_ALARM, { scheduledTime: Date.now() + due, periodInMinutes: 24 * 60 });
    await setDaily();
    expect(fake.calls.includes('alarms.create')).toBe(isNew);
  });
});

/** What a tab told before the clock was put back by an hour: for the clock of now it lies ahead. */
const AHEAD = [1, 2, 3, 4].map((minute) => Date.now() + HOUR - minute * 60_000);

describe('what was told before the clock was put back', () => {
  it('is no burst of windows, and no loop of documents', async () => {
    const { tabStates, tell } = await startWorker();
    const { routeFacts } = await import('../../../../src/background/state/route');
    await tell(1, { documents: AHEAD, opened: AHEAD.map((at, tabId) => ({ at, tabId })) }, PAGE);
    const told = await tabStates.read('1');
    expect(routeFacts(told, Date.now())).toMatchObject({ swarm: 0, reloads: 0 });
  });

  it('does not hide that the person has gone on to another site', async () => {
    const { tabStates, tell } = await startWorker();
    const { isElsewhere } = await import('../../../../src/background/family/elsewhere');
    await tell(1, { documents: AHEAD, level: 'warn' } satisfies Partial<TabState>, 'http://scam.test/');
    const shown = { url: PAGE, status: 'complete' };
    expect(isElsewhere(shown, await tabStates.read('1'), { host: 'scam.test' })).toBe(true);
  });

  it('closes no window that is opened now', async () => {
    await startWorker();
    const { belongsToClosing, joinClosing } = await import('../../../../src/background/family/closing-group');
    await joinClosing([1], NOW + HOUR);
    expect(await belongsToClosing(1, NOW + HOUR + 1_000)).toBe(true);
    expect(await belongsToClosing(1, NOW)).toBe(false);
    await joinClosing([2], NOW);
    expect(await belongsToClosing(1, NOW)).toBe(false);
  });
});
