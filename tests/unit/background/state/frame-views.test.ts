// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAME_KEY } from '../../../../src/messages/content-messages';

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn<(asked: object) => Promise<unknown>>() }));
vi.mock('../../../../src/browser/api', () => ({ browser: { scripting: { executeScript } } }));
const { placeOf, sharesIn, tellPlace } = await import('../../../../src/background/state/frame-views');
const { lookAround } = await import('../../../../src/background/state/look-around');

const { elementFromPoint } = Document.prototype;
const styleOf = getComputedStyle;
/** How often our code asked for a box. */
let boxesRead = 0;
beforeEach(() => {
  // jsdom leaves out what no rule says, and knows no rule for what stands before or after an element.
  vi.stubGlobal('getComputedStyle', (one: Element, side?: string) => {
    const written = side === undefined ? null : document.createElement('i');
    written?.setAttribute('style', one.getAttribute(side?.slice(2) ?? '') ?? '');
    const style = written?.style ?? styleOf(one);
    const { content, pointerEvents, visibility, opacity, filter = '' } = style;
    const getPropertyValue = (name: string): string => style.getPropertyValue(name);
    return {
      content: content || 'none',
      pointerEvents,
      visibility,
      opacity: opacity || '1',
      filter,
      getPropertyValue,
    };
  });
  vi.stubGlobal('innerWidth', 1_000);
  vi.stubGlobal('innerHeight', 800);
  boxesRead = 0;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    boxesRead += 1;
    const [left, top, width, height] = (this.getAttribute('at') ?? '0 0 0 0').split(' ').map(Number);
    return new DOMRect(left, top, width, height);
  });
  /** In front is what comes last, of what lets no click through. */
  Document.prototype.elementFromPoint = (x, y) =>
    [...document.body.querySelectorAll('[at]')].findLast((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      boxesRead -= 1; // the browser's own look, not ours
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

function shares(markup: string, elements = 100, limit = 10): number[] {
  document.body.innerHTML = markup;
  // The test's own window does not list the frames of its document.
  const windows = [...document.body.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow);
  vi.stubGlobal('window', { ...windows, length: windows.length });
  return lookAround(limit, elements);
}

describe('the share of the view that a frame takes', () => {
  it('is that of its part on the screen, by its place', () => {
    expect(shares('<iframe at="0 0 500 400"></iframe>')).toEqual([0.25]);
    expect(shares('<iframe at="-250 -200 500 400"></iframe><iframe at="0 0 1000 800"></iframe>')).toEqual([
      0, 1,
    ]);
    expect(shares('<p></p><iframe at="750 0 500 800"></iframe>')).toEqual([0.25]);
    expect(shares('<iframe at="-250 -200 500 400"></iframe>')).toEqual([0.0625]);
    expect(shares('<iframe at="750 600 500 400"></iframe>')).toEqual([0.0625]);
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

  it.each([
    ['the right', '600 0 400 800', 0.6],
    ['the top', '0 0 1000 320', 0.6],
    ['the bottom', '0 480 1000 320', 0.6],
    ['a corner', '600 480 400 320', 0.84],
    ['a spot', '450 350 100 100', 0.96],
    ['nothing of it: beside', '1000 0 400 800', 1],
    ['nothing of it: below', '0 800 1000 320', 1],
  ])('is what is left beside what covers %s', (_where, at, left) => {
    for (const through of ['auto', 'none']) {
      const cover = `<div at="${at}" style="pointer-events: ${through}"></div>`;
      expect(shares(`<iframe at="0 0 1000 800"></iframe>${cover}`)[0], through).toBeCloseTo(left, 9);
    }
  });

  it.each([
    ['at three tenths', '<iframe at="0 0 1000 800" style="opacity: 0.3"></iframe>', 1],
    ['blurred', '<iframe at="0 0 1000 800" style="filter: blur(1px)"></iframe>', 1],
    ['half, in a box of half', '<div style="opacity: 0.5"><iframe at="0 0 1000 800" style="opacity: 0.5"></iframe></div>', 0],
  ])('counts it as seen from three tenths of colour on: %s', (_how, markup, share) => {
    expect(shares(markup)).toEqual([share]);
  }); // prettier-ignore

  it('looks at so many frames and boxes, and no more: a page could have it look for ever', () => {
    const frame = '<iframe at="0 0 500 800"></iframe>';
    expect(shares(frame.repeat(3), 100, 2)).toHaveLength(2);
    expect(shares(frame, 100, 2)).toEqual([0.5]);
    const cover = '<div at="0 0 1000 800" style="pointer-events: none"></div>';
    expect(shares(frame + cover, 1), 'the last one').toEqual([0]);
    expect(shares(`${frame}${cover}<p></p>`, 3), 'the last two and the first').toEqual([0]);
    expect(shares(`${frame}${cover}<p></p>`, 2)).toEqual([0.5]);
  });

  it('is nothing of one that is nowhere in the document, as in a shadow root', () => {
    document.body.innerHTML = '<iframe at="0 0 1000 800"></iframe>';
    vi.stubGlobal('window', { 0: {}, length: 1 });
    expect(lookAround(10, 100)).toEqual([0]);
  });

  it('is not less for a box around it that lets clicks through', () => {
    const box = '<div style="pointer-events: none" at="0 0 1000 800"><iframe style="pointer-events: auto" at="0 0 1000 800"></iframe></div>';
    expect(shares(box)).toEqual([1]);
  }); // prettier-ignore

  const FRAME = '<iframe at="0 0 1000 800"></iframe>';
  const COVER = '<div at="0 0 1000 800" style="pointer-events: none"></div>';

  it.each([
    ['behind', `${FRAME}${'<i></i>'.repeat(200)}${COVER}`],
    ['before', `${COVER}${FRAME}${'<i></i>'.repeat(200)}`],
  ])(
    'is nothing of one under what lets clicks through, %s more elements than are asked',
    (_where, markup) => {
      expect(shares(markup, 100)).toEqual([0]);
    },
  );

  it('is nothing of one under what lets clicks through, beside the body', () => {
    const cover = document.createElement('div');
    cover.setAttribute('at', '0 0 1000 800');
    cover.style.pointerEvents = 'none';
    document.documentElement.append(cover);
    expect(shares(FRAME)).toEqual([0]);
    cover.remove();
    expect(shares(FRAME)).toEqual([1]);
  });

  /** Puts a shadow root into each `section`, the innermost last. */
  function withRoots(markup: string, ...inside: string[]): number[] {
    document.body.innerHTML = markup;
    let around: ParentNode = document;
    for (const content of inside) {
      const root = around.querySelector('section')?.attachShadow({ mode: 'open' }) ?? expect.unreachable();
      root.innerHTML = content;
      around = root;
    }
    const frame = document.querySelector('iframe')?.contentWindow;
    vi.stubGlobal('window', { 0: frame, length: 1 });
    return lookAround(10, 100);
  }

  it('is nothing of one under what lets clicks through, in a shadow root', () => {
    expect(withRoots(`${FRAME}<section></section>`, COVER)).toEqual([0]);
    expect(withRoots(`${FRAME}<section></section>`, '<section></section>', COVER)).toEqual([0]);
  });

  it('is not less for a box of a shadow root in which it is shown', () => {
    const slotted = '<div style="pointer-events: none" at="0 0 1000 800"><slot></slot></div>';
    expect(withRoots(`<section>${FRAME}</section>`, slotted)).toEqual([1]);
    const clear = '<div style="opacity: 0.1"><slot></slot></div>';
    expect(withRoots(`<section>${FRAME}</section>`, clear)).toEqual([0]);
  });

  it.each([
    ['before the root', 'documentElement', 'before', 'width: 1000px; height: 800px', 0],
    ['after the body', 'body', 'after', 'width: 1000px; height: 800px', 0],
    ['by its border', 'body', 'after', 'width: 0px; border: 500px solid', 0],
    ['unless it is small', 'body', 'after', 'width: 100px; height: 800px', 1],
    ['unless it takes the clicks', 'body', 'after', 'width: 1000px; height: 800px; pointer-events: auto', 1],
    ['unless it is not there', 'body', 'after', 'width: 1000px; height: 800px; content: none', 1],
  ] as const)('is nothing of one under what a style rule writes %s', (_where, of, side, style, share) => {
    document[of].setAttribute(side, `content: ''; pointer-events: none; ${style}`);
    expect(shares(FRAME)).toEqual([share]);
    document[of].removeAttribute(side);
  });

  it('asks each box that lets clicks through, and each frame, for its place once', () => {
    const frame = '<iframe at="0 0 100 80"></iframe>';
    const beside = '<div at="500 0 500 800" style="pointer-events: none"></div>';
    shares(`${frame.repeat(3)}${beside.repeat(40)}<p></p>`);
    expect(boxesRead).toBe(43);
  });

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
  // In a frame of a frame.
  vi.stubGlobal('window', Object.assign(Object.create(null), { top: {} }));
  page[1] = window;
  expect(tellPlace(FRAME_KEY, 10)).toEqual({ doc: '', place: 1, outer: false });
});

describe('a frame', () => {
  afterEach(() => void vi.useRealTimers());

  it('is asked by itself, and at once, where it stands and what it shows', async () => {
    const place = { doc: 'mine', place: 1, outer: true };
    executeScript.mockResolvedValueOnce([{ result: place }]);
    expect(await placeOf(3, 7)).toEqual(place);
    const asking = { target: { tabId: 3, frameIds: [7] }, injectImmediately: true };
    expect(executeScript).toHaveBeenLastCalledWith({ ...asking, func: tellPlace, args: [FRAME_KEY, 100] });
    executeScript.mockResolvedValueOnce([{ result: [0.5] }]);
    expect(await sharesIn(3, 7)).toEqual([0.5]);
    expect(executeScript).toHaveBeenLastCalledWith({ ...asking, func: lookAround, args: [100, 3_000] });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['gone', () => Promise.reject(new Error('No frame'))],
    ['busy', () => new Promise(() => undefined)],
    ['not answering', () => Promise.resolve([{ result: undefined }])],
    ['not there', () => Promise.resolve([])],
  ])('of which nothing is known is none to wait for: %s', async (_why, answer) => {
    vi.useFakeTimers();
    executeScript.mockImplementationOnce(answer);
    const asked = placeOf(3, 7);
    await vi.advanceTimersByTimeAsync(500);
    expect(await asked).toBeNull();
  });
});
