// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import texts from '../../../../src/texts/en/guide-paid.json';
import type { Happening } from '../../../../src/ui/guide/plan/answers';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

/** "Words for your bank" after these answers. */
async function open(happened: Happening[], language = 'en') {
  window.history.replaceState(null, '', '/#bank');
  const page = openPage();
  const answers = { happened, means: [], secrets: [] };
  Object.assign(page.fake.storage.local.items, {
    guideProgress: { answers, marks: {}, at: Date.now() },
    settings: { version: 1, language },
  });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('.words');
  await settled();
  const words = () => page.main.querySelector('.words')?.textContent ?? '';
  const boxes = () => [...page.main.querySelectorAll<HTMLInputElement>('input[type=text]')];
  return { words, boxes };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open(['paid'])), 60_000);

describe('what a person fills in before calling the bank', () => {
  it.each<[Happening[], number]>([
    [['paid'], 2],
    [['remote', 'paid'], 2],
    [['remote'], 0],
    [['secrets'], 0],
    [[], 2],
  ])('stands in the words, where there is something to fill in: %j, %i boxes', async (happened, count) => {
    const { words, boxes } = await open(happened);
    expect(boxes()).toHaveLength(count);
    for (const [at, box] of boxes().entries()) {
      box.value = `fact ${at}`;
      box.dispatchEvent(new Event('input'));
      expect(words()).toContain(`fact ${at}`);
    }
    expect(words()).not.toBe('');
  });

  it.each<[boolean, Happening[]]>([
    [true, ['paid']],
    [true, []],
    [false, ['remote']],
    [false, ['secrets']],
  ])('leads to the letter, which speaks of a payment: %s for %j', async (leads, happened) => {
    await open(happened);
    expect(document.querySelector('[href="#letter"]') !== null).toBe(leads);
  });

  it.each<[boolean, Happening[]]>([
    [true, ['saw']],
    [true, ['stuck', 'called']],
    [false, ['called', 'remote']],
    [false, ['secrets']],
    [false, []],
  ])('is not needed by who lost nothing, and the words say so: %s for %j', async (says, happened) => {
    await open(happened);
    expect(document.body.textContent?.includes(texts['paid.wordsOnlyIf'])).toBe(says);
  });

  it('is asked of whoever paid, and of whoever only reads', async () => {
    for (const happened of [['paid'], []] as Happening[][])
      expect((await open(happened)).boxes()).toHaveLength(2);
  });
});

describe('"You confirmed the payment yourself", of a payment that was not theirs', () => {
  it.each<[Happening[], string]>([
    [['remote', 'paid'], 'They did it from my device.'],
    [['paid', 'secrets'], 'They did it with what they got out of me.'],
  ])('is answered by how they came to it: %j', async (happened, words) => {
    await open(happened);
    const answer = () => document.querySelector('dd')?.textContent;
    expect(answer()).not.toContain('They did it');
    document.getElementById('not-me')?.click();
    expect(answer()).toContain(words);
  });
});

describe('the words where nobody said how it was paid', () => {
  it.each(readdirSync('src/texts'))('leave no stray sign behind: %s', async (language) => {
    const { words } = await open(['paid'], language);
    expect(words()).toContain('………');
    expect(words()).not.toMatch(/ {2}|[,、][.。]| [.,]|\{/u);
  });
});
