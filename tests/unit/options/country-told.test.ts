// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage } from '../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());
afterEach(() => vi.restoreAllMocks());

/** The settings in a browser of these languages. */
async function open(languages: string[], stored: object = {}) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { settings: { version: 1, language: 'en', ...stored } });
  await import('../../../src/ui/options/options');
  await page.drawn('#country');
  return page;
}

/** What the settings offer as the country of the browser. */
async function automatic(languages: string[]) {
  return (await open(languages)).part('#country option[value=auto]').textContent;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await automatic(['en'])), 60_000);

describe('the country of the browser, in the settings', () => {
  it('is named where its languages name one', async () => {
    expect(await automatic(['en-CA'])).toBe('Same as the browser (Canada)');
  });

  it.each(['es-419', 'en-001'])('is not made up where they name none: %s', async (language) => {
    expect(await automatic([language])).toBe('Same as the browser');
  });
});

describe('"another country", in the settings', () => {
  it('is offered last, always, and stored', async () => {
    const { fake, part, enter, until } = await open(['en-US', 'en']);
    const last = [...part<HTMLSelectElement>('#country').options].at(-1);
    expect([last?.value, last?.textContent]).toEqual(['*', 'Another country']);
    await enter('#country', '*');
    await until(() => expect(fake.storage.local.items.settings).toMatchObject({ country: '*' }));
  });

  it.each(['*', 'BE', 'IE', 'auto'])(
    'shows what was stored, also by an older version: %s',
    async (country) => {
      const { part } = await open(['en-US'], { country });
      expect(part<HTMLSelectElement>('#country').value).toBe(country);
      const values = [...part<HTMLSelectElement>('#country').options].map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
    },
  );
});
