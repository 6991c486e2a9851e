import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/ui/guide/plan/plan';

type Texts = Record<string, string>;

function read(language: string, area: string): Texts {
  return JSON.parse(readFileSync(`src/texts/${language}/${area}.json`, 'utf8')) as Texts; // our own flat files
}

const languages = readdirSync('src/texts').filter((name) =>
  readdirSync(`src/texts/${name}`).includes('guide.json'),
);

describe('texts of the steps', () => {
  it('there is a title, a reason and every line for every step, and no text without a step', () => {
    const wanted = CATALOGUE.flatMap((step) =>
      ['title', 'why', ...step.how.map((how) => how.line)].map((part) => `step.${step.id}.${part}`),
    );
    expect(Object.keys(read('en', 'guide-steps')).sort()).toEqual([...new Set(wanted)].sort());
  });
});

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
