// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { shownShare } from '../../../src/content/detector/shown-share';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'documentElement');
});

it('a frame inside a frame is watched, whatever pictures bear the name of its root', () => {
  const root = document.documentElement;
  const observed: unknown[] = [];
  vi.stubGlobal('window', { top: {} });
  vi.stubGlobal('parent', {});
  vi.stubGlobal('outerWidth', 1_000);
  vi.stubGlobal('outerHeight', 800);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = (element: unknown): unknown => observed.push(element);
    },
  );
  // Two pictures of that name: a list of them takes the place of the root, and no observer takes a list.
  Object.defineProperty(document, 'documentElement', { value: document.images, configurable: true });
  expect(shownShare()).toBe(0);
  expect(observed).toEqual([root]);
});
