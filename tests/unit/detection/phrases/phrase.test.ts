import { describe, expect, it } from 'vitest';
import { compileRules } from '../../../../src/detection/phrases/compile-rules';
import { sortByFirstWords, WordList } from '../../../../src/detection/phrases/first-words';
import { PACKS } from '../../../../src/detection/phrases/packs';
import { firstWords, parsePhrase, phraseEnd } from '../../../../src/detection/phrases/phrase';
import { PhraseIndex, type Entry } from '../../../../src/detection/phrases/phrase-index';

const end = (phrase: string, text: string) => phraseEnd(text.split(' '), 0, parsePhrase(phrase, [3, 7]));
const indexOf = (...sources: string[]) => {
  const entryAt = (label: number): Entry => ({
    source: sources[label] ?? '',
    gaps: [3, 7],
    label,
    phrase: null,
  });
  return new PhraseIndex(entryAt, sortByFirstWords(sources));
};

describe('a phrase', () => {
  it.each([
    ['virus found', 'viruses found', -1],
    ['virus* found', 'viruses found', 2],
    ['virus* found', 'clean found', -1],
    ['turn_off* now', 'turn offered now', 3],
    ['turn_off* now', 'turning off now', -1],
    ['please turn_off*', 'please turn', -1],
    ['call our*? support', 'call ours support', 3],
    ['call our*? support', 'call support', 2],
    ['call our*? support', 'call their support', -1],
    ['call ~~ support', 'call a b c d e f g support', 9],
    ['call ~~ support', 'call a b c d e f g h support', -1],
  ])('"%s" in "%s" ends at %i', (phrase, text, wanted) => {
    expect(end(phrase, text)).toBe(wanted);
  });

  it.each(['', '~ call', 'call? us', 'call//us'])('"%s" is refused, and the error says why', (phrase) => {
    expect(() => parsePhrase(phrase, [3, 7])).toThrow(/phrase/);
  });

  it('begins with words, some of them only beginnings', () => {
    expect(firstWords('turn_off*/infiz*/call now')).toEqual([
      { word: 'turn', open: false },
      { word: 'infiz', open: true },
      { word: 'call', open: false },
    ]);
  });
});

describe('phrases under their first words', () => {
  it('are listed by number, words that begin alike together', () => {
    expect(sortByFirstWords(['call now', 'call/dial us', 'infiz*', 'cat', 'a', 'ca* x'])).toEqual({
      exact: 'ca;ll 0 1;t 3|di;al 1|a; 4',
      stems: 'in;fiz 2|ca; 5',
    });
  });

  it('and taken apart again, each word when it is asked for', () => {
    const asked: number[] = [];
    const list = new WordList('ca;ll 0 1;t 3|di;al 1|a; 4', (number) => (asked.push(number), number));
    expect(asked).toEqual([]);
    expect(list.exactly('call')).toEqual([0, 1]);
    expect(asked).toEqual([0, 1]);
    expect(list.exactly('a')).toEqual([4]);
    expect(['', 'c', 'ca', 'cal', 'calls', 'b', 'bread'].flatMap((word) => list.exactly(word))).toEqual([]);
  });

  it('beginnings of words are found, the longest first', () => {
    const list = new WordList('in;fiz 2;f 7; 8|i; 9|ca; 5', (number) => number);
    expect(list.underBeginnings('infiziert')).toEqual([2, 7, 8, 9]);
    expect(list.underBeginnings('in')).toEqual([8, 9]);
    expect(list.underBeginnings('i')).toEqual([9]);
    expect(list.underBeginnings('ix')).toEqual([9]);
    expect(list.underBeginnings('cat')).toEqual([5]);
    expect(list.underBeginnings('')).toEqual([]);
  });

  it('are found where they stand', () => {
    const index = indexOf('call us', 'infiz*', 'us');
    expect(index.find(['bread'])).toEqual([]);
    expect(index.find(['infizierte', 'call', 'us'])).toEqual([
      { label: 1, start: 0, end: 1 },
      { label: 0, start: 1, end: 3 },
      { label: 2, start: 2, end: 3 },
    ]);
  });

  it('100 times, then once in eight words, each label by itself', () => {
    const hits = indexOf('call', 'us').find([...Array<string>(300).fill('call them now').join(' ').split(' '), 'us', 'us']); // prettier-ignore
    const starts = hits.filter(({ label }) => label === 0).map(({ start }) => start);
    expect(starts.slice(0, 102)).toEqual([...Array.from({ length: 100 }, (_, at) => 3 * at), 306, 315]);
    expect(hits.filter(({ label }) => label === 1).map(({ start }) => start)).toEqual([900, 901]);
  });

  it('at the last three of a word, or of two, said over and over', () => {
    const tokens = [...Array<string>(900).fill('call'), 'us'];
    expect(indexOf('call', 'call us').find(tokens).map(({ start }) => start)).toEqual([897, 898, 899, 899]); // prettier-ignore
    const two = [...Array<string>(900).fill('call them').join(' ').split(' '), 'us'];
    expect(
      indexOf('call')
        .find(two)
        .map(({ start }) => start),
    ).toEqual([1794, 1796, 1798]);
  });
});

describe('compiled rules', () => {
  const { packs, brands } = compileRules();

  it('have the gaps of their pack, 3 and 7 where it does not say', () => {
    const said = PACKS.map(({ gaps }) => [gaps[0] ?? 3, gaps[1] ?? 7]);
    expect(packs.map(({ gaps }) => gaps)).toEqual([...said, [3, 7]]);
  });

  it('name other hosts of a brand only where there are some', () => {
    expect(brands.some(({ notHosts }) => notHosts.length > 0)).toBe(true);
    for (const host of brands.flatMap(({ notHosts }) => notHosts))
      expect(host).toMatch(/^[a-z\d.-]+\.[a-z]+$/);
  });
});
