import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerBoxes } from '../../rig/answer-boxes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const READS_MS = 900;

describe('a person who presses OK in each box', () => {
  it('reads it first, and goes on where no box stands just then', async () => {
    const accept = vi.fn<() => Promise<void>>().mockResolvedValue();
    accept.mockRejectedValueOnce(new Error('no such alert'));
    void answerBoxes(accept, READS_MS);
    await vi.advanceTimersByTimeAsync(READS_MS - 1);
    expect(accept).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2 * READS_MS + 1);
    expect(accept).toHaveBeenCalledTimes(3);
  });

  it('stops once the page has gone', async () => {
    const accept = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('no such window: 7'));
    await Promise.all([answerBoxes(accept, READS_MS), vi.advanceTimersByTimeAsync(10 * READS_MS)]);
    expect(accept).toHaveBeenCalledOnce();
  });

  it('does so for half a minute at most', async () => {
    const accept = vi.fn<() => Promise<void>>().mockResolvedValue();
    await Promise.all([answerBoxes(accept, READS_MS), vi.advanceTimersByTimeAsync(60_000)]);
    expect(accept).toHaveBeenCalledTimes(Math.ceil(30_000 / READS_MS));
  });
});
