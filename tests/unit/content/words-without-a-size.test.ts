// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { toBlocks } from '../../../src/content/detector/text-blocks';

afterEach(() => vi.restoreAllMocks());

const read = (markup: string): string[] => {
  document.body.innerHTML = markup;
  return toBlocks(visibleTexts(new Visibility()), false).map(({ text }) => text);
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
