import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyLooks, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import type { FrameFacts } from '../../../../src/detection/facts';
import { FRAME_KEY } from '../../../../src/messages/content-messages';
import { startWorker } from '../worker-parts';

const PAGE = 'http://alert.test/';
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** What a frame told that shows as many numbers. */
function withNumbers(count: number): FrameFacts {
  const phone = { shown: '555-0134', digits: '5550134', count: 1, prominence: 1, fromAddress: false, nearCall: false };
  const words = { concepts: [], brands: [], phones: Array(count).fill(phone), codes: [], length: 9, threatShare: 0 };
  return {
    top: false, address: PAGE, title: '', language: '', acts: {}, actTexts: [], words, excerpt: '', area: 0,
    looks: emptyLooks(), structure: emptyStructure(),
  };
} // prettier-ignore

/** A page whose number is being looked for. */
async function sought() {
  const { fake, newFrame, tell, tabStates } = await startWorker();
  const { seekNumber } = await import('../../../../src/background/judge/seek-number');
  const { id } = fake.addTab(PAGE);
  const looks: object[] = [];
  const began = Date.now();
  const times: number[] = [];
  const executeScript = (asked: object) => {
    looks.push(asked);
    times.push(Date.now() - began);
    return new Promise(() => undefined);
  };
  Object.assign(fake.api.scripting, { executeScript });
  const shows = (doc: string, inner: FrameFacts | null = null) =>
    tell(id, {
      numberSought: false,
      frames: {
        0: { ...newFrame(doc, PAGE), facts: withNumbers(0) },
        5: { ...newFrame('f', PAGE), facts: inner },
      },
    });
  await shows('one');
  return { id, looks, times, seekNumber, shows, tell, newFrame, tabStates };
}

describe('frames with a number alone', () => {
  it('are looked for in the whole page, at once and again while it loads, though none answers', async () => {
    const { id, looks, times, seekNumber } = await sought();
    await seekNumber(id);
    const target = { tabId: id, allFrames: true };
    expect(looks).toHaveLength(3);
    expect(looks[0]).toMatchObject({ target, injectImmediately: true, args: [FRAME_KEY, 100] });
    const [first = 0, second = 0, third = 0] = times;
    expect(first).toBeLessThan(500);
    expect(second).toBeGreaterThan(1_500);
    expect(third - second).toBeGreaterThan(4_000);
  });

  it('are looked for once a page', async () => {
    const { id, looks, seekNumber, shows } = await sought();
    await Promise.all([seekNumber(id), seekNumber(id)]);
    await seekNumber(id);
    expect(looks).toHaveLength(3);
    await shows('two');
    await seekNumber(id);
    expect(looks).toHaveLength(6);
  });

  it('are looked for, too, where the page around them has told nothing', async () => {
    const { id, looks, seekNumber, tell, newFrame } = await sought();
    await tell(id, { frames: { 5: newFrame('f', PAGE) } });
    await seekNumber(id);
    expect(looks).toHaveLength(3);
  });

  it('are looked for no more once a number is known', async () => {
    const { id, looks, seekNumber, tabStates } = await sought();
    const seeking = seekNumber(id);
    await pause(1_000);
    await tabStates.update(String(id), (state) => {
      const [page, inner] = [state.frames[0], state.frames[5]];
      return { ...state, frames: { 0: page!, 5: { ...inner!, facts: withNumbers(1) } } };
    });
    await seeking;
    expect(looks).toHaveLength(1);
  });

  it('are looked for no more in a page that is gone, whatever came', async () => {
    const quiet = await sought();
    const seeking = quiet.seekNumber(quiet.id);
    await pause(1_000);
    await quiet.shows('two');
    await seeking;
    expect(quiet.looks).toHaveLength(1);
    const { id, looks, seekNumber, shows } = await sought();
    const first = seekNumber(id);
    await pause(1_000);
    await shows('two');
    await Promise.all([first, seekNumber(id)]);
    expect(looks, 'three times the new one').toHaveLength(4);
  });
});
