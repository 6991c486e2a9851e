// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { textsInLayers, Visibility, visibleTexts } from '../../../../src/content/detector/page-text';
import { show } from '../tree';

const SCAM = 'Windows is locked. Call 1-888-555-0134';
const PROSE = 'The river runs past the old mill. '.repeat(20);

// A look is limited by time, too, which a busy machine would use up.
beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(0));
afterEach(() => vi.restoreAllMocks());

const prose = (count: number) => Array.from({ length: count }, (): ['p', string] => ['p', PROSE]);

it('a layer with more text before and behind it than is read is read for itself, its own layers once', () => {
  show(...prose(60), ['div', ['section', SCAM]], ...prose(60));
  const [layer, inner] = [...document.querySelectorAll('div,section')];
  if (!layer || !inner) throw new Error('There is no layer.');
  const visibility = new Visibility();
  const met = visibleTexts(visibility);
  expect(met.map(({ text }) => text).join()).not.toContain(SCAM);
  const placed = textsInLayers([inner, layer, layer], met, visibility);
  expect(placed).toEqual([{ text: SCAM, glued: false, element: inner }]);
});

it('one that was read is not read twice, and what nobody sees in it is not read', () => {
  show(['div', SCAM], ['div', ['style', SCAM]]);
  const visibility = new Visibility();
  const met = visibleTexts(visibility);
  expect(met).toHaveLength(1);
  expect(textsInLayers([...document.querySelectorAll('div')], met, visibility)).toEqual([]);
});

it('no more is read of layers than of a window, however many stand there', () => {
  show(...prose(60), ...prose(60).map(([, text]) => ['div', text] as ['div', string]), ...prose(60));
  const visibility = new Visibility();
  const met = visibleTexts(visibility);
  const layers = [...document.querySelectorAll('div')].slice(10, 40);
  const read = textsInLayers(layers, met, visibility).map(({ text }) => text).join(''); // prettier-ignore
  expect(read.length).toBeGreaterThan(1_000);
  expect(read.length).toBeLessThanOrEqual(10 * 2_000);
});
