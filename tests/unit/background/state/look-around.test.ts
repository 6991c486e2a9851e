// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookAround } from '../../../../src/background/state/look-around';
import { endView, shares, startView, withRoots, world } from './page-in-view';

beforeEach(startView);
afterEach(endView);

describe('the share of the view that a frame takes', () => {
  it('is that of its part on the screen, by its place', () => {
    expect(shares('<iframe at="0 0 500 400"></iframe>')).toEqual([0.25]);
    expect(shares('<iframe at="-250 -200 500 400"></iframe><iframe at="0 0 1000 800"></iframe>')).toEqual([
      0, 1,
    ]);
    expect(shares('<p></p><iframe at="750 0 500 800"></iframe>')).toEqual([0.25]);
    expect(shares('<iframe at="-250 -200 500 400"></iframe>')).toEqual([0.0625]);
    expect(shares('<iframe at="750 600 500 400"></iframe>')).toEqual([0.0625]);
  });

  it.each([
    ['beside the screen', '<iframe at="-9999 0 1000 800"></iframe>'],
    ['above it', '<iframe at="0 -9999 1000 800"></iframe>'],
    ['below it', '<iframe at="0 900 1000 800"></iframe>'],
    ['invisible', '<iframe at="0 0 1000 800" style="visibility: hidden"></iframe>'],
    ['transparent', '<iframe at="0 0 1000 800" style="opacity: 0.2"></iframe>'],
    ['in a transparent box', '<div style="opacity: 0.01"><iframe at="0 0 1000 800"></iframe></div>'],
    ['transparent by a filter', '<iframe at="0 0 1000 800" style="filter: opacity(0)"></iframe>'],
    ['behind', '<iframe at="0 0 1000 800"></iframe><div at="0 0 1000 800"></div>'],
    ['behind what lets clicks through', '<iframe at="0 0 1000 800"></iframe><div at="0 0 1000 800" style="pointer-events: none"></div>'],
    ['without a size', '<iframe></iframe>'],
  ])('is nothing of one that is %s', (_how, markup) => {
    expect(shares(markup)).toEqual([0]);
  }); // prettier-ignore

  it('is what nothing stands before', () => {
    const half = '<iframe at="0 0 1000 800"></iframe><div at="0 0 400 800"></div>';
    expect(shares(half)[0]).toBeCloseTo(0.6, 9);
    expect(shares(half.replace('<div', '<div style="pointer-events: none"'))[0]).toBeCloseTo(0.6, 9);
  });

  it.each([
    ['the right', '600 0 400 800', 0.6],
    ['the top', '0 0 1000 320', 0.6],
    ['the bottom', '0 480 1000 320', 0.6],
    ['a corner', '600 480 400 320', 0.84],
    ['a spot', '450 350 100 100', 0.96],
    ['nothing of it: beside', '1000 0 400 800', 1],
    ['nothing of it: below', '0 800 1000 320', 1],
  ])('is what is left beside what covers %s', (_where, at, left) => {
    for (const through of ['auto', 'none']) {
      const cover = `<div at="${at}" style="pointer-events: ${through}"></div>`;
      expect(shares(`<iframe at="0 0 1000 800"></iframe>${cover}`)[0], through).toBeCloseTo(left, 9);
    }
  });

  it.each([
    ['at three tenths', '<iframe at="0 0 1000 800" style="opacity: 0.3"></iframe>', 1],
    ['blurred', '<iframe at="0 0 1000 800" style="filter: blur(1px)"></iframe>', 1],
    ['half, in a box of half', '<div style="opacity: 0.5"><iframe at="0 0 1000 800" style="opacity: 0.5"></iframe></div>', 0],
  ])('counts it as seen from three tenths of colour on: %s', (_how, markup, share) => {
    expect(shares(markup)).toEqual([share]);
  }); // prettier-ignore

  it('looks at so many frames and boxes, and no more: a page could have it look for ever', () => {
    const frame = '<iframe at="0 0 500 800"></iframe>';
    expect(shares(frame.repeat(3), 100, 2)).toHaveLength(2);
    expect(shares(frame, 100, 2)).toEqual([0.5]);
    const cover = '<div at="0 0 1000 800" style="pointer-events: none"></div>';
    expect(shares(frame + cover, 1), 'the last one').toEqual([0]);
    expect(shares(`${frame}${cover}<p></p>`, 3), 'the last two and the first').toEqual([0]);
    expect(shares(`${frame}${cover}<p></p>`, 2)).toEqual([0.5]);
  });

  it('is nothing of one that is nowhere in the document, as in a shadow root', () => {
    document.body.innerHTML = '<iframe at="0 0 1000 800"></iframe>';
    vi.stubGlobal('window', { 0: {}, length: 1 });
    expect(lookAround(10, 100)).toEqual([0]);
  });

  it('is not less for a box around it that lets clicks through', () => {
    const box = '<div style="pointer-events: none" at="0 0 1000 800"><iframe style="pointer-events: auto" at="0 0 1000 800"></iframe></div>';
    expect(shares(box)).toEqual([1]);
  }); // prettier-ignore

  const FRAME = '<iframe at="0 0 1000 800"></iframe>';
  const COVER = '<div at="0 0 1000 800" style="pointer-events: none"></div>';

  it.each([
    ['behind', `${FRAME}${'<i></i>'.repeat(200)}${COVER}`],
    ['before', `${COVER}${FRAME}${'<i></i>'.repeat(200)}`],
  ])(
    'is nothing of one under what lets clicks through, %s more elements than are asked',
    (_where, markup) => {
      expect(shares(markup, 100)).toEqual([0]);
    },
  );

  it('is nothing of one under what lets clicks through, beside the body', () => {
    const cover = document.createElement('div');
    cover.setAttribute('at', '0 0 1000 800');
    cover.style.pointerEvents = 'none';
    document.documentElement.append(cover);
    expect(shares(FRAME)).toEqual([0]);
    cover.remove();
    expect(shares(FRAME)).toEqual([1]);
  });

  it('is nothing of one under what lets clicks through, in a shadow root', () => {
    expect(withRoots(`${FRAME}<section></section>`, COVER)).toEqual([0]);
    expect(withRoots(`${FRAME}<section></section>`, '<section></section>', COVER)).toEqual([0]);
  });

  it('is not less for a box of a shadow root in which it is shown', () => {
    const slotted = '<div style="pointer-events: none" at="0 0 1000 800"><slot></slot></div>';
    expect(withRoots(`<section>${FRAME}</section>`, slotted)).toEqual([1]);
    const clear = '<div style="opacity: 0.1"><slot></slot></div>';
    expect(withRoots(`<section>${FRAME}</section>`, clear)).toEqual([0]);
  });

  it.each([
    ['before the root', 'documentElement', 'before', 'width: 1000px; height: 800px', 0],
    ['after the body', 'body', 'after', 'width: 1000px; height: 800px', 0],
    ['by its border', 'body', 'after', 'width: 0px; border: 500px solid', 0],
    ['unless it is small', 'body', 'after', 'width: 100px; height: 800px', 1],
    ['unless it takes the clicks', 'body', 'after', 'width: 1000px; height: 800px; pointer-events: auto', 1],
    ['unless it is not there', 'body', 'after', 'width: 1000px; height: 800px; content: none', 1],
  ] as const)('is nothing of one under what a style rule writes %s', (_where, of, side, style, share) => {
    document[of].setAttribute(side, `content: ''; pointer-events: none; ${style}`);
    expect(shares(FRAME)).toEqual([share]);
    document[of].removeAttribute(side);
  });

  it('asks each box that lets clicks through, and each frame, for its place once', () => {
    const frame = '<iframe at="0 0 100 80"></iframe>';
    const beside = '<div at="500 0 500 800" style="pointer-events: none"></div>';
    shares(`${frame.repeat(3)}${beside.repeat(40)}<p></p>`);
    expect(world.boxesRead).toBe(43);
  });

  it('is found past the names of fields', () => {
    const form = '<form><input name="parentElement"><iframe at="0 0 1000 800"></iframe></form><img name="querySelectorAll">';
    expect(shares(form)).toEqual([1]);
  }); // prettier-ignore
});
