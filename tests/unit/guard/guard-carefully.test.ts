// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { open, press, SETTLE_MS, startWorld, world } from './guard-screen';

beforeEach(startWorld);
afterEach(() => void vi.useRealTimers());

describe('a link that is opened carefully', () => {
  const CAREFUL = `?careful=1&address=${encodeURIComponent('https://town-hall.example/news')}`;

  it('is not, unless the person says so: not to open it comes first, large, and has the keyboard', async () => {
    await open(CAREFUL);
    const buttons = [...document.querySelectorAll('button')];
    expect(buttons.map(({ id }) => id)).toEqual(['careful-leave', 'careful-open']);
    expect(buttons.map(({ classList }) => classList.contains('button-main'))).toEqual([true, false]);
    expect(document.activeElement?.id).toBe('careful-leave');
    await press('careful-leave');
    expect([world.removed, world.answers]).toEqual([[4], []]);
  });

  it.each([true, false])('promises the question before a program where it is asked: %s', async (asks) => {
    world.remoteGuard = asks;
    await open(CAREFUL);
    const text = document.body.textContent ?? '';
    expect(text).toContain('Sangfroid looks more strictly.');
    expect(text.includes('before any program for remote control')).toBe(asks);
  });

  it('takes a press of the risky kind to open, and none that came too soon to close', async () => {
    await open(CAREFUL);
    world.focused = false;
    await press('careful-open');
    expect(world.answers).toEqual([]);
    world.settlesAt = Date.now() + SETTLE_MS;
    await press('careful-leave');
    expect(world.removed).toEqual([]);
    world.settlesAt = 0;
    await press('careful-leave');
    expect(world.removed, 'to close it needs no focus').toEqual([4]);
  });
});
