import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/ui/guide/plan/plan';

const AREAS = ['guide', 'guide-steps', 'guide-paid', 'guide-help', 'guide-tools', 'guide-learn'];
/** Letters are written as letters are. */
const LONGER_ALLOWED = /^paid\.letter\./;
const MOST_WORDS = 15;

type Texts = Record<string, string>;

function read(language: string, area: string): Texts {
  return JSON.parse(readFileSync(`src/texts/${language}/${area}.json`, 'utf8')) as Texts; // our own flat files
}

const languages = readdirSync('src/texts').filter((name) =>
  readdirSync(`src/texts/${name}`).includes('guide.json'),
);

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

/** Sentences end at . ! ? and : (what follows a colon is read as its own). */
function longSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?:;])\s+/u)
    .filter((part) => part.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > MOST_WORDS);
}

describe('texts of the steps', () => {
  it('there is a title, a reason and every line for every step, and no text without a step', () => {
    const wanted = CATALOGUE.flatMap((step) =>
      ['title', 'why', ...step.how.map((how) => how.line)].map((part) => `step.${step.id}.${part}`),
    );
    expect(Object.keys(read('en', 'guide-steps')).sort()).toEqual([...new Set(wanted)].sort());
  });
});

describe.each(languages.flatMap((language) => AREAS.map((area) => [language, area] as const)))(
  'src/texts/%s/%s.json',
  (language, area) => {
    const english = read('en', area);
    const own = read(language, area);

    it('has the same keys and placeholders as English, and nothing empty', () => {
      expect(Object.keys(own)).toEqual(Object.keys(english));
      for (const [key, text] of Object.entries(own)) {
        expect(text.trim(), key).not.toBe('');
        expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ''));
      }
    });

    it('has short sentences', () => {
      const long = Object.entries(own).filter(
        ([key, text]) => !LONGER_ALLOWED.test(key) && longSentences(text).length > 0,
      );
      expect(long).toEqual([]);
    });

    it('is really translated', () => {
      if (language === 'en') return;
      const same = Object.entries(own).filter(
        ([key, text]) => text === english[key] && text.split(' ').length > 3 && /[a-z]{4}/.test(text),
      );
      expect(same).toEqual([]);
    });
  },
);

/** A button and the heading it leads to: the same words, so that nobody wonders whether it is the right page. */
const SAME_WORDS = [
  ['guide.openJournal', 'journal.title'],
  ['common.openJournal', 'journal.title'],
  ['guide.openTell', 'tell.title'],
  ['guide.openHelp', 'help.title'],
];

describe.each(languages)('in %s', (language) => {
  const all = Object.assign(
    {},
    ...['common', 'guide', 'guide-help', 'guide-learn', 'journal'].map((area) => read(language, area)),
  ) as Texts; // every part is Texts

  it.each(SAME_WORDS)('%s leads to %s and says so', (from, to) => {
    expect(all[from]).toBe(all[to]);
    expect(all[to]).toBeTruthy();
  });
});
