import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

const { filterFor } = await import('../../../src/background/block-return');

const held = (address: string, other: string, exact = false) =>
  new RegExp(filterFor(address, exact)).test(other);

describe('what is held back after closing', () => {
  it('a scam on a shared hosting service: its whole own host, never a neighbour', () => {
    const scam = 'https://alert7.z13.web.core.windows.net/index.html?p=1';
    expect(held(scam, 'https://alert7.z13.web.core.windows.net/other')).toBe(true);
    expect(held(scam, 'https://honest.z13.web.core.windows.net/')).toBe(false);
    expect(held(scam, 'https://evil.test/?https://alert7.z13.web.core.windows.net/')).toBe(false);
  });

  it('a page on a site that may be honest: this path with any query, nothing else of the site', () => {
    const scam = 'https://bakery.test/wp-content/x.html?n=1';
    expect(held(scam, 'https://bakery.test/wp-content/x.html?n=2')).toBe(true);
    expect(held(scam, 'https://bakery.test/wp-content/x.html')).toBe(true);
    expect(held(scam, 'https://bakery.test/')).toBe(false);
    expect(held(scam, 'https://bakery.test/wp-content/x.htmlx')).toBe(false);
  });

  it('a number injected into an honest page: only the full address', () => {
    const page = 'https://search.test/q?text=call+555-0142';
    expect(held(page, page, true)).toBe(true);
    expect(held(page, 'https://search.test/q?text=bread', true)).toBe(false);
  });

  it('dots and signs in an address are only themselves', () => {
    expect(held('https://a.b.test/x+y(1)', 'https://aXb.test/x+y(1)')).toBe(false);
    expect(held('https://a.b.test/x+y(1)', 'https://a.b.test/x+y(1)')).toBe(true);
  });
});
