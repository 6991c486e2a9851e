// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import table from '../../../../rules/help-channels.json';
import type { GuideModel } from '../../../../src/ui/guide/guide-model';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const COUNTRIES = [...new Set(table.channels.map(({ country }) => country))].filter((one) => one !== '*');

/** The page of the guide, with its texts. */
async function open() {
  window.history.replaceState(null, '', '/#help');
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { settings: { version: 1, language: 'en', country: 'FR' } });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.everywhere');
  await settled();
  return page;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

/** What the screen reads of a person in this country. The list to choose another from is left out: it takes long to draw. */
function modelOf(country: string): GuideModel {
  const helpdesk = { name: '', phone: '', address: '' };
  const settings = { country, trustedPerson: { name: '', phone: '' } };
  const policy = { helpdesk, helpChannels: [], locked: ['country'] };
  return { country, plan: [], page: { language: 'en', settings, policy } } as unknown as GuideModel; // what it reads
}

describe('a number of official help', () => {
  it('stands beside a link to an official page, in every country', async () => {
    const { main } = await open();
    const { showHelp } = await import('../../../../src/ui/guide/screens/help-screen');
    const alone: string[] = [];
    let seen = 0;
    for (const country of COUNTRIES) {
      showHelp(main, modelOf(country));
      const rows = [...main.querySelectorAll('.channel')].filter((row) => row.querySelector('.phone'));
      seen += rows.length;
      const without = rows.filter((row) => row.querySelector('a[href^="http"]') === null);
      alone.push(...without.map((row) => `${country}: ${row.querySelector('h3')?.textContent}`));
    }
    expect(seen).toBe(table.channels.filter(({ phone }) => phone !== null).length);
    expect(alone).toEqual([]);
  });

  it('says whose page it leads to, and that a tab opens, to who hears the link alone', async () => {
    const { main } = await open();
    const { showHelp } = await import('../../../../src/ui/guide/screens/help-screen');
    showHelp(main, modelOf('FR'));
    const names = [...main.querySelectorAll('.channel a')].map(({ textContent }) => textContent);
    expect(names).toContain('Official site (Perceval, opens a new tab)');
    expect(new Set(names).size).toBe(names.length);
  });

  it('leads to the service itself where its address is known, else to the official page it was read on', async () => {
    const { main } = await open();
    const { showHelp } = await import('../../../../src/ui/guide/screens/help-screen');
    const linkOf = (country: string, number: string) => {
      showHelp(main, modelOf(country));
      const row = [...main.querySelectorAll('.channel')].find(({ textContent }) =>
        textContent?.includes(number),
      );
      return row?.querySelector('a')?.href;
    };
    expect(linkOf('DE', '116 116')).toBe('https://www.sperr-notruf.de/');
    expect(linkOf('FR', '0 892 705 705')).toMatch(/^https:\/\/particuliers\.banque-france\.fr\//);
  });
});
