import { afterEach, expect, it, vi } from 'vitest';
import { proveWatch, rested } from '../../bench/bench/run-idle';

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

it('a watch that sees no start where a scam wakes the worker gives no figure', async () => {
  vi.useFakeTimers();
  const blind = worker(false);
  const ended = expect(proveWatch(blind, 'chromium ours', () => Promise.resolve())).rejects.toThrow(
    'no start',
  );
  await vi.advanceTimersByTimeAsync(20_000);
  await ended;
});

it('one that sees it does', async () => {
  vi.useFakeTimers();
  let shown = false;
  const seeing = { ...worker(false), starts: () => Promise.resolve(shown ? 1 : 0) };
  const ended = proveWatch(seeing, 'chromium ours', () => Promise.resolve((shown = true)));
  await vi.advanceTimersByTimeAsync(20_000);
  await ended;
});
