// @vitest-environment jsdom
import { beforeAll, expect, it, vi } from 'vitest';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

/** The end of a plan of which two steps were put off and one did not work. */
async function open() {
  window.history.replaceState(null, '', '/#plan');
  const page = openPage();
  const marks = { notifications: 'failed', updates: 'later', 'block-ads': 'later', 'tell-someone': 'done' };
  const answers = { happened: ['saw'], means: [], secrets: [] };
  Object.assign(page.fake.storage.local.items, {
    guideProgress: {
      answers,
      marks: { 'close-page': 'done', ...marks },
      system: 'windows-11',
      browser: 'chrome',
      at: Date.now(),
    },
  });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.open-steps');
  return page;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

const named = (button: Element): string =>
  (button.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

it('each button of a step that is left over says, heard alone, which step it opens', async () => {
  const { main } = await open();
  const names = [...main.querySelectorAll('.open-steps button')].map(named);
  expect(names).toEqual([
    'Try again Stop notifications you did not want',
    'Do it now Install the updates',
    'Do it now Block ads',
  ]);
});
