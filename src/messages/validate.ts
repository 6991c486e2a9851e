import * as v from 'valibot';
import {
  ACT_NAMES,
  CONCEPT_HITS,
  ACT_TEXT_LENGTH,
  ACT_TEXTS,
  EXCERPT_LENGTH,
  type ActTally,
  type FrameFacts,
  type LookFacts,
  type PhoneFact,
  type StructureFacts,
  type WordFacts,
} from '../detection/facts';
import { GATE_TEXT_LENGTH, REFERRER_LENGTH, type ContentEnvelope } from './content-messages';
import type { UiRequest } from './ui-messages';

/**
 * The two boundaries of the background: what a content script says, and what a page of ours asks.
 * Parsing strips unknown keys and refuses wrong types, endless texts and numbers that are none.
 */
const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));
const list = <T extends v.GenericSchema>(item: T, limit: number) => v.pipe(v.array(item), v.maxLength(limit));

/**
 * Wider than what our content scripts send (src/detection and collect-facts.ts have their limits): only what somebody
 * else has made up is refused. In characters, or entries of a list.
 */
const LIMITS = {
  /** Of a document or a case. */
  uuid: 64,
  id: 40,
  language: 40,
  packLanguage: 12,
  brands: 60,
  addressSays: 200,
  phones: 40,
  shown: 60,
  digits: 30,
  codes: 40,
  code: 60,
  address: 4_000,
  title: 1_000,
} as const;

const tally = v.object({ count, unasked: count, firstAt: count, lastAt: count });
const acts = v.object(Object.fromEntries(ACT_NAMES.map((name) => [name, v.optional(tally)])));

const words = v.object({
  concepts: list(
    v.object({ concept: text(LIMITS.id), language: text(LIMITS.packLanguage), count, prominence: share }),
    CONCEPT_HITS,
  ),
  brands: list(v.object({ id: text(LIMITS.id), count, prominence: share }), LIMITS.brands),
  phones: list(
    v.object({
      shown: text(LIMITS.shown),
      digits: text(LIMITS.digits),
      count,
      prominence: share,
      fromAddress: v.boolean(),
      nearCall: v.boolean(),
    }),
    LIMITS.phones,
  ),
  codes: list(text(LIMITS.code), LIMITS.codes),
  length: count,
  threatShare: share,
  addressCall: v.optional(v.boolean()),
  addressSays: v.optional(list(text(LIMITS.id), LIMITS.addressSays)),
  wording: v.optional(v.pipe(v.number(), v.finite(), v.minValue(-100), v.maxValue(100))),
});

const looks = v.object({
  viewportWidth: count,
  viewportHeight: count,
  layerCover: share,
  layerDepth: count,
  fullscreen: v.boolean(),
  cursorHidden: v.boolean(),
  systemWindow: v.boolean(),
  fakeScan: v.boolean(),
  flashing: v.boolean(),
  threatFontPx: count,
  scrollLocked: v.boolean(),
  pictureCover: share,
  onlyPicture: v.boolean(),
  selectBlocked: v.boolean(),
  mediaPlaying: v.boolean(),
});

const structure = v.object({
  article: share,
  proseLength: count,
  siteLinks: count,
  outLinks: count,
  navigation: v.boolean(),
  footer: v.boolean(),
  signIn: v.boolean(),
  shop: v.boolean(),
  quotedShare: share,
});

const facts = v.object({
  top: v.boolean(),
  address: text(LIMITS.address),
  title: text(LIMITS.title),
  language: text(LIMITS.language),
  acts,
  actTexts: list(text(ACT_TEXT_LENGTH), ACT_TEXTS),
  words,
  looks,
  structure,
  area: share,
  excerpt: text(EXCERPT_LENGTH),
});

/** A field added to a type and forgotten here would be dropped on its way to the worker: the compiler says so. */
type SameFields<A, B> = [keyof A] extends [keyof B] ? ([keyof B] extends [keyof A] ? true : never) : never;
true satisfies SameFields<v.InferOutput<typeof words>, WordFacts>;
true satisfies SameFields<v.InferOutput<typeof words>['phones'][number], PhoneFact>;
true satisfies SameFields<v.InferOutput<typeof looks>, LookFacts>;
true satisfies SameFields<v.InferOutput<typeof structure>, StructureFacts>;
true satisfies SameFields<v.InferOutput<typeof facts>, FrameFacts>;
true satisfies SameFields<v.InferOutput<typeof tally>, ActTally>;

const doc = text(LIMITS.uuid);
const contentEnvelope = v.variant('type', [
  v.object({
    type: v.literal('act'),
    doc,
    act: v.picklist(ACT_NAMES),
    detail: text(ACT_TEXT_LENGTH),
    at: count,
    unasked: v.boolean(),
    count,
    title: text(LIMITS.title),
  }),
  v.object({
    type: v.literal('gate'),
    doc,
    title: text(LIMITS.title),
    referrer: text(REFERRER_LENGTH),
    text: text(GATE_TEXT_LENGTH),
  }),
  v.object({ type: v.literal('facts'), doc, facts }),
  v.object({ type: v.literal('beat'), doc, visible: v.boolean() }),
]);

/** An address that the person opens: real ones go on for thousands of signs, as of newsletters and sign-ins. */
const LINK_LENGTH = 32_768;
/** Names have 253 characters at most; not every browser refuses a longer one. */
const HOST_LENGTH = 1_000;

const caseRequest = <T extends string>(type: T) =>
  v.object({ type: v.literal(type), caseId: text(LIMITS.uuid) });
const tabRequest = <T extends string>(type: T) => v.object({ type: v.literal(type), tabId: count });
const uiRequest = v.variant('type', [
  caseRequest('case-get'),
  caseRequest('case-close'),
  caseRequest('case-mistake'),
  caseRequest('case-reopen'),
  caseRequest('case-clean-up'),
  v.object({ type: v.literal('case-delete-downloads'), caseId: text(LIMITS.uuid), ids: list(count, 1_000) }),
  v.object({ type: v.literal('guide-case') }),
  v.object({ type: v.literal('journal-deleted'), entry: v.nullable(count) }),
  v.object({ type: v.literal('held-back-open'), address: text(LINK_LENGTH), agreed: v.boolean() }),
  tabRequest('tab-status'),
  tabRequest('tab-answers'),
  tabRequest('tab-close'),
  v.object({ type: v.literal('tab-trust'), tabId: count, host: text(HOST_LENGTH) }),
  tabRequest('tab-missed'),
  tabRequest('tab-mistake'),
  v.variant('scope', [
    v.object({ type: v.literal('pause'), scope: v.literal('site'), tabId: count, host: text(HOST_LENGTH) }),
    v.object({ type: v.literal('pause'), scope: v.picklist(['hour', 'restart']), tabId: count }),
  ]),
  v.object({ type: v.literal('pause-end') }),
  v.object({
    type: v.literal('guard-answer'),
    address: text(LINK_LENGTH),
    answer: v.picklist(['go-on', 'carefully', 'stop']),
    tabId: count,
  }),
]);

/** The message if it is one that a content script may send, else null. Never throws. */
export function asContentMessage(raw: unknown): ContentEnvelope | null {
  const parsed = v.safeParse(contentEnvelope, raw);
  // The schema's Acts is a plain record of the same names; its keys are checked above.
  return parsed.success ? (parsed.output as ContentEnvelope) : null;
}

/** The request if it is one that a page of ours may make, else null. Never throws. */
export function asUiRequest(raw: unknown): UiRequest | null {
  const parsed = v.safeParse(uiRequest, raw);
  return parsed.success ? parsed.output : null;
}
