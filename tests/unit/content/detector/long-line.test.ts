// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../../src/content/detector/text-blocks';
import type { PlacedText } from '../../../../src/content/detector/page-text';
import { collectPieces } from '../../../../src/detection/text/text-stream';

const LAST = 'Call Microsoft Support now: 1-888-555-0134';

describe('one line of very many characters', () => {
  it.each([
    [3_000, 3_000],
    [3_999, 3_998],
    [7_999, 10],
    [8_000, 8_000],
  ])('loses nothing of what stands at its end (after %i and %i others)', (one, other) => {
    const element = document.createElement('p');
    const texts = ['a'.repeat(one), 'b'.repeat(other), LAST].map((text) => ({ text, glued: true, element }));
    const blocks = toBlocks(texts as unknown as PlacedText[]);
    const segments = blocks.map(({ text }) => ({ text, prominence: 0.6 }));
    const read = collectPieces({ title: '', address: '', actTexts: [], segments });
    expect(read.map(({ text }) => text).join('')).toContain(LAST);
  });
});

describe('very many texts', () => {
  it.each([2_999, 3_000, 10_000])('lose neither their first nor their last (after %i others)', (others) => {
    const element = document.createElement('p');
    const said = ['First', ...Array.from({ length: others }, () => 'x'), LAST];
    const blocks = toBlocks(said.map((text) => ({ text, glued: false, element })));
    expect([blocks[0]?.text, blocks.at(-1)?.text]).toEqual(['First', LAST]);
    expect(blocks.length).toBeLessThanOrEqual(3_000);
  });
});
