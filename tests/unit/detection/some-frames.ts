import type { FrameFacts, KnownFrame, PhoneFact } from '../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../src/detection/frames/empty-facts';
import { joinFrames } from '../../../src/detection/frames/join-frames';
import { loadRules } from '../../../src/detection/phrases/rules';

export const rules = loadRules();
export const route = emptyRoute();

export type Change = Partial<Omit<KnownFrame, 'words'>> & { words?: Partial<FrameFacts['words']> };

export function frame({ words, ...change }: Change = {}): FrameFacts {
  const nothing = {
    concepts: [],
    brands: [],
    phones: [],
    codes: [],
    length: 0,
    threatShare: 0,
    addressCall: false,
  };
  return {
    top: true, address: 'https://page.example/', title: '', language: '', acts: {}, actTexts: [],
    looks: emptyLooks(), structure: emptyStructure(), area: 1, excerpt: '', words: { ...nothing, ...words }, ...change,
  }; // prettier-ignore
}

export const join = (...frames: FrameFacts[]) => joinFrames({ frames, route }, rules);
export const inset = (area: number, change: Change = {}) => frame({ ...change, top: false, area });
export const says = (concept: string, prominence: number) => ({ words: { concepts: [{ concept, language: 'en', count: 1, prominence }] } }); // prettier-ignore
export const names = (id: string, prominence = 1) => ({ words: { brands: [{ id, count: 1, prominence }] } });
export const phone = (change: Partial<PhoneFact> = {}): PhoneFact => ({
  shown: '555-0101', digits: '5550101', count: 1, prominence: 0.5, fromAddress: false, nearCall: false, ...change,
}); // prettier-ignore
export const shows = (...phones: PhoneFact[]) => ({ words: { phones } });
