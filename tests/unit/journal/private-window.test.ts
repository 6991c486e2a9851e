// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';

/** The journal at a place of it, in a window where Firefox has another database: an empty one. */
async function open(place: string, inIncognitoContext = true) {
  window.history.replaceState(null, '', `/${place}`);
  const page = openPage();
  const opened: object[] = [];
  Object.assign(page.fake, {
    extension: { inIncognitoContext },
    windows: { getAll: async () => [{ id: 5, incognito: false }], update: async () => ({}) },
    tabs: { create: async (tab: object) => void opened.push(tab) },
  });
  await import('../../../src/ui/journal/journal');
  await page.drawn('h1');
  await settled();
  return { ...page, opened, said: () => page.main.textContent ?? '' };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('')), 60_000);

describe('the list of what was closed, opened in a private window', () => {
  it.each(['', '#3', '#3/report'])(
    'says that it is shown elsewhere, and opens there: at "%s"',
    async (place) => {
      const { main, part, opened, said, until } = await open(place);
      await until(() => expect(said()).toContain('In a private window this list stays empty.'));
      expect(said(), 'scams may have been met').not.toMatch(/good news|no longer here/);
      expect(main.querySelectorAll('input, select')).toHaveLength(0);
      part('#open-elsewhere').click();
      const url = `chrome-extension://sangfroid/src/ui/journal/journal.html${place}`;
      await until(() => expect(opened).toEqual([{ url, active: true, windowId: 5 }]));
    },
  );

  it('is itself in any other window', async () => {
    const { said, until } = await open('', false);
    await until(() => expect(said()).toContain('The list is empty.'));
  });
});
