import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldPhrases, parsePhrase } from '../../../src/detection/phrases/phrase';
import { ruleFaults } from '../../../tools/build/rule-files';
import { removeFolder, temporaryFolder } from '../../rig/processes';

let folder = '';
beforeAll(() => {
  folder = temporaryFolder('rules');
  cpSync('rules', folder, { recursive: true });
});
afterAll(() => removeFolder(folder));

/** The faults of the rules with one more phrase in the Polish pack. */
function faultsWith(phrase: string): string[] {
  const pack = JSON.parse(readFileSync('rules/packs/pl.json', 'utf8')) as {
    concepts: Record<string, string[]>;
  };
  const call = [phrase, ...(pack.concepts.call ?? [])];
  writeFileSync(
    join(folder, 'packs/pl.json'),
    JSON.stringify({ ...pack, concepts: { ...pack.concepts, call } }),
  );
  return ruleFaults(folder);
}

describe('a phrase that somebody adds', () => {
  it.each([
    'zadzwoń teraz|',
    'zadzwoń |teraz',
    'zadzwoń teraz||dziś',
    'zadzwoń ~ |',
    'zadzwoń *',
    'zadzwoń procent|%',
  ])('with an empty choice ends in the build, by its place, and not in the browser: "%s"', (phrase) => {
    expect(() => parsePhrase(foldPhrases([phrase])[0] ?? '', [3, 8])).toThrow('Empty choice');
    expect(faultsWith(phrase)).toEqual([
      'rules/packs/pl.json: concepts.call.0: a choice is empty: a bar stands between two words, and a choice has a letter or a figure',
    ]);
  });

  it.each(['zadzwoń* ~ numer*_telefonu', 'zadzwoń num*er', 'zadzwoń numer?*', 'zadzwoń numer?|telefon'])(
    'with a sign where it counts nothing: "%s"',
    (phrase) => {
      expect(faultsWith(phrase)).toEqual([
        'rules/packs/pl.json: concepts.call.0: a star stands at the end of a choice, a question mark at the end of a part',
      ]);
    },
  );

  it('that may begin with nothing', () => {
    expect(faultsWith('zadzwoń? teraz')).toEqual([
      'rules/packs/pl.json: concepts.call.0: a phrase begins with a word that may not be missing',
    ]);
  });

  it.each(['zadzwoń teraz|dziś', 'zadzwoń ~~ natychmiast?', 'zadzwoń_teraz* ~ numer*|telefon'])(
    'is taken where it is right: "%s"',
    (phrase) => expect(faultsWith(phrase)).toEqual([]),
  );
});
