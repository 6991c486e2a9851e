import { EXCERPT_LENGTH, type Acts, type FrameFacts } from './facts';
import { emptyLooks, emptyStructure } from './join-frames';
import { readWords } from './read-words';
import type { Rules } from './rules';

/** What is known of a frame whose page has not answered: its acts, dialogs, title and address. */
export interface UnreadFrame {
  top: boolean;
  address: string;
  title: string;
  acts: Acts;
  dialogs: readonly string[];
  /** What the page had shown when the gate opened, '' where nothing is known: ordinary text, not a dialog's. */
  text?: string;
  /** Share of the tab, 1 for the top frame; 1 where unknown. */
  area: number;
}

/** How much the eye met a text of which only the words are known. */
const TEXT_PROMINENCE = 0.6;

/** A line from this many characters on is prose. */
const PROSE_LENGTH = 80;

/** What a plain text tells of an article: its prose, and how many paragraphs there are (see readStructure). */
function proseOf(text: string): { proseLength: number; article: number } {
  const prose = text.split('\n').filter((line) => line.trim().length >= PROSE_LENGTH);
  const proseLength = prose.reduce((sum, line) => sum + line.length, 0);
  const share = Math.min(1, proseLength / 1_200);
  return { proseLength, article: 0.4 * share + 0.2 * Math.min(1, prose.length / 5) };
}

/** Facts of a frame from its claims alone: the words of title, dialogs, address and text, no looks, no structure. */
export function factsOfUnreadFrame(claims: UnreadFrame, rules: Rules): FrameFacts {
  const { top, address, title, acts, area } = claims;
  const dialogs = claims.dialogs.slice(0, 5).map((text) => text.slice(0, 1_000));
  const text = (claims.text ?? '').trim();
  const segments = text === '' ? [] : [{ text, prominence: TEXT_PROMINENCE }];
  const { words } = readWords({ segments, title, dialogs, address }, rules);
  const looks = emptyLooks();
  const structure = { ...emptyStructure(), ...proseOf(text) };
  return {
    top,
    address,
    title,
    language: '',
    acts,
    dialogs,
    words,
    looks,
    structure,
    area,
    excerpt: [...dialogs, text].join('\n').slice(0, EXCERPT_LENGTH),
  };
}
