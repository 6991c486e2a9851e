// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { settled } from '../browser-with-storage';
import { openPage } from '../ui/open-page';

/** The last welcome page, where a name is stored with each letter. */
async function open() {
  window.history.replaceState(null, '', '#3');
  const page = openPage();
  await import('../../../src/ui/welcome/welcome');
  await page.drawn('#person-name');
  await settled();
  return page;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

/** What the browser tells a page of a failure that nobody caught; jsdom does not. */
const fail = () =>
  window.dispatchEvent(
    Object.assign(new Event('unhandledrejection'), { reason: new Error('The disk is full.') }),
  );

describe('"that did not work"', () => {
  it('is taken away once something could be stored', async () => {
    const { main, enter, until } = await open();
    fail();
    expect(main.querySelector('#trouble')?.textContent).toBe('That did not work. Try once more.');
    await enter('#person-name', 'Alex');
    await until(() => expect(main.querySelector('#trouble')).toBeNull());
  });

  it('is brought into view, wherever on the page the press was', async () => {
    const { main } = await open();
    const seen = vi.spyOn(HTMLElement.prototype, 'scrollIntoView');
    fail();
    expect(seen.mock.contexts).toContain(main.querySelector('#trouble'));
    expect(seen).toHaveBeenCalledWith({ block: 'nearest' });
  });
});
