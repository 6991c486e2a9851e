import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const PAGE = 'http://page.test/';
const SETTLE_MS = 300;
/** Longer than any watch, and than the alarm is kept after it. */
const LONG_MS = 30_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function start() {
  const { fake, tabStates } = await startWorker();
  const { hear } = await import('../../../../src/background/inbox');
  const { alarmCame } = await import('../../../../src/background/watch/watch-alarm');
  const tab = fake.addTab(PAGE);
  const sender = { id: 'sangfroid', url: PAGE, frameId: 0, tab };
  const tell = (message: object) => hear({ doc: 'd', ...message }, sender as never); // what is not read is left out
  const made = () => fake.calls.filter((call) => call === 'alarms.create').length;
  return { fake, tabStates, alarmCame, tell, made, isSet: () => fake.alarms.has('watch') };
}

const GATE = { type: 'gate', title: '', referrer: '', text: '' };

describe('the alarm for the next worker', () => {
  it('stands from the moment a report is heard, whatever hangs then', async () => {
    const { fake, tell, isSet } = await start();
    fake.faults.set('tabs.get', 'hang');
    void tell(GATE);
    await vi.advanceTimersByTimeAsync(1);
    expect(isSet()).toBe(true);
  });

  it('is set once for a burst, and taken back when nothing is in hand any more', async () => {
    const { tell, made, isSet } = await start();
    for (let count = 1; count <= 20; count += 1) void tell({ type: 'beat', visible: true });
    await vi.advanceTimersByTimeAsync(SETTLE_MS);
    expect([made(), isSet()]).toEqual([1, true]);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect([made(), isSet()]).toEqual([1, false]);
  });

  it('is taken back for a page that goes behind another', async () => {
    const { tell, isSet } = await start();
    void tell({ type: 'beat', visible: true });
    await vi.advanceTimersByTimeAsync(SETTLE_MS);
    void tell({ type: 'beat', visible: false });
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(isSet()).toBe(false);
  });

  it('is set again where it comes while a page is still watched', async () => {
    const { fake, tell, alarmCame, isSet } = await start();
    void tell({ type: 'beat', visible: true });
    await vi.advanceTimersByTimeAsync(SETTLE_MS);
    fake.alarms.clear();
    alarmCame();
    await vi.advanceTimersByTimeAsync(1);
    expect(isSet()).toBe(true);
  });

  it('does not come again and again for a report that hangs', async () => {
    const { fake, tell, alarmCame, isSet } = await start();
    fake.faults.set('storage.session.get', 'hang');
    fake.faults.set('tabs.get', 'hang');
    fake.faults.set('scripting.executeScript', 'hang');
    void tell(GATE);
    await vi.advanceTimersByTimeAsync(1);
    fake.alarms.clear();
    alarmCame();
    await vi.advanceTimersByTimeAsync(1);
    expect(isSet()).toBe(false);
  });
});
