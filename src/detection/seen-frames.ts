/** What a page holds in a frame that nobody sees may add to a verdict, and takes nothing away. */
import { emptyLooks, emptyStructure } from './empty-facts';
import type { KnownFrame, TabFacts, WordFacts } from './facts';
import { familyOf } from './rules';

/** A frame of which less of the window is in view (share) says nothing to anybody. */
const LEAST = 0.01;
/** From this share of its size on a frame counts as seen whole: both are measured roughly. */
const WHOLE = 0.75;

const UNHEARD: WordFacts = { concepts: [], brands: [], phones: [], codes: [], length: 0, threatShare: 0 };

const isCut = ({ area, shown }: KnownFrame): boolean =>
  shown !== undefined && (shown < LEAST || shown < WHOLE * area);

/** A frame as far as it is in view; of one that is not, what it does and says in boxes is left. */
function cut(frame: KnownFrame): KnownFrame {
  const { area, shown = area, words } = frame;
  if (!isCut(frame)) return frame;
  if (shown < LEAST)
    return { ...frame, area: 0, words: UNHEARD, looks: emptyLooks(), structure: emptyStructure() };
  return { ...frame, area: shown, words: { ...words, length: (words.length * shown) / area } };
}

/**
 * A tab in every way that counts, as it is told first: then as far as it is in view, and so with each of the other frames
 * at the size it says it has, for a scam may have made its own look unseen.
 */
export function asSeen(tab: TabFacts): TabFacts[] {
  const { frames, route } = tab;
  const seen = frames.map(cut);
  const unseen = frames.filter(isCut);
  if (unseen.length === 0) return [tab];
  const withOne = (one: KnownFrame): KnownFrame[] =>
    frames.map((frame, index) => (frame === one ? frame : (seen[index] ?? frame)));
  return [tab, { frames: seen, route }, ...unseen.map((one) => ({ frames: withOne(one), route }))];
}

/** A tab whose frames are all told to be unseen: what could be if nobody looked. */
export const allUnseen = ({ frames, route }: TabFacts): TabFacts => ({
  frames: frames.map((frame) => ({ ...frame, shown: 0 })),
  route,
});

/** A tab without anything that speaks for it: no verdict on a part of it can be worse by much. */
export const withoutHonest = ({ frames, route }: TabFacts): TabFacts => ({
  frames: frames.map(({ words, ...frame }) => ({
    ...frame,
    structure: emptyStructure(),
    words: {
      ...words,
      concepts: words.concepts.filter(({ concept }) => familyOf(concept) !== 'honest'),
      length: 0,
      wording: Math.max(0, words.wording ?? 0),
    },
  })),
  route,
});
