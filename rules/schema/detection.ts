import * as v from 'valibot';

/** Schemas of the data the judgement runs on. Used by tests and tools (each build begins with them), never shipped. */

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/));
/** A choice of nothing but signs ("%") is empty, too: folding leaves letters, their marks and figures. */
const hasNoEmptyChoice = (part: string): boolean =>
  /^~~?$/.test(part) || part.split('|').every((choice) => /[\p{L}\p{N}]/u.test(choice));

/** The phrase language of rules/README.md: words, `|`, `*`, `_`, `?`, `~`. */
const phrase = v.pipe(
  v.string(),
  v.minLength(1),
  v.regex(/^[^~?*|\s][^\n\t]*$/, 'a phrase begins with a word'),
  v.regex(/^\S+(?: \S+)*$/, 'one space between the parts'),
  // Read only in the browser, where it would end the detector.
  v.check(
    (text) => text.split(' ').every(hasNoEmptyChoice),
    'a choice is empty: a bar stands between two words, and a choice has a letter or a figure',
  ),
  v.check(
    (text) => text.split(' ').every((part) => /^[^*?]*(?:\*\|[^*?]*)*\*?\??$/.test(part)),
    'a star stands at the end of a choice, a question mark at the end of a part',
  ),
  v.check((text) => !/^[^ ]*\?(?: |$)/.test(text), 'a phrase begins with a word that may not be missing'),
);

/** rules/concepts.json: the family of each concept. */
export const conceptsSchema = v.record(
  id,
  v.picklist(['claim', 'threat', 'forbid', 'want', 'present', 'honest']),
);

/** So many letters or words between two parts of a phrase. */
const gap = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20));

/** rules/packs/<language>.json. */
export const packSchema = v.strictObject({
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}(?:-[A-Z][a-z]{3})?$/)),
  gaps: v.tuple([gap, gap]),
  concepts: v.record(id, v.pipe(v.array(phrase), v.minLength(1))),
});

const domain = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/));

/** rules/brands.json. */
export const brandsSchema = v.strictObject({
  brands: v.record(
    id,
    v.strictObject({
      label: v.optional(v.string()),
      names: v.pipe(v.array(phrase), v.minLength(1)),
      domains: v.pipe(v.array(domain), v.minLength(1)),
      notHosts: v.optional(v.array(domain)),
    }),
  ),
});

/** rules/phones.json. */
export const phonesSchema = v.strictObject({
  countries: v.record(
    v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
    v.strictObject({
      code: v.pipe(v.string(), v.regex(/^\d{1,3}$/)),
      formats: v.array(v.pipe(v.string(), v.regex(/^(?:[\dxZ]|\[[\d-]+\])+$/))),
    }),
  ),
  international: v.array(v.pipe(v.string(), v.regex(/^\d{2,4}$/))),
  /** Country codes whose numbers are known by a plus or an international beginning alone. */
  otherCodes: v.array(v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/))),
  digitLetters: v.record(v.pipe(v.string(), v.length(1)), v.pipe(v.string(), v.regex(/^\d$/))),
  digitWords: v.record(v.string(), v.pipe(v.array(v.string()), v.length(10))),
  hundredWords: v.array(v.string()),
  /** "double", "triple": that the next digit stands so often. */
  repeatWords: v.pipe(v.array(v.string()), v.length(2)),
  /** "times": that the digit before it says how often the next one stands. */
  timesWords: v.array(v.string()),
  /** Pairs of digits as French has them: 10 to 16, the tens from 20 to 90, and what stands between 20 and 1. */
  frenchPairs: v.strictObject({
    teens: v.pipe(v.array(v.string()), v.length(7)),
    tens: v.pipe(v.array(v.string()), v.length(8)),
    and: v.string(),
  }),
});

const bias = v.pipe(v.number(), v.maxValue(0));
const weights = v.record(id, v.pipe(v.number(), v.minValue(-10), v.maxValue(10)));

/** rules/weights.json. */
export const weightsSchema = v.strictObject({
  bias,
  warn: v.strictObject({ careful: v.number(), balanced: v.number(), strict: v.number() }),
  officialWarn: v.pipe(v.number(), v.minValue(0)),
  dialogWarn: v.pipe(v.number(), v.minValue(0)),
  actScamWords: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  lesson: v.pipe(v.number(), v.maxValue(0)),
  honestAct: v.pipe(v.number(), v.maxValue(0)),
  honestWording: v.pipe(v.number(), v.maxValue(0)),
  givenLocks: v.pipe(v.number(), v.minValue(0)),
  actMargin: v.pipe(v.number(), v.minValue(0)),
  weights,
});

/** rules/weights-prior.json: what the weights were before there was data. */
export const priorSchema = v.strictObject({ bias, weights });

/** rules/wording.json: by weight, terms of one folded word or of two, with ", " between them. */
export const wordingSchema = v.strictObject({
  /** Blind sets that it was not learned from. */
  without: v.array(id),
  bias: v.pipe(v.number(), v.minValue(-5), v.maxValue(5)),
  spread: v.pipe(v.number(), v.minValue(1)),
  least: v.pipe(v.number(), v.minValue(1)),
  terms: v.record(
    v.pipe(v.string(), v.regex(/^-?\d\.\d$/)),
    v.pipe(
      v.string(),
      v.regex(
        /^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)?(?:, [\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)?)*$/u,
      ),
    ),
  ),
});

/** rules/reasons.json: the features each reason speaks for. */
export const reasonsSchema = v.record(id, v.pipe(v.array(id), v.minLength(1)));

/** rules/gate.json: stems, each a small safe pattern. */
export const gateSchema = v.strictObject({
  threat: v.array(v.pipe(v.string(), v.minLength(2))),
  company: v.array(v.pipe(v.string(), v.minLength(2))),
  command: v.array(v.pipe(v.string(), v.minLength(2))),
  /** Keys pressed together, with the plus between them. */
  keys: v.array(v.pipe(v.string(), v.includes('\\+'))),
});

/** rules/look-alikes.json. */
export const lookAlikesSchema = v.strictObject({
  letters: v.record(v.string(), v.pipe(v.string(), v.regex(/^[a-z]+$/))),
  mixed: v.record(v.string(), v.pipe(v.string(), v.regex(/^[a-z]$/))),
  digits: v.record(v.string(), v.pipe(v.string(), v.regex(/^[a-z]$/))),
  /** Everyday words that are no disguise of another word with l for i, or i for l; without accents. */
  apart: v.array(v.pipe(v.string(), v.regex(/^(?=.*[il])[a-z]+$/))),
});

/**
 * rules/shared-hosts.json: domains under which anyone may publish at a name of their own, and those where strangers'
 * pages stand side by side.
 */
const domains = v.pipe(v.array(domain), v.minLength(1));
export const sharedHostsSchema = v.strictObject({ suffixes: domains, platforms: domains });
