import type { Acts, FrameFacts } from '../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../src/detection/frames/empty-facts';
import { judge } from '../../../src/detection/judgement/judge';
import { readWords } from '../../../src/detection/frames/read-words';
import { loadRules } from '../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../src/detection/frames/unread-frame';
import { readWording } from '../../../src/detection/text/wording';

const rules = loadRules();

/** A page as the detector reads it; a line by itself has a prominence of 0.45, and so has one that is quoted. */
export interface Page {
  lines: readonly (string | readonly [string, number] | { quoted: string })[];
  title?: string;
  address?: string;
  actTexts?: readonly string[];
  acts?: Acts;
  looks?: Partial<FrameFacts['looks']>;
  structure?: Partial<FrameFacts['structure']>;
}

function readPage(page: Page): FrameFacts {
  const { title = '', address = 'https://page.example/', actTexts = [], acts = {} } = page;
  const segments = page.lines.map((line) => {
    if (typeof line === 'object' && 'quoted' in line)
      return { text: line.quoted, prominence: 0.45, quoted: true };
    const [text, prominence] = typeof line === 'string' ? ([line, 0.45] as const) : line;
    return { text, prominence };
  });
  const { words, quotedShare, tokens } = readWords({ segments, title, actTexts, address }, rules);
  return {
    ...{ top: true, address, title, language: 'en', area: 1, excerpt: '', acts, actTexts: [...actTexts] },
    words: { ...words, wording: readWording(tokens) ?? 0 },
    looks: { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 720, ...page.looks },
    structure: { ...emptyStructure(), quotedShare, ...page.structure },
  };
}

const verdictOn = (...frames: FrameFacts[]) => judge({ frames, route: emptyRoute() }, rules);
export const levelOf = (page: Page): string => verdictOn(readPage(page)).level;

/** An act that came so often, none of it before the person touched the page. */
export const asked = (count: number) => ({ count, unasked: 0, firstAt: 10, lastAt: 900 });
export const unasked = (count: number) => ({ ...asked(count), unasked: count });

/** A page that was read before its newest boxes came (src/background/state/tab-facts.ts). */
export function levelBehind(page: Page, actTexts: readonly string[], count = actTexts.length): string {
  const facts = { ...readPage(page), acts: { ...page.acts, alert: asked(count) } };
  const claims = { top: true, address: facts.address, title: '', acts: {}, actTexts, area: 1 };
  return verdictOn(facts, { ...factsOfUnreadFrame(claims, rules), boxed: true } as FrameFacts).level;
}
