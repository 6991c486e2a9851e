import { coreFeatures, movesMoney } from './core-features';
import { BRAND_PREFIX, type JoinedFacts } from '../frames/joined-facts';
import { ramp } from './ramp';
import {
  CLAIMS,
  DANGER_NOW,
  FORBIDS,
  most,
  strengthOf,
  THREATS,
  voices,
  type ConceptName,
  type Voices,
} from './voices';
import { wantedCommand } from './wanted-command';

/** What the page claims, threatens, forbids and wants, from its words alone. All values 0..1. */

/** 0..1: the page asks for something a scammer wants: a call to a number, a command, a payment, a cleaning. */
export const wants = (facts: JoinedFacts): number => demand(facts, voices(facts));

/** 0..1: the demand that fits one of the known kinds of fake alert. */
function demand(facts: JoinedFacts, { callNumber }: Voices): number {
  const at = (name: ConceptName) => strengthOf(facts.concepts, name);
  return Math.max(
    callNumber,
    at('run-command'),
    Math.min(at('pay'), at('illegal')),
    Math.min(at('clean-now'), at('infected')),
  );
}

/** What a claim, a prohibition, and a call without a number count beside a threat of 1; chosen by hand, as all here. */
const CLAIM = 0.6;
const FORBID = 0.5;
const CALL_ALONE = 0.4;
/** Between which sums of them words are no fake alert and wholly one; the same of a dialog. */
const SCAM_WORDS = [0.4, 2.2] as const;
const SCAM_DIALOG = [0.6, 2] as const;

/**
 * 0..1: how much the words alone sound like a fake alert: a claim, a threat, a prohibition and a demand together.
 * Looks and acts count only as far as this goes, so a game in full screen is never near a verdict.
 */
export function scamWords(facts: JoinedFacts): number {
  const voice = voices(facts);
  const claim = Math.max(voice.claim, voice.brand);
  const wanted = demand(facts, voice);
  const weak = Math.max(wanted, CALL_ALONE * strengthOf(facts.concepts, 'call'));
  return ramp(CLAIM * claim + voice.threat + FORBID * voice.forbid + weak, ...SCAM_WORDS);
}

/** Taken off a dialog that speaks as the account's own provider, or that itself warns of scams. */
const OWN_BOX = 0.7;
/** In a dialog: a threat of no danger now, and a call without a number. */
const LESSER_THREAT = 0.4;
const CALL_IN_BOX = 0.7;

function dialogFeature({ actTextConcepts, actTextPhone }: JoinedFacts): number {
  if (!actTextConcepts.size) return 0;
  const brands = [...actTextConcepts].flatMap(([name, strength]) =>
    name.startsWith(BRAND_PREFIX) ? strength : [],
  );
  const claim = Math.max(...brands, most(actTextConcepts, CLAIMS));
  const call = strengthOf(actTextConcepts, 'call') * (actTextPhone ? 1 : CALL_IN_BOX);
  const sum =
    CLAIM * claim +
    most(actTextConcepts, DANGER_NOW) +
    LESSER_THREAT * most(actTextConcepts, THREATS) +
    call +
    FORBID * most(actTextConcepts, FORBIDS) -
    OWN_BOX * most(actTextConcepts, ['own-business', 'scam-named', 'refutes']);
  return ramp(sum, ...SCAM_DIALOG);
}

/** From this log-odds of the wording on a page sounds wholly like a scam's letter. */
const WHOLLY = 0.8;
/** Where no number stands beside it, as in a chat, it takes more: from here on, and wholly from there on. */
const BY_ITSELF = [1, 1.8] as const;
/** A text about a break-in, which wants nothing, may be worded like a scam: a chat wants to be written to, or to come in. */
const WANTS_CONTACT: readonly ConceptName[] = ['call', 'remote-access'];

/**
 * Up to this prominence a number stands in passing: small and far down, as in the footer of nearly every company's site, or
 * in a log that a handbook prints. Of 160 scams of the sets 5 show theirs no better, of 269 honest pages 104.
 */
const IN_PASSING = 0.2;
/** How much a number in small print counts beside such wording, more than beside a demand; one that the eye meets fully has 1. */
const SMALL_BESIDE_WORDING = 0.6;
/** Strength from which on a page wants to be written to, or to come in. */
const WANTED = 0.5;

/** 0..1: the page sounds like a scam's letter, and shows a number, whether words beside it ask to call or not. */
function soundsLike({ wording, phones, concepts }: JoinedFacts, { callNumber }: Voices): number {
  const seen = phones.filter(({ prominence }) => prominence > IN_PASSING);
  const shown = Math.max(
    0,
    ...seen.map(({ prominence }) => SMALL_BESIDE_WORDING + (1 - SMALL_BESIDE_WORDING) * prominence),
  );
  const beside = shown > 0 ? ramp(wording, 0, WHOLLY) * Math.max(callNumber, shown) : 0;
  const alone = ramp(wording, ...BY_ITSELF) * ramp(most(concepts, WANTS_CONTACT), 0, WANTED);
  return Math.max(beside, alone);
}

/** Concepts that are features by themselves. */
const SINGLE: readonly ConceptName[] = [
  ...CLAIMS,
  ...THREATS,
  ...FORBIDS,
  'urgency',
  'pay',
  'remote-access',
  'stay-ready',
  'at-computer',
  'only-phone',
  'toll-free',
  'error-code',
];

/** Least that a number counts which the address carried in, whatever the page says. */
const CARRIED_IN = 0.5;

/** Features of words: single concepts weigh little, their combinations much. */
export function wordFeatures(facts: JoinedFacts): Record<string, number> {
  const { concepts, phones } = facts;
  const voice = voices(facts);
  const single = Object.fromEntries(SINGLE.map((name) => [name, strengthOf(concepts, name)]));
  const called = phones.filter((phone) => phone.nearCall);
  const threats = THREATS.reduce((sum, name) => sum + strengthOf(concepts, name), 0);
  return {
    ...single,
    'run-command': wantedCommand(facts),
    'moves-money': movesMoney(concepts),
    ...coreFeatures(facts, voice),
    brand: Math.min(voice.brand, Math.max(voice.threat, voice.callNumber)),
    'call-number': voice.callNumber,
    'many-threats': ramp(threats, 1, 4),
    'phone-prominent': Math.min(voice.threat, Math.max(0, ...called.map((phone) => phone.prominence))),
    'phone-repeated': Math.min(voice.threat, ramp(Math.max(0, ...called.map((phone) => phone.count)), 1, 5)),
    'phone-from-address': called.some((phone) => phone.fromAddress) ? Math.max(CARRIED_IN, voice.threat) : 0,
    'dialog-says': dialogFeature(facts),
    wording: soundsLike(facts, voice),
    density: voice.threat * ramp(facts.threatShare, 0.2, 0.8),
  };
}
