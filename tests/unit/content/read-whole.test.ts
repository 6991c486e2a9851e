// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attributeTexts, generatedTexts } from '../../../src/content/detector/other-texts';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { toBlocks } from '../../../src/content/detector/text-blocks';
import { unreversed } from '../../../src/content/detector/visual-order';
import { longText, readText, shadows } from '../../../src/content/gate/read-text';
import { show, type Tree } from './tree';

const SCAM = 'Windows is locked. Call 1-888-555-0134';
const PROSE = 'The harbour is open. ';
/** A script or style rules of that length, which do nothing. */
const idle = (length: number): string => `/*${'x'.repeat(length - 4)}*/`;

beforeEach(() => {
  document.title = '';
  show();
});
const picture = (words: string): void => {
  const image = document.createElement('img');
  image.alt = words;
  document.body.append(image);
};
const host = (name = 'div'): ShadowRoot => {
  const element = document.createElement(name);
  document.body.append(element);
  return element.attachShadow({ mode: 'open' });
};

describe('a long page that is tried whole', () => {
  it.each([
    [
      'before',
      [
        ['script', idle(12_000)],
        ['p', SCAM],
      ],
    ],
    [
      'around',
      [
        ['script', idle(11_000)],
        ['p', SCAM],
        ['style', idle(11_000)],
      ],
    ],
  ] as [string, Tree[]][])('has its words found where scripts stand %s them', (_where, trees) => {
    show(...trees);
    expect(longText()).toContain(SCAM);
  });

  it('is read word by word where scripts are most of it', () => {
    show(['p', SCAM], ['script', idle(25_000)]);
    expect(longText()).toBeNull();
    show(['p', SCAM + PROSE.repeat(1_500)]);
    expect(longText(), 'without them it is tried').toContain(SCAM);
  });

  it.each([
    [
      'beginning',
      [
        ['p', ' '.repeat(9_000) + SCAM],
        ['p', PROSE.repeat(300)],
      ],
    ],
    [
      'end',
      [
        ['p', PROSE.repeat(600)],
        ['p', ' '.repeat(4_900) + SCAM],
      ],
    ],
  ] as [string, Tree[]][])('is read word by word where its %s is stuffed with blanks', (_where, trees) => {
    show(...trees);
    expect(longText()).toBeNull();
    expect(readText().text).toContain(SCAM);
  });

  it('has the words of boxes laid over it, and those of its pictures', () => {
    show(['p', PROSE.repeat(200)]);
    host().append(SCAM);
    expect(longText()).toContain(SCAM);
    show(['p', PROSE.repeat(200)]);
    const own = document.createElement('own-box');
    own.append('Hello');
    own.attachShadow({ mode: 'open' }).append(SCAM);
    document.body.append(own);
    expect(longText(), 'of an element that the page defines').toContain(SCAM);
    show(['p', PROSE.repeat(200)]);
    picture(SCAM);
    expect(longText()).toContain(SCAM);
  });
});

describe('the capped reading', () => {
  it('has the words of pictures, not of endless ones', () => {
    for (let count = 0; count < 30; count += 1) picture(`picture ${count}.`);
    expect(readText().text).toContain('picture 19.');
    expect(readText().text).not.toContain('picture 20.');
    show();
    picture(`${SCAM}${'x'.repeat(1_000)}`);
    expect(readText().text.length).toBeLessThan(400);
  });

  it('has nothing of what is for browsers without scripts', () => {
    show(['p', 'Hello'], ['noscript', SCAM]);
    expect(readText().text).not.toContain(SCAM);
  });

  it('forgets the shadow roots of the reading before', () => {
    host().append('Hello');
    readText();
    expect(shadows).toHaveLength(1);
    show(['p', 'Hello']);
    readText();
    expect(shadows).toEqual([]);
  });
});

