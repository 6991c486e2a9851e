// @vitest-environment jsdom
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readLayers } from '../../../../src/content/detector/layers';
import { eachInWords } from '../../in-words';

/** What stands at every point of the window, front first. */
let stack: Element[] = [];
let animations: unknown[] = [];

// jsdom has no layout and no animations: what stands where, and how large, is said by the test.
const own = { at: Document.prototype.elementsFromPoint, box: Element.prototype.getBoundingClientRect };
Document.prototype.elementsFromPoint = () => stack;
Element.prototype.getBoundingClientRect = function (this: Element): DOMRect {
  const [width, height] = (this.getAttribute('size') ?? '1024 768').split(' ').map(Number);
  return new DOMRect(0, 0, width, height);
};
Object.assign(Document.prototype, { getAnimations: () => animations });
class Effect {
  constructor(
    private readonly iterations: number,
    private readonly frame: object,
  ) {}
  getTiming = () => ({ iterations: this.iterations });
  getKeyframes = (): object[] => [{}, this.frame];
}
vi.stubGlobal('KeyframeEffect', Effect);
afterAll(() => {
  Document.prototype.elementsFromPoint = own.at;
  Element.prototype.getBoundingClientRect = own.box;
  Reflect.deleteProperty(Document.prototype, 'getAnimations');
});
afterEach(() => document.body.removeAttribute('style'));

/** Boxes with these styles, front first, over body and root. */
function pile(...styles: string[]): Element[] {
  const boxes = styles.map((style) => {
    const box = document.createElement('div');
    box.style.cssText = style;
    return box;
  });
  document.body.append(...boxes);
  stack = [...boxes, document.body, document.documentElement];
  return boxes;
}

beforeEach(() => {
  document.body.replaceChildren();
  animations = [];
  pile();
});

describe('a layer', () => {
  it.each(['fixed', 'absolute', 'sticky'])('is what is lifted over the page: %s', (position) => {
    const [layer] = pile(`position: ${position}`);
    expect(readLayers()).toMatchObject({ layerCover: 1, layerDepth: 1, layers: [layer] });
  });

  it.each(['static', 'relative'])('is not what stands in it: %s', (position) => {
    pile(`position: ${position}`);
    expect(readLayers()).toMatchObject({ layerCover: 0, layerDepth: 0, layers: [] });
  });

  it('is not the body, which some pages lift', () => {
    document.body.style.position = 'absolute';
    expect(readLayers()).toMatchObject({ layerCover: 0, layerDepth: 0, layers: [] });
  });

  it('is seen however many specks stand before it', () => {
    const specks = Array.from({ length: 300 }, () => 'color: red');
    pile(...specks, 'position: fixed');
    for (const speck of stack.slice(0, 300)) speck.setAttribute('size', '9 9');
    expect(readLayers()).toMatchObject({ layerCover: 1, layers: [stack[300]] });
  });

  it('is no button, but may be a small box', () => {
    const [box] = pile('position: fixed');
    box?.setAttribute('size', '100 100');
    expect(readLayers().layerCover).toBe(0);
    box?.setAttribute('size', '200 200');
    expect(readLayers().layerCover).toBe(1);
  });

  it('over another one makes two of them in depth', () => {
    const layers = pile('position: fixed', 'position: fixed');
    expect(readLayers()).toMatchObject({ layerDepth: 2, layers });
  });

  it('is none in a frame that has no size', () => {
    pile('position: fixed');
    vi.stubGlobal('innerWidth', 0);
    expect(readLayers()).toMatchObject({ layerCover: 0, layerDepth: 0, layers: [], stillCover: 0 });
    vi.stubGlobal('innerWidth', 1024);
  });
});

describe('a pointer that a page hides', () => {
  it('is hidden where what is in front hides it', () => {
    pile('cursor: none', '');
    expect(readLayers().cursorHidden).toBe(true);
  });

  it('is seen where only what is covered would hide it', () => {
    pile('', 'cursor: none');
    expect(readLayers().cursorHidden).toBe(false);
  });

  it('is seen where half of the window shows it, as beside a film', () => {
    const film = pile('cursor: none');
    let asked = 0;
    Document.prototype.elementsFromPoint = () => ((asked += 1) % 2 === 0 ? film : [document.body]);
    expect(readLayers().cursorHidden).toBe(false);
    Document.prototype.elementsFromPoint = () => stack;
  });
});

describe('what flashes', () => {
  const flashes = (iterations: number, frame: object): boolean => {
    animations = [{ effect: new Effect(iterations, frame) }];
    return readLayers().flashing;
  };

  eachInWords([[{ opacity: 0 }], [{ backgroundColor: 'red' }], [{ visibility: 'hidden' }]])(
    '%s, for ever',
    (_title, frame) => {
      expect(flashes(Infinity, frame)).toBe(true);
    },
  );

  it('is neither what fades in once nor what turns for ever', () => {
    expect(flashes(1, { opacity: 0 })).toBe(false);
    expect(flashes(Infinity, { transform: 'rotate(1turn)' })).toBe(false);
  });

  it.each(['marquee', 'blink'])('is an old %s', (name) => {
    expect(readLayers().flashing).toBe(false);
    document.body.append(document.createElement(name));
    expect(readLayers().flashing).toBe(true);
  });
});
