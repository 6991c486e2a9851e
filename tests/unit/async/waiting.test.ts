import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { oneAtATime } from '../../../src/async/one-at-a-time';
import { delay, within } from '../../../src/async/within';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('waiting with a limit', () => {
  it('gives what came in time, and leaves no timer behind', async () => {
    expect(await within(Promise.resolve('here'), 100, 'late')).toBe('here');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is over at its limit, whatever hangs', async () => {
    const answer = within(new Promise<string>(() => undefined), 100, 'late');
    await vi.advanceTimersByTimeAsync(100);
    expect(await answer).toBe('late');
  });

  it('takes a refusal for no answer', async () => {
    expect(await within(Promise.reject(new Error('refused')), 100, null)).toBeNull();
  });
});

describe('work in turn', () => {
  it('begins when what came before is done, failed or not, and tells each caller its own end', async () => {
    const inTurn = oneAtATime();
    const seen: string[] = [];
    const first = inTurn(async () => {
      await delay(50);
      seen.push('first');
      throw new Error('broken');
    });
    const second = inTurn(async () => {
      seen.push('second');
      return 2;
    });
    const failed = expect(first).rejects.toThrow('broken');
    await vi.advanceTimersByTimeAsync(50);
    await failed;
    expect(await second).toBe(2);
    expect(seen).toEqual(['first', 'second']);
  });
});