describe('what the detector reads', () => {
  const attributes = (markup: string): string[] => {
    document.body.innerHTML = markup;
    visibleTexts(new Visibility());
    return attributeTexts(new Visibility()).map(({ text }) => text);
  };

  it.each(['readonly', 'disabled', 'type="submit"', 'type="button"', 'type="reset"'])('is what a page wrote into a field: %s', (how) => {
    expect(attributes(`<input ${how} value="${SCAM}">`)).toEqual([SCAM]);
  }); // prettier-ignore

  it.each(['', 'readonly type="password"', 'disabled type="password"', 'type="email"'])('is never what a person typed or keeps secret: %s', (how) => {
    expect(attributes(`<input ${how} value="${SCAM}">`)).toEqual([]);
  }); // prettier-ignore

  it('is nothing in attributes that nobody sees', () => {
    document.body.innerHTML = `<p title="${SCAM}"></p>`;
    const unseen = Object.assign(new Visibility(), { of: () => false });
    visibleTexts(unseen);
    expect(attributeTexts(unseen)).toEqual([]);
  });

  it('is what style rules write before and after an element that is seen', () => {
    document.body.innerHTML = '<b></b>';
    const shown = { visibility: 'visible' };
    const style = (_of: Element, side?: string | null) => ({
      content: side === '::after' ? `"${SCAM}"` : 'none',
      ...shown,
    });
    const styled = vi.spyOn(window, 'getComputedStyle').mockImplementation(style as typeof getComputedStyle);
    const visibility = new Visibility();
    visibility.of = (element) => element.nodeName === 'B';
    expect(generatedTexts(visibility).map(({ text }) => text)).toEqual([SCAM]);
    shown.visibility = 'hidden';
    expect(generatedTexts(visibility), 'a copy of what is typed, by which a box grows').toEqual([]);
    shown.visibility = 'visible';
    visibility.of = () => false;
    expect(generatedTexts(visibility)).toEqual([]);
    styled.mockRestore();
  });

  it('is a shadow root in a shadow root, though not without end', () => {
    let root = host();
    for (let depth = 0; depth < 8; depth += 1) {
      const inner = document.createElement('div');
      root.append(`floor ${depth}.`, inner);
      root = inner.attachShadow({ mode: 'open' });
    }
    const read = visibleTexts(new Visibility()).map(({ text }) => text);
    expect(read).toContain('floor 4.');
    expect(read).not.toContain('floor 5.');
  });

  it.each(['blockquote', 'q', 'code', 'pre', 'samp', 'figcaption', 'cite', 'textarea'])('is a quotation in a %s', (name) => {
    show(['p', `${PROSE.repeat(5)}`], [name, 'Call us now']);
    document.querySelector(name)?.setAttribute('readonly', ''); // of a box to write in nothing is read
    const blocks = toBlocks(visibleTexts(new Visibility()));
    expect(blocks.map(({ quoted }) => quoted)).toEqual([false, true]);
  }); // prettier-ignore

  it('is turned round only where a style rule turned it: Arabic and Hebrew pages run that way anyway', () => {
    show(['p', 'llac'], ['p', 'هذا هو'], ['p', 'call']);
    const styles = ['direction: rtl; unicode-bidi: bidi-override', 'direction: rtl; unicode-bidi: isolate', 'direction: ltr; unicode-bidi: bidi-override']; // prettier-ignore
    for (const [at, line] of [...document.querySelectorAll('p')].entries())
      line.style.cssText = styles[at] ?? '';
    const read = unreversed(visibleTexts(new Visibility())).map(({ text }) => text);
    expect(read).toEqual(['call', 'هذا هو', 'call']);
  });

  it('asks the browser for what is invisible or fully transparent', async () => {
    const asked: unknown[] = [];
    const checkVisibility = (options: unknown): boolean => asked.push(options) > 0;
    Object.assign(Element.prototype, { checkVisibility });
    vi.resetModules(); // the method is taken when the module is loaded
    const { isShown } = await import('../../../src/content/detector/safe-element');
    expect(isShown(document.body)).toBe(true);
    expect(asked).toEqual([
      { opacityProperty: true, visibilityProperty: true, checkOpacity: true, checkVisibilityCSS: true },
    ]);
    Reflect.deleteProperty(Element.prototype, 'checkVisibility');
  });
});
