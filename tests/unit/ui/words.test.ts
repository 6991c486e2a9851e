import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Words our pages never say, in any language: technical ones, nationalities, and what makes the reader feel small. */

const FOLDER = 'src/texts';

const TECHNICAL =
  /malware|maliciel|schadsoftware|malicioso|złośliw|マルウェア|ransom|phish|hameçonn|\bURL\b|\bDNS\b|adware|spyware|トロイ|trojan/iu;
const NATIONS =
  /\bindia|\binde\b|indien|インド人|nigeria|africa|afrique|afrika|pakistan|russ[iel]|ロシア|china\b|chine\b|chines|chinois|中国|rumän|roumain|romanian/iu;
const BLAME =
  /your (?:own )?(?:fault|mistake)|your error|careless|stupid|naive|gullible|votre faute|naïf|naïve|imprudent|bêtise|ihre schuld|leichtsinn|su culpa|colpa sua|culpa sua|uw (?:eigen )?schuld|twoja wina|あなたのせい|不注意/iu;

const texts = readdirSync(FOLDER).flatMap((language) =>
  readdirSync(`${FOLDER}/${language}`).flatMap((file) =>
    Object.entries(
      JSON.parse(readFileSync(`${FOLDER}/${language}/${file}`, 'utf8')) as Record<string, string>,
    ).map(([key, text]) => ({ where: `${language}: ${key}`, text })),
  ),
);

describe('the words of our pages', () => {
  it.each([
    ['technical words', TECHNICAL],
    ['nationalities', NATIONS],
    ['blame', BLAME],
  ])('hold no %s', (_what, never) => {
    expect(texts.length).toBeGreaterThan(5_000);
    const found = texts.filter(({ text }) => never.test(text));
    expect(found.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
  });

  it('would be noticed', () => {
    expect('A malware was found').toMatch(TECHNICAL);
    expect('Callers from India').toMatch(NATIONS);
    expect('C’est votre faute').toMatch(BLAME);
  });
});

/** Of a bank alone, where the language has another word for what one has with Apple, Microsoft or a shop. */
const OF_A_BANK: Record<string, RegExp> = { it: /\bconto\b/u, ja: /口座/u, nl: /\brekening\b/u };
const OF_ANYONE = /account|アカウント/iu;

describe('"your account is blocked"', () => {
  it.each(Object.keys(OF_A_BANK))('is told of any account, not of a bank’s alone: %s', (language) => {
    const text = texts.find(({ where }) => where === `${language}: reason.says-account`)?.text ?? '';
    expect(OF_A_BANK[language]?.test(text) && !OF_ANYONE.test(text)).toBe(false);
  });
});

describe('the sensitivity that warns least', () => {
  const LEAST = 'options.sensitivity.careful';
  const STRICT = ['guard.careful.open', 'menuCareful'];
  const wordsOf = (where: string): string[] =>
    (texts.find((text) => text.where === where)?.text ?? '').toLowerCase().match(/\p{L}{4,}/gu) ?? [];

  it.each(readdirSync(FOLDER))(
    'has no word of "open carefully", which looks more strictly: %s',
    (language) => {
      const least = wordsOf(`${language}: ${LEAST}`);
      expect(least).not.toEqual([]);
      const stems = STRICT.flatMap((key) => wordsOf(`${language}: ${key}`)).map((word) => word.slice(0, 5));
      expect(least.filter((word) => stems.includes(word.slice(0, 5)))).toEqual([]);
    },
  );
});
