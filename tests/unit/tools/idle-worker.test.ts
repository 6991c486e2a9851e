import { afterEach, expect, it, vi } from 'vitest';
import { rested } from '../../bench/bench/run-idle';

afterEach(() => vi.useRealTimers());

const worker = (running: boolean) => ({
  starts: vi.fn(() => Promise.resolve(0)),
  cpu: () => Promise.resolve(0),
  running: () => Promise.resolve(running),
});

it('a worker that never sleeps gives no figure of its wake-ups', async () => {
  vi.useFakeTimers();
  const ended = expect(rested(worker(true), 'chromium ours')).rejects.toThrow('never slept');
  await vi.advanceTimersByTimeAsync(200_000);
  await ended;
});

it('one that sleeps is counted from then on', async () => {
  vi.useFakeTimers();
  const asleep = worker(false);
  const ended = rested(asleep, 'chromium ours');
  await vi.advanceTimersByTimeAsync(40_000);
  await ended;
  expect(asleep.starts).toHaveBeenCalledOnce();
});
