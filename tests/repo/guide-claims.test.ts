import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What no source of ours says may not stand in the guide as certain, in any language. */

type Texts = Record<string, string>;

function read(language: string, area: string): Texts {
  return JSON.parse(readFileSync(`src/texts/${language}/${area}.json`, 'utf8')) as Texts; // our own flat files
}

const CONVICTED = /convict|condamn|conden|condann|verurteil|veroordeel|skaz|有罪/i;
const MUST_ANSWER = /must be|doit|muss|tienen que|devono|もらえます|moet|trzeba|têm de/i;
const NO_MORE =
  /cannot|ne peut plus|niemand mehr|no pueden|non può|もう請求|niets meer|nic więcej|já não pode/i;
const A_NUMBER = /\d|three|trois|drei|tres|\btre\b|drie|trzy|três/i;
const OWNED = /^(?:its|ses|seine|sus|i suoi|jego|os) |^(?:ファイル|サービス|bestanden|diensten)$/i;

describe.each(readdirSync('src/texts'))('the guide in %s', (language) => {
  const steps = read(language, 'guide-steps');
  const learn = read(language, 'guide-learn');
  const tools = read(language, 'guide-tools');

  it('does not promise what a blocked card or a letter does', () => {
    expect(steps['step.block-card.why']).not.toMatch(NO_MORE);
    expect(steps['step.letter.why']).not.toMatch(MUST_ANSWER);
  });

  it('names no number of months to watch accounts', () => {
    expect(steps['step.watch-accounts.title']).not.toMatch(A_NUMBER);
  });

  it('says that scammers are prosecuted, not convicted', () => {
    expect(learn['how.anywhere']).not.toMatch(CONVICTED);
  });

  it('gives the name of a register as one it may have, after the rule that needs none', () => {
    const [rule, named] = [learn['repair.4whyAny'] ?? '', learn['repair.4why'] ?? ''];
    expect(named.startsWith(rule)).toBe(true);
    expect(named.length).toBeGreaterThan(rule.length + '{register}'.length);
  });

  it('gives files and services of a program as hints', () => {
    expect(tools['tool.files']).not.toMatch(OWNED);
    expect(tools['tool.services']).not.toMatch(OWNED);
  });
});
