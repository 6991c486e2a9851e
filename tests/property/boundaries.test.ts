import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asContentMessage, asUiRequest } from '../../src/messages/validate';
import { CONTENT_MESSAGES, UI_REQUESTS } from './messages';
import { anyValue, LIMIT_MS, mutated, RUNS } from './odd-values';

/** Longest text that any field of a page's message may have (an address, the gate's text, an excerpt). */
const LONGEST = 4_000;
/** Of a request of our own pages: a link as browsers still open it. */
const LONGEST_LINK = 32_768;

/** Every key path of a value with the kind of what stands there; list items count as one. */
function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => shapeOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, each]) => shapeOf(each, `${path}.${key}`));
}

const ACT_TALLY = /^\.facts\.acts\.[a-z-]+\.(?:count|unasked|firstAt|lastAt): (?:number|boolean)$/;

/** The one number of a message that may lie below 0, and how far (log-odds). */
const BELOW_ZERO: Record<string, number> = { wording: -100 };

function leafIsSound(leaf: unknown, longest: number, name = ''): boolean {
  if (typeof leaf === 'object' && leaf !== null)
    return Object.entries(leaf).every(([key, each]) => leafIsSound(each, longest, key));
  if (typeof leaf === 'string') return leaf.length <= longest;
  return typeof leaf !== 'number' || (Number.isFinite(leaf) && leaf >= (BELOW_ZERO[name] ?? 0));
}

/** What comes through has the fields of a valid message and no others, no endless text, no odd number. */
function isSound(message: object, allowed: ReadonlySet<string>, longest: number): boolean {
  const known = (place: string) =>
    allowed.has(place) || ACT_TALLY.test(place) || place.endsWith(': undefined');
  return shapeOf(message).every(known) && leafIsSound(message, longest);
}

const shapesOf = (messages: readonly object[]): Set<string> =>
  new Set(messages.flatMap((one) => shapeOf(one)));

const BOUNDARIES: [string, (raw: unknown) => object | null, readonly object[], number][] = [
  ['what a content script may say', asContentMessage, CONTENT_MESSAGES, LONGEST],
  ['what a page of ours may ask', asUiRequest, UI_REQUESTS, LONGEST_LINK],
];

describe.each(BOUNDARIES)('%s', (_name, check, valid, longest) => {
  it('every kind of valid message comes through as it is', () => {
    for (const message of valid) expect(check(message)).toEqual(message);
  });

  it(
    'random values are refused, never thrown at',
    () => {
      fc.assert(
        fc.property(anyValue, (raw) => {
          expect(check(raw)).toBeNull();
        }),
        { numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );

  it(
    'mutated messages of every kind come out sound or not at all',
    () => {
      const allowed = shapesOf(valid);
      let through = 0;
      fc.assert(
        fc.property(mutated(valid), (raw) => {
          const message = check(raw);
          if (message === null) return;
          through += 1;
          expect(isSound(message, allowed, longest)).toBe(true);
        }),
        { numRuns: RUNS },
      );
      expect(through, 'some of them are harmless and come through').toBeGreaterThan(RUNS / 100);
    },
    LIMIT_MS,
  );

  it('what only the browser may tell is dropped: tab, frame, sender, address', () => {
    for (const message of valid) {
      const told = { frameId: 1, sender: {}, tab: {}, url: 'http://other.example/', ...message };
      expect(check(told)).toEqual(message);
    }
  });
});

describe.each([
  ['a link that is opened carefully', { type: 'guard-answer', answer: 'carefully', tabId: 3 }],
  ['an address that was held back and is opened again', { type: 'held-back-open', agreed: true }],
])('%s', (_what, request) => {
  const asked = (length: number) =>
    asUiRequest({ ...request, address: `https://one.example/?${'a'.repeat(length)}`.slice(0, length) });

  it('may be as long as real ones are, not endless', () => {
    expect(asked(LONGEST_LINK)).not.toBeNull();
    expect(asked(LONGEST_LINK + 1)).toBeNull();
  });
});
