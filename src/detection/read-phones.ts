import type { PhoneFact } from './facts';
import { findPhones, type PhoneMatch } from './find-phones';
import { foldText, sentenceTokens, tokensOf } from './normalise';
import { addressNumbers } from './read-address';
import type { Rules } from './rules';
import { splitNumbers } from './split-numbers';
import { joinLetters, type Piece, type Stream } from './text-stream';

/** Words between a number and the demand to call it, and between a number and the label of who answers. */
const NEAR_CALL = 20;
const NEAR_LABEL = 8;

/** Where (token index) the text asks to call, and where it names who answers; pieces whose numbers are to be called anyway. */
export interface CallPlaces {
  demands: number[];
  labels: number[];
  alarmed: Set<number>;
}

/** Chinese and Japanese signs are a token each, and some two of them a word. */
const SIGN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

function isNear(places: readonly number[], at: number, words: number, { tokens }: Stream): boolean {
  return places.some((place) => Math.abs(place - at) <= words * (SIGN.test(tokens[place] ?? '') ? 2 : 1));
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
  const note = ({ shown, digits, certain }: PhoneMatch, at: number, index: number): void => {
    const nearCall =
      calls.alarmed.has(index) ||
      isNear(calls.demands, at, NEAR_CALL, stream) ||
      isNear(calls.labels, at, NEAR_LABEL, stream);
    if (!certain && !nearCall) return;
    const key = lastDigits(digits);
    const fromAddress = carried.some((number) => number === key || key.endsWith(number));
    const prominence = pieces[index]?.prominence ?? 0;
    const fact = { shown, digits, count: 1, prominence, fromAddress, nearCall };
    byNumber.set(key, notePhone(byNumber.get(key), fact, index));
  };
  pieces.forEach((piece, index) => {
    let read = 0;
    let at = stream.first[index] ?? 0;
    for (const match of findPhones(piece.text).sort((a, b) => a.start - b.start)) {
      at += joinLetters(sentenceTokens(foldText(piece.text.slice(read, match.start)))).length;
      read = match.start;
      note(match, at, index);
    }
  });
  // Figures in boxes beside each other are mostly a table: only where there is no number to call yet.
  if (![...byNumber.values()].some(({ fact }) => fact.nearCall))
    for (const { text, to } of splitNumbers(pieces.map((piece) => piece.text))) {
      const match = findPhones(text).find(({ certain }) => certain);
      if (match) note({ ...match, certain: false }, stream.first[to] ?? 0, to);
    }
  const rank = ({ fact }: FoundPhone): number => Number(fact.nearCall);
  return [...byNumber.values()].sort((a, b) => rank(b) - rank(a)).slice(0, 20);
}

/** True where what an address hands over has a number next to words that ask to call it. */
export function addressAsksToCall(handedOver: string, rules: Rules): boolean {
  if (!addressNumbers(handedOver).length) return false;
  const hits = rules.index.find(tokensOf(foldText(handedOver)));
  return hits.some((hit) => rules.labels[hit.label]?.concept === 'call');
}
