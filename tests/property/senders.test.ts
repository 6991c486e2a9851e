import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CONTENT_MESSAGES, UI_REQUESTS } from './messages';
import { anyValue, LIMIT_MS, mutated, RUNS } from './odd-values';

const OWN = 'chrome-extension://sangfroid/';
vi.mock('../../src/browser/api', () => ({
  browser: {
    runtime: { id: 'sangfroid', getURL: (path: string) => `chrome-extension://sangfroid/${path}` },
    storage: { onChanged: { addListener: () => undefined } },
  },
}));
const answered = vi.fn<(request: unknown) => Promise<void>>();
vi.mock('../../src/background/ui-requests', () => ({ answerUi: (request: unknown) => answered(request) }));
const received = vi.fn<(message: unknown, from: unknown) => Promise<void>>();
vi.mock('../../src/background/content-inbox', async () => ({
  ...(await vi.importActual<object>('../../src/background/content-inbox')),
  receiveFromContent: (message: unknown, from: unknown) => received(message, from),
}));
vi.doMock('../../src/background/watch/watch-alarm', () => ({
  holdAlarm: () => undefined,
  releaseAlarm: () => undefined,
}));
const PARTS = [
  'judge/judge-tab',
  'watch/heartbeat',
  'judge/orders',
  'close/close-any',
  'hold-back/held-addresses',
  'state/trust',
  'state/tab-state',
];
for (const part of PARTS) vi.doMock(`../../src/background/${part}`, () => ({}));
const { hear } = await import('../../src/background/inbox');

beforeEach(() => {
  answered.mockReset().mockResolvedValue();
  received.mockReset().mockResolvedValue();
});

const tab = { id: 5, url: 'http://page.example/', incognito: false };
const page = { id: 'sangfroid', frameId: 0, url: 'http://page.example/frame', tab };
const own = { id: 'sangfroid', url: `${OWN}src/ui/popup/popup.html` };

const message = fc.oneof(
  mutated(CONTENT_MESSAGES),
  mutated(UI_REQUESTS),
  fc.constantFrom<unknown>(...CONTENT_MESSAGES, ...UI_REQUESTS),
  anyValue,
);
/** The browser fills these in: the types are its own, the values may be anything. */
const address = fc.option(fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(OWN, `${OWN}x`, ` ${OWN}`)), {
  nil: undefined,
});
const sender = fc.record(
  {
    id: fc.constantFrom('sangfroid', 'other', '', undefined),
    url: address,
    frameId: fc.option(fc.integer({ min: 0 }), { nil: undefined }),
    tab: fc.record({ id: fc.option(fc.nat(), { nil: undefined }), url: address, incognito: fc.boolean() }),
  },
  { requiredKeys: [] },
);

describe('who may say what to the worker', () => {
  it('a page of ours asks, a frame of a tab tells', () => {
    for (const request of UI_REQUESTS) void hear(request, own as never);
    for (const claim of CONTENT_MESSAGES) void hear(claim, page as never);
    expect(answered).toHaveBeenCalledTimes(UI_REQUESTS.length);
    expect(received).toHaveBeenCalledTimes(CONTENT_MESSAGES.length);
    expect(received.mock.calls[0]?.[1]).toEqual({
      tabId: 5, frameId: 0, address: 'http://page.example/', tabAddress: 'http://page.example/', incognito: false,
    }); // prettier-ignore
  });

  it.each([
    ['another extension', { ...own, id: 'other' }],
    ['nobody', { ...own, id: undefined }],
    ['a web page', page],
    ['a page that only begins like ours', { ...own, url: 'chrome-extension://sangfroid.example/x' }],
    ['a page that has our address in its own', { ...own, url: `http://scam.example/${OWN}` }],
  ])('%s may ask for nothing', (_who, from) => {
    for (const request of UI_REQUESTS) expect(hear(request, from as never)).toBeUndefined();
    expect(answered).not.toHaveBeenCalled();
  });

  it.each([
    ['another extension', { ...page, id: 'other' }],
    ['something without a tab', { ...page, tab: undefined }],
    ['something without a frame', { ...page, frameId: undefined }],
    ['a page of ours', own],
  ])('%s may tell nothing', (_who, from) => {
    for (const claim of CONTENT_MESSAGES) expect(hear(claim, from as never)).toBeUndefined();
    expect(received).not.toHaveBeenCalled();
  });

  it(
    'random and mutated messages of random and mutated senders never cross over',
    () => {
      fc.assert(
        fc.property(message, sender, (raw, from) => {
          answered.mockClear();
          received.mockClear();
          void hear(raw, from as never);
          const { id, url, frameId, tab: at } = from;
          const asks = id === 'sangfroid' && url !== undefined && url.startsWith(OWN);
          const tells = id === 'sangfroid' && !asks && frameId !== undefined && at?.id !== undefined;
          if (answered.mock.calls.length > 0) expect(asks).toBe(true);
          if (received.mock.calls.length > 0) expect(tells).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );
});
