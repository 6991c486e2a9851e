// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { chooseAtRest } from '../../../src/ui/shared/choose-at-rest';
import { h } from '../../../src/ui/shared/h';
import { loadTexts } from '../../../src/ui/shared/i18n';
import { fillHead } from '../../../src/ui/shared/page-head';

beforeAll(() => loadTexts('en', ['common', 'errors']));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const RESTED_MS = 1_100;

/** Presses a key in the list, which chooses at once, as a closed list does. */
function key(list: HTMLSelectElement, name: string, value?: string): void {
  list.dispatchEvent(new KeyboardEvent('keydown', { key: name }));
  if (value !== undefined) choose(list, value);
}

function choose(list: HTMLSelectElement, value: string): void {
  list.value = value;
  list.dispatchEvent(new Event('change'));
}

/** A list of countries and what was chosen in it. */
function countries() {
  const chosen: string[] = [];
  const list = h(
    'select',
    null,
    ['BE', 'DE', 'DK', 'FR'].map((value) => h('option', { value })),
  );
  chooseAtRest(list, () => chosen.push(list.value));
  document.body.replaceChildren(list);
  list.focus();
  return { list, chosen };
}

describe('a list whose choice draws the page anew', () => {
  it('acts at once for a mouse or a finger', () => {
    const { list, chosen } = countries();
    choose(list, 'FR');
    key(list, 'ArrowUp');
    list.dispatchEvent(new Event('pointerdown'));
    choose(list, 'DK');
    expect(chosen).toEqual(['FR', 'DK']);
  });

  it('waits while keys are pressed: only where they end counts', () => {
    const { list, chosen } = countries();
    key(list, 'd', 'DE');
    vi.advanceTimersByTime(600);
    key(list, 'e');
    vi.advanceTimersByTime(600);
    key(list, 'ArrowDown', 'DK');
    vi.advanceTimersByTime(600);
    expect(chosen).toEqual([]);
    vi.advanceTimersByTime(RESTED_MS);
    expect(chosen).toEqual(['DK']);
  });

  it('takes Enter, or leaving it, for the end, and acts once', () => {
    const { list, chosen } = countries();
    key(list, 'd', 'DE');
    key(list, 'Enter');
    expect(chosen).toEqual(['DE']);
    key(list, 'f', 'FR');
    list.blur();
    vi.advanceTimersByTime(1);
    expect(chosen).toEqual(['DE', 'FR']);
    vi.advanceTimersByTime(RESTED_MS);
    key(list, 'Enter');
    expect(chosen).toEqual(['DE', 'FR']);
  });
});

it('the language of a page is chosen so', () => {
  const head = document.body.appendChild(document.createElement('header'));
  const onLanguage = vi.fn();
  fillHead(head, { languages: ['de', 'en', 'es'], textSize: 100, onLanguage, onTextSize: null });
  const list = head.querySelector('select');
  if (list === null) throw new Error('there is no list');
  key(list, 'ArrowDown', 'es');
  expect(onLanguage).not.toHaveBeenCalled();
  vi.advanceTimersByTime(RESTED_MS);
  expect(onLanguage).toHaveBeenCalledExactlyOnceWith('es');
});
