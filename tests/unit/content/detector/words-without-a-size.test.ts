// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Visibility, visibleTexts } from '../../../../src/content/detector/page-text';
import { toBlocks } from '../../../../src/content/detector/text-blocks';

afterEach(() => {
  vi.restoreAllMocks();
  delete (Range.prototype as Partial<Range>).getClientRects; // jsdom has none of its own
});

const read = (markup: string): string[] => {
  document.body.innerHTML = markup;
  for (const box of document.querySelectorAll('[data-scrolled]')) box.scrollTop = 6_000;
  return toBlocks(visibleTexts(new Visibility())).map(({ text }) => text);
};

describe('letters without any size', () => {
  it('do not break the words they stand in', () => {
    const junk = '<span style="font-size: 0">xq</span>';
    const markup = `<p>Mic${junk}rosoft: vi${junk}rus fou${junk}nd</p><p style="font-size: 0">Honest prose</p>`;
    expect(read(markup)).toEqual(['Microsoft: virus found']);
  });

  it('are read where they have a box all the same, as a rule for the first line can give them one', () => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ height: 20 } as DOMRect); // all that is asked
    expect(read('<p style="font-size: 0">Call us</p>')).toEqual(['Call us']);
  });

  it('are not taken for small ones', () => {
    expect(read('<p style="font-size: 0.5px">Call <b style="font-size: 9px">us</b></p>')).toEqual([
      'Call us',
    ]);
  });
});

/** Places texts as the element around each says: `data-at` is left, top, width and height of its lines. */
function place(): void {
  const rectOf = (at: string): DOMRect => {
    const [left = 0, top = 0, width = 0, height = 0] = at.split(' ').map(Number);
    return new DOMRect(left, top, width, height);
  };
  Range.prototype.getClientRects = function (this: Range) {
    const lines = this.startContainer.parentElement?.dataset.at ?? '9 9 50 16';
    return lines.split(', ').map(rectOf) as unknown as DOMRectList; // a list is all that is asked for
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return rectOf((this as HTMLElement).dataset.box ?? '0 0 90 20'); // an element of HTML
  });
}

