import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Texts = Record<string, string>;

const FOLDER = 'src/texts';
const FORMS = /\.(?:zero|one|two|few|many|other)$/;
const languages = readdirSync(FOLDER).sort();
const areas = readdirSync(`${FOLDER}/en`).sort();

function read(language: string, area: string): Texts {
  const path = `${FOLDER}/${language}/${area}`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Texts) : {};
}

/** Plural forms differ between languages: "key.few" and "key.other" are the same key. */
const bare = (key: string): string => key.replace(FORMS, '');
const keysOf = (texts: Texts): string[] => [...new Set(Object.keys(texts).map(bare))].sort();
const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

/** The same in every language: names, keys of the keyboard, empty lines to fill in by hand. */
const SAME_EVERYWHERE =
  /^(?:common\.name|guide\.title|key\.\w+|paid\.blank|guide\.browser|guide\.later|how\.events\.\w+)$/;

/** Not read in a hurry: the store's summary, a letter, a description of a picture, one reason that needs both halves. */
const MAY_BE_LONG = new Set([
  'extensionDescription',
  'how.eventsPicture',
  'paid.letter.how',
  'paid.letter.block',
  'reason.injected',
]);
const LONGEST_SENTENCE = 15; // words
const LONGEST_WITH_REASON = 20;

/** A language may lack whole files: pages are then not offered in it (src/ui/shared/i18n.ts). English and French lack none. */
const WHOLE = ['en', 'fr'];
const files = languages.flatMap((language) =>
  areas
    .filter((area) => WHOLE.includes(language) || existsSync(`${FOLDER}/${language}/${area}`))
    .map((area) => [language, area] as const),
);

describe.each(files)('%s/%s', (language, area) => {
  const own = read(language, area);
  const english = read('en', area);

  it('has the keys of the English file, and no other', () => {
    expect(keysOf(own)).toEqual(keysOf(english));
  });

  it('has no empty text, and the same placeholders as in English', () => {
    for (const [key, text] of Object.entries(own)) {
      expect(text.trim(), key).not.toBe('');
      const model = english[key] ?? english[`${bare(key)}.other`] ?? '';
      expect(placeholders(text), key).toBe(placeholders(model));
    }
  });

  it('is translated', () => {
    if (language === 'en') return;
    const same = Object.keys(own).filter((key) => own[key] === english[key] && !SAME_EVERYWHERE.test(key));
    expect(same).toEqual([]);
  });

  it('speaks in short sentences', () => {
    // A rough count by spaces: Japanese, which has none, is not counted.
    for (const [key, text] of Object.entries(own)) {
      const limit = MAY_BE_LONG.has(key) ? LONGEST_WITH_REASON : LONGEST_SENTENCE;
      for (const sentence of text.split(/(?<=[.!?…])\s+|\n/)) {
        const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
        expect(words.length, `${key}: ${sentence}`).toBeLessThanOrEqual(limit);
      }
    }
  });
});

describe('French signs', () => {
  it('have spaces that do not break', () => {
    for (const area of areas.filter((name) => name !== 'browser.json')) {
      for (const [key, text] of Object.entries(read('fr', area))) {
        expect(text, key).not.toMatch(/\S[;!?»]| [;:!?»]|«(?![\u00A0\u202F])|"|\w'\w/);
      }
    }
  });
});

/** Text of every file of our pages and of the worker. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = `${folder}/${found.name}`;
    if (found.isDirectory()) return sources(path);
    return path.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** Made from a variable: of steps and reasons other tests know every key (guide-texts.test.ts, rules.test.ts). */
const MADE =
  /^(?:step\..+|reason\..+|repair\.[1-7](?:why)?|paid\.(?:account|date|amount|to|program)|guide\.(?:saw|stuck|called|remote|paid|secrets)|practice\.(?:keys|button)\.title|warning\.(?:injected\.)?(?:verdict|reassurance|neverCall))$/;

describe('keys in the code', () => {
  const manifest = readFileSync('manifest.json', 'utf8');
  const code = [...sources('src/ui'), ...sources('src/background')].join('\n');
  const known = new Set(areas.flatMap((area) => keysOf(read('en', area))));
  const has = (key: string): boolean => known.has(key) || known.has(bare(key));

  it('have a text each', () => {
    const asked = [...code.matchAll(/\b(?:t|rich|getMessage|hasText)\(\s*'([\w.-]+)'/g)].map(
      (match) => match[1] ?? '',
    );
    expect(asked.length).toBeGreaterThan(100);
    const examples = new Set(['x', 'y']); // in comments
    expect([...new Set(asked)].filter((key) => !has(key) && !examples.has(key))).toEqual([]);
  });

  it.each(areas)('are all used: %s', (area) => {
    const unused = keysOf(read('en', area)).filter((key) => !isUsed(key) && !MADE.test(key));
    expect(unused).toEqual([]);
  });

  /** Written out, or made from a literal beginning such as `popup.state.${state}`. */
  function isUsed(key: string): boolean {
    if (code.includes(`'${key}'`) || manifest.includes(`"__MSG_${key}__"`)) return true;
    if (code.includes(`texts: '${key.replace(/(?:Sure|No|Yes)$/, '')}'`)) return true; // asked twice
    const parts = key.split('.');
    return (
      parts.some((_part, at) => at > 0 && code.includes(`\`${parts.slice(0, at + 1).join('.')}.\${`)) ||
      code.includes(`\`${key.replace(/(?:Chrome|Edge|Firefox)\d?$/, '')}\${`)
    );
  }
});
