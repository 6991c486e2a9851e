import { describe, expect, it } from 'vitest';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import type { TextSegment, TextSources } from '../../../../src/detection/text/text-stream';

const rules = loadRules();
const ADDRESS = 'https://page.example/';

const read = (lines: (string | TextSegment)[], more: Partial<TextSources> = {}) =>
  readWords(
    {
      segments: lines.map((line) => (typeof line === 'string' ? { text: line, prominence: 0.5 } : line)),
      title: '',
      actTexts: [],
      address: ADDRESS,
      ...more,
    },
    rules,
  );
type Reading = ReturnType<typeof read>;
const concept = ({ words }: Reading, name: string) => words.concepts.find((hit) => hit.concept === name);
const bread = (count: number): string => Array.from({ length: count }, () => 'bread').join(' ');

describe('concepts', () => {
  it('are told with how often they stand there and how much the eye meets them', () => {
    const found = read([
      'Your computer is infected.',
      { text: 'Your computer is infected.', prominence: 0.8 },
    ]);
    const once = concept(read(['Your computer is infected.']), 'infected')?.count ?? 0;
    expect(concept(found, 'infected')).toMatchObject({ language: 'en', count: 2 * once, prominence: 0.8 });
    expect(concept(read([]), 'infected')).toBeUndefined();
  });

  it('are counted up to nine', () => {
    expect(concept(read([Array(20).fill('Your computer is infected.').join(' ')]), 'infected')?.count).toBe(
      9,
    );
  });

  it('of the title and of five dialogs meet the eye in full', () => {
    const title = 'Your computer is infected';
    expect(concept(read([], { title }), 'infected')?.prominence).toBe(1);
    const actTexts = ['a', 'b', 'c', 'd', title];
    expect(concept(read([], { actTexts }), 'infected')?.prominence).toBe(1);
    expect(concept(read([], { actTexts: ['one more', ...actTexts] }), 'infected')).toBeUndefined();
  });

  it('do not go from one sentence to the next', () => {
    expect(concept(read(['Do not call. Close this window.']), 'no-close')).toBeUndefined();
    expect(concept(read(['Do not close this window.']), 'no-close')).toBeDefined();
  });

  it('do not go from one segment to the next', () => {
    expect(concept(read(['Your computer is in', 'fected']), 'infected')).toBeUndefined();
    expect(concept(read(['Your computer is infected']), 'infected')).toBeDefined();
  });

  it('of the name of who answers do not speak about a scam', () => {
    expect(concept(read(['This is a scam']), 'scam-named')).toBeDefined();
    expect(concept(read(['Fraud department']), 'scam-named')).toBeUndefined();
    expect(concept(read(['Fraud department. This is a scam.']), 'scam-named')).toBeDefined();
    expect(concept(read(['This is a scam. Fraud department.']), 'scam-named')).toBeDefined();
  });

  it('name companies apart', () => {
    const { words } = read(['Windows and Microsoft. Microsoft!']);
    expect(words.brands.find(({ id }) => id === 'microsoft')).toMatchObject({ prominence: 0.5 });
    expect(words.concepts).toEqual([]);
    expect(read(['bread']).words.brands).toEqual([]);
  });
});

describe('numbers', () => {
  const NUMBER = '(888) 555-0134';

  it('are told once, with their places, and the most the eye meets', () => {
    const { words, phoneSegments } = read([
      `Call us ${NUMBER}`,
      { text: `${bread(40)} or ${NUMBER}`, prominence: 0.9 },
    ]);
    expect(words.phones).toEqual([
      { shown: NUMBER, digits: '8885550134', count: 2, prominence: 0.9, fromAddress: false, nearCall: true },
    ]);
    expect(phoneSegments).toEqual([0, 1]);
  });

  it.each([
    [19, true],
    [20, true],
    [21, false],
  ])('belong to a demand to call within twenty words: %d', (distance, near) => {
    expect(read([`Call us ${bread(distance - 2)} ${NUMBER}`]).words.phones[0]?.nearCall).toBe(near);
  });

  it.each([
    ['Call us', true],
    [`Call us. ${bread(21)}`, false],
  ])('belong to it however many sentences stand before: %s', (end, near) => {
    const lines = Array.from({ length: 40 }, () => 'Bread is good.').join(' ');
    expect(read([`${lines} ${end} ${NUMBER}`]).words.phones[0]?.nearCall).toBe(near);
  });

  it.each([
    [6, true],
    [9, false],
  ])('belong to the name of who answers within eight words: %d', (distance, near) => {
    expect(read([`Windows support ${bread(distance - 1)} ${NUMBER}`]).words.phones[0]?.nearCall).toBe(near);
  });

  it.each([
    ['Cancellations and refunds', true],
    ['Toll free', true],
    ['Windows', false],
    ['Your computer is infected', false],
  ])('belong to the name of who answers: %s', (name, near) => {
    expect(read([`${name} ${NUMBER}`]).words.phones[0]?.nearCall).toBe(near);
  });

  it('are one number, whatever stands beside them', () => {
    const title = 'Alert | +1-888-555-0134 | Toll Free';
    expect(read(['Support 24/7: 1-888-555-0134'], { title }).words.phones).toMatchObject([{ count: 2, nearCall: true }]); // prettier-ignore
  });

  it('that are uncertain count only where something asks to call', () => {
    expect(read(['Order 8885550134']).words.phones).toEqual([]);
    expect(read(['Call us 8885550134']).words.phones).toHaveLength(1);
  });

  it('are known to come from the address', () => {
    const from = (address: string) => read([`Call ${NUMBER}`], { address }).words.phones[0]?.fromAddress;
    expect(from(`${ADDRESS}?p=18885550134`)).toBe(true);
    expect(from(`${ADDRESS}?p=5550134`)).toBe(true);
    expect(from(`${ADDRESS}?p=8885550199`)).toBe(false);
    expect(from(ADDRESS)).toBe(false);
  });

  it('are twenty at the most', () => {
    const many = Array.from({ length: 30 }, (_, at) => `(888) 555-01${at + 10}`);
    expect(read(many).words.phones).toHaveLength(20);
  });

  it('of an address that asks to call are told apart', () => {
    const asks = (path: string) => read([], { address: ADDRESS + path }).words.addressCall;
    expect(asks('?q=call+support+now+888-555-0134')).toBe(true);
    expect(asks('?q=call+support+now')).toBe(false);
    expect(asks('?q=888-555-0134')).toBe(false);
  });
});

