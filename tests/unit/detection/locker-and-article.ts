import { emptyLooks, emptyStructure } from '../../../src/detection/frames/empty-facts';
import type { KnownFrame } from '../../../src/detection/facts';
import { judge, mayBeTempered } from '../../../src/detection/judgement/judge';
import { readWords } from '../../../src/detection/frames/read-words';
import { readWording } from '../../../src/detection/text/wording';
import { frame, route, rules } from './some-frames';

/** Words of a locker, of an article about such pages, and what the site of the article is like. */
export const LOCKER = [
  'Your computer has been blocked. Microsoft has found a virus. Your bank details are being stolen.',
  'Call Microsoft Support now: +1 888 555 0100. Do not restart your computer.',
];
const ARTICLE = [
  ...Array<string>(10).fill('The baker of our village bakes his bread with flour, water, salt and much patience.'),
  'A virus alert that names Microsoft and a number to call is a scam. Never call a number shown in a fake alert.',
  'Microsoft will never call you. Report the scam to the police.',
]; // prettier-ignore
export const HONEST = {
  ...emptyStructure(), navigation: true, footer: true, siteLinks: 20, outLinks: 6, article: 0.8, proseLength: 3_000,
}; // prettier-ignore

export const LOOKS = { ...emptyLooks(), viewportWidth: 900, viewportHeight: 700 };

/** A page whose lines are read as they are in the product. */
export function page(lines: string[], change: Partial<KnownFrame> = {}): KnownFrame {
  const segments = lines.map((text) => ({ text, prominence: 0.6 }));
  const { words, tokens } = readWords({ segments, title: '', actTexts: [], address: '' }, rules);
  return { ...frame({ looks: LOOKS, words: { ...words, wording: readWording(tokens) ?? 0 } }), ...change };
}
export const article = (change: Partial<KnownFrame> = {}): KnownFrame =>
  page(ARTICLE, { top: false, structure: HONEST, ...change });
export const verdictOn = (...frames: KnownFrame[]) => judge({ frames, route }, rules);
const OPTIONS = { sensitivity: 'balanced' } as const;
export const mayBe = (...frames: KnownFrame[]) =>
  mayBeTempered({ frames, route }, verdictOn(...frames), OPTIONS);
