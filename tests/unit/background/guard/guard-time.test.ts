import { describe, expect, it } from 'vitest';
import { isGuardTime } from '../../../../src/background/guard/guard-time';

const HOUR = 3_600_000;

describe('when the guard stands', () => {
  it.each([
    [48, 47, true],
    [48, 49, false],
    [0, 1, false],
    [-1, 9_999, true],
  ])('%i hours set, %i hours after', (set, after, stands) => {
    expect(isGuardTime(set, 1_000_000, 1_000_000 + after * HOUR)).toBe(stands);
  });

  it('needs an incident unless it stands always', () => {
    expect(isGuardTime(48, null, 5)).toBe(false);
    expect(isGuardTime(-1, null, 5)).toBe(true);
  });
});
