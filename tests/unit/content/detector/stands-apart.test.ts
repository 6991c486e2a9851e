// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { visibleTexts, Visibility } from '../../../../src/content/detector/page-text';
import { GapReader } from '../../../../src/content/detector/stands-apart';

/** Left, top, width and height (CSS px) of a text on the screen. */
type Place = [number, number, number, number];

/** Shows a paragraph of texts in spans laid out so. @returns what is read as one */
function read(display: string, ...texts: [string, Place][]): string[] {
  return readIn('span', '', display, texts);
}

/** The same in elements of a name, with a text `between` them. */
function readIn(name: string, between: string, display: string, texts: [string, Place][]): string[] {
  const line = document.createElement('p');
  const places = new Map<Node, Place>();
  for (const [text, place] of texts) {
    const part = document.createElement(name);
    part.style.cssText = `display: ${display}`;
    part.append(text);
    places.set(part.firstChild as Node, place);
    line.append(part, between);
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

describe('texts in elements that are boxes by their names', () => {
  const halves: [string, Place][] = [
    ['Micro', [0, 0, 50, 20]],
    ['soft', [50, 0, 40, 20]],
  ];
  const far: [string, Place][] = [
    ['Micro', [0, 0, 50, 20]],
    ['soft', [0, 20, 40, 20]],
  ];

  it.each(['div', 'section', 'li', 'x-y', 'ins', 'abbr', 'label'])(
    'are one where a style has %s in a line',
    (name) => {
      expect(readIn(name, '', 'inline', far)).toEqual(['Microsoft']);
      expect(readIn(name, ' ', 'inline', far)).toEqual(['Micro soft']);
      expect(readIn(name, '', 'contents', far)).toEqual(['Microsoft']);
    },
  );

  it('are one where they touch', () => {
    for (const display of ['block', 'flex', 'inline-block', 'inline; padding-left: 1px'])
      expect(readIn('div', '', display, halves), display).toEqual(['Microsoft']);
  });

  it('are two where they stand apart, as the parts of a menu do', () => {
    for (const display of ['block', 'inline-block', 'inline; padding: 0 9px'])
      for (const between of ['', ' '])
        expect(readIn('li', between, display, far), display).toEqual(['Micro', 'soft']);
  });

  it('are two where a line break stands between them', () => {
    const line = document.createElement('p');
    for (const word of ['Micro', 'soft']) {
      const box = document.createElement('div');
      box.style.display = 'inline';
      box.append(word);
      line.append(box, document.createElement('br'));
    }
    line.lastChild?.remove();
    line.lastElementChild?.prepend(document.createElement('br'));
    document.body.replaceChildren(line);
    expect(visibleTexts(new Visibility()).map(({ glued }) => glued)).toEqual([false, false]);
  });

  it('are one over a line break that a style takes away, and two over any other', () => {
    const after = (place: Place) => {
      readIn('span', '', 'inline', [
        ['Micro', [0, 0, 50, 20]],
        ['soft', place],
      ]);
      document.querySelectorAll('span')[1]?.before(document.createElement('br'));
      return visibleTexts(new Visibility()).map(({ glued }) => glued);
    };
    expect(after([50, 0, 40, 20])).toEqual([false, true]);
    expect(after([0, 20, 40, 20])).toEqual([false, false]);
    expect(after([90, 0, 40, 20])).toEqual([false, false]);
  });

  it('are not measured where they are long, or very many', () => {
    const long = 'The harbour is open. '.repeat(4).trim();
    const touching = (text: string): [string, Place][] => [
      [text, [0, 0, 50, 20]],
      ['soft', [50, 0, 40, 20]],
    ];
    expect(readIn('div', '', 'block', touching(long))).toHaveLength(2);
    expect(readIn('div', '', 'block', touching('Micro'))).toHaveLength(1);
    const [one, other] = [...document.querySelectorAll('div')].map(({ firstChild }) => firstChild as Text);
    if (!one || !other) throw new Error('Two texts are expected.');
    const gaps = new GapReader();
    const asked = Array.from({ length: 2_000 }, () => gaps.betweenBoxes(one, other, false));
    expect(asked.indexOf('break')).toBe(1_500);
    expect(new Set(asked.slice(1_500))).toEqual(new Set(['break']));
  });
});

describe('blanks', () => {
  it('that a style draws together part no words', () => {
    const said = (style: string): string => {
      const line = document.createElement('p');
      line.style.cssText = style;
      line.append('Mic ro\u00a0soft\u2003Windows');
      document.body.replaceChildren(line);
      return visibleTexts(new Visibility())[0]?.text ?? '';
    };
    expect(said('font-size: 20px; word-spacing: -5px')).toBe('Microsoft\u2003Windows');
    expect(said('font-size: 20px; word-spacing: -2px')).toContain('Mic ro');
    expect(said('font-size: 20px; word-spacing: 5px')).toContain('Mic ro');
  });
});
