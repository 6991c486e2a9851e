import { delay, within } from '../../async/within';
import { browser } from '../../browser/api';
import { LONE_LENGTH } from '../../detection/judgement/lone-number';
import { FRAME_KEY } from '../../messages/content-messages';
import { tabStates, type TabState } from '../state/tab-state';

/** Frames load after the page around them: looked at so long (ms) after each other, until a number is known. */
const LOOKS_MS = [0, 1_500, 4_000];
/** A page that is busy never answers. */
const LOOK_LIMIT_MS = 300;

/** Looks for the number in the frames whose gate stayed shut, once a page. Never rejects. */
export async function seekNumber(tabId: number): Promise<void> {
  let isFirst = false;
  const { frames } = await tabStates.update(String(tabId), (state) => {
    isFirst = !state.numberSought;
    return { ...state, numberSought: true };
  });
  if (!isFirst) return;
  for (const wait of LOOKS_MS) {
    await delay(wait);
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
