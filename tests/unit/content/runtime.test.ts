import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TAKEN } from '../../../src/messages/content-messages';

const sendMessage = vi.fn();
// The real one cannot be hurried; a page cannot get at it.
const later = vi.fn((run: () => void, ms: number) => void setTimeout(run, ms));
vi.mock('../../../src/content/later', () => ({ later: (run: () => void, ms: number) => later(run, ms) }));

/** What listens for orders. */
let listeners: ((order: unknown) => void)[] = [];
const addListener = (listener: (order: unknown) => void): void => void listeners.push(listener);

async function runtime() {
  vi.resetModules();
  listeners = [];
  vi.stubGlobal('chrome', { runtime: { id: 'x', sendMessage, onMessage: { addListener } } });
  return import('../../../src/content/runtime');
}
const start = async () => (await runtime()).send;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  sendMessage.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const BEAT = { type: 'beat', visible: true } as const;
const refuse = () => Promise.reject(new Error('the worker has ended'));
/** What Chromium answers where the worker is ended with the message in its hands. */
const fallSilent = () => Promise.resolve(undefined);

describe('a report to the worker', () => {
  it('is sent once where it was taken in', async () => {
    sendMessage.mockResolvedValue(TAKEN);
    (await start())('doc', BEAT);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sendMessage.mock.calls).toEqual([[{ ...BEAT, doc: 'doc' }]]);
  });

  it.each([refuse, fallSilent])('is sent again without any timer where the worker had ended', async (end) => {
    sendMessage.mockImplementationOnce(end).mockResolvedValue(TAKEN);
    (await start())('doc', BEAT);
    // No timer runs while a dialog holds the page.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it.each([true, 2, 'taken', null])(
    'is sent again where something else than the worker answers: %j',
    async (answer) => {
      sendMessage.mockResolvedValueOnce(answer).mockResolvedValue(TAKEN);
      (await start())('doc', BEAT);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      expect(sendMessage).toHaveBeenCalledTimes(2);
    },
  );

  it('arrives where the worker takes seconds to end', async () => {
    let ended = false;
    setTimeout(() => (ended = true), 4_000);
    sendMessage.mockImplementation(() => (ended ? Promise.resolve(TAKEN) : refuse()));
    (await start())('doc', BEAT);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(later).toHaveBeenCalled();
    await expect(sendMessage.mock.results.at(-1)?.value).resolves.toBe(TAKEN);
  });

  it.each([refuse, fallSilent])('is given up after seven tries', async (end) => {
    sendMessage.mockImplementation(end);
    (await start())('doc', BEAT);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sendMessage).toHaveBeenCalledTimes(7);
  });
});

describe('an order of the worker', () => {
  it('is handed on, each of the three, and nothing else that may come', async () => {
    const heard: unknown[] = [];
    (await runtime()).onOrder((order) => heard.push(order));
    const others = ['explode', 'toString', '', 5, null, undefined, ['defuse']].map((type) => ({ type }));
    const orders = ['defuse', 'stand-down', 'look-again'].map((type) => ({ type }));
    for (const order of [null, undefined, 'defuse', 7, ...others, ...orders])
      for (const listener of listeners) listener(order);
    expect(heard).toEqual(['defuse', 'stand-down', 'look-again']);
  });
});
