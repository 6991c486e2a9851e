// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onFirstPaint } from '../../../src/ui/warning/first-paint';

let paint: () => void = () => undefined;

class Observer {
  constructor(seen: () => void) {
    paint = seen;
  }

  observe(): void {
    // What was painted is told by the test.
  }
}

function opened(sight: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(sight);
  const begin = vi.fn<() => void>();
  onFirstPaint(begin);
  return begin;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('PerformanceObserver', Observer);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('the script of the warning comes once its first words are painted', () => {
  const begin = opened('visible');
  vi.advanceTimersByTime(250);
  expect(begin).not.toHaveBeenCalled();
  paint();
  expect(begin).toHaveBeenCalled();
});

it('a window that paints nothing has its buttons all the same', () => {
  const begin = opened('visible');
  vi.advanceTimersByTime(400);
  expect(begin).toHaveBeenCalled();
});

it('a tab that is not in sight does not wait for a paint', () => {
  expect(opened('hidden')).toHaveBeenCalled();
});
