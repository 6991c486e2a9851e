import { ramp } from './ramp';
import type { JoinedFacts } from './join-frames';

/** What the page claims, threatens, forbids and wants, from its words alone. All values 0..1. */

const THREATS = [
  'infected',
  'locked',
  'stolen',
  'hacked',
  'damage',
  'scan-found',
  'expired',
  'illegal',
  'charged',
  'suspended',
  'setup-failed',
];
const FORBIDS = ['no-restart', 'no-close', 'no-help'];
const CLAIMS = ['system-voice', 'official-support', 'authority'];

type Strengths = ReadonlyMap<string, number>;

function most(map: Strengths, names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => map.get(name) ?? 0));
}

/** Strength of the strongest threat, claim, prohibition, brand and call to a number, and the combinations of them. */
interface Voices {
  claim: number;
  brand: number;
  threat: number;
  alarm: number;
  forbid: number;
  callNumber: number;
}

/** Threats that say the machine or its owner is in danger now; an invoice or an expired licence alone is none. */
const ALARMS = ['infected', 'locked', 'stolen', 'hacked', 'damage'];

function voices({ concepts, brands, phones }: JoinedFacts): Voices {
  const call = concepts.get('call') ?? 0;
  const near = Math.max(
    0,
    ...phones.filter((phone) => phone.nearCall).map((phone) => 0.5 + 0.5 * phone.prominence),
  );
  return {
    claim: most(concepts, CLAIMS),
    brand: Math.max(0, ...brands.values()),
    threat: most(concepts, THREATS),
    alarm: most(concepts, ALARMS),
    forbid: most(concepts, FORBIDS),
    // A number beside "Windows support" is to be called even where no verb says so.
    callNumber: call > 0 ? Math.min(Math.max(call, 0.85), near) : 0.85 * near,
  };
}

/** 0..1: the page asks for something a scammer wants: a call to a number, a command, a payment, a cleaning. */
export const wants = (facts: JoinedFacts): number => demand(facts, voices(facts));

/** 0..1: the demand that fits one of the known kinds of fake alert. */
function demand(facts: JoinedFacts, { callNumber }: Voices): number {
  const at = (name: string) => facts.concepts.get(name) ?? 0;
  return Math.max(
    callNumber,
    at('run-command'),
    Math.min(at('pay'), at('illegal')),
    Math.min(at('clean-now'), at('infected')),
  );
}

/**
 * 0..1: how much the words alone sound like a fake alert: a claim, a threat, a prohibition and a demand together.
 * Looks and acts count only as far as this goes, so a game in full screen is never near a verdict.
 */
export function scamWords(facts: JoinedFacts): number {
  const voice = voices(facts);
  const claim = Math.max(voice.claim, voice.brand);
  const wanted = demand(facts, voice);
  const weak = Math.max(wanted, 0.4 * (facts.concepts.get('call') ?? 0));
  return ramp(0.6 * claim + voice.threat + 0.5 * voice.forbid + weak, 0.4, 2.2);
}

/** How much less a box says that only an account's own keeper would open, or that warns of scams itself. */
const OWN_BOX = 0.7;

function dialogFeature({ dialogConcepts, dialogPhone }: JoinedFacts): number {
  if (!dialogConcepts.size) return 0;
  const brand = [...dialogConcepts.keys()].some((name) => name.startsWith('brand:')) ? 1 : 0;
  const claim = Math.max(brand, most(dialogConcepts, CLAIMS));
  const call = (dialogConcepts.get('call') ?? 0) * (dialogPhone ? 1 : 0.7);
  const sum =
    0.6 * claim +
    most(dialogConcepts, ALARMS) +
    0.4 * most(dialogConcepts, THREATS) +
    call +
    0.5 * most(dialogConcepts, FORBIDS) -
    OWN_BOX * most(dialogConcepts, ['own-business', 'scam-named', 'refutes']);
  return ramp(sum, 0.6, 2);
}

