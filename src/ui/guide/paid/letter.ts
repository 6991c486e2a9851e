import type { TextKey } from '../../shared/text-keys';
import type { Happening, Means, Secret } from '../plan/answers';

/** What only the person can know. */
export type TypedFact = 'account' | 'date' | 'amount' | 'to' | 'program' | 'name';

/** What the person typed and what Sangfroid knows. Empty: not known. */
export interface PaymentFacts {
  /** By which the bank finds the person: the last figures of an account or a card. */
  account: string;
  date: string;
  amount: string;
  to: string;
  means: readonly Means[];
  happened: readonly Happening[];
  /** What was given away, as far as it was told. */
  secrets: readonly Secret[];
  /** Who was on the computer made the payment: the law treats it otherwise than one the person made. */
  notMe: boolean;
  program: string;
  /** The page: where, when, and what it showed. */
  host: string;
  seen: string;
  number: string;
  code: string;
}

/** A sentence to say or write, and the facts it needs. */
export interface Line {
  key: TextKey;
  needs: readonly (keyof PaymentFacts)[];
}

/** What to say to the bank on the phone, in order. */
export function bankWords({ happened, secrets, notMe }: PaymentFacts): Line[] {
  const paid = happened.includes('paid');
  const lines: (Line | false)[] = [
    { key: 'paid.words.1', needs: [] },
    paid && { key: notMe ? 'paid.words.2-not-me' : 'paid.words.2', needs: ['date', 'amount'] },
    paid && { key: 'paid.words.3', needs: [] },
    happened.includes('remote') && { key: 'paid.words.remote', needs: [] },
    ...secrets.map((one): Line => ({ key: `paid.words.${one}`, needs: [] })),
    { key: 'paid.words.4', needs: [] },
    paid && { key: 'paid.words.5', needs: [] },
    { key: 'paid.words.6', needs: [] },
    { key: 'paid.words.7', needs: [] },
  ];
  return lines.filter((line) => line !== false);
}

/** The letter's paragraphs, in order. What is not known about the page is left out; blanks stay for the payment. */
export function letterLines(facts: PaymentFacts): Line[] {
  const seen = facts.host !== '' && facts.seen !== '';
  const remote = facts.happened.includes('remote') || facts.program !== '';
  const lines: (Line | false)[] = [
    { key: 'paid.letter.subject', needs: [] },
    { key: 'paid.letter.hello', needs: [] },
    { key: 'paid.letter.account', needs: ['account'] },
    { key: facts.notMe ? 'paid.letter.fact-not-me' : 'paid.letter.fact', needs: ['date', 'amount', 'to'] },
    { key: 'paid.letter.how', needs: [] },
    remote && { key: 'paid.letter.remote', needs: [] },
    facts.program !== '' && { key: 'paid.letter.program', needs: ['program'] },
    seen && { key: 'paid.letter.seen', needs: ['seen', 'host'] },
    facts.number !== '' && { key: 'paid.letter.number', needs: ['number'] },
    facts.code !== '' && { key: 'paid.letter.code', needs: ['code'] },
    { key: facts.notMe ? 'paid.letter.dispute-not-me' : 'paid.letter.dispute', needs: [] },
    { key: 'paid.letter.block', needs: [] },
    { key: 'paid.letter.recall', needs: [] },
    { key: 'paid.letter.complaint', needs: [] },
    { key: 'paid.letter.answer', needs: [] },
    { key: 'paid.letter.bye', needs: [] },
  ];
  return lines.filter((line) => line !== false);
}
