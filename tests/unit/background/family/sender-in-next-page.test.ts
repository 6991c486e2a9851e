import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { gate, WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

const COMPANY = 'https://www.microsoft.com/help';
const NEWS = 'https://news.test/';
const SCAM = 'https://scam.test/';

// Each worker reads all rules anew.
vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const act = (name: 'alert' | 'fullscreen'): ContentMessage => {
  return { type: 'act', act: name, detail: 'Attention', at: 5, unasked: true, count: 1, title: '' };
};

/** What a frame over the whole window shows. */
function facts(text: string): ContentMessage {
  const page = { top: false, address: '', title: '', acts: {}, actTexts: [], text, area: 1 };
  return { type: 'facts', facts: factsOfUnreadFrame(page, loadRules()) };
}

/** A tab in which one page after the other stands. */
async function start() {
  const worker = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { movedOnFromCase } = await import('../../../../src/background/family/moved-on-from-case');
  const tab = worker.fake.addTab(COMPANY);
  Object.assign(tab, { status: 'complete' });
  /** @param page what stands in the tab; @param frameId 0 for that page itself, which is silent otherwise */
  const said = async (page: string, frameId: number, ...messages: ContentMessage[]): Promise<void> => {
    Object.assign(tab, { url: page });
    const address = frameId === 0 ? page : 'https://frame.test/';
    const from = { tabId: tab.id, frameId, address, tabAddress: page, incognito: false };
    for (const one of messages) await receiveFromContent({ ...one, doc: `${page} ${frameId}` }, from);
  };
  const open = async () => {
    const all = await Promise.all((await worker.cases.ids()).map((id) => worker.cases.read(id)));
    return all.flatMap((one) => (one ? [one] : []));
  };
  const frames = async () => (await worker.tabStates.read(String(tab.id))).frames;
  return { ...worker, tab, said, open, frames, movedOnFromCase };
}

describe('a page that only holds the scam in a frame', () => {
  it.each([
    ['the page of a company', COMPANY],
    ['news', NEWS],
  ])(
    'is judged without %s that stood in its tab before, and its case is about itself',
    async (_what, before) => {
      const { said, open, movedOnFromCase } = await start();
      await said(
        before,
        0,
        act('fullscreen'),
        gate('A virus? Call Microsoft Support. Read our advice on scams.'),
      );
      await said(SCAM, 7, gate(WORDS), act('alert'), facts(WORDS));
      const [known] = await open();
      expect(known).toMatchObject({ level: 'warn', address: SCAM, host: 'scam.test' });
      expect(known && (await movedOnFromCase(known)), 'it is there yet').toBe(false);
    },
  );

  it('has its own frames beside it, and its top document once that tells something', async () => {
    const { said, frames } = await start();
    await said(NEWS, 0, act('fullscreen'));
    await said(NEWS, 5, act('fullscreen'));
    await said(SCAM, 7, gate(WORDS));
    await said(SCAM, 8, act('fullscreen'));
    expect(Object.keys(await frames())).toEqual(['0', '7', '8']);
    await said(SCAM, 0, act('fullscreen'));
    expect(await frames()).toMatchObject({ 0: { address: SCAM, doc: `${SCAM} 0` } });
  });

  it('counts as one document: it was not loaded again', async () => {
    const { said, tab, tabStates } = await start();
    await said(NEWS, 0, act('fullscreen'));
    await said(SCAM, 7, gate(WORDS));
    await said(SCAM, 0, act('fullscreen'));
    expect((await tabStates.read(String(tab.id))).documents).toHaveLength(1);
  });
});

describe('an honest page that only has frames that tell something', () => {
  it('is where the person went on to from a scam', async () => {
    const { said, open, movedOnFromCase } = await start();
    await said(SCAM, 0, gate(WORDS), act('alert'));
    const [known] = await open();
    await said(NEWS, 7, gate('Buy now'));
    expect(known && (await movedOnFromCase(known))).toBe(true);
  });
});

it('a tab that is told under the address of the page before keeps what its page has told', async () => {
  const { said, frames, tab, fake } = await start();
  await said(SCAM, 0, act('fullscreen'), gate(WORDS));
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const late = {
    tabId: tab.id,
    frameId: 7,
    address: 'https://frame.test/',
    tabAddress: NEWS,
    incognito: false,
  };
  await receiveFromContent({ ...gate('Buy now'), doc: 'late' }, late);
  expect(fake.tabList.get(tab.id)?.url).toBe(SCAM);
  expect(await frames()).toMatchObject({ 0: { address: SCAM, text: WORDS } });
});
