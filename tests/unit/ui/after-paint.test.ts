// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let brought = 0;

let paint: () => void = () => undefined;

class Observer {
  constructor(seen: () => void) {
    paint = seen;
  }

  observe(): void {
    // What was painted is told by the test.
  }
}

async function openWarning(sight: DocumentVisibilityState): Promise<void> {
  vi.doMock('../../../src/ui/warning/warning', () => {
    brought += 1;
    return {};
  });
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(sight);
  await import('../../../src/ui/warning/after-paint');
}

beforeEach(() => {
  brought = 0;
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('PerformanceObserver', Observer);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('the script of the warning comes once its first words are painted, and once only', async () => {
  await openWarning('visible');
  await vi.advanceTimersByTimeAsync(250);
  expect(brought).toBe(0);
  paint();
  paint();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(brought).toBe(1);
});

it('a window that paints nothing has its buttons all the same', async () => {
  await openWarning('visible');
  await vi.advanceTimersByTimeAsync(400);
  expect(brought).toBe(1);
});

it('a tab that is not in sight does not wait for a paint', async () => {
  await openWarning('hidden');
  await vi.advanceTimersByTimeAsync(0);
  expect(brought).toBe(1);
});
