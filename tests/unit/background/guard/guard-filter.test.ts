import { describe, expect, it } from 'vitest';
import { guardedSites, guardedUrls } from '../../../../src/background/guard/guard-filter';
import { wakesFor } from './wakes-for';

describe('addresses that wake the worker for the guard', () => {
  it.each([
    'https://www.anydesk.com/en/downloads',
    'https://files.test/x/AnyDesk.exe',
    'https://files.test/x/anydesk.EXE?from=mail',
    'https://files.test/get?file=TeamViewer_Setup.exe&x=1',
    'https://files.test/access/Remote%20Support-windows64-online.exe',
    'https://files.test/get?f=Remote+Access.exe',
    'https://files.test/get?file=stuff%2Fanydesk.EXE',
    'https://www.zoho.com/assist/',
  ])('%s', (address) => expect(wakesFor(address)).toBe(true));

  it.each([
    'https://news.test/anydesk-scam.html',
    'https://files.test/photo.jpg',
    'https://shop.test/',
    'https://www.zoho.com/',
    'https://mail.zoho.com/zm/',
  ])('not %s', (address) => expect(wakesFor(address)).toBe(false));

  it('once they have come are those of the sites alone', () => {
    expect(wakesFor('https://www.anydesk.com/en/downloads', guardedSites())).toBe(true);
    expect(wakesFor('https://files.test/x/AnyDesk.exe', guardedSites())).toBe(false);
  });

  it('are told by one short pattern for all files: the browser makes it ready at each start of the worker', () => {
    const patterns = guardedUrls().flatMap(({ urlMatches }) => urlMatches ?? []);
    expect(patterns).toHaveLength(1);
    expect(patterns.join('').length).toBeLessThan(2_000);
  });
});
