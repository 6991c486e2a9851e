import { describe, expect, it } from 'vitest';
import { escapeRegExp, wildcardSource } from '../../../src/messages/file-pattern';

describe('a text in a regular expression', () => {
  it('means itself alone, whatever signs it has', () => {
    const signs = 'a.b*c+d?e^f$g{h}i(j)k|l[m]n\\o/p-q';
    expect(new RegExp(`^${escapeRegExp(signs)}$`).test(signs)).toBe(true);
    expect(new RegExp(`^${escapeRegExp('a.b')}$`).test('aXb')).toBe(false);
  });

  it('is written as in the rules that browsers keep from earlier versions', () => {
    expect(escapeRegExp('https://a.test/x-y')).toBe('https:\\/\\/a\\.test\\/x-y');
  });
});

describe('a name of a file with stars', () => {
  it('has any text where they stand, or what the caller says, and dots are only dots', () => {
    expect(wildcardSource('ISL*Light*.exe')).toBe('ISL.*Light.*\\.exe');
    expect(wildcardSource('Any*.exe', '[^/]*')).toBe('Any[^/]*\\.exe');
  });
});