describe('letters that nobody can read', () => {
  it.each([
    ['too low on the screen', 'style="font-size: 1px" data-at="9 9 1 1.5"'],
    ['far to the left', 'style="position: absolute" data-at="-9999 9 50 16"'],
    ['cut away by their box', 'style="display: block; overflow: hidden" data-box="9 9 1 1"'],
    ['cut away by a box without width', 'style="display: inline-block; overflow: clip" data-box="9 9 0 20"'],
    ['above the page', 'style="position: absolute" data-at="9 -9999 50 16"'],
    ['nearly transparent', 'style="opacity: 0.01"'],
    ['in no colour', 'style="color: rgba(0, 0, 0, 0)"'],
    ['in no colour, written otherwise', 'style="color: color(srgb 1 0 0 / 0)"'],
    ['in next to no colour', 'style="color: rgba(9, 9, 9, 0.02)"'],
    ['clipped to nothing', 'style="clip-path: inset(100%)"'],
    ['clipped from both sides', 'style="clip-path: inset(50%)"'],
    ['clipped in the old way', 'style="position: absolute; clip: rect(0px, 0px, 0px, 0px)"'],
    ['clipped from above and below', 'style="clip-path: inset(50% 0px)"'],
    ['clipped from above alone, but whole', 'style="clip-path: inset(100% 0px 0px)"'],
  ])('%s neither break words nor speak for a page', (_how, attributes) => {
    place();
    const junk = `<span ${attributes}>xq</span>`;
    const aside = `<p ${attributes}>We never ask you to call.</p>`;
    expect(read(`${aside}<p>Mic${junk}rosoft: vi${junk}rus fou${junk}nd</p>`)).toEqual([
      'Microsoft: virus found',
    ]);
  });

  const SLIT = 'style="display: block; overflow: hidden" data-box="9 9 300 0"';

  it('are those in a box inside one that cuts it off, too', () => {
    place();
    const unseen = `<div ${SLIT}><section><p>We never ask you to call.</p><p>It is a scam.</p></section></div>`;
    expect(read(`${unseen}<p>Call us</p>`)).toEqual(['Call us']);
  });

  it('are those in a shadow root whose host stands in such a box', () => {
    place();
    document.body.innerHTML = `<div ${SLIT}><section></section></div><p>Call us</p>`;
    const root = document.querySelector('section')?.attachShadow({ mode: 'open' });
    root?.append(document.createElement('i'));
    root?.firstElementChild?.append('We never ask you to call.');
    expect(visibleTexts(new Visibility()).map(({ text }) => text)).toEqual(['Call us']);
  });

  it('are those in a box placed by the page, where one around it lets no light through', () => {
    place();
    const inside = '<div style="position: absolute"><p>We never ask you to call.</p></div>';
    expect(read(`<div style="opacity: 0.02">${inside}</div><p>Call us</p>`)).toEqual(['Call us']);
  });

  it('are not those in a box that fades in', () => {
    place();
    const inside = '<div style="opacity: 0"><p>Call us</p></div>';
    expect(read(`<div style="animation-name: appear">${inside}</div>`)).toEqual(['Call us']);
  });

  it.each(['fixed', 'absolute'])(
    'are not those of a box in it that stands elsewhere on the page: %s',
    (position) => {
      place();
      expect(
        read(`<div ${SLIT}><div style="display: block; position: ${position}"><p>Call us</p></div></div>`),
      ).toEqual(['Call us']);
    },
  );

  it('that are blanks are none', () => {
    place();
    const blank = '<span data-at="9 9 0.3 1"> </span>';
    expect(read(`<p>Mic${blank}rosoft <span> </span> found</p>`)).toEqual(['Microsoft   found']);
  });

  it.each([
    ['made large by a scale', 'style="font-size: 1px" data-at="9 9 90 16"'],
    ['made large by a rule for the first line', 'style="font-size: 1px" data-at="9 9 90 16, 9 25 90 1"'],
    ['scrolled away a little', 'data-at="-700 9 90 16"'],
    ['scrolled up out of the window', 'data-scrolled data-at="9 -5000 90 16"'],
    ['half transparent', 'style="opacity: 0.5"'],
    ['that fade in', 'style="opacity: 0; animation-name: appear"'],
    ['that come with their style', 'style="opacity: 0; transition-duration: 0s, 0.3s"'],
    ['that slide in from above', 'style="animation-name: slide" data-at="9 -90 90 16"'],
    ['in half a colour', 'style="color: rgba(0, 0, 0, 0.5)"'],
    ['in no colour with a shadow', 'style="color: rgba(0, 0, 0, 0); text-shadow: 0 0 9px red"'],
    ['in no colour over a picture of their shape', 'style="color: rgba(0, 0, 0, 0); background-clip: text"'],
    ['in the lower part of a box clipped from above', 'style="clip-path: inset(60% 0px 0px)"'],
    ['in the upper part of a box clipped from below', 'style="clip-path: inset(0px 0px 60%)"'],
    ['clipped at their edge', 'style="clip-path: inset(5%)"'],
    ['whose clip holds for boxes placed by the page alone', 'style="clip: rect(0px, 0px, 0px, 0px)"'],
    ['in a narrow box that cuts nothing off', 'data-box="9 9 1 1"'],
    ['in a line, which cuts nothing off', 'style="display: inline; overflow: hidden" data-box="9 9 1 1"'],
    ['in an element without a box', 'style="display: contents; overflow: hidden" data-box="0 0 0 0"'],
  ])('are others than those %s', (_how, attributes) => {
    place();
    expect(read(`<p ${attributes}>Call us</p>`)).toEqual(['Call us']);
  });

  it('are not those in a box without height whose clip leaves room around it', () => {
    place();
    const { getComputedStyle } = window;
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element, part) => {
      const style = getComputedStyle(element, part);
      if (element.id === 'roomy') Object.defineProperty(style, 'overflowClipMargin', { value: '900px' });
      return style;
    });
    const box = 'id="roomy" style="display: block; overflow: clip" data-box="9 9 300 0"';
    expect(read(`<div ${box}><p>Call us</p></div>`)).toEqual(['Call us']);
  });

  it.each<[string, () => void]>([
    ['something of the page is selected', () => void getSelection()?.selectAllChildren(document.body)],
    ['ranges of it are marked', () => vi.stubGlobal('CSS', { highlights: { size: 1 } })],
  ])('are not those in no colour while %s: a rule may paint them', (_what, happen) => {
    place();
    document.body.innerHTML = '<p style="color: rgba(0, 0, 0, 0)">Call us</p>';
    const words = (): string[] => toBlocks(visibleTexts(new Visibility())).map(({ text }) => text);
    expect(words()).toEqual([]);
    happen();
    expect(words()).toEqual(['Call us']);
    getSelection()?.removeAllRanges();
  });

  it('are not those of a body whose boxes all float, though it cuts off what is too long', () => {
    place();
    document.body.dataset.box = '0 0 1024 0';
    document.body.style.overflow = 'hidden';
    expect(read('Call us')).toEqual(['Call us']);
    document.body.removeAttribute('style');
    delete document.body.dataset.box;
  });

  it('are not those of a picture, whose scale nobody told us', () => {
    place();
    expect(read('<svg><text class="t">Call us</text></svg>')).toEqual(['Call us']);
    Range.prototype.getClientRects = () => [new DOMRect(0, 0, 9, 1)] as unknown as DOMRectList; // a list is all that is asked for
    expect(read('<svg><text class="t">Call us</text></svg>')).toEqual(['Call us']);
    expect(read('<p>Call us</p>')).toEqual([]);
  });
});
