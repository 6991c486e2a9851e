import { expect, it, vi } from 'vitest';
import { emptyLooks } from '../../../../src/detection/frames/empty-facts';
import type { FrameFacts } from '../../../../src/detection/facts';

/** The share of the window that a frame has in the end, of what it told at this zoom. */
async function areaAt(zoom: number, area: number, target: 'chrome' | 'firefox' = 'chrome', frameId = 3) {
  vi.resetModules();
  vi.doMock('../../../../src/browser/target', () => ({ TARGET: target, IS_FIREFOX: target === 'firefox' }));
  vi.doMock('../../../../src/browser/api', () => ({
    browser: { tabs: { getZoom: () => Promise.resolve(zoom) } },
  }));
  const { atZoom } = await import('../../../../src/background/state/zoom');
  const facts = { area, looks: emptyLooks() } as FrameFacts; // what is read and what is kept
  return (await atZoom(facts, 1, frameId)).area;
}

// A frame over the whole page told 0.4 at 150 % in Chromium, 0.9 at 100 % (docs/browser-facts.md).
it.each([
  ['made larger', 1.5, 0.4, 0.9],
  ['made larger than the window can be', 3, 0.4, 1],
  ['as it is', 1, 0.9, 0.9],
  ['made smaller: the share was cut at 1 before', 0.5, 1, 1],
])('a page %s', async (_how, zoom, told, area) => {
  expect(await areaAt(zoom, told)).toBeCloseTo(area);
});

it('Firefox tells the size without the zoom, and the top frame is the window', async () => {
  expect(await areaAt(2, 0.4, 'firefox')).toBe(0.4);
  expect(await areaAt(2, 0.4, 'chrome', 0)).toBe(0.4);
});
