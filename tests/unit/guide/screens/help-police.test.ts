// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import table from '../../../../rules/help-channels.json';
import texts from '../../../../src/texts/en/guide-help.json';
import type { GuideModel } from '../../../../src/ui/guide/guide-model';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const NEAR = texts['help.policeNear'];
const WAYS = [
  NEAR,
  texts['help.purpose.police'],
  texts['help.purpose.online-complaint'],
  texts['help.purpose.first-stop'],
];
const COUNTRIES = [...new Set(table.channels.map(({ country }) => country))].filter((one) => one !== '*');

/** "Who helps" for a country of the settings. */
async function open(country: string, policy: object = {}) {
  window.history.replaceState(null, '', '/#help');
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { settings: { version: 1, language: 'en', country } });
  Object.assign(page.fake.storage.managed.items, policy);
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.everywhere');
  await settled();
  return { ...page, shown: () => page.main.textContent ?? '' };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('FR')), 60_000);

/** What each row of a country says, in the list under its heading; without those of a region alone. */
function rows(main: HTMLElement): { heading: string; text: string }[] {
  return [...main.querySelectorAll('.channel')]
    .map((row) => ({
      heading: row.parentElement?.previousElementSibling?.textContent ?? '',
      text: row.textContent ?? '',
    }))
    .filter(({ heading, text }) => heading !== 'Everywhere' && !/(?:Québec|Scotland) only/.test(text));
}

/** What the screen reads of a person in this country. The list to choose another from is left out: it takes long to draw. */
function modelOf(country: string): GuideModel {
  const helpdesk = { name: '', phone: '', address: '' };
  const settings = { country, trustedPerson: { name: '', phone: '' } };
  const policy = { helpdesk, helpChannels: [], locked: ['country'] };
  return { country, plan: [], page: { language: 'en', settings, policy } } as unknown as GuideModel; // what it reads
}

describe('the police', () => {
  it('are named in every country: by a checked service, else those nearby', async () => {
    const { main } = await open('FR');
    const { showHelp } = await import('../../../../src/ui/guide/screens/help-screen');
    const ways: Record<string, string[]> = {};
    for (const country of COUNTRIES) {
      showHelp(main, modelOf(country));
      ways[country] = rows(main)
        .filter(({ heading }) => heading === texts['help.category.report'])
        .flatMap(({ text }) => WAYS.filter((way) => text.includes(way)));
    }
    expect(COUNTRIES.filter((country) => ways[country]?.length === 0)).toEqual([]);
    for (const country of ['BR', 'ES', 'DK', 'LU', 'HK', 'SG', 'PT', 'PL', 'CA'])
      expect(ways[country], country).toEqual([NEAR]);
    for (const country of ['DE', 'FR', 'GB', 'SE', 'JP', 'IT'])
      expect(ways[country], country).not.toContain(NEAR);
  });

  it('stand last: a service that was checked comes before', async () => {
    const { main } = await open('PL');
    const reports = rows(main).filter(({ heading }) => heading === texts['help.category.report']);
    expect(reports.map(({ text }) => text === NEAR)).toEqual([false, true]);
  });

  it('and the bank are advised where a country has no checked service', async () => {
    const { shown } = await open('IE');
    expect(shown()).toContain(texts['help.none']);
    expect(shown()).not.toContain(NEAR);
  });
});

describe('where no country is known', () => {
  const hint = texts['help.countryHint'];
  const choose = texts['help.chooseCountry'];

  it.each(['es-419', 'en-001'])('%s: asks for it, and claims nothing of the browser', async (language) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue([language]);
    const { main, shown, enter, until } = await open('auto');
    expect(shown()).toContain(choose);
    expect(shown()).not.toContain(hint);
    expect(shown()).not.toContain(texts['help.none']);
    const last = [...main.querySelectorAll('.channel')].at(-1);
    expect(last?.textContent).toBe(NEAR);
    await enter('#country', 'FR');
    await until(() => expect(shown()).toContain('17Cyber'));
    expect(shown()).not.toContain(choose);
    vi.restoreAllMocks();
  });

  it('does not ask for what the organisation has locked', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['es-419']);
    const { main, shown } = await open('auto', { lockedSettings: ['country'] });
    expect(main.querySelector('#country')).toBeNull();
    expect(shown()).not.toContain(choose);
    expect(shown()).toContain(NEAR);
    vi.restoreAllMocks();
  });
});

describe('a line that puts a person through to the bank', () => {
  it.each(['GB', 'ZA', 'SG'])('says that not every bank takes part: %s', async (country) => {
    const { main } = await open(country);
    const lines = rows(main).filter(({ text }) => text.includes(texts['help.purpose.bank-line']));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.text).toContain(texts['help.note.not-every-bank']);
  });
});
