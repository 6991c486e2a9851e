// @vitest-environment jsdom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const SCAM = 'Windows is locked. Call 1-888-555-0134';
const SENTENCE = 'The river runs past the old mill, and in the evening children play on its banks. ';
/** As long as one text is read. */
const LONG = SENTENCE.repeat(48);
const filler = (times: number): string => `<div hidden>${`<p>${LONG}</p>`.repeat(times)}</div>`;

/** jsdom has no such method; the module takes it when it is loaded. */
function checkVisibility(this: Element): boolean {
  return this.closest('[hidden],head') === null;
}
const { Element: Class } = window;

beforeEach(() => {
  Object.assign(Class.prototype, { checkVisibility });
  vi.resetModules();
  // A look is limited by time, too, which a busy machine would use up.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterAll(() => {
  Reflect.deleteProperty(Class.prototype, 'checkVisibility');
  vi.restoreAllMocks();
});

describe('words that stand between more hidden ones than are read of a page', () => {
  it.each([
    ['in the page', false],
    ['in a shadow root', true],
  ])('are read %s', async (_where, inRoot) => {
    const page = await import('../../../../src/content/detector/page-text');
    const markup = `${filler(8)}<p>${SCAM}</p>${filler(4)}`;
    document.body.innerHTML = inRoot ? '<div></div>' : markup;
    const root = inRoot ? document.querySelector('div')?.attachShadow({ mode: 'open' }) : null;
    if (root) root.innerHTML = markup;
    expect(page.visibleTexts(new page.Visibility()).map(({ text }) => text)).toEqual([SCAM]);
  });

  it('and what is seen still fills the limits', async () => {
    const page = await import('../../../../src/content/detector/page-text');
    document.body.innerHTML = `<p>${LONG}</p>`.repeat(20);
    const read = page.visibleTexts(new page.Visibility());
    expect(read.length).toBeLessThan(15);
  });
});
