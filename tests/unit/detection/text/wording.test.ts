import { describe, expect, it, vi } from 'vitest';
import data from '../../../../rules/wording.json';
import { emptyRoute } from '../../../../src/detection/frames/empty-facts';
import { honestFeatures } from '../../../../src/detection/features/features-honest';
import { wordFeatures } from '../../../../src/detection/features/features-words';
import { foldText } from '../../../../src/detection/text/normalise';
import { judge } from '../../../../src/detection/judgement/judge';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { streamOf } from '../../../../src/detection/text/text-stream';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import { readingOf, readWording, termsOf } from '../../../../src/detection/text/wording';
import { wordingData } from '../../../../src/detection/text/wording-data';
import { listTerms, TermList, weightsOf } from '../../../../src/detection/text/wording-terms';
import { joined } from '../joined-facts';

const tokens = (text: string): string[] =>
  streamOf([{ text, prominence: 1, quoted: false, source: 0 }]).tokens;

describe('the terms of a text', () => {
  it.each([
    ['words and two in a row', 'The courier comes', ['the', 'the courier', 'courier', 'courier comes', 'comes']],
    ['each once', 'call call call', ['call', 'call call']],
    ['none across the end of a sentence', 'Stay calm. Call now', ['stay', 'stay calm', 'calm', 'call', 'call now', 'now']],
    ['none with a number, or across one', 'call 0800 now', ['call', 'now']],
    ['a word with a figure in it', 'the mp3 file', ['the', 'the mp3', 'mp3', 'mp3 file', 'file']],
    ['no word of one letter by itself', 'a cat', ['a cat', 'cat']],
    ['signs of Chinese in twos', '请致电', ['请 致', '致 电']],
    ['nothing of nothing', '', []],
  ])('are %s', (_what, text, terms) => {
    expect([...termsOf(tokens(text))].sort()).toEqual(terms.map(foldText).sort());
  }); // prettier-ignore

  it('are those of the first four thousand words', () => {
    const words = Array.from({ length: 5_000 }, (_, at) => (at === 3_999 ? 'within' : at === 4_000 ? 'beyond' : 'bread'));
    expect(termsOf(words)).toContain('within');
    expect(termsOf(words)).not.toContain('beyond');
  }); // prettier-ignore
});

describe('the wording of a text', () => {
  const model = {
    bias: -0.5,
    spread: 7,
    least: 2,
    terms: { '1.5': 'courier, your card', '-3.0': 'opening hours' },
  };
  const read = readingOf(model);

  it('is the bias and the weights of its known terms, shared out', () => {
    expect(read(['courier', 'your card', 'bread'])).toBeCloseTo(-0.5 + 3 / 3, 9);
    expect(read(['courier', 'opening hours'])).toBeCloseTo(-0.5 - 1.5 / 3, 9);
  });

  it('is 0 where fewer terms are known than it takes', () => {
    expect(read(['courier', 'bread'])).toBe(0);
    expect(read([])).toBe(0);
  });

  it('has each term once, with its weight', () => {
    expect([...weightsOf(model.terms)]).toEqual([['courier', 1.5], ['your card', 1.5], ['opening hours', -3]]);
  }); // prettier-ignore
});

describe('a list of terms', () => {
  const list = new TermList(
    listTerms({ '1.5': 'courier, co, your card, 请 致', '-3.0': 'opening hours, cour' }),
  );

  it.each([
    ['courier', 1.5],
    ['co', 1.5],
    ['cour', -3],
    ['your card', 1.5],
    ['opening hours', -3],
    ['请 致', 1.5],
    ['c', 0],
    ['', 0],
    ['ourier', 0],
    ['couriers', 0],
    ['our card', 0],
    ['card', 0],
    ['bread', 0],
    ['co;urier', 0],
    ['co=1.5;cour', 0],
  ])('%s: %s, and asked again', (term, weight) => {
    expect([list.weightOf(term), list.weightOf(term)]).toEqual([weight, weight]);
  });

  it('forgets what was asked before it would be too much, and gives the same', () => {
    const forgets = vi.spyOn(Map.prototype, 'clear');
    for (let at = 0; at < 20_000; at += 1) list.weightOf(`word ${at}`);
    expect([list.weightOf('courier'), list.weightOf('word 1')]).toEqual([1.5, 0]);
    expect(forgets).toHaveBeenCalledOnce();
    forgets.mockRestore();
  });
});

