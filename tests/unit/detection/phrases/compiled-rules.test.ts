import { describe, expect, it } from 'vitest';
import brandData from '../../../../rules/brands.json';
import { compileRules } from '../../../../src/detection/phrases/compile-rules';
import { PACKS } from '../../../../src/detection/phrases/packs';
import { firstWords } from '../../../../src/detection/phrases/phrase';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { spokenWords } from '../../../../src/detection/numbers/spoken-words';
import { wordingData } from '../../../../src/detection/text/wording-data';
import { compiledRules, FINISHED } from '../../../../tools/build/compiled-rules';

/** The path of a module whose place finished data take. */
const pathOf = (name: string): string => [...FINISHED].find(([, made]) => made === name)?.[0] ?? '';
const RULE_DATA = pathOf('ruleData');

/** What the very code gives that a build takes. */
async function built(name: string, when: 'at once' | 'when asked'): Promise<unknown> {
  const code = (await compiledRules(when).load(pathOf(name))) ?? '';
  return (new Function(`${code.replace('export ', '')}\nreturn ${name}();`) as () => unknown)();
}

describe('the rules that a build carries', () => {
  it.each(['at once', 'when asked'] as const)('are the ones the packs compile to (%s)', async (when) => {
    expect(await built('ruleData', when)).toEqual(compileRules());
    expect(await built('spokenWords', when)).toEqual(spokenWords());
    expect(await built('wordingData', when)).toEqual(wordingData());
  });

  it('stand in a function where a script need not make them ready at its start', async () => {
    const starts = /^export function ruleData\(\)/;
    expect(await compiledRules('when asked').load(RULE_DATA)).toMatch(starts);
    expect(await compiledRules().load(RULE_DATA)).not.toMatch(starts);
  });

  it('take the place of that one module only', async () => {
    expect(await compiledRules().load(`${RULE_DATA}x`)).toBeUndefined();
  });

  it('keep how far words of a phrase may stand apart: farther where each sign is a word', () => {
    const gapsOf = new Map(compileRules().packs.map(({ language, gaps }) => [language, gaps]));
    for (const { language, gaps } of PACKS) expect(gapsOf.get(language), language).toEqual(gaps);
    expect(['en', 'ja', ''].map((one) => gapsOf.get(one))).toEqual([[3, 7], [6, 16], [3, 7]]); // prettier-ignore
  });

  it('let nobody but the brand itself speak on its hosts, but where its file names others', () => {
    const { brands } = compileRules();
    for (const { id, notHosts } of brands) {
      const named = Object.entries(brandData.brands).find(([name]) => name === id)?.[1] ?? {};
      expect(notHosts, id).toEqual('notHosts' in named ? named.notHosts : []);
    }
  });

  it('find every phrase by each of its first words', () => {
    const { packs } = compileRules();
    const { index, labels } = loadRules();
    for (const { language, concepts, counts, phrases } of packs) {
      const all = phrases.split(';');
      for (const [at, concept] of concepts.split(';').entries()) {
        // A phrase of one word is found by that word alone.
        const single = all.splice(0, counts[at]).filter((phrase) => !phrase.includes(' '));
        for (const { word } of single.flatMap(firstWords)) {
          const found = index.find([word]).map(({ label }) => labels[label]);
          const whole = single.some((phrase) => phrase.split('/').includes(word) || phrase.split('/').includes(`${word}*`)); // prettier-ignore
          if (whole) expect(found, `${concept}: ${word}`).toContainEqual(expect.objectContaining({ concept, language })); // prettier-ignore
        }
      }
      expect(all, language).toEqual([]);
    }
  });
});
