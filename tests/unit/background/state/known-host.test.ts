import { describe, expect, it } from 'vitest';
import { isHost, isKnown, markOf } from '../../../../src/background/state/known-host';

const HOSTS = Array.from({ length: 500 }, (_, n) => `shop-${n}.test`);

describe('a mark of a host', () => {
  it('is known again as that of this host, and of none beside it', () => {
    for (const host of HOSTS.slice(0, 20)) {
      const known = { host: '', hostMark: markOf(host) };
      expect(isKnown(known)).toBe(true);
      expect([...HOSTS, ''].filter((other) => isHost(known, other))).toEqual([host]);
    }
  });

  it('has nothing of the host in it, and is another one each time', () => {
    const [one, other] = [markOf('bread.test'), markOf('bread.test')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[\da-f-]{36}:[\da-f]{1,8}$/);
  });

  it('is not asked where the host is known', () => {
    const known = { host: 'bread.test', hostMark: markOf('scam.test') };
    expect([isHost(known, 'bread.test'), isHost(known, 'scam.test')]).toEqual([true, false]);
  });

  it('is none of a page without a host', () => {
    expect(isKnown({ host: '' })).toBe(false);
    expect([isHost({ host: '' }, ''), isHost({ host: '' }, 'bread.test')]).toEqual([true, false]);
  });
});
