// @vitest-environment jsdom
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readLayers } from '../../../../src/content/detector/layers';
import { isOnlyPicture } from '../../../../src/content/detector/only-picture';

/** What stands at every point of the window, front first. */
let stack: Element[] = [];
let size = { width: 1024, height: 768 };

// jsdom has no layout: what stands where, and how large it is, is said by the test.
const own = { at: Document.prototype.elementsFromPoint, box: Element.prototype.getBoundingClientRect };
Document.prototype.elementsFromPoint = () => stack;
Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, size.width, size.height);
afterAll(() => {
  Document.prototype.elementsFromPoint = own.at;
  Element.prototype.getBoundingClientRect = own.box;
});

function place(...names: string[]): Element[] {
  const elements = names.map((name) => document.createElement(name));
  document.body.append(...elements);
  return elements;
}

beforeEach(() => {
  document.body.replaceChildren();
  size = { width: 1024, height: 768 };
  stack = [...place('img'), document.body, document.documentElement];
});

const only = (): boolean => isOnlyPicture(readLayers());

describe('a page that is one picture', () => {
  it('is so with a picture, a drawing or a background, also under an empty box', () => {
    expect(only()).toBe(true);
    stack = [...place('div', 'svg')];
    expect(only()).toBe(true);
    const [box] = place('div');
    box?.setAttribute('style', 'background-image: url("a.png")');
    stack = box ? [box] : [];
    expect(only()).toBe(true);
  });

  it('is not so without one, nor with a small one', () => {
    size = { width: 100, height: 100 };
    expect(only()).toBe(false);
    size = { width: 1024, height: 768 };
    stack = place('div', 'p');
    expect(only()).toBe(false);
  });

  it('is not so where most of the window shows something else', () => {
    const picture = stack;
    let asked = 0;
    Document.prototype.elementsFromPoint = () => ((asked += 1) % 8 === 0 ? [] : picture);
    expect(readLayers().stillCover).toBe(0.88);
    expect(only()).toBe(false);
    Document.prototype.elementsFromPoint = () => stack;
  });

  it.each(['canvas', 'video', 'object', 'embed'])('is not so with a %s, not even a hidden one', (name) => {
    place(name);
    expect(only()).toBe(false);
  });

  it.each(['iframe', 'video', 'canvas'])('is not so over a %s', (name) => {
    stack = [...stack, ...place(name)];
    expect(readLayers().stillCover).toBe(0);
  });

  it('may have one link or button, not two; a telephone link is none', () => {
    const [link, call] = place('a', 'a');
    call?.setAttribute('href', 'tel:555-0142');
    expect(only()).toBe(true);
    link?.setAttribute('href', '/next');
    expect(only()).toBe(true);
    place('button');
    expect(only()).toBe(false);
  });

  it.each(['select', 'textarea', 'input', 'summary'])('may not have two of %s', (name) => {
    place(name, name);
    expect(only()).toBe(false);
    for (const field of document.querySelectorAll('input')) field.type = 'hidden';
    expect(only()).toBe(name === 'input');
  });
});
