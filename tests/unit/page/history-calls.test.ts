import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchHistory } from '../../../src/page/acts/history';
import type { Scope } from '../../../src/page/scope';

const claim = vi.fn<Scope['claim']>();
let window: Scope['window'];
let defused = false;

beforeEach(() => {
  claim.mockReset();
  defused = false;
  window = new JSDOM('', { url: 'https://map.example/' }).window as unknown as Scope['window']; // as a page has it
  const nothing = (): void => undefined;
  const defusedNow = (): boolean => defused;
  watchHistory({ window, claim, defused: defusedNow, onDefuse: nothing, undo: nothing, adopt: nothing });
});

const told = (): number => claim.mock.calls.filter(([, , quiet]) => quiet !== true).length;

describe('entries of the history', () => {
  it('are told of where they come in a flood', () => {
    for (let entry = 0; entry < 100; entry += 1) window.history.pushState(entry, '');
    expect(told()).toBe(70);
  });

  it('are not made by a map or a list that keeps its address up to date at every step', () => {
    for (let step = 0; step < 500; step += 1) window.history.replaceState(step, '', `?at=${step}`);
    for (let page = 0; page < 5; page += 1) window.history.pushState(page, '', `?page=${page}`);
    expect(told()).toBe(0);
    expect(claim).toHaveBeenCalledTimes(5);
    expect(window.location.search).toBe('?page=4');
  });

  it('can neither be made nor changed any more once the page is defused', () => {
    const { history } = window;
    defused = true;
    history.pushState(1, '');
    history.replaceState(2, '');
    expect([history.length, history.state]).toEqual([1, null]);
  });
});
