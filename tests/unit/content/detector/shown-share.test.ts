// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Share = () => number;
interface Seen {
  intersectionRect: { width: number; height: number };
  boundingClientRect: { width: number; height: number };
}
/** What the browser tells of how much is in view, and what it was asked to watch. */
let tell: (entries: Seen[]) => void;
let observed: unknown[] = [];

/** As in a browser window of 1000 × 800; the frame is of 500 × 400. @param around where the frame stands */
async function share(around: 'top' | 'right in the page' | 'deeper'): Promise<Share> {
  const page: { top: unknown } = { top: {} };
  if (around === 'top') page.top = page;
  vi.stubGlobal('window', page);
  vi.stubGlobal('parent', around === 'right in the page' ? page.top : {});
  vi.resetModules(); // it remembers what the browser told
  return (await import('../../../../src/content/detector/shown-share')).shownShare;
}
const entry = (width: number, height: number, page = { width: 500, height: 2_000 }): Seen => ({
  intersectionRect: { width, height },
  boundingClientRect: page,
});

beforeEach(() => {
  observed = [];
  vi.stubGlobal('outerWidth', 1_000);
  vi.stubGlobal('outerHeight', 800);
  vi.stubGlobal('innerWidth', 500);
  vi.stubGlobal('innerHeight', 400);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: (entries: Seen[]) => void) {
        tell = told;
      }
      disconnect = (): void => undefined;
      observe = (element: unknown): unknown => observed.push(element);
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'documentElement');
});

describe('the share of the browser window that a frame takes', () => {
  it('is all of it for the page itself, whatever its size, and where the window has none', async () => {
    expect((await share('top'))()).toBe(1);
    const deep = await share('deeper');
    vi.stubGlobal('outerWidth', 0);
    expect(deep()).toBe(1);
  });

  it('is that of its size right in the page, and never more than all', async () => {
    const shown = await share('right in the page');
    expect(shown()).toBe(0.25);
    vi.stubGlobal('innerHeight', 9_000);
    expect(shown()).toBe(1);
    expect(observed).toEqual([]);
  });

  it('is that of its size where the browser cannot tell', async () => {
    vi.stubGlobal('IntersectionObserver', undefined);
    expect((await share('deeper'))()).toBe(0.25);
  });

  it('is nothing further inside, before the browser has told', async () => {
    expect((await share('deeper'))()).toBe(0);
  });

  it('is what is in view of it further inside, as the browser last told', async () => {
    const shown = await share('deeper');
    shown();
    tell([entry(500, 400), entry(100, 40)]);
    expect(shown()).toBeCloseTo((100 * 40) / 800_000);
    tell([entry(500, 400)]);
    expect(shown()).toBe(0.25);
    expect(observed, 'watched once').toHaveLength(1);
  });

  it('is taken to be cut as much in height as in width where the page is shorter than its frame', async () => {
    const shown = await share('deeper');
    shown();
    const short = { width: 500, height: 20 };
    tell([entry(500, 20, short)]);
    expect(shown()).toBe(0.25);
    tell([entry(50, 20, short)]);
    expect(shown()).toBeCloseTo((50 * 40) / 800_000);
  });

  it('is that of the new root where the page writes itself anew', async () => {
    const shown = await share('deeper');
    shown();
    tell([entry(500, 400)]);
    const old = document.documentElement;
    const anew = old.cloneNode(true) as HTMLElement; // as it is
    old.replaceWith(anew);
    shown();
    expect(observed).toEqual([old, anew]);
    tell([entry(100, 40)]);
    expect(shown()).toBeCloseTo((100 * 40) / 800_000);
  });

  it('has the page looked at again once it is known', async () => {
    const shown = await share('deeper');
    const { documentState } = await import('../../../../src/content/document-state');
    const told = vi.fn();
    documentState().onChange = told;
    shown();
    expect(told).not.toHaveBeenCalled();
    tell([entry(500, 400)]);
    expect(told).toHaveBeenCalledWith('view');
  });
});

it('a frame inside a frame is watched, whatever pictures bear the name of its root', async () => {
  const root = document.documentElement;
  const shown = await share('deeper');
  // Two pictures of that name: a list of them takes the place of the root, and no observer takes a list.
  Object.defineProperty(document, 'documentElement', { value: document.images, configurable: true });
  expect(shown()).toBe(0);
  expect(observed).toEqual([root]);
});
