import type { Acts, FrameFacts } from './facts';
import { emptyLooks, emptyStructure } from './join-frames';
import { readWords } from './read-words';
import type { Rules } from './rules';

/** What is known of a frame whose page has not answered: its acts, dialogs, title and address. */
export interface FrameClaims {
  top: boolean;
  address: string;
  title: string;
  acts: Acts;
  dialogs: readonly string[];
  /** Share of the tab, 1 for the top frame; 1 where unknown. */
  area: number;
}

/** Facts of a frame from its claims alone: the words of title, dialogs and address, no looks, no structure. */
export function claimFacts(claims: FrameClaims, rules: Rules): FrameFacts {
  const { top, address, title, acts, area } = claims;
  const dialogs = claims.dialogs.slice(0, 5).map((text) => text.slice(0, 1_000));
  const { words } = readWords({ segments: [], title, dialogs, address }, rules);
  const looks = emptyLooks();
  const structure = emptyStructure();
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
    excerpt: dialogs.join('\n'),
  };
}
