import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameFacts } from '../../../src/detection/facts';
import { emptyLooks, emptyStructure } from '../../../src/detection/frames/empty-facts';
import type { ContentMessage } from '../../../src/messages/content-messages';
import { doneWithin } from './clock-by-hand';
import { startWorker } from './worker-parts';

const PAGE = 'http://page.test/';
const GATE: ContentMessage = { type: 'gate', title: '', referrer: '', text: '' };

const FACTS: FrameFacts = {
  top: true, address: PAGE, title: '', language: 'xx', acts: {}, actTexts: [],
  words: { concepts: [], brands: [], phones: [], codes: [], length: 20, threatShare: 0, addressCall: false },
  looks: emptyLooks(), structure: emptyStructure(), area: 1, excerpt: '',
}; // prettier-ignore

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

async function openPage() {
  const { fake, tabStates } = await startWorker();
  const { receiveFromContent } = await import('../../../src/background/content-inbox');
  const tab = fake.addTab(PAGE);
  const hear = (message: ContentMessage, doc: string, frameId = 0) =>
    receiveFromContent(
      { ...message, doc },
      { tabId: tab.id, frameId, address: PAGE, tabAddress: PAGE, incognito: false },
    );
  const sent = vi.spyOn(fake.api.tabs, 'sendMessage');
  const lookAgain = () =>
    sent.mock.calls.filter((call: unknown[]) => JSON.stringify(call).includes('look-again'));
  const injected = vi.spyOn(fake.api.scripting, 'executeScript');
  const detectors = () => injected.mock.calls.filter((call: unknown[]) => JSON.stringify(call).includes('files')).length; // prettier-ignore
  return { fake, tab, tabStates, hear, lookAgain, detectors };
}

describe('a frame that tells before the page around it', () => {
  it('is asked to tell again, once the page has told', async () => {
    const { hear, lookAgain } = await openPage();
    await hear(GATE, 'frame', 5);
    expect(lookAgain()).toHaveLength(0);
    await hear(GATE, 'top');
    expect(lookAgain()).toHaveLength(1);
    await hear(GATE, 'frame', 5);
    await hear(GATE, 'top');
    expect(lookAgain()).toHaveLength(1);
  });

  it('is waited for before the words of the page are taken in, and only there', async () => {
    const { fake, tab, tabStates, hear, detectors } = await openPage();
    const wordsOf = async () => (await tabStates.read(String(tab.id))).frames[0]?.facts;
    fake.frames.set(tab.id, [{ frameId: 0 }, { frameId: 5 }]);
    await hear(GATE, 'frame', 5);
    await hear(GATE, 'top');
    expect(detectors(), 'the detector comes at once').toBe(2);
    let isTaken = false;
    const telling = hear({ type: 'facts', facts: FACTS }, 'top').then(() => (isTaken = true));
    await wait(400);
    expect([isTaken, await wordsOf()], 'not yet').toEqual([false, null]);
    await hear({ type: 'facts', facts: { ...FACTS, top: false } }, 'frame', 5);
    await doneWithin(100, () => telling);
    expect(await wordsOf()).not.toBeNull();
  });

  it('is not waited for where it went with the page before', async () => {
    const { fake, tab, hear } = await openPage();
    await hear(GATE, 'frame', 5);
    fake.frames.set(tab.id, [{ frameId: 0 }]);
    await hear(GATE, 'next');
    await doneWithin(100, () => hear({ type: 'facts', facts: FACTS }, 'next'));
  });

  it('is waited for in vain no longer than 0.7 s', async () => {
    const { fake, tab, hear } = await openPage();
    fake.frames.set(tab.id, [{ frameId: 0 }, { frameId: 5 }]);
    await hear(GATE, 'jammed', 5);
    await hear(GATE, 'top');
    await doneWithin(800, () => hear({ type: 'facts', facts: FACTS }, 'top'));
  });

  it('is waited for twice where the page tells twice, and what it told last counts', async () => {
    const { tab, tabStates, hear } = await openPage();
    await hear(GATE, 'frame', 5);
    await hear(GATE, 'top');
    const tell = (title: string) => hear({ type: 'facts', facts: { ...FACTS, title } }, 'top');
    await Promise.all([tell('first'), tell('last')]);
    expect((await tabStates.read(String(tab.id))).frames[0]?.title).toBe('last');
  });

  it('is not waited for in a page that loads itself again and again, which would never be judged', async () => {
    const { tab, tabStates, hear, detectors } = await openPage();
    let taken = 0;
    for (let turn = 0; turn < 10; turn += 1) {
      await hear(GATE, `frame ${turn}`, 5);
      await hear(GATE, `top ${turn}`);
      void hear({ type: 'facts', facts: FACTS }, `top ${turn}`);
      await wait(180);
      if ((await tabStates.read(String(tab.id))).frames[0]?.facts) taken += 1;
    }
    expect(detectors()).toBe(20);
    expect(taken, 'all but the first turns').toBeGreaterThanOrEqual(7);
  });

  it('is not asked where there is none', async () => {
    const { hear, lookAgain } = await openPage();
    await hear(GATE, 'top');
    await hear(GATE, 'next');
    expect(lookAgain()).toHaveLength(0);
  });
});

it('a page that leaves the tab, and beats under the id of an inner frame, is no frame of the next one', async () => {
  const { tab, tabStates, hear } = await openPage();
  await hear(GATE, 'top');
  await hear({ type: 'beat', visible: false }, 'leaving', 9);
  expect(Object.keys((await tabStates.read(String(tab.id))).frames)).toEqual(['0']);
});

describe('"you missed this one"', () => {
  it('has a quiet page tell what it shows, and reports that', async () => {
    const { tab, hear, lookAgain } = await openPage();
    const { reportMissed } = await import('../../../src/background/person/missed');
    const reporting = reportMissed(tab.id);
    setTimeout(() => void hear({ type: 'facts', facts: FACTS }, 'top'), 400);
    expect((await reporting).report?.facts).toMatchObject({ frames: [{ language: 'xx' }] });
    expect(lookAgain()).toHaveLength(1);
  });

  it('waits for the frames of the page: they have their detector brought only then, and tell after it', async () => {
    const { tab, hear } = await openPage();
    const { reportMissed } = await import('../../../src/background/person/missed');
    const reporting = reportMissed(tab.id);
    const after = (ms: number, tell: () => unknown): unknown => setTimeout(tell, ms);
    after(60, () => hear({ type: 'facts', facts: FACTS }, 'top'));
    after(90, () => hear(GATE, 'advert', 5));
    after(300, () => hear({ type: 'facts', facts: { ...FACTS, top: false, language: 'yy' } }, 'advert', 5));
    expect((await reporting).report?.facts).toMatchObject({
      frames: [{ language: 'xx' }, { language: 'yy' }],
    });
  });

  it('does not wait long for a frame that is jammed', async () => {
    const { tab, hear } = await openPage();
    const { reportMissed } = await import('../../../src/background/person/missed');
    setTimeout(() => void hear({ type: 'facts', facts: FACTS }, 'top'), 60);
    setTimeout(() => void hear(GATE, 'advert', 5), 90);
    const { report } = await doneWithin(4_000, () => reportMissed(tab.id));
    expect(report?.facts).toMatchObject({ frames: [{ language: 'xx' }, {}] });
  });

  it('reports what is known of a page that never tells', async () => {
    const { tab } = await openPage();
    const { reportMissed } = await import('../../../src/background/person/missed');
    expect((await reportMissed(tab.id)).report?.facts).toMatchObject({ frames: [] });
  });
});
