import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { startWorker } from '../worker-parts';

const PAGE = 'http://alert.test/';
const NUMBER = '+1-800-555-0134';
const ALERT =
  'Windows Support. Your computer is infected with a virus and has been locked. Your bank data is being stolen. Do not restart your computer. Call the number below now.';
const SHORT_ALERT = 'Your computer has been locked. Please call support immediately.';
const WEATHER = 'The weather in the valley will be fine. Call us about the walk on Sunday.';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

function factsOf(text: string, top: boolean): FrameFacts {
  const sources = { segments: [{ text, prominence: 1 }], title: '', address: PAGE, actTexts: [] };
  const { words } = readWords(sources, loadRules());
  return {
    top, address: PAGE, title: '', language: 'en', acts: {}, actTexts: [], words, excerpt: '', area: top ? 1 : 0.02,
    looks: { ...emptyLooks(), viewportWidth: 1_200, viewportHeight: 800 },
    structure: emptyStructure(),
  }; // prettier-ignore
}

async function openPage() {
  const worker = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const tab = worker.fake.addTab(PAGE);
  const hear = (message: ContentMessage, frameId: number, doc = `d${frameId}`) =>
    receiveFromContent(
      { ...message, doc },
      { tabId: tab.id, frameId, address: PAGE, tabAddress: PAGE, incognito: false },
    );
  const run = vi.spyOn(worker.fake.api.scripting, 'executeScript') as unknown as { mock: { calls: [{ func?: { name: string } }][] } }; // prettier-ignore
  /** How often frames with a number were looked for. */
  const looks = () => run.mock.calls.filter(([{ func }]) => func?.name === 'openForNumber').length;
  const tell = async (text: string, frameId = 0, doc?: string) => {
    await hear({ type: 'facts', facts: factsOf(text, frameId === 0) }, frameId, doc);
    await new Promise((done) => setTimeout(done, 20_000));
  };
  const level = async () => (await worker.tabStates.read(String(tab.id))).level;
  return { ...worker, tab, tell, looks, level };
}

describe('a page that says to call, with its number alone in a frame whose gate stays shut', () => {
  it('has that frame looked for, a few times, and no more however often it tells', async () => {
    const { tell, looks } = await openPage();
    await tell(ALERT);
    expect(looks()).toBe(3);
    for (let n = 0; n < 5; n += 1) await tell(`${ALERT} ${n}`);
    expect(looks()).toBe(3);
  });

  it('is looked at anew with each new page', async () => {
    const { tell, looks } = await openPage();
    await tell(ALERT);
    await tell(ALERT, 0, 'next');
    expect(looks()).toBe(6);
  });

  it('is warned of as soon as the number is known, if it was quiet without, and the case has it', async () => {
    const { tell, looks, level, cases, tabStates, tab } = await openPage();
    await tell(SHORT_ALERT);
    expect([await level(), looks()]).toEqual(['quiet', 3]);
    await tell(NUMBER, 5);
    expect(await level()).toBe('warn');
    const { caseId } = await tabStates.read(String(tab.id));
    expect(await cases.read(caseId ?? '')).toMatchObject({ phones: [NUMBER] });
  });

  it('has the number in its case where it was warned of before', async () => {
    const { tell, cases, tabStates, tab } = await openPage();
    await tell(ALERT);
    const { caseId } = await tabStates.read(String(tab.id));
    expect(await cases.read(caseId ?? '')).toMatchObject({ state: 'warned', phones: [] });
    await tell(NUMBER, 5);
    expect(await cases.read(caseId ?? '')).toMatchObject({ phones: [NUMBER] });
  });

  it('is not told of by a frame that has words of its own', async () => {
    const { tell, level } = await openPage();
    await tell(SHORT_ALERT);
    await tell(`Bread and cakes, open from seven to seven, every day of the week but Sunday. Order yours at ${NUMBER}`, 5); // prettier-ignore
    expect(await level()).toBe('quiet');
  });

  it('costs nothing where a number would change nothing, or is there', async () => {
    for (const text of [WEATHER, `${WEATHER} ${NUMBER}`, `${ALERT} ${NUMBER}`]) {
      const { tell, looks } = await openPage();
      await tell(text);
      expect(looks(), text).toBe(0);
    }
  });

  it('has it looked for by the next worker where one was stopped before the frame had come', async () => {
    const { fake, tab, tabStates, looks, newFrame, level } = await openPage();
    const facts = factsOf(SHORT_ALERT, true);
    const state = { ...(await tabStates.read('none')), numberSought: true };
    const frames = { 0: { ...newFrame('d0', PAGE), facts, injected: true } };
    fake.stores.session.set(`tab:${tab.id}`, structuredClone({ ...state, frames }));
    const { resume } = await import('../../../../src/background/resume');
    await resume();
    await new Promise((done) => setTimeout(done, 20_000));
    expect([await level(), looks()]).toEqual(['quiet', 3]);
  });
});
