import { describe, expect, it, vi } from 'vitest';
import { late } from '../../../src/detection/late';

describe('what is made late', () => {
  it('is made when it is first asked for, and once, also where it is nothing', () => {
    const make = vi.fn(() => undefined);
    const made = late(make);
    expect(make).not.toHaveBeenCalled();
    expect([made(), made()]).toEqual([undefined, undefined]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is tried again where it could not be made', () => {
    let tries = 0;
    const made = late(() => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    expect(made).toThrow('not yet');
    expect(made()).toBe(2);
  });
});
