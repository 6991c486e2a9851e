import { describe, expect, it } from 'vitest';
import { emptyRoute } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';

const rules = loadRules();

function oddsOf(text: string): number {
  const page = {
    top: true,
    address: 'https://shop.example/',
    title: '',
    acts: {},
    actTexts: [],
    text,
    area: 1,
  };
  const route = emptyRoute();
  return judge({ frames: [factsOfUnreadFrame(page, rules)], route }, rules).logOdds;
}

describe('words that are a threat, a hurry or a firm in another language', () => {
  it.each([
    ['Gym membership. All fields are mandatory. Call us: 01632 960123.', 'mandatory', 'required'],
    ['Payment by direct debit, cancel any time. Call us: 01632 960123.', 'direct debit', 'bank transfer'],
    ['Signez un mandat de vente. Appelez-nous : 01 99 00 12 34.', 'mandat', 'contrat'],
    ['Una clase que vale la pena. Llame al 555-0134.', 'vale la pena', 'gusta mucho'],
  ])('count for nothing in: %s', (text, word, plain) => {
    expect(text).toContain(word);
    expect(oddsOf(text)).toBeCloseTo(oddsOf(text.replace(word, plain)), 1);
  });

  it.each([
    [
      "There's a problem: your computer is blocked. Call Microsoft support now: 1-888-555-0134",
      "There's a",
      'There is one',
    ],
    ['Un hacker tenta di accedere. Chiami il supporto Microsoft: 01 99 00 12 34', 'tenta', 'cerca'],
    [
      'Votre ordinateur est bloqué, assistance offerte. Appelez Microsoft : 01 99 00 12 34',
      'offerte',
      'gratuite',
    ],
  ])('speak for no page in: %s', (text, word, plain) => {
    expect(text).toContain(word);
    expect(oddsOf(text)).toBeGreaterThan(oddsOf(text.replace(word, plain)) - 0.6);
  });
});
