import { describe, expect, it } from 'vitest';
import { latePattern } from '../../../../src/detection/text/late-pattern';

describe('a late pattern', () => {
  it('is made when it is first asked for, and once', () => {
    const broken = latePattern('(', '');
    expect(broken).toThrow(SyntaxError);
    const letters = latePattern(String.raw`\p{L}+`, 'gu');
    expect('né à Łódź'.match(letters())).toEqual(['né', 'à', 'Łódź']);
    expect(letters()).toBe(letters());
  });
});
