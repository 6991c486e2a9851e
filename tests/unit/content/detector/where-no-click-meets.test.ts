// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { measurePlace } from '../../../../src/content/detector/prominence';

const { elementFromPoint } = Document.prototype;
const { getBoundingClientRect } = Element.prototype;
afterEach(() => {
  Document.prototype.elementFromPoint = elementFromPoint;
  Element.prototype.getBoundingClientRect = getBoundingClientRect;
});

it('what lets clicks through to the page under it is seen before that page', () => {
  document.body.innerHTML = '<main>A page</main><p>Windows is locked</p>';
  const [page, words] = document.body.children as unknown as [Element, HTMLElement]; // as written above
  Document.prototype.elementFromPoint = () => page;
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 500, 100);
  expect(measurePlace(words, []).prominence).toBeLessThan(0.3);
  words.style.pointerEvents = 'none';
  expect(measurePlace(words, []).prominence).toBeGreaterThanOrEqual(0.4);
});
