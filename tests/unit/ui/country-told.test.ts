// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage } from './open-page';

vi.stubGlobal('scrollTo', vi.fn());
afterEach(() => vi.restoreAllMocks());

/** What the settings offer as the country, in a browser of these languages. */
async function automatic(languages: string[]) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { settings: { version: 1, language: 'en' } });
  await import('../../../src/ui/options/options');
  await page.drawn('#country');
  return page.part('#country option[value=auto]').textContent;
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
