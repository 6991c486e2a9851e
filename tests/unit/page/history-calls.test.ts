import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchHistory } from '../../../src/page/acts/history';
import type { Scope } from '../../../src/page/scope';

const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock('../../../src/page/natives', async (original) => ({
  ...(await original<object>()),
  now: () => clock.now,
}));

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

const told = (): number => claim.mock.calls.reduce((sum, [, , times = 1]) => sum + times, 0);

describe('entries of the history', () => {
  it('are told of where they come in a flood', () => {
    for (let entry = 0; entry < 100; entry += 1) window.history.pushState(entry, '');
    expect(told()).toBe(100);
  });

  it('are told of without those that came one by one before', () => {
    const { history } = window;
    for (let mail = 0; mail < 40; mail += 1) {
      history.pushState(mail, '');
      clock.now += 60_000;
    }
    for (let entry = 0; entry < 31; entry += 1) history.pushState(entry, '');
    expect(told()).toBe(31);
  });

  it('are not made by a map or a list that keeps its address up to date at every step', () => {
    for (let step = 0; step < 500; step += 1, clock.now += 60)
      window.history.replaceState(step, '', `?at=${step}`);
    for (let page = 0; page < 5; page += 1) window.history.pushState(page, '', `?page=${page}`);
    expect(told()).toBe(0);
    expect(window.location.search).toBe('?page=4');
  });

  it('are 200 in ten seconds, as in Chromium, new ones and changed ones together: Firefox would stand still', () => {
    const { history } = window;
    for (let entry = 0; entry < 150; entry += 1) history.pushState(entry, '', `?${entry}`);
    for (let step = 0; step < 1_000; step += 1) history.replaceState(step, '', `?s${step}`);
    expect([history.length, window.location.search]).toEqual([151, '?s49']);
    clock.now += 9_000;
    history.pushState(0, '', '?soon');
    expect(window.location.search).toBe('?s49');
    clock.now += 1_001;
    history.pushState(0, '', '?later');
    expect(window.location.search).toBe('?later');
  });

  it('go on when a clock is put back', () => {
    clock.now += 60_000;
    for (let step = 0; step < 300; step += 1) window.history.replaceState(step, '', `?${step}`);
    clock.now -= 30_000;
    window.history.pushState(0, '', '?back');
    expect(window.location.search).toBe('?back');
  });

  it('can neither be made nor changed any more once the page is defused', () => {
    const { history } = window;
    defused = true;
    history.pushState(1, '');
    history.replaceState(2, '');
    expect([history.length, history.state]).toEqual([1, null]);
  });
});
