import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));
vi.mock('../../../../src/background/state/trust', () => ({}));

const { filterFor, isFrontDoor } = await import('../../../../src/background/hold-back/held-filter');

const held = (address: string, other: string, exact = false) =>
  new RegExp(filterFor(address, exact) ?? 'no rule').test(other);

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

  it.each([
    'https://web.telegram.org/a/#-100123',
    'https://mail.google.com/mail/u/0/?tab=rm#inbox/FMfc',
    'https://honest.test/#q=call+1-888-555-0142',
  ])('no rule stands for a fragment, which no rule sees: %s', (address) => {
    expect(filterFor(address, true)).toBeNull();
  });

  it.each([
    '10.0.0.7',
    '100.64.0.1',
    '100.101.102.103:5000',
    '100.127.255.254',
    '127.0.0.1',
    '169.254.3.4',
    '172.16.0.1',
    '172.31.255.1',
    '192.168.1.10:5000',
    '[::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[fe80::1]:8080',
  ])('at home, on %s: this path only, for other things stand there too', (host) => {
    expect(held(`http://${host}/mail/`, `http://${host}/mail/?2`)).toBe(true);
    expect(held(`http://${host}/mail/`, `http://${host}/`)).toBe(false);
  });

  it.each([
    '203.0.113.9',
    '100.63.0.1',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '[2001:db8::1]',
  ])('a bare number on the internet: the whole of %s', (host) => {
    expect(held(`http://${host}/alert`, `http://${host}/`)).toBe(true);
  });

  it('dots and signs in an address are only themselves', () => {
    expect(held('https://a.b.test/x+y(1)', 'https://aXb.test/x+y(1)')).toBe(false);
    expect(held('https://a.b.test/x+y(1)', 'https://a.b.test/x+y(1)')).toBe(true);
  });
});

describe('the door of a site or an app', () => {
  it.each(['https://web.whatsapp.com/', 'https://web.telegram.org/a/', 'https://mail.google.com/mail/u/0/'])(
    'names no page: %s',
    (address) => {
      expect(isFrontDoor(address)).toBe(true);
    },
  );

  it.each([
    'https://web.telegram.org/a/#-100123',
    'https://honest.test/?q=call',
    'https://honest.test/search/call-1-888-555-0142/',
    'https://sites.google.com/view/alert7/',
    'https://t.me/aid',
  ])('is none of these: %s', (address) => {
    expect(isFrontDoor(address)).toBe(false);
  });
});
