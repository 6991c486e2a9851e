// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyLooks, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import type { FrameFacts, WordFacts } from '../../../../src/detection/facts';
import { documentState } from '../../../../src/content/document-state';
import { sweepTimers, useOwnTime, useRealTime } from '../own-time';

const page = vi.hoisted(() => ({ facts: null as unknown, looks: 0 }));
vi.mock('../../../../src/content/detector/collect-facts', () => ({
  collectFacts: () => {
    page.looks += 1;
    return page.facts;
  },
}));

interface Sent {
  type: string;
  facts?: FrameFacts;
  visible?: boolean;
}
const sent: Sent[] = [];
const runtime = { id: 'extension', sendMessage: (message: Sent) => void sent.push(message) };
vi.stubGlobal('chrome', { runtime });
const { Detector } = await import('../../../../src/content/detector/detector');

const emptyWords = (): WordFacts => ({
  concepts: [],
  brands: [],
  phones: [],
  codes: [],
  length: 0,
  threatShare: 0,
});
const facts = (change: Partial<FrameFacts> = {}): FrameFacts => ({
  top: true,
  address: 'https://one.example/',
  title: 'One',
  language: 'en',
  acts: {},
  actTexts: [],
  words: emptyWords(),
  looks: emptyLooks(),
  structure: emptyStructure(),
  area: 1,
  excerpt: '',
  ...change,
});
const hit = (concept: string) => ({ concept, language: 'en', count: 1, prominence: 1 });
const scam = (): FrameFacts =>
  facts({ words: { ...emptyWords(), concepts: [hit('infected'), hit('call-support')], threatShare: 0.4 } });
const told = (): FrameFacts[] => sent.flatMap((one) => one.facts ?? []);

/** The page changes something each second, and its facts with it. */
async function seconds(count: number, change: (second: number) => FrameFacts): Promise<void> {
  for (let second = 0; second < count; second += 1) {
    page.facts = change(second);
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(1_000);
  }
}

beforeEach(() => {
  useOwnTime();
  Reflect.deleteProperty(globalThis, Symbol.for('sf-frame'));
  sent.length = 0;
  page.facts = facts();
  new Detector().start();
});
afterEach(() => {
  documentState().stoodDown = true;
  useRealTime();
});

describe('the detector', () => {
  it('tells facts once, and again when they change', async () => {
    await vi.advanceTimersByTimeAsync(15_000);
    expect(told()).toHaveLength(1);
    page.facts = scam();
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(told()).toHaveLength(2);
  });

  it.each([10, 1_000])('notices a scam on a page that clears all timers every %i ms', async (every) => {
    const sweepFor = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += every) {
        sweepTimers();
        await vi.advanceTimersByTimeAsync(every);
      }
    };
    for (let change = 0; change < 30; change += 1) {
      document.body.append(document.createElement('p'));
      await sweepFor(1_000);
    }
    page.facts = scam();
    document.body.append(document.createElement('p'));
    await sweepFor(4_000);
    expect(told().at(-1)?.words.threatShare).toBe(0.4);
  });

  it('goes on with its beats where a page clears all timers', async () => {
    page.facts = scam();
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(1_000);
    sweepTimers();
    sent.length = 0;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent.filter(({ type, visible }) => type === 'beat' && visible).length).toBeGreaterThanOrEqual(9);
  });

  it('takes a title that changes for ever for no news', async () => {
    await seconds(300, (second) => facts({ title: `(${second}) One`, excerpt: `${second}` }));
    expect(told()).toHaveLength(1);
  });

  it('lets the worker sleep where a page changes for ever', async () => {
    await seconds(600, (second) => facts({ words: { ...emptyWords(), length: second } }));
    const free = told().length;
    expect(free).toBeGreaterThan(50);
    expect(free).toBeLessThan(75);
    sent.length = 0;
    await seconds(600, (second) => facts({ words: { ...emptyWords(), length: second } }));
    expect(sent.length, 'messages in ten minutes').toBeLessThanOrEqual(20);
    expect(told().length).toBeGreaterThanOrEqual(5);
  });

  it('tells a scam that comes after all that as soon as it sees it', async () => {
    await seconds(600, (second) => facts({ words: { ...emptyWords(), length: second } }));
    sent.length = 0;
    await seconds(31, scam);
    expect(told().at(-1)?.words.threatShare).toBe(0.4);
  });

  it('tells in the end what had to wait, though the page rests by then', async () => {
    await seconds(600, (second) => facts({ words: { ...emptyWords(), length: second } }));
    await seconds(1, () => facts({ words: { ...emptyWords(), length: 9_999 } }));
    await vi.advanceTimersByTimeAsync(100_000);
    expect(told().at(-1)?.words.length).toBe(9_999);
  });

  it('tells all of it anew to a worker that asks', async () => {
    await seconds(600, (second) => facts({ words: { ...emptyWords(), length: second } }));
    sent.length = 0;
    documentState().onChange?.('order');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told()).toHaveLength(1);
  });
});

describe('what comes without a change of the document', () => {
  const running: { playState: string }[] = [];
  beforeEach(() => {
    running.length = 0;
    Document.prototype.getAnimations = () => running as Animation[]; // all that is asked of them
  });
  afterEach(() => {
    delete (Document.prototype as Partial<Document>).getAnimations; // jsdom has none of its own
  });

  it('is seen where a style rule shows it late', async () => {
    running.push({ playState: 'running' });
    await vi.advanceTimersByTimeAsync(20_000);
    page.facts = scam();
    running.length = 0;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(told()).toHaveLength(2);
  });

  it('is not looked for where nothing moves, where an animation has ended, or for ever', async () => {
    const looksIn = async (ms: number): Promise<number> => {
      page.looks = 0;
      await vi.advanceTimersByTimeAsync(ms);
      return page.looks;
    };
    await vi.advanceTimersByTimeAsync(20_000);
    running.push({ playState: 'finished' });
    documentState().onChange?.('act');
    expect(await looksIn(30_000)).toBe(1);
    running.push({ playState: 'running' });
    documentState().onChange?.('act');
    expect(await looksIn(60_000)).toBeGreaterThan(1);
    expect(await looksIn(60_000)).toBeLessThan(5);
    expect(await looksIn(600_000)).toBe(0);
  });

  it('is seen where a popover opens late', async () => {
    await vi.advanceTimersByTimeAsync(20_000);
    page.facts = scam();
    document.body.dispatchEvent(new Event('toggle'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told()).toHaveLength(2);
  });
});
