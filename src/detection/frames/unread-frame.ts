import { ACT_TEXT_LENGTH, ACT_TEXTS, EXCERPT_LENGTH, type Acts, type FrameFacts } from '../facts';
import { emptyLooks, emptyStructure } from './empty-facts';
import { fromParagraphs, PROSE_LENGTH, proseShare } from '../text/prose';
import { readWords } from './read-words';
import type { Rules } from '../phrases/rules';

/** What is known of a frame whose page has not answered: its acts with their texts, title and address. */
export interface UnreadFrame {
  top: boolean;
  address: string;
  title: string;
  acts: Acts;
  actTexts: readonly string[];
  /** What the page had shown when the gate opened, '' where nothing is known: ordinary text, not a dialog's. */
  text?: string;
  /** Share of the tab, 1 for the top frame; 1 where unknown. */
  area: number;
}

/** How much the eye met a text of which only the words are known. */
const TEXT_PROMINENCE = 0.6;

/**
 * What prose alone makes of an article, at most. Chosen by hand: twice as much as where the page is read (structure.ts),
 * for headline, date and author, which count there beside it, are not seen here.
 */
const FROM_PROSE = 0.4;

/** What a plain text tells of an article: its prose, and how many paragraphs there are (see readStructure). */
function proseOf(text: string): { proseLength: number; article: number } {
  const prose = text.split('\n').filter((line) => line.trim().length >= PROSE_LENGTH);
  const proseLength = prose.reduce((sum, line) => sum + line.length, 0);
  return { proseLength, article: FROM_PROSE * proseShare(proseLength) + fromParagraphs(prose.length) };
}

/** Facts of a frame from its claims alone: the words of title, acts, address and text, no looks, no structure. */
export function factsOfUnreadFrame(claims: UnreadFrame, rules: Rules): FrameFacts {
  const { top, address, title, acts, area } = claims;
  const actTexts = claims.actTexts.slice(0, ACT_TEXTS).map((text) => text.slice(0, ACT_TEXT_LENGTH));
  const text = (claims.text ?? '').trim();
  const segments = text === '' ? [] : [{ text, prominence: TEXT_PROMINENCE }];
  const { words } = readWords({ segments, title, actTexts, address }, rules);
  const looks = emptyLooks();
  const structure = { ...emptyStructure(), ...proseOf(text) };
  return {
    top,
    address,
    title,
    language: '',
    acts,
    actTexts,
    words,
    looks,
    structure,
    area,
    excerpt: [...actTexts, text].join('\n').slice(0, EXCERPT_LENGTH),
  };
}
