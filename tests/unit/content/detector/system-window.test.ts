// @vitest-environment jsdom
import { afterAll, describe, expect, it } from 'vitest';
import { imitatesWindow } from '../../../../src/content/detector/system-window';

// jsdom has no layout: each element says where it stands, as "left top width height" (CSS px).
const own = Element.prototype.getBoundingClientRect;
Element.prototype.getBoundingClientRect = function (this: Element): DOMRect {
  const [left, top, width, height] = (this.getAttribute('at') ?? '0 0 0 0').split(' ').map(Number);
  return new DOMRect(left, top, width, height);
};
afterAll(() => {
  Element.prototype.getBoundingClientRect = own;
});

const TITLE = '<span at="110 105 120 20">Windows Security</span>';
const CLOSE = '<b at="470 105 20 20">✕</b>';
const SMALLER = '<b at="440 105 20 20">_</b>';
const WORDS = '<p at="110 300 300 60">Your computer is locked</p>';

/** A box with this in its upper edge and words below: is it taken for a window of the system? */
function isWindow(bar: string, { at = '100 100 400 300', words = WORDS } = {}): boolean {
  document.body.innerHTML = `<div at="${at}">${bar}${words}</div>`;
  return imitatesWindow([...document.querySelectorAll('p')]);
}
const dots = (...colours: string[]): string =>
  colours
    .map((colour, at) => `<i at="${110 + 20 * at} 105 12 12" style="background-color: ${colour}"></i>`)
    .join('');
const [RED, YELLOW, GREEN] = ['rgb(255, 95, 86)', 'rgb(255, 189, 46)', 'rgb(39, 201, 63)'] as const;

describe('a box with a title and window buttons is a window', () => {
  it.each([
    ['with signs on its buttons', TITLE + SMALLER + CLOSE],
    ['with pictures for signs', `${TITLE}<img at="440 105 20 20"><img at="470 105 20 20">`],
    ['with its buttons on the left', `${TITLE}<b at="105 105 20 20">x</b><b at="130 105 20 20">-</b>`],
    ['with all signs in one', `${TITLE}<b at="400 105 90 20">— □ ✕</b>`],
    ['whose upper edge is called a title bar', `${TITLE}<div class="title-bar" at="100 100 400 30"></div>`],
    ['of a Mac, with three coloured dots', dots(RED, YELLOW, GREEN)],
  ])('%s', (_what, bar) => {
    expect(isWindow(bar)).toBe(true);
  });

  it('however deep the words stand in it', () => {
    const words = `<section at="100 140 400 60"><div at="100 140 400 60">${WORDS}</div></section>`;
    expect(isWindow(TITLE + SMALLER + CLOSE, { words })).toBe(true);
  });
});

describe('what honest pages lay over themselves is none', () => {
  it.each([
    ['a notice with one cross', TITLE + CLOSE],
    ['two signs without a title', SMALLER + CLOSE],
    ['signs in the middle, as between pages', `${TITLE}<b at="280 105 20 20">-</b><b at="310 105 20 20">x</b>`],
    ['signs further down', `${TITLE}<b at="440 190 20 20">_</b><b at="470 190 20 20">✕</b>`],
    ['broad buttons', `${TITLE}<b at="380 105 55 20">_</b><b at="440 105 55 20">✕</b>`],
    ['a paragraph in the place of a title', `<em at="110 105 300 60">${'What people say. '.repeat(6)}</em>${SMALLER}${CLOSE}`],
    ['what is taller than a title', `<em at="110 105 300 90">Our offer</em>${SMALLER}${CLOSE}`],
    ['a title bar that has no size', `${TITLE}<div class="title-bar" at="100 100 0 30"></div>`],
    ['two coloured dots', dots(RED, GREEN)],
    ['three dots of two colours', dots(RED, GREEN, RED)],
    ['large coloured discs', dots(RED, YELLOW, GREEN).replaceAll('12 12', '30 30')],
  ])('%s', (_what, bar) => {
    expect(isWindow(bar)).toBe(false);
  }); // prettier-ignore

  it.each([
    ['too narrow', '300 100 200 300'],
    ['too low', '100 100 400 100'],
    ['as broad as the screen: the head of the page', '0 100 1000 300'],
  ])('a box that is %s', (_what, at) => {
    const bar = '<div class="title-bar" at="300 105 40 20">Windows Security</div>';
    expect(isWindow(bar, { at })).toBe(false);
    expect(isWindow(bar)).toBe(true);
  });
});
