import { beforeEach, expect, it, vi } from 'vitest';
import { watchNavigation } from '../../../src/page/acts/navigation';
import { unitScope } from './unit-scope';

const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock('../../../src/page/natives', async (original) => ({
  ...(await original<object>()),
  now: () => clock.now,
}));

interface Step {
  navigationType?: 'push' | 'replace' | 'reload' | 'traverse';
  userInitiated?: boolean;
  sameDocument?: boolean;
  cancelable?: boolean;
}

let navigation: EventTarget;
beforeEach(() => {
  clock.now = 60_000;
  navigation = new EventTarget();
  watchNavigation(unitScope({ navigation }).scope);
});

/** @returns whether the browser goes there */
function go({ sameDocument = true, cancelable = true, ...more }: Step = {}): boolean {
  const step = { navigationType: 'push', userInitiated: false, hashChange: sameDocument, ...more };
  const destination = { url: 'https://one.example/#x', sameDocument };
  return navigation.dispatchEvent(
    Object.assign(new Event('navigate', { cancelable }), step, { destination }),
  );
}

const times = (count: number, step?: Step): boolean[] => Array.from({ length: count }, () => go(step));

it('of a flood of #fragments 200 come in ten seconds, as in Chromium: Firefox would stand still', () => {
  expect(times(200)).not.toContain(false);
  expect(times(50)).not.toContain(true);
  expect(times(5, { navigationType: 'replace' })).not.toContain(true);
  clock.now += 10_001;
  expect(times(200)).not.toContain(false);
  expect(go()).toBe(false);
});

it('after a quiet time nearly twice as many come at once: Chromium looks at the clock once 200 are used up', () => {
  expect(go()).toBe(true);
  clock.now += 60_000;
  expect(times(399)).not.toContain(false);
  expect(times(50)).not.toContain(true);
});

it.each<[string, Step]>([
  ['where the person goes', { userInitiated: true }],
  ['another page that loads', { sameDocument: false }],
  ['a way back or forth', { navigationType: 'traverse' }],
  ['a step that cannot be stopped', { cancelable: false }],
])('the flood does not stop %s, and is not made of it', (_what, step) => {
  expect(times(300, step)).not.toContain(false);
  if (step.cancelable !== false) expect(go()).toBe(true);
  times(300);
  expect(go(step)).toBe(true);
});
