import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const sendMessage = vi.fn();
// The real one cannot be hurried; a page cannot get at it.
const later = vi.fn((run: () => void, ms: number) => void setTimeout(run, ms));
vi.mock('../../../src/content/later', () => ({ later: (run: () => void, ms: number) => later(run, ms) }));

async function start() {
  vi.resetModules();
  vi.stubGlobal('chrome', { runtime: { id: 'x', sendMessage, onMessage: { addListener: () => undefined } } });
  return (await import('../../../src/content/runtime')).send;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  sendMessage.mockReset();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const BEAT = { type: 'beat', visible: true } as const;
const refuse = () => Promise.reject(new Error('the worker has ended'));

describe('a report to the worker', () => {
  it('is sent once where it was taken in', async () => {
    sendMessage.mockResolvedValue(undefined);
    (await start())('doc', BEAT);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sendMessage.mock.calls).toEqual([[{ ...BEAT, doc: 'doc' }]]);
  });

  it('is sent again without any timer where the worker had ended', async () => {
    sendMessage.mockImplementationOnce(refuse).mockResolvedValue(undefined);
    (await start())('doc', BEAT);
    // No timer runs while a dialog holds the page.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('arrives where the worker takes seconds to end', async () => {
    let ended = false;
    setTimeout(() => (ended = true), 4_000);
    sendMessage.mockImplementation(() => (ended ? Promise.resolve() : refuse()));
    (await start())('doc', BEAT);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(later).toHaveBeenCalled();
    await expect(sendMessage.mock.results.at(-1)?.value).resolves.toBeUndefined();
  });

  it('is given up after seven tries', async () => {
    sendMessage.mockImplementation(refuse);
    (await start())('doc', BEAT);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sendMessage).toHaveBeenCalledTimes(7);
  });
});
