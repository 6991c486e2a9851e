// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAME_KEY } from '../../../../src/messages/content-messages';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));
const { lookAround, tellPlace } = await import('../../../../src/background/state/frame-views');

const { elementFromPoint } = Document.prototype;
const styleOf = getComputedStyle;
beforeEach(() => {
  // jsdom leaves out what no rule says.
  vi.stubGlobal('getComputedStyle', (one: Element) => {
    const { pointerEvents, visibility, opacity, filter = '' } = styleOf(one);
    return { pointerEvents, visibility, opacity: opacity || '1', filter };
  });
  vi.stubGlobal('innerWidth', 1_000);
  vi.stubGlobal('innerHeight', 800);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [left, top, width, height] = (this.getAttribute('at') ?? '0 0 0 0').split(' ').map(Number);
    return new DOMRect(left, top, width, height);
  });
  /** In front is what comes last, of what lets no click through. */
  Document.prototype.elementFromPoint = (x, y) =>
    [...document.body.querySelectorAll('[at]')].findLast((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const { pointerEvents, visibility } = getComputedStyle(one);
      if (pointerEvents === 'none' || visibility === 'hidden') return false;
      return x >= left && x < right && y >= top && y < bottom;
    }) ?? null;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  Document.prototype.elementFromPoint = elementFromPoint;
});

function shares(markup: string, elements = 100): number[] {
  document.body.innerHTML = markup;
  // The test's own window does not list the frames of its document.
  const windows = [...document.body.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow);
  vi.stubGlobal('window', { ...windows, length: windows.length });
  return lookAround(10, elements);
}

describe('the share of the view that a frame takes', () => {
  it('is that of its part on the screen, by its place', () => {
    expect(shares('<iframe at="0 0 500 400"></iframe>')).toEqual([0.25]);
    expect(shares('<iframe at="-250 -200 500 400"></iframe><iframe at="0 0 1000 800"></iframe>')).toEqual([
      0, 1,
    ]);
    expect(shares('<p></p><iframe at="750 0 500 800"></iframe>')).toEqual([0.25]);
  });

  it.each([
    ['beside the screen', '<iframe at="-9999 0 1000 800"></iframe>'],
    ['above it', '<iframe at="0 -9999 1000 800"></iframe>'],
    ['below it', '<iframe at="0 900 1000 800"></iframe>'],
    ['invisible', '<iframe at="0 0 1000 800" style="visibility: hidden"></iframe>'],
    ['transparent', '<iframe at="0 0 1000 800" style="opacity: 0.2"></iframe>'],
    ['in a transparent box', '<div style="opacity: 0.01"><iframe at="0 0 1000 800"></iframe></div>'],
    ['transparent by a filter', '<iframe at="0 0 1000 800" style="filter: opacity(0)"></iframe>'],
    ['behind', '<iframe at="0 0 1000 800"></iframe><div at="0 0 1000 800"></div>'],
    ['behind what lets clicks through', '<iframe at="0 0 1000 800"></iframe><div at="0 0 1000 800" style="pointer-events: none"></div>'],
    ['without a size', '<iframe></iframe>'],
  ])('is nothing of one that is %s', (_how, markup) => {
    expect(shares(markup)).toEqual([0]);
  }); // prettier-ignore

  it('is what nothing stands before', () => {
    const half = '<iframe at="0 0 1000 800"></iframe><div at="0 0 400 800"></div>';
    expect(shares(half)[0]).toBeCloseTo(0.6, 9);
    expect(shares(half.replace('<div', '<div style="pointer-events: none"'))[0]).toBeCloseTo(0.6, 9);
  });

  it('is not less for a box around it that lets clicks through', () => {
    const box = '<div style="pointer-events: none" at="0 0 1000 800"><iframe style="pointer-events: auto" at="0 0 1000 800"></iframe></div>';
    expect(shares(box)).toEqual([1]);
  }); // prettier-ignore

  it('is found past the names of fields', () => {
    const form = '<form><input name="parentElement"><iframe at="0 0 1000 800"></iframe></form><img name="querySelectorAll">';
    expect(shares(form)).toEqual([1]);
  }); // prettier-ignore
});

it('a frame tells under which id it speaks, and the page itself that it is no frame', () => {
  const world = globalThis as Record<symbol, unknown>;
  expect(tellPlace(FRAME_KEY, 10)).toEqual({ doc: '', place: -1, outer: false });
  world[Symbol.for(FRAME_KEY)] = { doc: 'mine' };
  expect(tellPlace(FRAME_KEY, 10).doc).toBe('mine');
  delete world[Symbol.for(FRAME_KEY)];
  const page = { length: 2, 0: {}, 1: window };
  vi.stubGlobal('parent', page);
  vi.stubGlobal('window', Object.assign(Object.create(null), { top: page }));
  page[1] = window;
  expect(tellPlace(FRAME_KEY, 10)).toEqual({ doc: '', place: 1, outer: true });
  expect(tellPlace(FRAME_KEY, 1).place).toBe(-1);
});
