import { beforeEach, describe, expect, it } from 'vitest';
import type { FrameState } from '../../../../src/background/state/tab-state';
import type { Level } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

const OWN_PAGE = 'chrome-extension://sangfroid/src/ui/guide/guide.html';
const BAKERY = 'http://bakery.test/';
const SCAM = 'http://scam.test/';

type Parts = Awaited<ReturnType<typeof start>>;
async function start() {
  return {
    ...(await startWorker()),
    ...(await import('../../../../src/background/family/sender-in-next-page')),
  };
}

describe('a frame that tells something', () => {
  let worker: Parts;
  beforeEach(async () => {
    worker = await start();
  });

  /** @param top what the tab's top document told last, null for nothing; @param here the page the frame stands in */
  async function isInNext(
    top: Partial<FrameState> | null,
    here: string,
    { frameId = 7, shown = here, gone = false, level = 'quiet' as Level } = {},
  ) {
    const { fake, tabStates, tell, newFrame, isInNextPage, withNextPage } = worker;
    const tab = fake.addTab(shown);
    if (gone) fake.tabList.delete(tab.id);
    const frames: Record<number, FrameState> =
      top === null ? {} : { 0: { ...newFrame('d', top.address ?? BAKERY), ...top } };
    await tell(tab.id, { frames, level });
    const state = await tabStates.read(String(tab.id));
    const isNext = await isInNextPage({ tabId: tab.id, frameId, tabAddress: here }, state);
    return { isNext, replaced: withNextPage(state, here, 5) !== state };
  }

  it('in the page of another site stands in the next page', async () => {
    expect(await isInNext({}, SCAM)).toEqual({ isNext: true, replaced: true });
  });

  it.each([
    ['the same site', {}, `${BAKERY}bread`],
    ['a tab of which nothing is known', null, SCAM],
    ['one of our own pages', {}, OWN_PAGE],
    ['a page without a site', {}, 'about:blank'],
    ['a page after one of which no address is known', { address: '' }, SCAM],
  ])('in %s does not', async (_where, top, here) => {
    expect(await isInNext(top, here)).toEqual({ isNext: false, replaced: false });
  });

  it.each(['about:blank', 'blob:http://scam.test/1-2'])(
    'after a page at %s stands in the next one',
    async (address) => {
      expect(await isInNext({ address }, SCAM)).toEqual({ isNext: true, replaced: true });
    },
  );

  it.each([
    ['a scam’s', 'warn', false],
    ['an honest', 'quiet', true],
  ] as const)('behind %s sign-in prompt: whether it stands in another page', async (_whose, level, is) => {
    const prompt = { count: 1, firstAt: 1, lastAt: 1, unasked: 1 };
    const found = await isInNext({ acts: { 'auth-prompt': prompt } }, SCAM, { level });
    expect(found).toEqual({ isNext: is, replaced: is });
  });

  it('and is the page itself speaks for itself', async () => {
    expect((await isInNext({}, SCAM, { frameId: 0 })).isNext).toBe(false);
  });

  it('in a tab that still shows the page before does not yet', async () => {
    expect((await isInNext({}, SCAM, { shown: BAKERY })).isNext).toBe(false);
  });

  it('in a tab that has gone does not', async () => {
    expect((await isInNext({}, SCAM, { gone: true })).isNext).toBe(false);
  });
});
