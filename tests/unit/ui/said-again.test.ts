// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce, tellIn } from '../../../src/ui/shared/parts';

beforeEach(() => {
  vi.useFakeTimers();
  announce('');
});
afterEach(() => vi.useRealTimers());

const spoken = () => document.querySelector('[aria-live]')?.textContent;
const LATER_MS = 500;

describe('a sentence said to screen readers', () => {
  it('is there at once, and stays', () => {
    announce('Saved.');
    expect(spoken()).toBe('Saved.');
    vi.advanceTimersByTime(LATER_MS);
    expect(spoken()).toBe('Saved.');
  });

  it('the same once more is a change, of which they hear', () => {
    announce('Saved.');
    announce('Saved.');
    expect(spoken()).toBe('');
    vi.advanceTimersByTime(LATER_MS);
    expect(spoken()).toBe('Saved.');
  });

  it('does not come back over another one, or over none', () => {
    for (const next of ['Deleted.', '']) {
      announce('Saved.');
      announce('Saved.');
      announce(next);
      vi.advanceTimersByTime(LATER_MS);
      expect(spoken()).toBe(next);
    }
  });
});

describe('a sentence in a place of its own', () => {
  const place = document.createElement('p');
  beforeEach(() => tellIn(place, ''));

  it('is shown there, and said by that place alone', () => {
    tellIn(place, 'That is no address.');
    expect([place.textContent, spoken()]).toEqual(['That is no address.', '']);
  });

  it('the same once more stays in sight, and is said again', () => {
    tellIn(place, 'That is no address.');
    tellIn(place, 'That is no address.');
    expect([place.textContent, spoken()]).toEqual(['That is no address.', 'That is no address.']);
    tellIn(place, 'That is no address.');
    vi.advanceTimersByTime(LATER_MS);
    expect([place.textContent, spoken()]).toEqual(['That is no address.', 'That is no address.']);
  });

  it('goes, and nothing is said of that', () => {
    tellIn(place, 'That is no address.');
    tellIn(place, '');
    tellIn(place, '');
    expect([place.textContent, spoken()]).toEqual(['', '']);
  });
});