describe('the wording that ships', () => {
  const weights = weightsOf(data.terms);

  it('gives each term the weight of its file, and nothing else', () => {
    const { listed } = wordingData();
    const list = new TermList(listed);
    for (const [term, weight] of weights) expect(list.weightOf(term), term).toBe(weight);
    expect(listed.split('=')).toHaveLength(weights.size + 1);
  });

  it('is read as from the file, in a short text and a long one', () => {
    const words = [...weights.keys()].filter((term) => !term.includes(' ')).slice(0, 1_500);
    const { terms, ...odds } = data;
    for (const some of [words.slice(0, 40), words])
      expect(readWording(some)).toBeCloseTo(readingOf({ ...odds, terms })(termsOf(some)), 9);
  });

  it('tells a scam’s letter from a shop’s', () => {
    const letter = 'Your online banking was opened from an unknown device. Our security specialist stays on the line with you and prepares the refund on your computer. Please do not speak to your branch meanwhile, the agent has the case and will guide you through each step on your screen. Keep your banking app open while he works, read him the code that comes to your phone, and do not switch off the computer. Your line is reserved for thirty minutes, the technician is waiting for your call, and hanging up opens a new case.';
    const shop = 'Our service desk is open on weekdays. Please report a fault here, or visit us in the shop. You find our privacy statement and our opening hours below. We never ask anyone for a password, and you can cancel your contract at any time. Read our terms and privacy statement, find a shop near you, or send us a message with the form. We answer within two working days, and returns are free for thirty days. Gift cards, delivery and collection are explained on the page of each shop. Sign in to see your orders, change your address or your password, and choose which newsletters you want. Cookies help us to improve this site; you may refuse them in the settings. The store finder shows parking and services of each branch. Frequently asked questions are answered in the help centre, and if you do not find yours there, our customer service is happy to help on working days. The museum café, the library and the play area are on the first floor, the bus stops at the door, and guided tours for schools begin at ten. Tickets can be bought online or at the desk, children under six come in free, and dogs on a lead are welcome in the garden. Our newsletter tells of new exhibitions, concerts and courses for beginners.';
    expect(readWording(tokens(letter))).toBeGreaterThan(0.3);
    expect(readWording(tokens(shop))).toBeLessThan(-0.3);
  }); // prettier-ignore

  it('has thousands of terms, each listed once, folded, without a figure, and with a weight', () => {
    const listed = Object.values(data.terms).flatMap((terms) => terms.split(', '));
    expect(listed.length).toBeGreaterThan(5_000);
    expect(weights.size).toBe(listed.length);
    expect(listed.filter((term) => term !== term.toLowerCase() || term.includes('l'))).toEqual([]);
    expect(listed.filter((term) => term.split(' ').some((word) => /^\d/.test(word)))).toEqual([]);
    expect([...weights.values()].filter((weight) => !weight)).toEqual([]);
  });
});

describe('a page that sounds like a scam', () => {
  const phones = [{ nearCall: false, prominence: 0.5 }];
  const sounds = (wording: number, given = {}) =>
    wordFeatures(joined({ rest: { wording }, ...given })).wording;

  it('counts for it as far as it has a number to call', () => {
    expect(sounds(0.4, { phones })).toBeCloseTo(0.5 * 0.8, 9);
    expect(sounds(0.8, { phones })).toBeCloseTo(0.8, 9);
    expect(sounds(0.8, { phones: [{ nearCall: false, prominence: 1 }] })).toBe(1);
    expect(sounds(0.8, { phones: [{ nearCall: false, prominence: 0.3 }] })).toBeCloseTo(0.72, 9);
  });

  it('does not for a number in passing, as in the foot of a site, though it is one to call', () => {
    expect(sounds(0.8, { phones: [{ nearCall: false, prominence: 0.2 }] })).toBe(0);
    expect(sounds(0.8, { phones: [{ prominence: 0.2 }], concepts: { call: 0.9 } })).toBe(0);
    expect(sounds(1.8, { phones: [{ prominence: 0.2 }], concepts: { call: 0.9 } }), 'as without one').toBe(1);
    expect(sounds(0.8, { phones: [{ prominence: 0.2 }, ...phones] }), 'the other one').toBeCloseTo(0.8, 9);
  });

  it('takes more without a number, as in a chat', () => {
    const chat = (wording: number) => sounds(wording, { concepts: { call: 0.5 } });
    expect(chat(1)).toBe(0);
    expect(chat(1.4)).toBeCloseTo(0.5, 9);
    expect(chat(1.8)).toBe(1);
    expect(chat(3)).toBe(1);
    expect(sounds(2, { concepts: { 'remote-access': 0.6 } })).toBe(1);
    expect(sounds(2), 'a text that wants nothing').toBe(0);
  });

  it('counts nothing for it where it sounds like an honest one', () => {
    expect(sounds(-0.4, { phones })).toBe(0);
    expect(sounds(0, { phones })).toBe(0);
  });

  it.each([
    [1, 0],
    [0, 0],
    [-0.5, 0.25],
    [-2, 1],
    [-9, 1],
  ])('at log-odds of %d: honest wording %d', (wording, value) => {
    expect(honestFeatures(joined({ rest: { wording } }))['plain-wording']).toBeCloseTo(value, 9);
  });
});

it('the reason that names nothing is told behind those that name something', () => {
  const says = (concept: string) => ({ concept, language: 'en', count: 1, prominence: 1 });
  const phones = [{ shown: '1-888-555-0134', digits: '18885550134', count: 1, prominence: 1, fromAddress: false, nearCall: true }];
  const words = { concepts: [says('hacked'), says('call')], brands: [], phones, codes: [], length: 200, threatShare: 0, wording: 2 };
  const frame = { ...factsOfUnreadFrame({ top: true, address: 'https://page.example/', title: '', acts: {}, actTexts: [], area: 1 }, loadRules()), words };
  const route = emptyRoute();
  const told = judge({ frames: [frame], route }).reasons.filter(({ weight }) => weight > 0);
  expect(told.at(-1)?.id).toBe('sounds-like');
  expect(told.at(-1)?.weight).toBe(Math.max(...told.map(({ weight }) => weight)));
  expect(told.length).toBeGreaterThan(2);
}); // prettier-ignore
