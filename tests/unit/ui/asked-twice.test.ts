import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const sendMessage = vi.fn();
vi.mock('../../../src/browser/api', () => ({ browser: { runtime: { sendMessage } } }));
const { ask } = await import('../../../src/ui/shared/ask');

const CLOSE = { type: 'case-close', caseId: 'a' } as const;
const refuse = () => Promise.reject(new Error('the worker has ended'));
/** What Chromium answers where the worker is ended with the request in its hands. */
const fallSilent = () => Promise.resolve(undefined);

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => {
  sendMessage.mockReset();
  vi.useRealTimers();
});

describe.each([refuse, fallSilent])('a request to a worker that ends with it in its hands', (end) => {
  it('is made once more: a button that closes the page does not fail for it', async () => {
    sendMessage.mockImplementationOnce(end).mockResolvedValue({ ok: true });
    expect(await ask(CLOSE)).toEqual({ ok: true });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('fails where nobody answers the second time either', async () => {
    sendMessage.mockImplementation(end);
    await expect(ask(CLOSE)).rejects.toThrow();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
});
