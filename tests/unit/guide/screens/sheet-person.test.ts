// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const BLANK = 'Call someone you trust:';
const SET_PERSON = 'a[href*="options.html"]';

/** The sheet to print, for the trusted person of the settings and an administrator's policy. */
async function sheet(trustedPerson: { name: string; phone: string }, policy: object = {}) {
  window.history.replaceState(null, '', '/#tell');
  const page = openPage();
  const settings = { version: 1, language: 'en', country: 'US', trustedPerson };
  Object.assign(page.fake.storage.local.items, { settings });
  Object.assign(page.fake.storage.managed.items, policy);
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.sheet');
  const last = page.main.querySelector('.sheet li:last-child');
  const lines = [...page.main.querySelectorAll('.sheet li')].map(({ textContent }) => textContent);
  return {
    lines,
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
    expect(await sheet(person)).toMatchObject(shown);
  });
});

describe('where an organisation has a helpdesk', () => {
  const helpdesk = { name: 'Town hall helpdesk', phone: '555-0100' };
  const DESK = 'Your helpdesk · Town hall helpdesk · 555-0100';
  const nobody = { name: '', phone: '' };

  it('the sheet says it, before the trusted person', async () => {
    const { lines } = await sheet({ name: 'Julie', phone: '555-0142' }, { helpdesk });
    expect(lines.slice(-2)).toEqual([DESK, 'Call Julie: 555-0142']);
  });

  it('and leaves room for a person of one’s own', async () => {
    const shown = await sheet(nobody, { helpdesk });
    expect(shown.lines.slice(-2)).toEqual([DESK, `${BLANK} `]);
    expect(shown.asks).toBe(true);
  });

  it('but asks for none where nobody may be set', async () => {
    const shown = await sheet(nobody, { helpdesk, lockedSettings: ['trustedPerson'] });
    expect(shown).toMatchObject({ line: DESK, toFill: false, asks: false });
  });

  it('a locked person is not asked for without a helpdesk either, and can be written by hand', async () => {
    const shown = await sheet(nobody, { lockedSettings: ['trustedPerson'] });
    expect(shown).toMatchObject({ line: `${BLANK} `, toFill: true, asks: false });
  });
});
