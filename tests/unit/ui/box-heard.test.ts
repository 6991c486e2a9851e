// @vitest-environment jsdom
import axe from 'axe-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import en from '../../../src/texts/en/options.json';
import { openPage } from './open-page';

vi.stubGlobal('scrollTo', vi.fn());

async function options() {
  const page = openPage();
  await import('../../../src/ui/options/options');
  await page.drawn('#closeByItself');
  return page;
}

async function guide(part: string) {
  window.history.replaceState(null, '', `/#${part}`);
  const page = openPage();
  const answers = { happened: ['paid'], means: [], secrets: [] };
  page.fake.storage.local.items = { guideProgress: { answers, marks: {}, at: Date.now() } };
  await import('../../../src/ui/guide/guide');
  await page.drawn('input');
  return page;
}

async function practice() {
  window.history.replaceState(null, '', '/');
  const page = openPage();
  await import('../../../src/ui/practice/practice');
  await page.drawn('input');
  return page;
}

/** What a screen reader says of each box that is in sight: its name, then what it is described by. */
function heard(main: HTMLElement): [name: string, more: string][] {
  const boxes = [...main.querySelectorAll<HTMLInputElement>('[type=checkbox], [type=radio]')];
  axe.setup(main);
  const said = boxes
    .filter((box) => box.closest('[hidden]') === null)
    .map((box): [string, string] => {
      const by = document.getElementById(box.getAttribute('aria-describedby') ?? '');
      return [axe.commons.text.accessibleText(box), by?.textContent ?? ''];
    });
  axe.teardown();
  return said;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => {
  await options();
  await guide('repair');
  await practice();
}, 60_000);

describe('a box to tick or to choose', () => {
  it('of the settings is called by its words; what it does is said once, after them', async () => {
    const { main } = await options();
    expect(heard(main)).toEqual([
      [en['options.sensitivity.careful'], en['options.sensitivityHint.careful']],
      [en['options.sensitivity.balanced'], en['options.sensitivityHint.balanced']],
      [en['options.sensitivity.strict'], en['options.sensitivityHint.strict']],
      [en['options.closeByItself'], en['options.closeByItselfHint']],
      [en['options.screenshots'], en['options.screenshotsHint']],
      [en['options.sync'], en['options.syncHint']],
    ]);
  });

  it.each([
    ['the repair service', () => guide('repair'), 7, true],
    ['the practice', practice, 1, true],
    ['the question what happened', () => guide('change'), 10, false],
    ['the words for the bank', () => guide('bank'), 1, false],
  ])('of %s too', async (_name, open, least, hasMore) => {
    const { main } = await open();
    const said = heard(main);
    expect(said.length).toBeGreaterThanOrEqual(least);
    for (const [name, more] of said) {
      expect(name).not.toBe('');
      expect(more !== '').toBe(hasMore);
      if (hasMore) expect(name).not.toContain(more);
    }
  });

  it('is pressed by its words and by what it does', async () => {
    const { main } = await options();
    const box = main.querySelector<HTMLInputElement>('#screenshots');
    const before = box?.checked;
    main.querySelector<HTMLElement>('#screenshots-hint')?.click();
    expect(box?.checked).toBe(!before);
  });
});
