// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import texts from '../../../../src/texts/en/guide-help.json';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());
afterEach(() => vi.restoreAllMocks());

const AMERICAN = /FTC|IC3|AARP|MoneyGram|Western Union|Postal/;

/** "Who helps" in a browser of these languages, with these settings. */
async function open(languages: string[], stored: object = {}, policy: object = {}) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  window.history.replaceState(null, '', '/#help');
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { settings: { version: 1, language: 'en', ...stored } });
  Object.assign(page.fake.storage.managed.items, policy);
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.everywhere');
  await settled();
  const list = () => page.part<HTMLSelectElement>('#country');
  return { ...page, list, shown: () => page.main.textContent ?? '' };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open(['en-GB'])), 60_000);

describe('"another country", in the guide', () => {
  it.each([['FR'], ['US'], ['IE'], ['*'], ['auto']])(
    'is offered last, whatever is shown: %s',
    async (country) => {
      const { list } = await open(['en-US'], { country });
      const values = [...list().options].map(({ value }) => value);
      expect(values.at(-1)).toBe('*');
      expect(new Set(values).size).toBe(values.length);
      expect(list().options[values.length - 1]?.textContent).toBe(texts['help.countryOther']);
    },
  );

  it('takes everything of the United States away, and leaves bank, police and what is everywhere', async () => {
    const { fake, list, shown, enter, until } = await open(['en-US', 'en']);
    expect(shown()).toMatch(AMERICAN);
    await enter('#country', '*');
    await until(() => expect(fake.storage.local.items.settings).toMatchObject({ country: '*' }));
    expect(list().value).toBe('*');
    expect(shown()).not.toMatch(AMERICAN);
    for (const key of ['help.bankFirst', 'help.none', 'help.policeNear', 'help.everywhere'] as const)
      expect(shown(), key).toContain(texts[key]);
    expect(shown()).toContain('econsumer.gov');
  });

  it('once chosen is there again, and nobody is asked for a country any longer', async () => {
    const { list, shown } = await open(['en-US'], { country: '*' });
    expect(list().value).toBe('*');
    expect(shown()).not.toMatch(AMERICAN);
    for (const key of ['help.chooseCountry', 'help.countryHint', 'help.countryWrong'] as const)
      expect(shown(), key).not.toContain(texts[key]);
  });

  it('can be chosen where the browser names no country: the list says first that none was chosen', async () => {
    const { list, shown, enter, until } = await open(['es-419']);
    expect(list().selectedOptions[0]?.textContent).toBe(texts['help.countryUnset']);
    await enter('#country', '*');
    await until(() => expect(shown()).not.toContain(texts['help.chooseCountry']));
    expect([...list().options].map(({ textContent }) => textContent)).not.toContain(
      texts['help.countryUnset'],
    );
  });
});

describe('a country that was only guessed', () => {
  const named = (country: string) => texts['help.countryShown'].replace('{country}', country);

  it.each([
    ['en-US', 'United States'],
    ['en', 'United States'],
    ['de', 'Germany'],
    ['fr-FR', 'France'],
    ['en-GB', 'United Kingdom'],
  ])('of %s is named before any number, with the way to change it', async (language, country) => {
    const { main, part, shown } = await open([language]);
    expect(shown()).toContain(named(country));
    expect(shown()).toContain(texts['help.countryWrong']);
    const [first] = main.querySelectorAll('.phone');
    const before = Node.DOCUMENT_POSITION_FOLLOWING;
    for (const place of [part('.notice strong'), part('#country')])
      expect(first && place.compareDocumentPosition(first) & before).toBe(before);
  });

  it.each([
    ['en-CA', {}],
    ['fr-CA', {}],
    ['es-419', {}],
    ['en-US', { country: 'US' }],
  ])('and only such a one: %s %o', async (language, stored) => {
    expect((await open([language], stored)).shown()).not.toContain(texts['help.countryWrong']);
  });

  it('is named on paper too, and where the organisation has locked it; nobody is told to change it then', async () => {
    const { main, shown, part } = await open(['en-US'], {}, { lockedSettings: ['country'] });
    expect(shown()).toContain(named('United States'));
    expect(part('.notice strong').closest('.no-print')).toBeNull();
    expect(shown()).not.toContain(texts['help.countryWrong']);
    expect(main.querySelector('#country')).toBeNull();
  });

  it('is named on paper also where the person chose it', async () => {
    const { part } = await open(['en-US'], { country: 'FR' });
    expect(part('p.print-only').textContent).toBe(named('France'));
  });
});
