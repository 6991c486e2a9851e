/** What a page holds in a frame that nobody sees may add to a verdict, and takes nothing away. */
import { emptyLooks, emptyStructure } from './empty-facts';
import type { KnownFrame, TabFacts, WordFacts } from '../facts';
import { joinFrames } from './join-frames';
import type { JoinedFacts } from './joined-facts';
import { saysOnlyActTexts } from './only-act-texts';
import { familyOf, type Rules } from '../phrases/rules';

/** A frame of which less of the window is in view (share) says nothing to anybody. */
const LEAST = 0.01;
/** From this share of its size on a frame counts as seen whole: both are measured roughly. */
const WHOLE = 0.75;

/**
 * Unseen frames that are thought of at full size: to judge a tab once more for each of them would take the worker from
 * other tabs. Given up: a frame that only the frames in view make a scam of, where so many others sound more like one.
 */
const TRIED = 5;

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
 * The variants of a tab to be judged: as it is told; with every frame cut to what is in view; and, for some of the cut
 * frames (of many: those most like a scam), that with the one whole, for a scam may have made its own look unseen.
 * @param alone how much a tab with nothing but one of these frames sounds like a scam
 */
export function asSeen(tab: TabFacts, alone: (frame: TabFacts) => number): TabFacts[] {
  const { frames, route } = tab;
  const seen = frames.map(cut);
  const unseen = frames.filter(isCut);
  if (unseen.length === 0) return [tab];
  const withOne = (one: KnownFrame): KnownFrame[] =>
    frames.map((frame, index) => (frame === one ? frame : (seen[index] ?? frame)));
  const tried = mostOf(unseen, (one) => alone({ frames: [one], route }));
  return [tab, { frames: seen, route }, ...tried.map((one) => ({ frames: withOne(one), route }))];
}

/** The TRIED frames worth most, in any order. Of TRIED or fewer `worth` is not asked. */
function mostOf(frames: readonly KnownFrame[], worth: (frame: KnownFrame) => number): KnownFrame[] {
  if (frames.length <= TRIED) return [...frames];
  const ranked = frames.map((frame) => ({ frame, worth: worth(frame) }));
  return ranked
    .sort((a, b) => b.worth - a.worth)
    .slice(0, TRIED)
    .map(({ frame }) => frame);
}

/** A tab without anything that speaks for it; all its numbers count as one. */
export const withoutHonest = ({ frames, route }: TabFacts): TabFacts => ({
  frames: frames.map(({ words, ...frame }) => ({
    ...frame,
    structure: emptyStructure(),
    words: {
      ...words,
      concepts: words.concepts.filter(({ concept }) => familyOf(concept) !== 'honest'),
      phones: words.phones.map((phone) => ({ ...phone, digits: '' })),
      length: 0,
      wording: Math.max(0, words.wording ?? 0),
    },
  })),
  route,
});

/**
 * What no part of a tab is worse than: a frame that is cut takes words, looks and numbers away, and can add only by what
 * it took with it, so here nothing is left that takes anything off a verdict.
 */
export function worstOf(tab: TabFacts, rules: Rules): JoinedFacts {
  const facts = joinFrames(withoutHonest(tab), rules);
  const said = [...facts.actTextConcepts].filter(([concept]) => familyOf(concept) !== 'honest');
  // Where the tab says more than its boxes do, so may a part of it.
  return { ...facts, actTextConcepts: new Map(said), onlyActTexts: saysOnlyActTexts(tab.frames) };
}
