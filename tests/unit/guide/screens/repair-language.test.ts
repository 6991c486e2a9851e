// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

async function open() {
  window.history.replaceState(null, '', '/#repair');
  const page = openPage();
  await import('../../../../src/ui/guide/guide');
  await page.drawn('fieldset input');
  await settled();
  const boxes = () => [...page.main.querySelectorAll<HTMLInputElement>('fieldset input')];
  return { ...page, boxes, result: () => page.main.querySelector('.lead[role=status]')?.textContent };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open()), 60_000);

describe('what is ticked of a repair service', () => {
  it('stays ticked when another language is chosen', async () => {
    const { boxes, enter, part, until, result } = await open();
    for (const box of boxes().slice(0, 5)) box.click();
    expect(result()).toBe('Good signs. Ask about what is missing.');
    await enter('#page-language', 'fr');
    await until(() => expect(part('h1').textContent).toBe('Choisir un dépanneur de confiance'));
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true, true, true, true, false, false]);
    expect(result()).toBe('Bons signes. Demandez ce qui manque.');
  });
});
