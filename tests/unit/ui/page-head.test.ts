// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { loadTexts } from '../../../src/ui/shared/i18n';
import { fillHead } from '../../../src/ui/shared/page-head';

beforeAll(() => loadTexts('en', ['common', 'errors']));

/** The strip of a page at a text size; a press draws it again, as startPage does. */
function strip(textSize: number) {
  const head = document.createElement('header');
  document.body.replaceChildren(head);
  const sizes: number[] = [];
  const draw = (size: number): void =>
    fillHead(head, {
      languages: ['en'],
      textSize: size,
      onLanguage: null,
      onTextSize: (wanted) => {
        sizes.push(wanted);
        draw(wanted);
      },
    });
  draw(textSize);
  const press = (id: string): void => {
    const button = document.getElementById(id);
    button?.focus();
    button?.click();
  };
  return { sizes, press };
}

describe('larger and smaller text', () => {
  it.each([
    ['text-larger', 175, 200],
    ['text-smaller', 125, 100],
  ])('%s keeps the keyboard where there is no further size', (id, from, to) => {
    const { sizes, press } = strip(from);
    press(id);
    expect(sizes).toEqual([to]);
    expect(document.activeElement?.id).toBe(id);
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
    press(id);
    expect(sizes).toEqual([to]);
  });

  it.each([
    ['text-larger', 130, 150],
    ['text-smaller', 130, 125],
    ['text-larger', 180, 200],
    ['text-smaller', 110, 100],
  ])('%s goes from the %i that an administrator chose to the next of ours, %i', (id, from, to) => {
    const { sizes, press } = strip(from);
    press(id);
    expect(sizes).toEqual([to]);
  });

  it('is marked as out of use at the end only', () => {
    strip(150);
    expect(document.querySelector('[aria-disabled]')).toBeNull();
  });
});
