import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../../src/detection/features/features';
import { wordFeatures } from '../../../../src/detection/features/features-words';
import { emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { joined } from '../joined-facts';

const ALL = { 'no-help': 0.6, 'remote-access': 0.7, call: 1, charged: 0.8 };
const isolated = (concepts: Record<string, number>) => wordFeatures(joined({ concepts }))['core-isolated'];

describe('a page that cuts a person off while somebody works on the computer', () => {
  it('wants a call, a program for it and nobody told, and frightens: all four', () => {
    expect(isolated(ALL)).toBeCloseTo(0.6, 9);
    for (const one of Object.keys(ALL)) expect(isolated({ ...ALL, [one]: 0 }), `without ${one}`).toBe(0);
  });

  it.each(['takes-over', 'at-computer'])('may say it as %s', (other) => {
    expect(isolated({ 'no-help': 0.6, [other]: 0.5, call: 1, charged: 0.8 })).toBeCloseTo(0.5, 9);
  });

  it.each(['moves-money', 'pay', 'hacked'])('speaks of money or frightens: %s', (stake) => {
    expect(isolated({ ...ALL, charged: 0, [stake]: 0.4 })).toBeCloseTo(0.4, 9);
  });

  it.each(['scam-named', 'reported-speech'])('is not one that tells of it: %s', (honest) => {
    expect(isolated({ ...ALL, [honest]: 0.6 })).toBe(0);
    expect(isolated({ ...ALL, [honest]: 0.2 })).toBeCloseTo(0.4, 9);
  });

  it('is not tempered by menus and letters', () => {
    const of = (concepts: Record<string, number>) => featuresOf(joined({ concepts })).isolates;
    expect(of(ALL)).toBe(1);
    expect(of({ ...ALL, 'reported-speech': 0.35 })).toBeCloseTo(0.5, 9);
    expect(of({ ...ALL, 'scam-named': 0.6 })).toBe(0);
  });
});

describe('an alarm, "do not switch off" and a number with nothing of a site around them', () => {
  const SAID = { locked: 0.8, 'no-restart': 0.7, call: 1 };
  const bare = (concepts: Record<string, number>, rest = {}, structure = {}) =>
    wordFeatures(
      joined({
        concepts,
        phones: [{}],
        rest: { seen: true, structure: { ...emptyStructure(), ...structure }, ...rest },
      }),
    )['core-bare-alarm'];

  it('are more than each of them', () => {
    expect(bare(SAID)).toBeCloseTo(0.7, 9);
    expect(bare({ ...SAID, 'no-restart': 0, 'no-close': 0.4 })).toBeCloseTo(0.4, 9);
    expect(bare({ ...SAID, locked: 0, expired: 0.9 }), 'a licence that has ended is no alarm').toBe(0);
    expect(bare({ ...SAID, 'no-restart': 0, 'no-help': 0.9 }), 'nor is that a machine to leave on').toBe(0);
  });

  it.each([
    ['a menu', { navigation: true }],
    ['pages of the same site', { siteLinks: 6 }],
    ['other sites', { outLinks: 3 }],
    ['a text', { proseLength: 800 }],
  ])('are what an article quotes where there is %s', (_what, structure) => {
    expect(bare(SAID, {}, structure)).toBe(0);
  });

  it('are the own business of an exam or a company that says so', () => {
    expect(bare({ ...SAID, 'own-business': 0.3 })).toBeCloseTo(0.4, 9);
    expect(bare({ ...SAID, 'own-business': 0.6 })).toBe(0);
    expect(bare({ ...SAID, 'for-learning': 0.5 })).toBe(0);
  });

  it.each(['refutes', 'scam-named', 'reported-speech', 'advice'])('are quoted where there is %s', (voice) => {
    expect(bare({ ...SAID, [voice]: 0.5 })).toBe(0);
  });

  it('are not known of a page that was not seen, or of its box alone', () => {
    expect(bare(SAID, { seen: false })).toBe(0);
    expect(bare(SAID, { onlyActTexts: true })).toBe(0);
  });
});
