import { describe, expect, it } from 'vitest';
import type { FrameFacts, RouteFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import en from '../../../../src/texts/en/reasons.json';

const texts: Record<string, string> = en;

interface Beside {
  looks?: Partial<FrameFacts['looks']>;
  acts?: FrameFacts['acts'];
  route?: Partial<RouteFacts>;
}

/** What a page that threatens says for itself, with one trait beside its words. */
function sentencesWith({ looks = {}, acts = {}, route = {} }: Beside): string[] {
  const address = 'https://page.example/';
  const lines = ['Your computer is infected with spyware.', 'Call Microsoft support now: +1 888 555 0134'];
  const segments = lines.map((text) => ({ text, prominence: 0.8 }));
  const { words, quotedShare } = readWords({ segments, title: '', actTexts: [], address }, loadRules());
  const frame: FrameFacts = {
    top: true, address, title: '', language: 'en', acts, actTexts: [], words, area: 1, excerpt: '',
    looks: { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 720, ...looks },
    structure: { ...emptyStructure(), quotedShare },
  }; // prettier-ignore
  const { reasons } = judge({ frames: [frame], route: { ...emptyRoute(), ...route } });
  return reasons.map(({ id }) => texts[`reason.${id}`] ?? id);
}

const unasked = { count: 3, unasked: 3, firstAt: 1, lastAt: 2 };

describe('what one trait has a person told', () => {
  const without = sentencesWith({});

  it.each<[string, Beside, string]>([
    ['an address with the marks of advertising', { route: { campaign: true } }, 'The address looks like that of an advertisement.'],
    ['a tab that was opened from another', { route: { openedByPage: true } }, 'It was opened from another page.'],
    ['no scrolling', { looks: { scrollLocked: true } }, 'It keeps you from scrolling or from selecting text.'],
    ['no selecting', { looks: { selectBlocked: true } }, 'It keeps you from scrolling or from selecting text.'],
    ['layers over the page', { looks: { layerCover: 1 } }, 'Boxes cover the whole page so that you see nothing else.'],
    ['downloads', { acts: { download: unasked } }, 'It starts downloads that nobody asked for.'],
  ])('%s: that, and nothing that did not happen', (_trait, beside, sentence) => {
    const added = sentencesWith(beside).filter((one) => !without.includes(one));
    expect(added).toEqual([sentence]);
  }); // prettier-ignore
});
