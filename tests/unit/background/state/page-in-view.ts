import { expect, vi } from 'vitest';
import { lookAround } from '../../../../src/background/state/look-around';

/** What was done in the page of this test. */
export const world = {
  /** How often our code asked for a box. */
  boxesRead: 0,
};

const { elementFromPoint } = Document.prototype;
const styleOf = getComputedStyle;

/** Before each test: a view of 1,000 by 800 px, in which an element lies at its `at="left top width height"`. */
export function startView(): void {
  world.boxesRead = 0;
  mockStyle();
  mockPlaces();
}

/** After each test: jsdom as it was. */
export function endView(): void {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  Document.prototype.elementFromPoint = elementFromPoint;
}

function mockStyle(): void {
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
}

function mockPlaces(): void {
  vi.stubGlobal('innerWidth', 1_000);
  vi.stubGlobal('innerHeight', 800);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    world.boxesRead += 1;
    const [left, top, width, height] = (this.getAttribute('at') ?? '0 0 0 0').split(' ').map(Number);
    return new DOMRect(left, top, width, height);
  });
  /** In front is what comes last, of what lets no click through. */
  Document.prototype.elementFromPoint = (x, y) =>
    [...document.body.querySelectorAll('[at]')].findLast((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      world.boxesRead -= 1; // the browser's own look, not ours
      const { pointerEvents, visibility } = getComputedStyle(one);
      if (pointerEvents === 'none' || visibility === 'hidden') return false;
      return x >= left && x < right && y >= top && y < bottom;
    }) ?? null;
}

/** The shares that the frames of this page take, at most so many of them, past so many elements. */
export function shares(markup: string, elements = 100, limit = 10): number[] {
  document.body.innerHTML = markup;
  // The test's own window does not list the frames of its document.
  const windows = [...document.body.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow);
  vi.stubGlobal('window', { ...windows, length: windows.length });
  return lookAround(limit, elements);
}

/** The same of one frame, with a shadow root in each `section`, the innermost last. */
export function withRoots(markup: string, ...inside: string[]): number[] {
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
