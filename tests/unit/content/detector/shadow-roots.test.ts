// @vitest-environment jsdom
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readLayers } from '../../../../src/content/detector/layers';
import { isOnlyPicture } from '../../../../src/content/detector/only-picture';
import {
  flatParent,
  everyElementAt,
  findRoots,
  standsIn,
} from '../../../../src/content/detector/shadow-roots';
import { imitatesWindow } from '../../../../src/content/detector/system-window';

/** What stands at every point: in the document, which knows only hosts, and in each shadow root. */
let stack: Element[] = [];
const inside = new Map<ShadowRoot, Element[]>();

// jsdom has no layout: what stands where is said by the test, how large it is by the element ("left top width height").
const own = { at: Document.prototype.elementsFromPoint, box: Element.prototype.getBoundingClientRect };
Document.prototype.elementsFromPoint = () => stack;
Object.assign(ShadowRoot.prototype, {
  elementsFromPoint(this: ShadowRoot): Element[] {
    return [...(inside.get(this) ?? []), ...stack]; // as Chromium does
  },
});
Element.prototype.getBoundingClientRect = function (this: Element): DOMRect {
  const [left, top, width, height] = (this.getAttribute('at') ?? '0 0 1024 768').split(' ').map(Number);
  return new DOMRect(left, top, width, height);
};
afterAll(() => {
  Document.prototype.elementsFromPoint = own.at;
  Element.prototype.getBoundingClientRect = own.box;
  Reflect.deleteProperty(ShadowRoot.prototype, 'elementsFromPoint');
});

interface Hosted {
  host: HTMLElement;
  root: ShadowRoot;
  /** The first element in the root. */
  first: Element;
}

/** An element with such a shadow root, which stands at every point. jsdom lets nobody see a closed one. */
function addHost(html: string, parent: Element | ShadowRoot = document.body): Hosted {
  const host = document.createElement('div');
  parent.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = html;
  inside.set(root, [...root.children].reverse());
  return { host, root, first: root.firstElementChild ?? host };
}

beforeEach(() => {
  document.body.replaceChildren();
  inside.clear();
  stack = [];
});

describe('the search for roots', () => {
  beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(0)); // jsdom would use up its time
  afterEach(() => void vi.restoreAllMocks());

  it('finds one near the end of the page, and one in it, behind however many elements', () => {
    document.body.innerHTML = '<i></i>'.repeat(2_600) + '<div><div id="last"></div></div>';
    const last = document.querySelector('#last');
    if (!last) throw new Error('no such element');
    const { root } = addHost('<section></section>', last);
    const inner = addHost('<b></b>', root);
    expect(findRoots()).toEqual([document.documentElement, root, inner.root]);
  });
});

describe('what stands in a shadow root', () => {
  it('stands before its host, through roots in roots', () => {
    const outer = addHost('<section></section>');
    const inner = addHost('<b></b>', outer.root);
    inside.set(outer.root, [inner.host, outer.first]);
    stack = [outer.host, document.body];
    findRoots();
    expect(everyElementAt(1, 1)).toEqual([inner.first, inner.host, outer.first, outer.host, document.body]);
  });

  it('is a layer like any other, and so is a picture', () => {
    const { host, first } = addHost('<img style="position: fixed">');
    stack = [host, document.body];
    findRoots();
    expect(readLayers()).toMatchObject({ layerCover: 1, layerDepth: 1, pictureCover: 1, layers: [first] });
  });

  it('stands in what stands around its host, not in what stands beside it', () => {
    const outer = addHost('<section></section><p></p>');
    const inner = addHost('<b></b>', outer.first as HTMLElement);
    expect(standsIn([outer.first], inner.first)).toBe(true);
    expect(standsIn([document.body], inner.first)).toBe(true);
    expect(standsIn([outer.root.lastElementChild ?? outer.host], inner.first)).toBe(false);
    expect(standsIn([], inner.first)).toBe(false);
  });

  it('makes a window of what it shows in slots', () => {
    const { host, root } = addHost('<div at="100 100 400 300"><slot name="bar"></slot><slot></slot></div>');
    const bar = host.appendChild(document.createElement('p'));
    bar.slot = 'bar';
    bar.innerHTML = '<span at="110 105 120 20">Windows Security</span><b at="440 105 20 20">_</b><b at="470 105 20 20">✕</b>'; // prettier-ignore
    const words = host.appendChild(document.createElement('p'));
    findRoots();
    expect(imitatesWindow([words])).toBe(true);
    root.querySelector('slot')?.remove();
    expect(imitatesWindow([words])).toBe(false);
  });

  it('is around what it shows in a slot, and around nothing else', () => {
    const { host, root, first } = addHost(
      '<section><slot></slot></section><p><slot name="aside"></slot></p>',
    );
    const words = host.appendChild(document.createElement('i'));
    const letter = words.appendChild(document.createElement('b'));
    const aside = host.appendChild(document.createElement('u'));
    aside.slot = 'aside';
    const lost = host.appendChild(document.createElement('s'));
    lost.slot = 'nowhere';
    findRoots();
    const [main, other] = root.querySelectorAll('slot');
    expect([letter, words, aside, lost, root.querySelector('p') as Element].map(flatParent)).toEqual([words, main, other, host, host]); // prettier-ignore
    expect([words, letter, aside, lost].map((element) => standsIn([first], element))).toEqual([true, true, false, false]); // prettier-ignore
    expect([words, letter, aside, lost].map((element) => standsIn([host], element))).toEqual([true, true, true, true]); // prettier-ignore
  });

  it('is around what stands in slots of slots', () => {
    const outer = addHost('<section><slot></slot></section>');
    const inner = addHost('<article><slot></slot></article>', outer.host);
    const words = inner.host.appendChild(document.createElement('i'));
    findRoots();
    expect(standsIn([inner.first], words)).toBe(true);
    expect(standsIn([outer.first], words)).toBe(true);
    expect(standsIn([outer.first], inner.first)).toBe(true);
    expect(standsIn([inner.first], outer.first)).toBe(false);
  });

  it('keeps a page from being one picture: what there is to press, or plays', () => {
    stack = [document.body.appendChild(document.createElement('img'))];
    const only = (html: string): boolean => {
      const { host } = addHost(html);
      findRoots();
      const is = isOnlyPicture(readLayers());
      host.remove();
      return is;
    };
    expect(only('<p></p>')).toBe(true);
    expect(only('<button></button>')).toBe(true);
    expect(only('<button></button><select></select>')).toBe(false);
    expect(only('<video></video>')).toBe(false);
  });

  it('makes a window of its host', () => {
    const bar =
      '<span at="110 105 120 20">Windows Security</span><b at="440 105 20 20">_</b><b at="470 105 20 20">✕</b>';
    const { host, root } = addHost(`${bar}<p at="110 300 300 60">Your computer is locked</p>`);
    host.setAttribute('at', '100 100 400 300');
    findRoots();
    expect(imitatesWindow([...root.querySelectorAll('p')])).toBe(true);
  });
});
