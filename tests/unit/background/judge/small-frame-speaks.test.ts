import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyLooks } from '../../../../src/detection/frames/empty-facts';
import type { ActName } from '../../../../src/detection/facts';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { gate } from '../scam-words';
import { startWorker } from '../worker-parts';

vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const TEXT =
  'Windows Defender security alert. Your computer is infected with spyware. Your bank details are being stolen. ' +
  'Do not close this window. Call Microsoft support now: +1 888 555 0134';
const PIXEL = 0.000_001;

/** What a page is held for in which a frame of this size tells TEXT without words; `late` once it has been read. */
async function levelWith(act: ActName, area: number, late = false): Promise<string> {
  const { fake, tabStates } = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const tabAddress = 'https://news.example/article';
  const tab = fake.addTab(tabAddress);
  const address = 'https://advert.test/';
  const acts = { [act]: { count: 1, unasked: 1, firstAt: 5, lastAt: 5 } };
  const claims = { top: false, address, title: '', acts, actTexts: [TEXT], area };
  const read = factsOfUnreadFrame(late ? { ...claims, acts: {}, actTexts: [] } : claims, loadRules());
  const looks = { ...emptyLooks(), viewportWidth: 900, viewportHeight: 700 };
  const facts: ContentMessage = { type: 'facts', facts: { ...read, looks } };
  const told: ContentMessage = {
    type: 'act', act, detail: TEXT, at: 5, unasked: true, count: 1, title: '',
  }; // prettier-ignore
  for (const one of late ? [gate(''), facts, told] : [gate(''), told, facts])
    await receiveFromContent(
      { ...one, doc: 'ad' },
      { tabId: tab.id, frameId: 7, address, tabAddress, incognito: false },
    );
  return (await tabStates.read(String(tab.id))).level;
}

describe('what a frame paints or says', () => {
  it.each(['canvas-text', 'speech'] as const)(
    'is no word of the page where it is a pixel: %s',
    async (act) => {
      expect([await levelWith(act, PIXEL), await levelWith(act, PIXEL, true)]).toEqual(['quiet', 'quiet']);
    },
  );

  it.each(['canvas-text', 'speech'] as const)('is the page where it takes the window: %s', async (act) => {
    expect([await levelWith(act, 0.9), await levelWith(act, 0.9, true)]).toEqual(['warn', 'warn']);
  });
});
