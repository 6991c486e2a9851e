import type { PhoneFact } from './facts';
import { findPhones } from './find-phones';
import { foldText, sentenceTokens, tokensOf } from './normalise';
import { addressNumbers } from './read-address';
import type { Rules } from './rules';
import { joinLetters, type Piece, type Stream } from './text-stream';

/** Words between a number and the demand to call it, and between a number and the label of who answers. */
const NEAR_CALL = 20;
const NEAR_LABEL = 8;

/** Where (token index) the text asks to call, and where it names who answers. */
export interface CallPlaces {
  demands: number[];
  labels: number[];
}

function isNear(places: readonly number[], at: number, words: number): boolean {
  return places.some((place) => Math.abs(place - at) <= words);
}

/** A number with the pieces it stands in. */
export interface FoundPhone {
  fact: PhoneFact;
  pieces: Set<number>;
}

function lastDigits(digits: string): string {
  return digits.replace(/\D/g, '').slice(-9);
}

/** Adds one sighting of a number to those known. */
function notePhone(known: FoundPhone | undefined, fact: PhoneFact, piece: number): FoundPhone {
  if (!known) return { fact, pieces: new Set([piece]) };
  known.fact.count += 1;
  known.fact.prominence = Math.max(known.fact.prominence, fact.prominence);
  known.fact.nearCall ||= fact.nearCall;
  known.pieces.add(piece);
  return known;
}

/** Numbers of all pieces, the same number counted once with its places. */
export function collectPhones(
  pieces: readonly Piece[],
  stream: Stream,
  calls: CallPlaces,
  addressText: string,
): FoundPhone[] {
  const carried = addressNumbers(addressText).map(lastDigits);
  const byNumber = new Map<string, FoundPhone>();
  pieces.forEach((piece, index) => {
    let read = 0;
    let at = stream.first[index] ?? 0;
    const matches = findPhones(piece.text).sort((a, b) => a.start - b.start);
    for (const { shown, digits, start, certain } of matches) {
      at += joinLetters(sentenceTokens(foldText(piece.text.slice(read, start)))).length;
      read = start;
      const nearCall = isNear(calls.demands, at, NEAR_CALL) || isNear(calls.labels, at, NEAR_LABEL);
      if (!certain && !nearCall) continue;
      const key = lastDigits(digits);
      const fromAddress = carried.some((number) => number === key || key.endsWith(number));
      const fact = { shown, digits, count: 1, prominence: piece.prominence, fromAddress, nearCall };
      byNumber.set(key, notePhone(byNumber.get(key), fact, index));
    }
  });
  return [...byNumber.values()].slice(0, 20);
}

/** True where what an address hands over has a number next to words that ask to call it. */
export function addressAsksToCall(handedOver: string, rules: Rules): boolean {
  if (!addressNumbers(handedOver).length) return false;
  const hits = rules.index.find(tokensOf(foldText(handedOver)));
  return hits.some((hit) => rules.labels[hit.label]?.concept === 'call');
}
