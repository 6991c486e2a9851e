import type { PhoneFact, WordFacts } from '../facts';
import { findPhones } from './find-phones';
import { lastDigits } from './number-formats';
import type { PhoneMatch } from './numbers-in-run';
import { addressNumbers } from './read-address';
import type { Rules } from '../phrases/rules';
import { splitNumbers } from './split-numbers';
import { wordsIn, type Piece, type Stream } from '../text/text-stream';

/** Words between a number and the demand to call it, and between a number and the label of who answers. */
const NEAR_CALL = 20;
const NEAR_LABEL = 8;
/** Numbers that are told of a page at most, those to be called first. */
const MAX_PHONES = 20;

/** Where (token index) the text asks to call, and where it names who answers; pieces whose numbers are to be called anyway. */
export interface CallPlaces {
  demands: number[];
  labels: number[];
  alarmed: Set<number>;
}

/** Chinese and Japanese signs are a token each, and some two of them a word. */
const SIGN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Of places in the order of the text, how many stand before this word. A page can have thousands of them. */
function countBefore(places: readonly number[], word: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? Infinity) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those around one word or several that may be near: `words` away, or twice as far where they are signs. */
const around = (places: readonly number[], from: number, to: number, words: number): readonly number[] =>
  places.slice(countBefore(places, from - 2 * words), countBefore(places, to + 2 * words + 1));

const isNear = (places: readonly number[], at: number, words: number, { tokens }: Stream): boolean =>
  around(places, at, at, words).some(
    (place) => Math.abs(place - at) <= words * (SIGN.test(tokens[place] ?? '') ? 2 : 1),
  );

/** Whether a number that begins in a piece can be near a place that asks to call or says who answers. */
function mayBeCalled(index: number, { demands, labels, alarmed }: CallPlaces, stream: Stream): boolean {
  const from = stream.first[index] ?? 0;
  const to = stream.first[index + 1] ?? stream.tokens.length;
  return (
    alarmed.has(index) || [demands, labels].some((places) => around(places, from, to, NEAR_CALL).length > 0)
  );
}

/** A number with the pieces it stands in; how prominent these are is asked later (read-words.ts). */
export interface FoundPhone {
  fact: Omit<PhoneFact, 'prominence'>;
  pieces: Set<number>;
}

/** Adds one sighting of a number to those known. */
function notePhone(known: FoundPhone | undefined, fact: FoundPhone['fact'], piece: number): FoundPhone {
  if (!known) return { fact, pieces: new Set([piece]) };
  known.fact.count += 1;
  known.fact.nearCall ||= fact.nearCall;
  known.pieces.add(piece);
  return known;
}

function toBeTold(found: FoundPhone[]): FoundPhone[] {
  const rank = ({ fact }: FoundPhone): number => Number(fact.nearCall);
  return found.sort((a, b) => rank(b) - rank(a)).slice(0, MAX_PHONES);
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
  const called = new Set<string>();
  const note = ({ shown, digits, certain }: PhoneMatch, at: number, index: number): void => {
    const nearCall =
      calls.alarmed.has(index) ||
      isNear(calls.demands, at, NEAR_CALL, stream) ||
      isNear(calls.labels, at, NEAR_LABEL, stream);
    if (!certain && !nearCall) return;
    const key = lastDigits(digits);
    const fromAddress = carried.some((number) => number === key || key.endsWith(number));
    const fact = { shown, digits, count: 1, fromAddress, nearCall };
    byNumber.set(key, notePhone(byNumber.get(key), fact, index));
    if (nearCall) called.add(key);
  };
  for (const [index, piece] of pieces.entries()) {
    // No other one would be told, or none of these.
    if (called.size >= MAX_PHONES) break;
    if (byNumber.size >= MAX_PHONES && !mayBeCalled(index, calls, stream)) continue;
    let read = 0;
    let at = stream.first[index] ?? 0;
    for (const match of findPhones(piece.text).sort((a, b) => a.start - b.start)) {
      at += wordsIn(piece.text.slice(read, match.start)).length;
      read = match.start;
      note(match, at, index);
    }
  }
  // Figures in boxes beside each other are mostly a table: only where there is no number to call yet.
  if (called.size === 0)
    for (const { text, to } of splitNumbers(pieces.map((piece) => piece.text))) {
      const match = mayBeCalled(to, calls, stream) && findPhones(text).find(({ certain }) => certain);
      if (match) note({ ...match, certain: false }, stream.first[to] ?? 0, to);
    }
  return toBeTold([...byNumber.values()]);
}

/** Whether what an address hands over has a number next to words that ask to call it, and what else that is known. */
export function addressDemand(
  handedOver: string,
  rules: Rules,
): Pick<WordFacts, 'addressCall' | 'addressSays'> {
  if (!addressNumbers(handedOver).length) return { addressCall: false };
  const hits = rules.index.find(handedOver.split('\n').flatMap(wordsIn));
  const said = new Set(hits.flatMap(({ label }) => rules.labels[label]?.concept ?? []));
  const addressCall = said.delete('call');
  return { addressCall, addressSays: [...said] };
}
