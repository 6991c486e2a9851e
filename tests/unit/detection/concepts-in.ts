import { readWords } from '../../../src/detection/frames/read-words';
import { loadRules } from '../../../src/detection/phrases/rules';

/** The concepts that a page with one text is heard to speak of. */
export function conceptsIn(text: string): string[] {
  const sources = { segments: [{ text, prominence: 0.8 }], title: '', actTexts: [], address: '' };
  return readWords(sources, loadRules()).words.concepts.map(({ concept }) => concept);
}
