import type { JoinedFacts } from '../frames/joined-facts';
import { ramp } from './ramp';
import {
  most,
  twiceTheLoudestOtherVoice,
  strengthOf,
  type ConceptName,
  type Strengths,
  type Voices,
} from './voices';
import { wantedCommand } from './wanted-command';

/** What scams say together and others do not: combinations of concepts, 0..1 each. */

/**
 * Between which values what stands around an alarm is none and is a site of its own: links to it, links to others, and
 * characters of prose. Chosen by hand, as all numbers here; what each combination weighs is learned (rules/weights.json).
 */
const BARE_SITE_LINKS = [1, 6] as const;
const OUT_LINKS = [0, 3] as const;
const PROSE = [200, 800] as const;

/** A demand to call counts so much where no number stands beside it. */
const WITHOUT_NUMBER = 0.7;
/** What a lesser sign counts in the place of the one that is meant: a call for a cancelling, danger for a lock. */
const LESSER = { call: 0.4, danger: 0.6, fault: 0.5 };

/** "We never ask you to move your money", "they talk people into moving it": those who warn of it say it too. */
export function movesMoney(concepts: Strengths): number {
  const warned = most(concepts, ['refutes', 'reported-speech', 'scam-named']);
  return Math.max(0, strengthOf(concepts, 'moves-money') - warned);
}

/** 0..1: nothing of a site, an article, a manual or an exam stands around what the page says. */
function bareness({ structure, seen, onlyActTexts, concepts }: JoinedFacts): number {
  if (!seen || onlyActTexts || structure.navigation) return 0;
  const { siteLinks, outLinks, proseLength } = structure;
  const around = Math.max(
    ramp(siteLinks, ...BARE_SITE_LINKS),
    ramp(outLinks, ...OUT_LINKS),
    ramp(proseLength, ...PROSE),
  );
  return Math.max(0, 1 - around - twiceTheLoudestOtherVoice(concepts));
}

/** What is heard of somebody who works on the computer from afar, or waits until one sits at it. */
const BY_REMOTE: readonly ConceptName[] = ['takes-over', 'at-computer', 'remote-access'];

/**
 * 0..1: the page frightens or speaks of money, wants a program for remote control and a call, and nobody told of it: not
 * the bank, not the family. Who has a site, menus and long letters asks for that as little as anyone, so it takes the
 * weight off such traits (sum.ts). A hospital's help desk has secrets, too, but moves no money; those who report or name
 * the scam quote all of it.
 */
function isolates({ concepts }: JoinedFacts, threat: number, reached: number): number {
  const at = (name: ConceptName) => strengthOf(concepts, name);
  const stake = Math.max(threat, at('moves-money'), at('pay'));
  const wanted = Math.min(at('no-help'), most(concepts, BY_REMOTE), reached, stake);
  return Math.max(0, wanted - most(concepts, ['reported-speech', 'scam-named']));
}

/** Somebody works on the computer, or money moves, while one telephones. @param reached 0..1: one is to call */
function takeovers({ concepts }: JoinedFacts, voice: Voices, reached: number): Record<string, number> {
  const at = (name: ConceptName) => strengthOf(concepts, name);
  const { claim, threat, forbid } = voice;
  return {
    // Who frightens people and would then work on their computer, or have them move their money, while they telephone.
    'core-takeover': Math.min(
      // A help desk works from afar as well, but says what it will never ask for.
      Math.max(0, Math.max(at('takes-over'), at('at-computer')) - at('refutes')),
      Math.max(threat, at('cancel-charge'), at('only-phone')),
      reached,
    ),
    'core-moves-money': Math.min(movesMoney(concepts), Math.max(threat, claim, forbid), reached),
    // Somebody on the telephone looks at the screen while money moves; a help desk does not, and a bank says so.
    'core-money-by-remote': Math.min(movesMoney(concepts), most(concepts, BY_REMOTE), reached),
    // Dressed as a printer's site: the driver "failed", and strangers who are not its maker finish it by remote control.
    'core-setup': Math.min(
      at('setup-failed'),
      Math.max(at('takes-over'), at('remote-access'), at('not-the-maker')),
      reached,
    ),
  };
}

/** Combinations of concepts that weigh much where each of them weighs little. A lesser sign in another's place counts a part. */
export function coreFeatures(facts: JoinedFacts, voice: Voices): Record<string, number> {
  const at = (name: ConceptName) => strengthOf(facts.concepts, name);
  const { claim, brand, threat, danger, forbid, callNumber } = voice;
  const named = Math.max(claim, brand);
  const reached = Math.max(callNumber, WITHOUT_NUMBER * at('call'));
  const stays = Math.max(at('no-restart'), at('no-close'));
  return {
    'core-threat-call': Math.min(danger, callNumber),
    'core-claim-threat-call': Math.min(named, danger, callNumber),
    'core-claim-call': Math.min(claim, brand, callNumber),
    'core-forbid': Math.min(threat, forbid),
    'core-bare-alarm': Math.min(danger, stays, callNumber, bareness(facts)),
    'core-isolated': isolates(facts, threat, reached),
    'core-invoice': Math.min(
      at('charged'),
      Math.max(at('cancel-charge'), LESSER.call * at('call')),
      callNumber,
    ),
    'core-command': Math.min(
      wantedCommand(facts),
      Math.max(
        at('verify-human'),
        LESSER.danger * danger,
        LESSER.fault * most(facts.concepts, ['error-code', 'scan-found']),
      ),
    ),
    'core-fine': Math.min(Math.max(at('authority'), LESSER.danger * at('locked')), at('illegal'), at('pay')),
    'core-clean': Math.min(at('infected'), at('clean-now'), Math.max(brand, at('urgency'))),
    'core-account': Math.min(at('suspended'), callNumber, named),
    'core-scan-call': Math.min(Math.max(at('scan-found'), at('expired')), callNumber, named),
    ...takeovers(facts, voice, reached),
  };
}