describe('how much of a text threatens', () => {
  it.each([
    ['nothing', [], 0],
    ['food', ['bread and butter'], 0],
    ['companies', ['Windows and Microsoft'], 0],
    ['a warning', ['This is a scam'], 0],
    ['a threat alone', ['Your computer is infected'], 1],
    ['a threat among a hundred words', [`${bread(50)}. Your computer is infected. ${bread(50)}`], 0.15],
  ])('%s', (_title, lines, share) => {
    expect(read(lines).words.threatShare).toBeCloseTo(share, 1);
  });

  it('and which segments, and how many of them are quoted', () => {
    const quoted = { text: 'Your computer is infected', prominence: 0.5, quoted: true };
    const found = read(['bread', quoted, 'Do not close this window.', 'Call support now']);
    expect(found.tellingSegments.sort()).toEqual([1, 2, 3]);
    expect(found.quotedShare).toBeCloseTo(1 / 3, 9);
    expect(read(['bread']).quotedShare).toBe(0);
  });

  it('threats of title and dialogs are in no segment', () => {
    expect(read([], { title: 'Your computer is infected' })).toMatchObject({
      tellingSegments: [],
      quotedShare: 0,
    });
    expect(read(['This is a scam about Windows']).tellingSegments).toEqual([]);
  });
});

describe('how much is read', () => {
  it('8,000 characters of a segment, 40,000 of a page, what meets the eye first', () => {
    const long = 'x'.repeat(9_000);
    expect(read([long]).words.length).toBe(8_000);
    expect(read(Array<string>(9).fill(long)).words.length).toBe(40_000);
    const small = { text: 'Your computer is infected', prominence: 0.1 };
    const first = [small, ...Array.from({ length: 5 }, () => ({ text: long, prominence: 0.5 }))];
    expect(concept(read(first), 'infected')).toBeUndefined();
    expect(concept(read([...first.slice(0, 5)]), 'infected')).toBeDefined();
    expect(concept(read([{ ...small, prominence: 0.5 }, ...first.slice(1)]), 'infected')).toBeDefined();
  });

  it('codes from everywhere', () => {
    expect(read(['bread', 'Error code: ER-77210'], { actTexts: ['0x80070001'] }).words.codes).toEqual([
      '0x80070001',
      'ER-77210',
    ]);
  });
});

describe('what is known of a page that has not answered', () => {
  const claims = { top: true, address: ADDRESS, title: 'Alert', acts: {}, actTexts: [], area: 1 };

  it('its title, dialogs and text, no looks', () => {
    const facts = factsOfUnreadFrame(
      { ...claims, actTexts: ['Your computer is infected'], text: 'Call support' },
      rules,
    );
    expect(facts.words.concepts.map((hit) => hit.concept).sort()).toEqual(
      expect.arrayContaining(['call', 'infected']),
    );
    expect(facts.words.concepts.find((hit) => hit.concept === 'call')?.prominence).toBe(0.6);
    expect(facts.excerpt).toBe('Your computer is infected\nCall support');
    expect(facts).toMatchObject({ top: true, address: ADDRESS, title: 'Alert', language: '', area: 1 });
    expect(facts.looks.viewportWidth).toBe(0);
  });

  it('five dialogs of 1,000 characters each, an excerpt of 4,000', () => {
    const facts = factsOfUnreadFrame(
      { ...claims, actTexts: Array<string>(9).fill('x'.repeat(2_000)) },
      rules,
    );
    expect(facts.actTexts.map((text) => text.length)).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
    expect(facts.excerpt).toHaveLength(4_000);
  });

  it.each([
    ['', 0, 0],
    ['x'.repeat(79), 0, 0],
    ['x'.repeat(80), 80, 0.4 * (80 / 1_200) + 0.04],
    [` ${'x'.repeat(78)} `, 0, 0],
    [Array(6).fill('x'.repeat(300)).join('\n'), 1_800, 0.6],
  ])('what is prose in it (%#)', (text, proseLength, article) => {
    const { structure } = factsOfUnreadFrame({ ...claims, text }, rules);
    expect(structure.proseLength).toBe(proseLength);
    expect(structure.article).toBeCloseTo(article, 9);
  });
});
