import { describe, expect, it } from 'vitest';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();
const ROUTE = emptyRoute();

const THREAT = {
  en: ['Your computer is infected with spyware.', 'Do not close this window.'],
  fr: ['Votre ordinateur est infecté par un logiciel espion.', 'Ne fermez pas cette fenêtre.'],
};
const CALL = {
  en: ['Call Microsoft support now: +1 888 555 0134'],
  fr: ['Appelez le support Microsoft maintenant : 01 99 00 12 34'],
};

function read(lines: readonly string[]) {
  const segments = lines.map((text) => ({ text, prominence: 0.8 }));
  const address = 'https://page.example/';
  const { words, quotedShare } = readWords({ segments, title: '', actTexts: [], address }, rules);
  const frame = {
    top: true, address, title: '', language: 'fr', acts: {}, actTexts: [], words, area: 1, excerpt: '',
    looks: { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 720 },
    structure: { ...emptyStructure(), quotedShare },
  }; // prettier-ignore
  const said = words.concepts.map(({ concept, language }) => `${language} ${concept}`);
  return { words, said, verdict: judge({ frames: [frame], route: ROUTE }, rules) };
}

describe('a page half in one language, half in another', () => {
  it.each([
    ['fr', 'en'],
    ['en', 'fr'],
  ] as const)('is warned of for a threat in %s and a number to call in %s', (threat, call) => {
    const { words, said, verdict } = read([...THREAT[threat], ...CALL[call]]);
    expect(said).toEqual(
      expect.arrayContaining([`${threat} infected`, `${threat} no-close`, `${call} call`]),
    );
    expect(words.phones).toMatchObject([{ nearCall: true }]);
    expect(verdict.level).toBe('warn');
    expect(verdict.logOdds).toBeGreaterThan(read(THREAT[threat]).verdict.logOdds);
  });

  it.each(['fr', 'en'] as const)('weighs as much as one in %s alone', (language) => {
    const other = language === 'fr' ? 'en' : 'fr';
    const pure = read([...THREAT[language], ...CALL[language]]).verdict;
    const mixed = read([...THREAT[language], ...CALL[other]]).verdict;
    expect(mixed.level).toBe(pure.level);
    expect(Math.abs(mixed.logOdds - pure.logOdds)).toBeLessThan(0.5);
  });
});