/** "We never ask you to move your money", "they talk people into moving it": those who warn of it say it too. */
function movesMoney(concepts: Strengths): number {
  const warned = most(concepts, ['refutes', 'reported-speech', 'scam-named']);
  return Math.max(0, (concepts.get('moves-money') ?? 0) - warned);
}

function coreFeatures(facts: JoinedFacts, voice: Voices): Record<string, number> {
  const at = (name: string) => facts.concepts.get(name) ?? 0;
  const { claim, brand, threat, alarm, forbid, callNumber } = voice;
  const named = Math.max(claim, brand);
  const reached = Math.max(callNumber, 0.7 * at('call'));
  return {
    'core-threat-call': Math.min(alarm, callNumber),
    'core-claim-threat-call': Math.min(named, alarm, callNumber),
    'core-claim-call': Math.min(claim, brand, callNumber),
    'core-forbid': Math.min(threat, forbid),
    'core-invoice': Math.min(at('charged'), Math.max(at('cancel-charge'), 0.4 * at('call')), callNumber),
    'core-command': Math.min(
      at('run-command'),
      Math.max(at('verify-human'), 0.6 * alarm, 0.5 * at('error-code'), 0.5 * at('scan-found')),
    ),
    'core-fine': Math.min(Math.max(at('authority'), 0.6 * at('locked')), at('illegal'), at('pay')),
    'core-clean': Math.min(at('infected'), at('clean-now'), Math.max(brand, at('urgency'))),
    'core-account': Math.min(at('suspended'), callNumber, named),
    'core-scan-call': Math.min(Math.max(at('scan-found'), at('expired')), callNumber, named),
    // Who frightens people and would then work on their computer, or have them move their money, while they telephone.
    'core-takeover': Math.min(
      // A help desk works from afar as well, but says what it will never ask for.
      Math.max(0, Math.max(at('takes-over'), at('at-computer')) - at('refutes')),
      Math.max(threat, at('cancel-charge'), at('only-phone')),
      reached,
    ),
    'core-moves-money': Math.min(movesMoney(facts.concepts), Math.max(threat, claim, forbid), reached),
    // Dressed as a printer's site: the driver "failed", and strangers who are not its maker finish it by remote control.
    'core-setup': Math.min(
      at('setup-failed'),
      Math.max(at('takes-over'), at('remote-access'), at('not-the-maker')),
      reached,
    ),
  };
}

/** Features of words: single concepts weigh little, their combinations much. */
export function wordFeatures(facts: JoinedFacts): Record<string, number> {
  const { concepts, phones } = facts;
  const voice = voices(facts);
  const single = Object.fromEntries(
    [
      ...CLAIMS,
      ...THREATS,
      ...FORBIDS,
      'urgency',
      'run-command',
      'pay',
      'remote-access',
      'stay-ready',
      'at-computer',
      'only-phone',
      'toll-free',
      'error-code',
    ].map((name) => [name, concepts.get(name) ?? 0]),
  );
  const called = phones.filter((phone) => phone.nearCall);
  const threats = THREATS.reduce((sum, name) => sum + (concepts.get(name) ?? 0), 0);
  return {
    ...single,
    'moves-money': movesMoney(concepts),
    ...coreFeatures(facts, voice),
    brand: Math.min(voice.brand, Math.max(voice.threat, voice.callNumber)),
    'call-number': voice.callNumber,
    'many-threats': ramp(threats, 1, 4),
    'phone-prominent': Math.min(voice.threat, Math.max(0, ...called.map((phone) => phone.prominence))),
    'phone-repeated': Math.min(voice.threat, ramp(Math.max(0, ...called.map((phone) => phone.count)), 1, 5)),
    'phone-from-address': called.some((phone) => phone.fromAddress) ? Math.max(0.5, voice.threat) : 0,
    'dialog-says': dialogFeature(facts),
    density: voice.threat * ramp(facts.threatShare, 0.2, 0.8),
  };
}
