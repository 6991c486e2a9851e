// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FRAME_KEY } from '../../../../src/messages/content-messages';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));
vi.mock('../../../../src/background/state/tab-state', () => ({}));

const { openForNumber } = await import('../../../../src/background/judge/seek-number');

const NUMBER = '+1-800-555-0134';

describe('in a frame', () => {
  const key = Symbol.for(FRAME_KEY);
  const world = globalThis as Record<symbol, unknown>;
  function look(text: unknown, listening = false): string[] {
    const heard: string[] = [];
    world[key] = { listening, obey: (order: string) => heard.push(order) };
    Object.defineProperty(document.body, 'innerText', { configurable: true, value: text });
    openForNumber(FRAME_KEY, 100);
    return heard;
  }
  afterEach(() => void delete world[key]);

  it('the gate opens over a number and little else, in any digits', () => {
    expect(look(NUMBER)).toEqual(['look-again']);
    expect(look('  01632 960 123 \n 24/7')).toEqual(['look-again']);
    expect(look('٠١ ٩٩ ٠٠ ١٢ ٣٤')).toEqual(['look-again']);
  });

  it('it opens, too, where an order came before (a page that is warned of is hushed)', () => {
    expect(look(NUMBER, true)).toEqual(['look-again']);
  });

  it('stays shut over anything else', () => {
    expect(look('Advertisement')).toEqual([]);
    expect(look('Only 555 days left')).toEqual([]);
    expect(look(`${'word '.repeat(40)} ${NUMBER}`)).toEqual([]);
    expect(look(document.createElement('input'))).toEqual([]);
  });

  it('it opens over seven digits or more that stand near each other, and a hundred characters at most', () => {
    expect(look('555-0134')).toEqual(['look-again']);
    expect(look('555-013')).toEqual([]);
    expect(look('5 - 5 - 5 - 0 - 1 - 3 - 4')).toEqual(['look-again']);
    expect(look('5 times 5, or 50 times 13 and then 4 more')).toEqual([]);
    expect(look(NUMBER.padEnd(100))).toEqual(['look-again']);
    expect(look(NUMBER.padEnd(101))).toEqual([]);
  });

  it('nothing happens where the gate never was, or nothing is shown', () => {
    expect(look(NUMBER)).toHaveLength(1);
    world[key] = {};
    expect(() => openForNumber(FRAME_KEY, 100)).not.toThrow();
    delete world[key];
    expect(() => openForNumber(FRAME_KEY, 100)).not.toThrow();
    vi.spyOn(document, 'body', 'get').mockReturnValueOnce(null as unknown as HTMLElement); // as of a set of frames
    expect(() => openForNumber(FRAME_KEY, 100)).not.toThrow();
  });
});
