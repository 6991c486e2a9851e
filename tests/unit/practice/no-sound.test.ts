// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage } from '../ui/open-page';

/** The practice, begun with the soft sound. */
async function begin() {
  window.history.replaceState(null, '', '/');
  const page = openPage();
  await import('../../../src/ui/practice/practice');
  await page.drawn('#start');
  page.part<HTMLInputElement>('input[type=checkbox]').click();
  page.part('#start').click();
  return page;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await begin()), 60_000);
afterEach(() => vi.unstubAllGlobals());

describe('the practice with sound', () => {
  it.each<[string, unknown]>([
    ['has no Web Audio', undefined],
    ['gives no sound', class { constructor() { throw new DOMException('no', 'NotSupportedError'); } }], // prettier-ignore
  ])('goes on in silence where the browser %s', async (_what, context) => {
    vi.stubGlobal('AudioContext', context);
    const { main, drawn } = await begin();
    await drawn('.stage');
    expect(main.textContent).toContain('Hold the Esc key for 3 seconds.');
    expect(main.textContent).not.toContain('could not open');
  });
});
