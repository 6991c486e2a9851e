// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { visibleTexts, Visibility } from '../../../src/content/detector/page-text';

/** Left, top, width and height (CSS px) of a text on the screen. */
type Place = [number, number, number, number];

/** Shows a paragraph of texts in spans laid out so. @returns what is read as one */
function read(display: string, ...texts: [string, Place][]): string[] {
  const line = document.createElement('p');
  const places = new Map<Node, Place>();
  for (const [text, place] of texts) {
    const span = document.createElement('span');
    span.style.cssText = `display: ${display}`;
    span.append(text);
    places.set(span.firstChild as Node, place);
    line.append(span);
  }
  document.body.replaceChildren(line);
  Range.prototype.getClientRects = function (this: Range) {
    const [left, top, width, height] = places.get(this.startContainer) ?? [0, 0, 0, 0];
    return [new DOMRect(left, top, width, height)] as unknown as DOMRectList; // a list is all that is asked for
  };
  const read: string[] = [];
  for (const { text, glued } of visibleTexts(new Visibility()))
    if (glued) read.push(`${read.pop() ?? ''}${text}`);
    else read.push(text);
  return read;
}

vi.stubGlobal(
  'DOMRect',
  class {
    constructor(
      readonly left: number,
      readonly top: number,
      readonly width: number,
      readonly height: number,
    ) {}
    get right(): number {
      return this.left + this.width;
    }
    get bottom(): number {
      return this.top + this.height;
    }
  },
);
afterEach(() => {
  delete (Range.prototype as Partial<Range>).getClientRects; // jsdom has none of its own
});

const NUMBER = '1-888-555-0147';

describe('texts that follow each other in a paragraph', () => {
  it('are two where one is a line of its own', () => {
    expect(read('block', ['Call now', [0, 0, 80, 20]], [NUMBER, [0, 20, 120, 20]])).toEqual([
      'Call now',
      NUMBER,
    ]);
  });

  it('are two where a gap is between them', () => {
    expect(read('block', ['Call now', [0, 0, 80, 20]], [NUMBER, [100, 0, 120, 20]])).toEqual([
      'Call now',
      NUMBER,
    ]);
  });

  it('are one where they touch, from left or from right', () => {
    expect(read('block', ['Micro', [0, 0, 50, 20]], ['soft', [50, 0, 40, 20]])).toEqual(['Microsoft']);
    expect(read('flex', ['Micro', [40, 0, 50, 20]], ['soft', [0, 0, 40, 20]])).toEqual(['Microsoft']);
  });

  it('are one where no box is, wherever they stand', () => {
    expect(read('inline', ['Micro', [0, 0, 50, 20]], ['soft', [0, 20, 40, 20]])).toEqual(['Microsoft']);
  });

  it('are two words where they are buttons beside or below each other, and one where those touch', () => {
    const [call, chat]: [string, string] = [`Call ${NUMBER}`, 'Chat now'];
    for (const display of [
      'inline-block',
      'inline-flex',
      'inline; padding: 0 9px',
      'inline; margin-left: 9px',
    ])
      for (const place of [
        [130, 0, 60, 20],
        [0, 24, 60, 20],
      ] as Place[])
        expect(read(display, [call, [0, 0, 120, 20]], [chat, place]), display).toEqual([`${call} ${chat}`]);
    expect(read('inline-block', ['Micro', [0, 0, 50, 20]], ['soft', [50, 0, 40, 20]])).toEqual(['Microsoft']);
    expect(read('inline-block', ['Call ', [0, 0, 50, 20]], ['us', [90, 0, 40, 20]])).toEqual(['Call us']);
  });
});
