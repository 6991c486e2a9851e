import { describe, expect, it } from 'vitest';
import brandData from '../../../../rules/brands.json';
import { cleanText, foldText, sentenceTokens } from '../../../../src/detection/text/normalise';
import { Beginnings } from '../../../../src/detection/phrases/beginnings';
import { PACKS } from '../../../../src/detection/phrases/packs';
import { foldPhrases, type WordGaps, parsePhrase, phraseEnd } from '../../../../src/detection/phrases/phrase';
import { loadRules } from '../../../../src/detection/phrases/rules';

/** The choices of each part of a phrase as one would write them. */
function partsOf(phrase: string): string[][] {
  const parts = phrase.split(' ').filter((part) => !part.startsWith('~'));
  return parts.map((part) => part.split('|').map((choice) => choice.replace(/[*?]+$/, '').replaceAll('_', ' '))); // prettier-ignore
}

/** Sentences in which each choice of each part stands once, its neighbours being the first of theirs. */
function sentencesOf(phrase: string): string[] {
  const parts = partsOf(phrase);
  const first = parts.map(([choice = '']) => choice);
  return parts.flatMap((choices, at) => choices.map((choice) => first.with(at, choice).join(' ')));
}

/** Those of a phrase's own sentences in which it is not heard. */
function unheard(phrase: string, [near = 3, far = 7]: readonly number[]): string[] {
  const gaps: WordGaps = [near, far];
  const folded = foldPhrases([phrase])[0] ?? '';
  const steps = parsePhrase(folded, gaps);
  return sentencesOf(phrase).filter((sentence) => {
    const tokens = sentenceTokens(foldText(cleanText(`${sentence}.`)));
    return phraseEnd(tokens, 0, steps) < 0 || !new Beginnings(tokens).mayHold(folded);
  });
}

describe('every choice of every phrase is heard where it stands in a sentence', () => {
  it.each(PACKS.map((pack) => [pack.language, pack] as const))('%s', (_language, { concepts, gaps }) => {
    for (const [concept, phrases] of Object.entries(concepts))
      expect(
        phrases.flatMap((phrase) => unheard(phrase, gaps)),
        concept,
      ).toEqual([]);
  });

  it('names of companies', () => {
    const names = Object.values(brandData.brands).flatMap((brand) => brand.names);
    expect(names.flatMap((name) => unheard(name, []))).toEqual([]);
  });
});

describe('a key that is held while another is pressed', () => {
  const rules = loadRules();
  const heard = (text: string): boolean =>
    rules.index
      .find(sentenceTokens(foldText(cleanText(text))))
      .some(({ label }) => rules.labels[label]?.concept === 'run-command');

  it.each([
    'Halten Sie die Windows-Taste gedrückt und drücken Sie R',
    'Drücken Sie Windows-Taste + R',
    'Houd de Windows-toets ingedrukt en druk op R',
    'Håll Windows-tangenten nedtryckt och tryck på R',
    'Maintenez la touche Windows enfoncée et appuyez sur R',
    'Press and hold the Windows key, then press R',
  ])('is a command to run: %s', (text) => {
    expect(heard(text)).toBe(true);
  });

  it.each([
    'Drücken Sie die Windows-Taste, um das Startmenü zu öffnen',
    'Die Windows-Taste ist kaputt. Drücken Sie den roten Knopf',
    'La touche Windows ouvre le menu ; appuyez sur Échap pour le fermer',
  ])('is none: %s', (text) => {
    expect(heard(text)).toBe(false);
  });
});
