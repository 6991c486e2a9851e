import { describe, expect, it } from 'vitest';
import type { FrameFacts, PhoneFact } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();
const ROUTE = emptyRoute();
const LOCKER = ['Your computer is infected with spyware.', 'Do not close this window.', 'Error code: DW6VB36', 'Call Microsoft support now: +1 888 555 0134']; // prettier-ignore

function frameOf(lines: string[], address = 'https://page.example/'): FrameFacts {
  const segments = lines.map((text) => ({ text, prominence: 0.8 }));
  const { words, quotedShare } = readWords({ segments, title: '', actTexts: [], address }, rules);
  const looks = { ...emptyLooks(), viewportWidth: 1_280, viewportHeight: 720 };
  const structure = { ...emptyStructure(), quotedShare };
  return { top: true, address, title: '', language: 'en', acts: {}, actTexts: [], words, looks, structure, area: 1, excerpt: '' }; // prettier-ignore
}

const verdictOn = (...frames: FrameFacts[]) => judge({ frames, route: ROUTE }, rules);

describe('a verdict names', () => {
  it('the codes of the page, and the first of them in its reason', () => {
    const { codes, reasons } = verdictOn(frameOf(LOCKER));
    expect(codes).toEqual(['DW6VB36']);
    expect(reasons.find(({ id }) => id === 'shows-code')?.values).toEqual({ code: 'DW6VB36' });
  });

  it('a crime as its reason where the page accuses of one, and not for a payment that it wants', () => {
    const accuses = (line: string) =>
      verdictOn(frameOf([line])).reasons.some(({ id }) => id === 'says-crime');
    expect(accuses('Please pay the release fee of 40 dollars.')).toBe(false);
    expect(accuses('You viewed illegal content. Pay the fine of 40 dollars.')).toBe(true);
  });

  it('the number that one is to call, whichever stands first', () => {
    const phone = (last: string, nearCall: boolean): PhoneFact => ({
      shown: `+1 888 555 01${last}`,
      digits: `+188855501${last}`,
      count: 1,
      prominence: 1,
      fromAddress: false,
      nearCall,
    });
    const [one, other] = [phone('01', false), phone('02', true)];
    const named = (length: number, ...phones: PhoneFact[]) => {
      const frame = frameOf(LOCKER);
      const { reasons } = verdictOn({ ...frame, words: { ...frame.words, length, phones } });
      return reasons.find(({ id }) => id === 'wants-call')?.values?.phone;
    };
    expect(named(200, one, other)).toBe(other.shown);
    expect(named(200, other, one)).toBe(other.shown);
    expect(named(3_000, one), 'nobody is asked to call it').toBeUndefined();
    expect(named(200, one), 'the one number of a short page that threatens').toBe(one.shown);
  });

  it('the company that it claims to be, where that has a name to show', () => {
    const named = (...ids: string[]) => {
      const frame = frameOf(LOCKER);
      const brands = ids.map((id) => ({ id, count: 1, prominence: 0.9 }));
      const { reasons } = verdictOn({ ...frame, words: { ...frame.words, brands } });
      return reasons.find((reason) => reason.id.startsWith('claims-company'));
    };
    expect(named('microsoft')?.values).toEqual({ brand: 'Microsoft' });
    expect(named('makers')).toMatchObject({ id: 'claims-company.plain' });
    expect(named('makers')).not.toHaveProperty('values');
    expect(named('makers', 'microsoft')?.values, 'met as much').toEqual({ brand: 'Microsoft' });
  });

  it('what speaks against a page before what speaks for it, the most telling first', () => {
    const frame = frameOf([...LOCKER, 'This is a scam.']);
    const structure = { ...frame.structure, navigation: true, siteLinks: 20, footer: true };
    const weights = verdictOn({ ...frame, structure }).reasons.map(({ weight }) => weight);
    const against = weights.filter((weight) => weight > 0);
    const forIt = weights.filter((weight) => weight < 0);
    expect(forIt.length).toBeGreaterThan(1);
    expect(weights).toEqual([...against.sort((a, b) => b - a), ...forIt.sort((a, b) => a - b)]);
  });
});

describe('a number that the address of a genuine site brings in', () => {
  const query = 'call Microsoft support now +1-888-555-0134';
  const address = `https://www.netflix.com/search?q=${encodeURIComponent(query)}`;
  const isSeen = (concepts: string[], structure: Partial<FrameFacts['structure']> = {}): boolean => {
    const frame = frameOf([`No results for ${query}`], address);
    const added = concepts.map((concept) => ({ concept, language: 'en', count: 1, prominence: 1 }));
    const words = { ...frame.words, concepts: [...frame.words.concepts, ...added] };
    return verdictOn({ ...frame, words, structure: { ...frame.structure, ...structure } })
      .injectedIntoHonestSite;
  };

  it('is told apart', () => {
    expect(isSeen([])).toBe(true);
  });

  it("is told apart beside a number of the site's own, and is the one that is named", () => {
    const lines = ['Our shop: 01632 960 001', `No results for ${query}`];
    const { phones, reasons, injectedIntoHonestSite } = verdictOn(frameOf(lines, address));
    expect(phones.map(({ fromAddress }) => fromAddress).sort()).toEqual([false, true]);
    expect(injectedIntoHonestSite).toBe(true);
    const named = { id: 'number-from-link', values: { phone: '+1-888-555-0134' } };
    expect(reasons).toContainEqual(expect.objectContaining(named));
  });

  it.each(['refutes', 'advice'])('is none where the page %s', (concept) => {
    expect(isSeen([concept])).toBe(false);
  });

  it('is none in a text about scams, and in a list of what other sites say', () => {
    expect(isSeen(['scam-named'], { proseLength: 600 })).toBe(false);
    expect(isSeen(['scam-named'], { proseLength: 599 })).toBe(true);
    expect(isSeen([], { proseLength: 600, outLinks: 8 })).toBe(false);
    expect(isSeen([], { proseLength: 600, outLinks: 7 })).toBe(true);
    expect(isSeen([], { outLinks: 8 })).toBe(true);
  });
});
