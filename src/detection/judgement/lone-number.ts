import type { FrameFacts, TabFacts } from '../facts';
import { judge } from './judge';
import { loadRules } from '../phrases/rules';
import type { JudgeOptions } from './sum';
import type { Verdict } from '../verdict';

/** Concepts that go before a number: the demand to call it, and the names of who answers. */
const ASKS: ReadonlySet<string> = new Set(['call', 'official-support', 'cancel-charge', 'toll-free']);
/** A frame that says no more (characters) than a number and its opening hours. */
export const LONE_LENGTH = 100;

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
