import { beforeEach, describe, expect, it } from 'vitest';
import { News } from '../../../../src/content/detector/news';
import type { FrameFacts } from '../../../../src/detection/facts';
import { CONTENT_MESSAGES } from '../../../property/messages';

const [example] = CONTENT_MESSAGES.flatMap((one) => (one.type === 'facts' ? one.facts : []));
type Change = (facts: FrameFacts) => void;
const facts = (...changes: Change[]): FrameFacts => {
  const made = structuredClone(example ?? expect.unreachable());
  made.acts = {};
  Object.assign(made.words, { concepts: [], brands: [], phones: [], codes: [], threatShare: 0 });
  for (const change of changes) change(made);
  return made;
};
/** A page that is as long as this: a new fact each time, which shows nothing new. */
const long =
  (length: number): Change =>
  (made) =>
    void (made.words.length = length);
const MINUTE = 60_000;

let news: News;
beforeEach(() => void (news = new News()));

describe('which facts are told', () => {
  it('new ones, not the same again', () => {
    expect(news.waitFor(facts(), 0)).toBe(0);
    expect(news.waitFor(facts(), 1)).toBeNull();
    expect(news.waitFor(facts(long(7)), 2)).toBe(0);
    expect(news.waitFor(facts(long(7)), 3)).toBeNull();
  });

  it('are not those of a title or an excerpt alone', () => {
    news.waitFor(facts(), 0);
    expect(
      news.waitFor(
        facts((made) => void (made.title = 'Two')),
        1,
      ),
    ).toBeNull();
    expect(
      news.waitFor(
        facts((made) => void (made.excerpt = 'Two')),
        1,
      ),
    ).toBeNull();
  });
});

describe('a page that changes for ever', () => {
  beforeEach(() => {
    for (let told = 0; told < 60; told += 1) expect(news.waitFor(facts(long(told)), told)).toBe(0);
  });

  it('is told once a minute in the end', () => {
    expect(news.waitFor(facts(long(100)), 60)).toBe(MINUTE - 1);
    expect(news.waitFor(facts(long(101)), 59 + MINUTE)).toBe(0);
    expect(news.waitFor(facts(long(102)), 60 + MINUTE)).toBe(MINUTE - 1);
  });

  const hit = { count: 1, prominence: 1 };
  it.each<[string, Change]>([
    ['an act', (made) => void (made.acts.alert = { count: 1, unasked: 1, firstAt: 1, lastAt: 1 })],
    ['a look', (made) => void (made.looks.fullscreen = true)],
    ['a mark', (made) => void (made.structure.signIn = true)],
    ['a word', (made) => void made.words.concepts.push({ concept: 'infected', language: 'en', ...hit })],
    ['a company', (made) => void made.words.brands.push({ id: 'microsoft', ...hit })],
    ['a number', (made) => void made.words.phones.push({ shown: '555-0134', digits: '5550134', ...hit, fromAddress: false, nearCall: true })],
    ['a code', (made) => void made.words.codes.push('ER-77')],
    ['a threat', (made) => void (made.words.threatShare = 0.25)],
  ])('is told at once where it shows for the first time %s', (_what, change) => {
    expect(news.waitFor(facts(long(100), change), 60)).toBe(0);
    expect(news.waitFor(facts(long(101), change), 61), 'once').toBeGreaterThan(0);
    expect(news.waitFor(facts(long(102)), 62), 'nor where it is gone').toBeGreaterThan(0);
    expect(news.waitFor(facts(long(103), change), 63), 'and back').toBeGreaterThan(0);
  }); // prettier-ignore

  it('is told at once to a worker that knows nothing of it', () => {
    news.forget();
    expect(news.waitFor(facts(long(59)), 60)).toBe(0);
    expect(news.waitFor(facts(long(59)), 61)).toBeNull();
  });
});
