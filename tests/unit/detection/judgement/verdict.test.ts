import { describe, expect, it, vi } from 'vitest';
import type { FeatureParts } from '../../../../src/detection/features/features';
import type { FrameFacts, PhoneFact, TabFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';

/** Numbers of our own: what the product weighs is learned anew now and then. */
const WEIGHTS = {
  bias: -2,
  warn: { careful: 1, balanced: 0, strict: -1 },
  officialWarn: 3,
  dialogWarn: 1.5,
  actScamWords: 0.5,
  lesson: -1,
  honestAct: -3, honestWording: -1,
  givenLocks: 1,
  actMargin: 1,
  weights: { infected: 1.5, 'call-number': 2, dialog: 3, brand: 0.1, 'official-support': 0.3, advice: -1.234, refutes: -2, hacked: 4, 'phone-repeated': 0.5, 'phone-from-address': 1, 'error-code': 0.4, urgency: 0.04 },
}; // prettier-ignore
vi.mock('../../../../rules/weights.json', () => ({ default: WEIGHTS }));
const { judge } = await import('../../../../src/detection/judgement/judge');
const { addUp } = await import('../../../../src/detection/judgement/sum');
const { loadRules } = await import('../../../../src/detection/phrases/rules');

const parts = (given: Partial<FeatureParts>): FeatureParts => ({
  words: {}, looks: {}, acts: {}, honest: {}, scamWords: 0, unread: null, isolates: 0, wants: 0, trap: false, jammed: false, ...given,
}); // prettier-ignore

describe('the sum', () => {
  const weights = { ...WEIGHTS, weights: { a: 2, b: 1, c: 4, honest: -5, kind: 1 } };
  const sum = (given: Partial<FeatureParts>) => addUp(parts(given), weights);

  it('is what each part weighs, on top of what a page is before it is read', () => {
    expect(sum({ words: { a: 0.5, unknown: 1 }, looks: { b: 0.5 }, acts: { c: 0.25 } })).toEqual({
      words: 1, looks: 0.5, acts: 1, honest: 0, over: 0, logOdds: 0.5,
    }); // prettier-ignore
  });

  it('is tempered by honesty down to nothing of words and looks, never of acts', () => {
    expect(sum({ words: { a: 1 }, honest: { honest: 0.2 } })).toMatchObject({ honest: -1, logOdds: -1 });
    expect(sum({ words: { a: 1 }, looks: { b: 1 }, acts: { c: 1 }, honest: { honest: 1 } })).toMatchObject({
      honest: -3,
      logOdds: 2,
    });
    expect(sum({ words: { a: 1 }, honest: { kind: 1 } }).honest).toBe(1);
  });

  it('is not tempered where the page traps, as far as its words are those of a scam', () => {
    const given = { words: { a: 2 }, honest: { honest: 0.4 }, trap: true };
    expect(sum({ ...given, scamWords: 1 }).honest).toBeCloseTo(0, 9);
    expect(sum({ ...given, scamWords: 0.5 }).honest).toBe(-1);
    expect(sum({ ...given, trap: false, scamWords: 1 }).honest).toBe(-2);
  });

  it('is not tempered either where the page cuts the person off from everybody', () => {
    const given = { words: { a: 2 }, honest: { honest: 0.4 } };
    expect(sum({ ...given, isolates: 1 }).honest).toBeCloseTo(0, 9);
    expect(sum({ ...given, isolates: 0.5 }).honest).toBe(-1);
    expect(sum({ ...given, isolates: 0.25, trap: true, scamWords: 0.5 }).honest, 'greater of both').toBe(-1);
  });
});

const PHONE: PhoneFact = {
  shown: '555-0101', digits: '5550101', count: 1, prominence: 1, fromAddress: false, nearCall: true,
}; // prettier-ignore

interface Page {
  concepts?: string[];
  brands?: string[];
  phones?: Partial<PhoneFact>[];
  frame?: Partial<FrameFacts>;
  words?: Partial<FrameFacts['words']>;
  route?: Partial<TabFacts['route']>;
  sensitivity?: 'careful' | 'balanced' | 'strict';
}

function verdictOn(page: Page) {
  const words = {
    concepts: (page.concepts ?? []).map((concept) => ({ concept, language: 'en', count: 1, prominence: 1 })),
    brands: (page.brands ?? []).map((id) => ({ id, count: 1, prominence: 1 })),
    phones: (page.phones ?? []).map((phone) => ({ ...PHONE, ...phone })),
    codes: [], length: 100, threatShare: 0, addressCall: false, ...page.words,
  }; // prettier-ignore
  const frame: FrameFacts = {
    top: true, address: 'https://page.example/', title: '', language: '', acts: {}, actTexts: [], words,
    looks: emptyLooks(), structure: emptyStructure(), area: 1, excerpt: '', ...page.frame,
  }; // prettier-ignore
  const route = { ...emptyRoute(), ...page.route }; // prettier-ignore
  return judge({ frames: [frame], route }, loadRules(), { sensitivity: page.sensitivity ?? 'balanced' });
}

/** Words that come to -2 + 1.5 + 2 · 0.85 = 1.2. */
const SCAM: Page = { concepts: ['infected'], phones: [{}] };
const GIVEN = {
  fullscreen: { count: 1, unasked: 0, firstAt: 1, lastAt: 1 },
  'keyboard-lock': { count: 1, unasked: 0, firstAt: 1, lastAt: 1 },
};
const twice = { count: 2, unasked: 0, firstAt: 1, lastAt: 2 };

describe('the level', () => {
  it.each<[string, Page, string]>([
    ['nothing', {}, 'quiet'],
    ['a threat', { concepts: ['infected'] }, 'quiet'],
    ['a threat and a number to call', SCAM, 'warn'],
    ['the same, for a careful person', { ...SCAM, sensitivity: 'careful' }, 'warn'],
    ['a threat, for a strict person', { concepts: ['infected'], sensitivity: 'strict' }, 'warn'],
    ['a number, for a strict person', { phones: [{}], sensitivity: 'strict' }, 'warn'],
    ['a number', { phones: [{}] }, 'quiet'],
    ['a scam that traps', { ...SCAM, frame: { acts: { print: twice } } }, 'act'],
    ['a scam that was given screen and keys', { ...SCAM, frame: { acts: GIVEN } }, 'act'],
    [
      'the same, which without them is hardly above the line',
      { ...SCAM, frame: { acts: GIVEN }, sensitivity: 'careful' },
      'warn',
    ],
    [
      'a loop of dialogs hardly above the line',
      { ...SCAM, frame: { acts: { print: twice } }, sensitivity: 'careful' },
      'act',
    ],
    ['a scam that does not answer', { ...SCAM, route: { silentFor: 2_400 } }, 'act'],
    [
      'the same hardly above the line, of which little may be known',
      { ...SCAM, route: { silentFor: 2_400 }, sensitivity: 'careful' },
      'act',
    ],
    ['a scam that begins not to answer', { ...SCAM, route: { silentFor: 2_399 } }, 'warn'],
    [
      'a trap with too few words of a scam',
      { concepts: ['infected'], frame: { acts: { alert: twice } } },
      'warn',
    ],
    ['a trap without such words', { frame: { acts: { alert: twice } } }, 'quiet'],
    [
      'a scam on the address of a company',
      { ...SCAM, frame: { address: 'https://www.netflix.com/' } },
      'quiet',
    ],
  ])('of %s', (_what, page, level) => {
    expect(verdictOn(page).level).toBe(level);
  });

  describe('of a trap that sounds honest', () => {
    const trapped = (honest: string[], wants: boolean) =>
      verdictOn({
        concepts: ['infected', 'hacked', 'no-close', 'system-voice', ...honest],
        phones: wants ? [{}, { digits: '2' }] : [],
        brands: ['microsoft'],
        frame: { acts: { reload: { ...twice, count: 9 } } },
      }).level;

    it('is no more than a warning: a lesson at once, what wants a call where it is very honest', () => {
      expect(trapped([], true)).toBe('act');
      expect(trapped(['advice'], true)).toBe('act');
      expect(trapped(['advice', 'refutes'], true)).toBe('warn');
      expect(trapped([], false)).toBe('act');
      expect(trapped(['advice'], false)).toBe('warn');
    });

    it('is no more than a warning where all its words do, but for a loop of dialogs and a page that is jammed', () => {
      const at = (wording: number, page: Page) => verdictOn({ ...SCAM, ...page, words: { wording } }).level;
      expect([-0.99, -1].map((wording) => at(wording, { frame: { acts: GIVEN } }))).toEqual(['act', 'warn']);
      expect(at(-2, { frame: { acts: { print: twice } } })).toBe('act');
      expect(at(-2, { route: { silentFor: 2_400 } })).toBe('act');
    });
  });

  it('comes with the sum and how probable it makes a scam', () => {
    const verdict = verdictOn(SCAM);
    expect(verdict.logOdds).toBeCloseTo(1.2, 9);
    expect(verdict.score).toBeCloseTo(1 / (1 + Math.exp(-1.2)), 9);
    expect(verdict.phones).toEqual([PHONE]);
  });
});

describe('the reasons', () => {
  const reasons = (page: Page) => verdictOn(page).reasons;

  it('are the features that have a sentence, what convicts first, then by weight', () => {
    const found = reasons({ concepts: ['infected', 'advice'], phones: [{}] });
    expect(found.map(({ id, weight }) => [id, weight])).toEqual([
      ['wants-call', 1.7],
      ['says-infected', 1.5],
      ['warns-of-scams', -1.23],
    ]);
  });

  it('are added up where they have one sentence; one that weighs next to nothing is left out', () => {
    const [company] = reasons({ concepts: ['official-support', 'infected'], brands: ['microsoft'] }).filter(
      ({ id }) => id.startsWith('claims-company'),
    );
    expect(company).toEqual({ id: 'claims-company', weight: 0.4, values: { brand: 'Microsoft' } });
    expect(reasons({ concepts: ['urgency'] })).toEqual([]);
  });

  it('name the company met most, by its own name', () => {
    const brands = [
      { id: 'apple', count: 1, prominence: 0.2 },
      { id: 'microsoft', count: 1, prominence: 0.9 },
    ];
    const named = (list: typeof brands) =>
      reasons({ concepts: ['infected', 'official-support'], words: { brands: list } }).find(({ id }) => id === 'claims-company')?.values; // prettier-ignore
    expect(named(brands)).toEqual({ brand: 'Microsoft' });
    expect(named([...brands].reverse())).toEqual({ brand: 'Microsoft' });
    const same = brands.map((brand) => ({ ...brand, prominence: 0.5 }));
    expect(named(same)).toEqual({ brand: 'Apple' });
    expect(named([...same].reverse())).toEqual({ brand: 'Apple' });
  });

  it('name the number to call, and the code', () => {
    const phones = [{ shown: 'other', digits: '1111111', nearCall: false, prominence: 3 }, { count: 3 }];
    const found = reasons({ concepts: ['infected', 'error-code'], phones, words: { codes: ['ER-1'], phones: phones.map((one) => ({ ...PHONE, ...one })) } }); // prettier-ignore
    expect(found.find(({ id }) => id === 'wants-call')?.values).toEqual({ phone: '555-0101' });
    expect(found.find(({ id }) => id === 'number-everywhere')?.values).toEqual({ phone: '555-0101' });
    expect(found.find(({ id }) => id === 'shows-code')?.values).toEqual({ code: 'ER-1' });
  });

  it('are said plainly where what they would name is not known', () => {
    const ids = reasons({ concepts: ['official-support', 'error-code'] }).map(({ id }) => id);
    expect(ids).toEqual(['shows-code.plain', 'claims-company.plain']);
  });
});

describe('a number that the address put into an honest page', () => {
  const structure = { ...emptyStructure(), navigation: true, siteLinks: 5 };
  const injected = (page: Page) => verdictOn({ phones: [{ fromAddress: true }], words: { addressCall: true, phones: [{ ...PHONE, fromAddress: true }] }, frame: { structure }, ...page }); // prettier-ignore

  it('is warned of, however quiet the page is', () => {
    expect(injected({})).toMatchObject({ injectedIntoHonestSite: true, level: 'warn' });
    const official = { frame: { address: 'https://www.netflix.com/' } };
    expect(injected(official)).toMatchObject({ injectedIntoHonestSite: true, level: 'warn' });
    expect(injected({ frame: { structure, acts: { alert: twice } } }).level).toBe('warn');
  });

  it.each<[string, Page]>([
    ['a site without a menu', { frame: { structure: { ...structure, navigation: false } } }],
    ['a site of four pages', { frame: { structure: { ...structure, siteLinks: 4 } } }],
    ['a site under a layer', { frame: { structure, looks: { ...emptyLooks(), layerCover: 0.5 } } }],
    [
      'an address that does not ask to call',
      { words: { addressCall: false, phones: [{ ...PHONE, fromAddress: true }] } },
    ],
    ['a number of the page itself', { words: { addressCall: true, phones: [PHONE] } }],
    [
      'a number nobody is asked to call',
      { words: { addressCall: true, phones: [{ ...PHONE, fromAddress: true, nearCall: false }] } },
    ],
  ])('is not seen with %s', (_what, page) => {
    expect(injected(page).injectedIntoHonestSite).toBe(false);
  });
});
