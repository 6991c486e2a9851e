import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));
vi.mock('../../../src/background/trust', () => ({}));

const { filterFor } = await import('../../../src/background/block-filter');

const held = (address: string, other: string, exact = false) =>
  new RegExp(filterFor(address, exact)).test(other);

describe('what is held back after closing', () => {
  it('a scam on a shared hosting service: its whole own host, never a neighbour', () => {
    const scam = 'https://alert7.z13.web.core.windows.net/index.html?p=1';
    expect(held(scam, 'https://alert7.z13.web.core.windows.net/other')).toBe(true);
    expect(held(scam, 'https://honest.z13.web.core.windows.net/')).toBe(false);
    expect(held(scam, 'https://evil.test/?https://alert7.z13.web.core.windows.net/')).toBe(false);
  });

  it.each([
    's3.amazonaws.com',
    's3.us-east-2.amazonaws.com',
    's3-us-west-2.amazonaws.com',
    's3.dualstack.eu-west-1.amazonaws.com',
    's3-fips.dualstack.us-east-1.amazonaws.com',
  ])('a scam in a folder of %s, where every customer has one: this path only', (host) => {
    expect(held(`https://${host}/alert7/index.html?p=1`, `https://${host}/alert7/index.html`)).toBe(true);
    expect(held(`https://${host}/alert7/index.html`, `https://${host}/honest/index.html`)).toBe(false);
  });

  it.each(['alert7.s3.amazonaws.com', 's3-alert7.s3.us-east-2.amazonaws.com', 's3.alert7.s3.amazonaws.com'])(
    'a scam with a name of its own there: the whole of %s',
    (host) => {
      expect(held(`https://${host}/index.html`, `https://${host}/other`)).toBe(true);
    },
  );

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
