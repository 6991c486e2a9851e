import type { ConceptHit, PhoneFact, WordFacts } from './facts';
import { findCodes } from './find-codes';
import { findPhones } from './find-phones';
import { cleanText, foldText, sentenceTokens, tokensOf } from './normalise';
import type { Hit } from './phrase-index';
import { addressNumbers, readAddress } from './read-address';
import type { Label, Rules } from './rules';

/** A piece of text of the page, in reading order. */
export interface TextSegment {
  text: string;
  /** 0..1: how much the eye meets it (size, area, front layer). */
  prominence: number;
  /** Stands in a quote, code, caption or list of advice. */
  quoted?: boolean;
  /** Goes on from the segment before without a break (a word split over nodes). */
  glued?: boolean;
}

/** Every source of words of a frame. Title and dialogs count with prominence 1. */
export interface TextSources {
  segments: readonly TextSegment[];
  title: string;
  dialogs: readonly string[];
  address: string;
}

/** The facts, and what content needs to measure the looks of the words. */
export interface WordReading {
  words: WordFacts;
  /** Indices of segments with a threat, a prohibition or a demand. */
  threatSegments: number[];
  /** Indices of segments with a telephone number. */
  phoneSegments: number[];
  /** 0..1: the share of the threat segments that are quoted. */
  quotedShare: number;
}

/** Characters read at most, prominent ones first; the rest cannot change the verdict of an honest reader. */
const MAX_TEXT = 40_000;
const MAX_SEGMENT = 8_000;
const MAX_COUNT = 9;
/** Words on each side of a hit that count as part of the threat. */
const AROUND = 6;
/** Words between a number and the demand to call it, and between a number and the label of who answers. */
const NEAR_CALL = 20;
const NEAR_LABEL = 8;
/** Concepts that name who answers a number: "Windows support: …", "cancellations and refunds: …". */
const LABELS = new Set(['official-support', 'cancel-charge', 'toll-free']);

/** The text of all sources as one stream of words, each word knowing its segment. */
interface Stream {
  tokens: string[];
  owner: number[];
  /** Index of the first token of each segment. */
  first: number[];
}

interface Piece {
  text: string;
  prominence: number;
  quoted: boolean;
  /** Index in sources.segments, -1 for title and dialogs. */
  source: number;
}

function segmentPieces(segments: readonly TextSegment[]): Piece[] {
  const pieces: Piece[] = [];
  segments.forEach((segment, source) => {
    const last = pieces.at(-1);
    if (segment.glued && last && last.text.length < MAX_SEGMENT) {
      last.text += segment.text;
      last.prominence = Math.max(last.prominence, segment.prominence);
    } else
      pieces.push({
        text: segment.text,
        prominence: segment.prominence,
        quoted: segment.quoted ?? false,
        source,
      });
  });
  return pieces;
}

/** Title, dialogs and segments, at most MAX_TEXT characters: prominent segments are kept first. */
function collectPieces(sources: TextSources): Piece[] {
  const heads = [sources.title, ...sources.dialogs.slice(0, 5)];
  const pieces: Piece[] = heads.map((text) => ({ text, prominence: 1, quoted: false, source: -1 }));
  const body = segmentPieces(sources.segments);
  let room = MAX_TEXT;
  const kept = new Set<Piece>();
  for (const wanted of [true, false])
    for (const piece of body) {
      if (piece.prominence >= 0.5 !== wanted || room <= 0) continue;
      piece.text = piece.text.slice(0, Math.min(MAX_SEGMENT, room));
      room -= piece.text.length;
      kept.add(piece);
    }
  for (const piece of body) if (kept.has(piece)) pieces.push(piece);
  for (const piece of pieces) piece.text = cleanText(piece.text.slice(0, MAX_SEGMENT));
  return pieces;
}

function streamOf(pieces: readonly Piece[]): Stream {
  const stream: Stream = { tokens: [], owner: [], first: [] };
  pieces.forEach((piece, index) => {
    stream.first.push(stream.tokens.length);
    for (const token of joinLetters(sentenceTokens(foldText(piece.text)))) {
      stream.tokens.push(token);
      stream.owner.push(index);
    }
  });
  return stream;
}

/** "W a r n i n g": four or more single letters in a row are one word. */
function joinLetters(tokens: string[]): string[] {
  const joined: string[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length >= 4) joined.push(run.join(''));
    else joined.push(...run);
    run = [];
  };
  for (const token of tokens) {
    if (token.length === 1 && token >= 'a' && token <= 'z') run.push(token);
    else {
      flush();
      joined.push(token);
    }
  }
  flush();
  return joined;
}

