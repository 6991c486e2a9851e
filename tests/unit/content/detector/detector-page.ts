import { afterEach, beforeEach, vi } from 'vitest';
import { emptyLooks, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import type { FrameFacts, StructureFacts } from '../../../../src/detection/facts';
import { documentState } from '../../../../src/content/document-state';
import { useOwnTime, useRealTime } from '../own-time';

interface Page {
  facts: FrameFacts | null;
  /** How often it was looked at, and what a look takes (ms). */
  looks: number;
  took: number;
  isAtWork: boolean;
  /** Its elements. */
  size: number;
  isSeen: boolean;
  moves: boolean;
  roots: ShadowRoot[];
}
const asAtFirst = vi.hoisted(() => (): Page => ({ facts: null, looks: 0, took: 0, isAtWork: false, size: 1, isSeen: true, moves: false, roots: [] })); // prettier-ignore
const held = vi.hoisted(() => ({ page: asAtFirst(), passed: 0 }));
/** What the page is like. */
export const { page } = held;

vi.mock('../../../../src/content/detector/collect-facts', () => ({
  collectFacts: () => {
    page.looks += 1;
    held.passed += page.took;
    return page.facts;
  },
}));
vi.mock('../../../../src/content/detector/shadow-roots', () => ({
  get shadowRoots() {
    return page.roots;
  },
}));
vi.mock('../../../../src/content/safe-document', async (original) => ({
  ...(await original<object>()),
  isLoading: () => page.isAtWork,
  countElements: () => page.size,
  isVisible: () => page.isSeen,
  runningAnimations: () => (page.moves ? [{}] : []),
}));
// The clock of the tests stands still while something is done.
vi.mock('../../../../src/content/later', async (original) => ({
  ...(await original<object>()),
  now: () => performance.now() + held.passed,
}));

interface Sent {
  type: string;
  doc: string;
  visible?: boolean;
}
/** What the worker is sent. */
export const sent: Sent[] = [];
export const runtime = {
  id: 'extension' as string | undefined,
  sendMessage: (message: Sent) => void sent.push(message),
};
vi.stubGlobal('chrome', { runtime });
const { Detector } = await import('../../../../src/content/detector/detector');

export const start = (): void => new Detector().start();
export const facts = (threatShare = 0, structure: Partial<StructureFacts> = {}): FrameFacts => ({
  top: true,
  address: 'https://one.example/',
  title: 'One',
  language: 'en',
  acts: documentState().acts,
  actTexts: [],
  words: { concepts: [], brands: [], phones: [], codes: [], length: 0, threatShare },
  looks: emptyLooks(),
  structure: { ...emptyStructure(), ...structure },
  area: 1,
  excerpt: '',
});
export const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
export const changePage = (): void => void document.body.append(document.createElement('p'));
/** Reports of facts that were sent. */
export const told = (): number => sent.filter(({ type }) => type === 'facts').length;
/** The page has opened a dialog. */
export const openDialog = (): void =>
  void (documentState().acts.alert = { count: 1, unasked: 1, firstAt: 1, lastAt: 1 });
/** A new document in the same world. */
export function renew(): void {
  documentState().stoodDown = true;
  Reflect.deleteProperty(globalThis, Symbol.for('sf-frame'));
  sent.length = held.passed = 0;
}

/** What listens on the window, by event. */
const listening = new Map<string, (event: unknown) => void>();

/** An event as the browser itself sends it, which no script can make; or one that the page makes up. */
export const happen = (type: string, isTrusted = true): void => listening.get(type)?.({ type, isTrusted });

/** To be called once in a file of tests: each has a clock of its own, and no detector of the one before. */
export function eachWithItsOwnDetector(): void {
  beforeEach(() => {
    useOwnTime();
    renew();
    Object.assign(page, asAtFirst(), { facts: facts() });
    runtime.id = 'extension';
    const listen = window.addEventListener;
    vi.spyOn(window, 'addEventListener').mockImplementation((...given: Parameters<typeof listen>) => {
      const [type, listener] = given;
      if (typeof listener === 'function') listening.set(type, listener as (event: unknown) => void);
      listen.apply(window, given);
    });
  });
  afterEach(() => {
    documentState().stoodDown = true;
    vi.mocked(window.addEventListener).mockRestore();
    useRealTime();
  });
}
