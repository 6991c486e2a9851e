import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import brands from '../../rules/brands.json';
import concepts from '../../rules/concepts.json';
import reasons from '../../rules/reasons.json';
import * as schema from '../../rules/schema/detection';
import sharedHosts from '../../rules/shared-hosts.json';
import prior from '../../rules/weights-prior.json';
import weights from '../../rules/weights.json';
import { featuresOf } from '../../src/detection/features/features';
import { emptyRoute } from '../../src/detection/frames/empty-facts';
import { joinFrames } from '../../src/detection/frames/join-frames';
import { PACKS } from '../../src/detection/phrases/packs';
import { foldPhrases, parsePhrase, phraseEnd } from '../../src/detection/phrases/phrase';
import { loadRules } from '../../src/detection/phrases/rules';
import en from '../../src/texts/en/reasons.json';
import fr from '../../src/texts/fr/reasons.json';
import { ruleFaults } from '../../tools/build/rule-files';

function issuesOf(wanted: v.GenericSchema, data: unknown): string[] | undefined {
  const result = v.safeParse(wanted, data);
  return result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
}

describe('rules of the judgement', () => {
  it('fit their schemas', () => {
    expect(ruleFaults('rules')).toEqual([]);
  });

  it('say how far the parts of a phrase may stand apart, within bounds', () => {
    const isTaken = (gaps: number[]): boolean =>
      v.safeParse(schema.packSchema, { language: 'en', gaps, concepts: { infected: ['virus'] } }).success;
    expect(isTaken([3, 7])).toBe(true);
    for (const gaps of [[0, 7], [3, 0], [500, 7], [3, 500], [3.5, 7]]) expect(isTaken(gaps)).toBe(false); // prettier-ignore
  });

  it('a wrong field is told by its place', () => {
    expect(issuesOf(schema.weightsSchema, { ...weights, bias: 'low' })?.[0]).toContain('bias');
  });

  it('loads every pack that lies in rules/packs, and no other', () => {
    const names = readdirSync('rules/packs').map((file) => file.replace('.json', ''));
    expect(PACKS.map((pack) => pack.language).sort()).toEqual(names.sort());
  });

  it('no brand owns a host where anyone may publish', () => {
    const domains = Object.values(brands.brands).flatMap((brand) => brand.domains);
    const text = JSON.stringify(sharedHosts);
    for (const domain of domains) expect(text.includes(`"${domain}"`), domain).toBe(false);
  });
});

describe.each(PACKS.map((pack) => [pack.language, pack] as const))('pack %s', (_, pack) => {
  it('fits the schema and has every concept', () => {
    expect(issuesOf(schema.packSchema, pack)).toBeUndefined();
    expect(Object.keys(pack.concepts).sort()).toEqual(Object.keys(concepts).sort());
  });

  it('finds each phrase where it stands, and not in words without it', () => {
    const gaps = [pack.gaps[0] ?? 3, pack.gaps[1] ?? 7] as const;
    for (const [concept, phrases] of Object.entries(pack.concepts))
      for (const source of foldPhrases(phrases)) {
        const phrase = parsePhrase(source, gaps);
        const words = phrase.flatMap((step) => step.choices[0]?.words ?? []);
        expect(phraseEnd(words, 0, phrase), `${concept}: ${source}`).toBe(words.length);
        expect(phraseEnd(['xyxyx', ...words], 0, phrase), `${concept}: ${source}`).toBe(-1);
      }
  });
});

describe('features, weights and reasons', () => {
  const none = emptyRoute();
  const parts = featuresOf(joinFrames({ frames: [], route: none }, loadRules()));
  const positive = Object.keys({ ...parts.words, ...parts.looks, ...parts.acts });
  const honest = Object.keys(parts.honest);

  it('every feature has a weight of the right sign and a reason; no weight is without a feature', () => {
    const spoken = Object.values(reasons).flat();
    for (const table of [weights.weights, prior.weights] as Record<string, number>[]) {
      expect(Object.keys(table).sort()).toEqual([...positive, ...honest].sort());
      for (const id of positive) expect(table[id], id).toBeGreaterThanOrEqual(0);
      for (const id of honest) expect(table[id], id).toBeLessThanOrEqual(0);
    }
    expect([...spoken].sort()).toEqual([...positive, ...honest].sort());
  });

  it('every reason has a sentence in both languages, short enough to read', () => {
    for (const texts of [en, fr] as Record<string, string>[])
      for (const reason of Object.keys(reasons)) {
        const text = texts[`reason.${reason}`] ?? '';
        expect(text, reason).not.toBe('');
        for (const sentence of text.split(/[.!?] /))
          expect(sentence.split(/\s/).length, text).toBeLessThanOrEqual(15);
        if (text.includes('{')) expect(texts[`reason.${reason}.plain`], reason).toBeTruthy();
      }
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });
});

describe('rules name no single scam', () => {
  it('hold no address and no number of one', () => {
    for (const file of readdirSync('rules/packs')) {
      const text = readFileSync(`rules/packs/${file}`, 'utf8');
      expect(text).not.toMatch(/https?:|www\.|\d{6}/);
    }
  });
});
