import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import concepts from '../../../../rules/concepts.json';
import { PACKS } from '../../../../src/detection/phrases/packs';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

/**
 * Each concept in each language: a page of one sentence that says it, and one that does not although it is about the
 * same things. tests/pages/concepts/<language>.json holds them: concept → [says it, does not].
 */
const FOLDER = 'tests/pages/concepts';
const rules = loadRules();

function conceptsOf(text: string, language: string): Set<string> {
  const sources = { segments: [{ text, prominence: 0.8 }], title: '', actTexts: [], address: '' };
  const { concepts: hits } = readWords(sources, rules).words;
  return new Set(hits.filter((hit) => hit.language === language).map((hit) => hit.concept));
}

function sentencesOf(language: string): Record<string, [string, string] | undefined> {
  return JSON.parse(readFileSync(`${FOLDER}/${language}.json`, 'utf8')) as Record<string, [string, string]>; // our own data
}

describe('concepts', () => {
  it('there are sentences for every pack and for no other', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual(PACKS.map(({ language }) => language).sort());
  });
});

describe.each(PACKS.map(({ language }) => language))('concepts in %s', (language) => {
  const sentences = sentencesOf(language);

  it('are the same in the pack, in the list of concepts and here', () => {
    const pack = PACKS.find((known) => known.language === language);
    expect(Object.keys(pack?.concepts ?? {}).sort()).toEqual(Object.keys(concepts).sort());
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(concepts).sort());
  });

  it.each(Object.keys(concepts))('%s is heard where it is said, and only there', (concept) => {
    const [says, doesNot] = sentences[concept] ?? ['', ''];
    expect(conceptsOf(says, language), says).toContain(concept);
    expect(conceptsOf(doesNot, language), doesNot).not.toContain(concept);
  });
});
