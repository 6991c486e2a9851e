// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const BLANK = 'Call someone you trust:';
const SET_PERSON = 'a[href*="options.html"]';

/** The sheet to print, for the trusted person of the settings. */
async function sheet(trustedPerson: { name: string; phone: string }) {
  window.history.replaceState(null, '', '/#tell');
  const page = openPage();
  const settings = { version: 1, language: 'en', country: 'US', trustedPerson };
  Object.assign(page.fake.storage.local.items, { settings });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.sheet');
  const last = page.main.querySelector('.sheet li:last-child');
  return {
    line: last?.textContent ?? '',
    toFill: last?.querySelector('.write-here') != null,
    asks: page.main.querySelector(SET_PERSON) !== null,
  };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await sheet({ name: '', phone: '' })), 60_000);

describe('the sheet beside the computer', () => {
  it.each([
    ['nobody', { name: '', phone: '' }, { line: `${BLANK} `, toFill: true, asks: true }],
    ['a number', { name: '', phone: '555-0142' }, { line: `${BLANK} 555-0142`, toFill: false, asks: false }],
    ['a name', { name: 'Julie', phone: '' }, { line: 'Call Julie: ', toFill: true, asks: false }],
    [
      'both',
      { name: 'Julie', phone: '555-0142' },
      { line: 'Call Julie: 555-0142', toFill: false, asks: false },
    ],
  ])('names what is known of the trusted person: %s', async (_what, person, shown) => {
    expect(await sheet(person)).toEqual(shown);
  });
});