/** "Fraud department" names who answers; its "fraud" does not speak about a fraud. */
function withoutNames(hits: Hit[], rules: Rules): Hit[] {
  const names = hits.filter((hit) => LABELS.has(rules.labels[hit.label]?.concept ?? ''));
  return hits.filter((hit) => {
    if (rules.labels[hit.label]?.concept !== 'scam-named') return true;
    return !names.some((name) => name.start <= hit.start && hit.end <= name.end);
  });
}

interface Tally {
  places: Set<number>;
  prominence: number;
}

function tally(map: Map<number, Tally>, hit: Hit, prominence: number): void {
  const entry = map.get(hit.label) ?? { places: new Set<number>(), prominence: 0 };
  if (entry.places.size < MAX_COUNT) entry.places.add(hit.start);
  entry.prominence = Math.max(entry.prominence, prominence);
  map.set(hit.label, entry);
}

function isThreat(label: Label | undefined): boolean {
  return label?.family === 'threat' || label?.family === 'forbid' || label?.family === 'want';
}

/** 0..1: share of the words that stand within AROUND words of a threat, a prohibition or a demand. */
function shareOfThreat(stream: Stream, hits: readonly Hit[], rules: Rules): number {
  if (!stream.tokens.length) return 0;
  const covered = new Uint8Array(stream.tokens.length);
  for (const hit of hits)
    if (isThreat(rules.labels[hit.label])) covered.fill(1, Math.max(0, hit.start - AROUND), hit.end + AROUND);
  return covered.reduce((sum, bit) => sum + bit, 0) / covered.length;
}

/** Where (token index) the text asks to call, and where it names who answers. */
interface CallPlaces {
  demands: number[];
  labels: number[];
}

function isNear(places: readonly number[], at: number, words: number): boolean {
  return places.some((place) => Math.abs(place - at) <= words);
}

interface FoundPhone {
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
function collectPhones(
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
      at += joinLetters(tokensOf(foldText(piece.text.slice(read, start)))).length;
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

/** True where the address itself carries a number next to words that ask to call it. */
function addressAsksToCall(addressText: string, rules: Rules): boolean {
  if (!addressNumbers(addressText).length) return false;
  const hits = rules.index.find(tokensOf(foldText(addressText)));
  return hits.some((hit) => rules.labels[hit.label]?.concept === 'call');
}

/** Reads every source of words of a frame. Pure and bounded: at most MAX_TEXT characters are looked at. */
export function readWords(sources: TextSources, rules: Rules): WordReading {
  const pieces = collectPieces(sources);
  const stream = streamOf(pieces);
  const hits = withoutNames(rules.index.find(stream.tokens), rules);
  const tallies = new Map<number, Tally>();
  const threatPieces = new Set<number>();
  const calls: CallPlaces = { demands: [], labels: [] };
  for (const hit of hits) {
    const owner = stream.owner[hit.start] ?? 0;
    const label = rules.labels[hit.label];
    tally(tallies, hit, pieces[owner]?.prominence ?? 0);
    if (isThreat(label)) threatPieces.add(owner);
    if (label?.concept === 'call') calls.demands.push(hit.start);
    else if (label && LABELS.has(label.concept)) calls.labels.push(hit.start);
  }
  const addressText = readAddress(sources.address);
  const found = collectPhones(pieces, stream, calls, addressText);
  const phonePieces = new Set(found.flatMap((phone) => [...phone.pieces]));
  const threats = [...threatPieces].map((index) => pieces[index]).filter((piece) => piece !== undefined);
  const sourcesOf = (set: Set<number>) =>
    [...set].map((index) => pieces[index]?.source ?? -1).filter((n) => n >= 0);
  return {
    words: {
      ...conceptsAndBrands(tallies, rules),
      phones: found.map((phone) => phone.fact),
      codes: findCodes(pieces.map((piece) => piece.text).join('\n')),
      length: pieces.reduce((sum, piece) => sum + piece.text.length, 0),
      threatShare: shareOfThreat(stream, hits, rules),
      addressCall: addressAsksToCall(addressText, rules),
    },
    threatSegments: sourcesOf(threatPieces),
    phoneSegments: sourcesOf(phonePieces),
    quotedShare: threats.length ? threats.filter((piece) => piece.quoted).length / threats.length : 0,
  };
}

function conceptsAndBrands(
  tallies: ReadonlyMap<number, Tally>,
  rules: Rules,
): Pick<WordFacts, 'concepts' | 'brands'> {
  const concepts: ConceptHit[] = [];
  const brands: WordFacts['brands'] = [];
  for (const [index, { places, prominence }] of tallies) {
    const label = rules.labels[index];
    if (!label) continue;
    const count = places.size;
    if (label.brand) brands.push({ id: label.concept, count, prominence });
    else concepts.push({ concept: label.concept, language: label.language, count, prominence });
  }
  return { concepts, brands };
}
