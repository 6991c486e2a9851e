// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import type { LayerFacts } from '../../../src/content/detector/layers';
import { isOnlyPicture } from '../../../src/content/detector/only-picture';
import { attributeTexts } from '../../../src/content/detector/other-texts';
import { Visibility } from '../../../src/content/detector/page-text';
import { readStructure } from '../../../src/content/detector/structure';
import { readText } from '../../../src/content/gate/read-text';
import { show, type Tree } from './tree';

afterEach(() => vi.restoreAllMocks());

/** What a page of a hundred thousand such elements gives; each that is taken out of the list is counted. */
function manyOf(element: Element): { list: NodeListOf<Element>; taken: Set<number> } {
  const taken = new Set<number>();
  const list = new Proxy([] as Element[], {
    get: (target, name) => {
      if (name === 'length') return 100_000;
      if (typeof name !== 'string' || !/^\d+$/.test(name)) return Reflect.get(target, name) as unknown;
      taken.add(Number(name));
      return element;
    },
  });
  return { list: list as unknown as NodeListOf<Element>, taken }; // as a list is asked
}

it('only the first of many elements of a kind are looked at', () => {
  const element = document.createElement('i');
  const { list, taken } = manyOf(element);
  vi.spyOn(Document.prototype, 'querySelectorAll').mockReturnValue(list);
  const visibility = new Visibility();
  vi.spyOn(visibility, 'of').mockReturnValue(false);
  expect(readStructure([], visibility).navigation).toBe(false);
  expect(Math.max(...taken)).toBeLessThan(500);
  vi.spyOn(visibility, 'of').mockReturnValue(true);
  expect(readStructure([], visibility).navigation).toBe(true);
});

it('of many things to press no more are counted than make a difference', () => {
  const { list, taken } = manyOf(document.createElement('a'));
  const query = vi.spyOn(Document.prototype, 'querySelectorAll');
  query.mockImplementation((selector) =>
    selector.startsWith('a[href]') ? list : document.createDocumentFragment().querySelectorAll('*'),
  );
  expect(isOnlyPicture({ stillCover: 1 } as LayerFacts)).toBe(false); // all that is asked of the layers
  expect(taken.size).toBe(2);
});

it('of many elements with words in attributes the first and the last are', () => {
  const element = document.createElement('i');
  element.title = 'Call us';
  const { list, taken } = manyOf(element);
  vi.spyOn(Document.prototype, 'querySelectorAll').mockReturnValue(list);
  expect(attributeTexts(new Visibility())).toHaveLength(400);
  expect(taken.size).toBe(400);
  expect(taken).toContain(0);
  expect(taken).toContain(99_999);
});

it('of elements that are never closed, as in old pages, only those between two texts are', () => {
  const words = Array.from({ length: 100 }, (_, index): Tree => ['a', `Word ${index} `]);
  let tree: Tree = ['font', ...words, 'Mi', ['b', 'cro'], 'soft'];
  for (let depth = 0; depth < 200; depth += 1) tree = ['font', tree];
  show(tree);
  const asked = vi.spyOn(Element.prototype, 'localName', 'get');
  const { text } = readText();
  expect(asked.mock.calls.length).toBeLessThan(50 * words.length); // with those around them it were 400 each
  expect(text).toMatch(/Word 98 Word 99 Microsoft$/);
});

it('and texts far inside of two boxes stand in two lines', () => {
  const deep = (text: string): Tree => Array.from({ length: 60 }).reduce<Tree>((tree) => ['i', tree], text);
  show(['p', deep('one'), deep('and a half')], ['p', deep('two')]);
  expect(readText().text).toMatch(/oneand a half\ntwo$/);
});
