import { BOXES, ACT_TEXTS, IN_A_ROW, WITH_WORDS, type ActName } from '../../detection/facts';
import type { FrameState } from './tab-state';

/** Texts of dialogs have places of their own: what a page paints or copies must not take them. */
const PROMPTS_WITH_WORDS: ReadonlySet<ActName> = new Set([...BOXES, 'auth-prompt']);

/** So many frames of a tab are remembered in full, by each of three reasons to. */
const TELLING_LIMIT = 20;
const LARGEST_LIMIT = 10;
const NEWEST_LIMIT = 10;
const REMEMBERED_FRAMES = TELLING_LIMIT + LARGEST_LIMIT + NEWEST_LIMIT;

/** Counts an act in a frame; `count` is the gate's own running number. */
export function withAct(
  frame: FrameState,
  act: ActName,
  seen: { at: number; unasked: boolean; count: number; detail: string },
): FrameState {
  const known = frame.acts[act];
  // The same report once more: the worker had ended before it could say that it had it.
  if (known?.lastAt === seen.at && known.count >= seen.count) return frame;
  // The gate counts anew after a click or a key.
  const isAnew = IN_A_ROW.includes(act) && known && seen.at > known.lastAt && seen.count <= known.count;
  const before = isAnew ? undefined : known;
  const tally = {
    count: Math.max(seen.count, (before?.count ?? 0) + 1),
    unasked: (before?.unasked ?? 0) + (seen.unasked ? 1 : 0),
    firstAt: before?.firstAt ?? seen.at,
    lastAt: seen.at,
  };
  const told = { ...frame, acts: { ...frame.acts, [act]: tally } };
  if (PROMPTS_WITH_WORDS.has(act)) return { ...told, dialogs: withText(frame.dialogs, seen.detail) };
  if (act === 'clipboard') return { ...told, copied: withText(frame.copied, seen.detail) };
  return WITH_WORDS.includes(act) ? { ...told, spoken: withText(frame.spoken, seen.detail) } : told;
}

/**
 * Whether a frame stands behind a dialog that came before the detector: nothing more is heard of it until somebody answers.
 */
export function isBehindDialog({ facts, acts }: FrameState): boolean {
  return facts === null && [...PROMPTS_WITH_WORDS].some((act) => acts[act] !== undefined);
}

/** Texts with one more, if it is new: the first ever stays, the oldest after it makes room, for the newest may tell more. */
function withText(texts: string[], text: string): string[] {
  if (text === '' || texts.includes(text)) return texts;
  const [first, ...rest] = texts;
  return first === undefined ? [text] : [first, ...[...rest, text].slice(1 - ACT_TEXTS)];
}

/**
 * The frames of a tab that are remembered where a page makes ever new ones: the top one, the one that has just come,
 * those that tell of a scam, the largest and the newest.
 * @param fresh id of the frame that has just come
 */
export function withinLimit(frames: Record<number, FrameState>, fresh: number): Record<number, FrameState> {
  const all = Object.entries(frames).map(([id, frame]) => ({ id: Number(id), frame }));
  if (all.length <= REMEMBERED_FRAMES) return frames;
  const newest = all.sort((one, other) => other.id - one.id);
  const largest = newest.toSorted((one, other) => areaOf(other.frame) - areaOf(one.frame));
  const kept = new Set([
    0,
    fresh,
    ...largest.filter(({ frame }) => isTelling(frame)).slice(0, TELLING_LIMIT).map(({ id }) => id),
    ...largest.slice(0, LARGEST_LIMIT).map(({ id }) => id),
    ...newest.slice(0, NEWEST_LIMIT).map(({ id }) => id),
  ]); // prettier-ignore
  return Object.fromEntries(all.filter(({ id }) => kept.has(id)).map(({ id, frame }) => [id, frame]));
}

function areaOf({ facts }: FrameState): number {
  return facts?.area ?? 0;
}

/** It has said something, or has words that the detector knows. */
function isTelling({ dialogs, spoken, copied, facts }: FrameState): boolean {
  const words = facts?.words;
  const said = dialogs.length + spoken.length + copied.length;
  return said + (words?.concepts.length ?? 0) + (words?.phones.length ?? 0) > 0;
}
