import { browser } from '../../browser/api';
import type { FrameFacts, TabFacts } from '../../detection/facts';
import { judge } from '../../detection/judge';
import { loadRules } from '../../detection/rules';
import type { JudgeOptions } from '../../detection/sum';
import type { Verdict } from '../../detection/verdict';
import { FRAME_KEY } from '../../messages/content-messages';
import { pause, within } from '../session/within';
import { tabStates, type TabState } from './tab-state';

/** Concepts that go before a number: the demand to call it, and the names of who answers. */
const ASKS: ReadonlySet<string> = new Set(['call', 'official-support', 'cancel-charge', 'toll-free']);
/** A frame that says no more (characters) than a number and its opening hours. */
const LONE_LENGTH = 100;
/** Frames load after the page around them: looked at so long (ms) after each other, until a number is known. */
const LOOKS_MS = [0, 1_500, 4_000];
/** A page that is busy never answers. */
const LOOK_LIMIT_MS = 300;

const asksToCall = ({ words }: FrameFacts): boolean =>
  words.concepts.some(({ concept }) => ASKS.has(concept));

const isLone = ({ top, words }: FrameFacts): boolean =>
  !top && words.concepts.length === 0 && words.length < LONE_LENGTH;

/** A number that stands alone in a frame of its own is the one that the frames around it say to call. */
export function withLoneNumbers(frames: FrameFacts[]): FrameFacts[] {
  if (!frames.some(asksToCall)) return frames;
  const called = ({ words, ...frame }: FrameFacts): FrameFacts => ({
    ...frame,
    words: { ...words, phones: words.phones.map((phone) => ({ ...phone, nearCall: true })) },
  });
  return frames.map((frame) => (isLone(frame) ? called(frame) : frame));
}

/** Whether a tab says to call and shows no number, and is a scam as soon as it shows one. */
export function lacksNumber(facts: TabFacts, verdict: Verdict, options: JudgeOptions): boolean {
  if (verdict.level === 'act' || verdict.phones.length > 0 || !facts.frames.some(asksToCall)) return false;
  if (verdict.level === 'warn') return true;
  const frames = facts.frames.map((frame) => (asksToCall(frame) ? withNumber(frame) : frame));
  return judge({ ...facts, frames }, loadRules(), options).level !== 'quiet';
}

function withNumber({ words, ...frame }: FrameFacts): FrameFacts {
  const phone = { shown: '', digits: '', count: 1, prominence: 1, fromAddress: false, nearCall: true };
  return { ...frame, words: { ...words, phones: [phone] } };
}

/** Looks for the number in the frames whose gate stayed shut, once a page. Never rejects. */
export async function seekNumber(tabId: number): Promise<void> {
  let isFirst = false;
  const { frames } = await tabStates.update(String(tabId), (state) => {
    isFirst = !state.numberSought;
    return { ...state, numberSought: true };
  });
  if (!isFirst) return;
  for (const wait of LOOKS_MS) {
    await pause(wait);
    const now = await tabStates.read(String(tabId));
    if (!now.numberSought || now.frames[0]?.doc !== frames[0]?.doc || knowsNumber(now)) return;
    await openLoneNumbers(tabId);
  }
}

const knowsNumber = ({ frames }: TabState): boolean =>
  Object.values(frames).some(({ facts }) => (facts?.words.phones.length ?? 0) > 0);

async function openLoneNumbers(tabId: number): Promise<void> {
  const looking = browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: openForNumber,
    args: [FRAME_KEY, LONE_LENGTH],
  });
  await within(looking, LOOK_LIMIT_MS, undefined);
}

/**
 * Runs in the page's frames, beside the gate: it must stand alone. Opens a shut gate over little more than a number; one
 * that has had an order before (the sirens of a page that is warned of are stopped) is shut all the same.
 */
export function openForNumber(key: string, longest: number): void {
  const state = (globalThis as Record<symbol, { obey?: (order: string) => void }>)[Symbol.for(key)];
  const body = document.body as { innerText?: unknown } | null; // a page can put an element of its own in either place
  const text = body?.innerText;
  if (typeof text !== 'string' || text.length > longest) return;
  if (/(?:\p{Nd}\P{Nd}{0,3}){7}/u.test(text)) state?.obey?.('look-again');
}
