// @vitest-environment jsdom
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const SCAM = 'Windows is locked. Call 1-888-555-0134';
/** jsdom has no top layer: what this attribute is on is in it, by the name of its pseudo-class, or by its style. */
const IN_IT = 'data-top';
const { Element: Class } = window;
const { matches } = Class.prototype;
const styleOf = getComputedStyle;

/** Whether a style holds for an element or one around it. */
const isIn = (one: Element | null, name: string, value: string): boolean =>
  one !== null && (styleOf(one).getPropertyValue(name) === value || isIn(one.parentElement, name, value));
/** As CSSOM View has it: all the way up, also out of the top layer. */
function checkVisibility(this: Element, { opacityProperty = false } = {}): boolean {
  if (isIn(this, 'display', 'none') || this.closest('[data-hidden]')) return false;
  return !opacityProperty || !isIn(this, 'opacity', '0');
}

beforeEach(() => {
  const isAlso = function (this: Element, selector: string): boolean {
    const by = this.getAttribute(IN_IT);
    if (selector.includes(':modal')) return by !== null && by !== 'style' && selector.includes(by);
    return matches.call(this, selector);
  };
  Object.assign(Class.prototype, { checkVisibility, matches: isAlso });
  vi.stubGlobal('getComputedStyle', (one: Element, side?: string) =>
    Object.assign(styleOf(one, side), { overlay: one.getAttribute(IN_IT) === 'style' ? 'auto' : 'none' }),
  );
  vi.resetModules(); // the modules take the methods when they are loaded
  document.body.innerHTML = '';
});
afterEach(() => {
  vi.unstubAllGlobals();
  delete (Range.prototype as Partial<Range>).getClientRects; // jsdom has none of its own
});
afterAll(() => {
  Reflect.deleteProperty(Class.prototype, 'checkVisibility');
  Class.prototype.matches = matches;
});

async function read(markup: string): Promise<string[]> {
  const page = await import('../../../../src/content/detector/page-text');
  document.body.innerHTML = markup;
  return page.visibleTexts(new page.Visibility()).map(({ text }) => text.trim());
}
const over = (box: string, top = ':modal', inside = `<b>${SCAM}</b>`): string =>
  `<div style="${box}"><section><div ${IN_IT}="${top}">${inside}</div></section></div>`;

const CLEAR = 'opacity: 0';
describe('words in the top layer', () => {
  it.each([
    ['transparent', CLEAR],
    ['nearly transparent', 'opacity: 0.01'],
    ['clipped to nothing', 'clip-path: inset(100%)'],
    ['clipped in the old way', 'position: absolute; clip: rect(0px, 0px, 0px, 0px)'],
    ['without a size', 'display: block; overflow: hidden'],
  ])('are read where a box around is %s', async (_how, box) => {
    Range.prototype.getClientRects = () => [new DOMRect(9, 9, 90, 16)] as unknown as DOMRectList; // a list is all that is asked for
    expect(await read(over(box))).toEqual([SCAM]);
    expect(await read(over(box).replace(IN_IT, 'data-none'))).toEqual([]);
  });

  it.each([':modal', ':popover-open', 'style'])('are read by %s', async (top) => {
    expect(await read(over(CLEAR, top))).toEqual([SCAM]);
  });

  it('are read in an element without a box, too', async () => {
    Class.prototype.checkVisibility = function (options) {
      return styleOf(this).display !== 'contents' && checkVisibility.call(this, options);
    };
    expect(await read(over(CLEAR, ':modal', `<b style="display: contents">${SCAM}</b>`))).toEqual([SCAM]);
  });

  it('are read where the box stands in a shadow root whose host is transparent', async () => {
    Class.prototype.checkVisibility = (options) => !options?.opacityProperty;
    const page = await import('../../../../src/content/detector/page-text');
    document.body.innerHTML = `<p style="${CLEAR}"></p>`;
    const root = document.querySelector('p')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = `<div ${IN_IT}=":modal">${SCAM}</div>`;
    expect(page.visibleTexts(new page.Visibility()).map(({ text }) => text)).toEqual([SCAM]);
  });

  it.each([
    ['in a transparent box of it', over('', ':modal', `<p style="${CLEAR}"><b>${SCAM}</b></p>`)],
    ['that is itself transparent', over('').replace(IN_IT, `style="${CLEAR}" ${IN_IT}`)],
    ['in a box that is not displayed', over('display: none')],
    ['in an invisible box', over('').replace('<section', '<section data-hidden')],
    ['in a transparent box by a rule that we do not know of', `<p data-clear>${SCAM}</p>`],
  ])('are not read %s', async (_how, markup) => {
    Class.prototype.checkVisibility = function (options) {
      if (options?.opacityProperty && this.closest('[data-clear]')) return false;
      return checkVisibility.call(this, options);
    };
    expect(await read(markup)).toEqual([]);
  });
});
