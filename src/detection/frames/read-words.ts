import type { ConceptHit, WordFacts } from '../facts';
import { findCodes } from '../numbers/find-codes';
import type { Hit } from '../phrases/phrase-index';
import { readAddress, readHandedOver } from '../numbers/read-address';
import { addressDemand, collectPhones, type CallPlaces, type FoundPhone } from '../numbers/read-phones';
import type { Label, Rules } from '../phrases/rules';
import {
  collectPieces,
  isReadWhole,
  streamOf,
  type Piece,
  type Stream,
  type TextSources,
} from '../text/text-stream';

/** The facts, and what content needs to measure the looks of the words. */
export interface WordReading {
  words: WordFacts;
  /** Indices of segments with a threat, a prohibition or a demand. */
  tellingSegments: number[];
  /** Indices of segments with a telephone number. */
  phoneSegments: number[];
  /** 0..1: the share of the telling segments that are quoted. */
  quotedShare: number;
  /** All words that were read, as `streamOf` gives them. */
  tokens: readonly string[];
  /** Where they were found; null where other segments might be read if their prominence were another. */
  found: Found | null;
}

/** What was found in pieces of text, whatever the prominence of these. */
interface Found {
  pieces: readonly Piece[];
  tallies: ReadonlyMap<number, Tally>;
  phones: readonly FoundPhone[];
}

/** Places counted of a concept at most. */
const MAX_COUNT = 9;
/** Words on each side of a telling hit that count as part of it. */
const AROUND = 6;
/** Concepts that name who answers a number: "Windows support: …", "cancellations and refunds: …". */
const LABELS = new Set(['official-support', 'cancel-charge', 'toll-free']);

/** "Fraud department" names who answers; its "fraud" does not speak about a fraud. */
function withoutNames(hits: Hit[], rules: Rules): Hit[] {
  const names = hits.filter((hit) => LABELS.has(rules.labels[hit.label]?.concept ?? ''));
  return hits.filter((hit) => {
    if (rules.labels[hit.label]?.concept !== 'scam-named') return true;
    return !names.some((name) => name.start <= hit.start && hit.end <= name.end);
  });
}

/** Where a label was found. */
interface Tally {
  places: Set<number>;
  /** Indices of the pieces. */
  pieces: Set<number>;
}

function tally(map: Map<number, Tally>, hit: Hit, piece: number): void {
  const entry = map.get(hit.label) ?? { places: new Set<number>(), pieces: new Set<number>() };
  if (entry.places.size < MAX_COUNT) entry.places.add(hit.start);
  entry.pieces.add(piece);
  map.set(hit.label, entry);
}

/** The highest prominence of these pieces, by what their segments have by now; title and texts of acts have 1. */
function prominenceIn(
  { pieces, segments }: { pieces: readonly Piece[]; segments: TextSources['segments'] },
  indices: ReadonlySet<number>,
): number {
  let highest = 0;
  for (const index of indices)
    highest = Math.max(highest, segments[pieces[index]?.source ?? -1]?.prominence ?? 1);
  return highest;
}

/** A threat, a prohibition or a demand. */
function isTelling(label: Label | undefined): boolean {
  return label?.family === 'threat' || label?.family === 'forbid' || label?.family === 'want';
}

/** What a dialog says beside a number that it wants called, whatever its word for calling is. */
const isDialogAlarm = (label: Label | undefined): boolean =>
  label?.family === 'threat' || label?.family === 'forbid';

/** 0..1: share of the words that stand within AROUND words of a threat, a prohibition or a demand. */
function tellingShare(stream: Stream, hits: readonly Hit[], rules: Rules): number {
  if (!stream.tokens.length) return 0;
  const covered = new Uint8Array(stream.tokens.length);
  for (const hit of hits)
    if (isTelling(rules.labels[hit.label]))
      covered.fill(1, Math.max(0, hit.start - AROUND), hit.end + AROUND);
  return covered.reduce((sum, bit) => sum + bit, 0) / covered.length;
}

/** Reads every source of words of a frame. Pure and bounded: at most MAX_TEXT characters are looked at. */
export function readWords(sources: TextSources, rules: Rules): WordReading {
  const pieces = collectPieces(sources);
  const stream = streamOf(pieces);
  const hits = withoutNames(rules.index.find(stream.tokens), rules);
  const tallies = new Map<number, Tally>();
  const tellingPieces = new Set<number>();
  const calls: CallPlaces = { demands: [], labels: [], alarmed: new Set() };
  for (const hit of hits) {
    const owner = stream.owner[hit.start] ?? 0;
    const label = rules.labels[hit.label];
    tally(tallies, hit, owner);
    if (isTelling(label)) tellingPieces.add(owner);
    if (isDialogAlarm(label) && pieces[owner]?.isActText) calls.alarmed.add(owner);
    if (label?.concept === 'call') calls.demands.push(hit.start);
    else if (label && LABELS.has(label.concept)) calls.labels.push(hit.start);
  }
  const addressText = readAddress(sources.address);
  const phones = collectPhones(pieces, stream, calls, addressText);
  const found: Found = { pieces, tallies, phones };
  const phonePieces = new Set(phones.flatMap((phone) => [...phone.pieces]));
  const telling = [...tellingPieces].map((index) => pieces[index]).filter((piece) => piece !== undefined);
  const sourcesOf = (set: Set<number>) =>
    [...set].map((index) => pieces[index]?.source ?? -1).filter((n) => n >= 0);
  return {
    words: {
      ...weighed(found, sources, rules),
      codes: findCodes(pieces.map((piece) => piece.text).join('\n')),
      length: pieces.reduce((sum, piece) => sum + piece.text.length, 0),
      threatShare: tellingShare(stream, hits, rules),
      ...addressDemand(readHandedOver(sources.address), rules),
    },
    tellingSegments: sourcesOf(tellingPieces),
    phoneSegments: sourcesOf(phonePieces),
    tokens: stream.tokens,
    quotedShare: telling.length ? telling.filter((piece) => piece.quoted).length / telling.length : 0,
    found: isReadWhole(sources) ? found : null,
  };
}

/**
 * The same once more, after segments were given another prominence. Nothing is looked for a second time, unless the text
 * is so long that other parts of it may be read now.
 */
export function readAgain(before: WordReading, sources: TextSources, rules: Rules): WordReading {
  if (before.found === null) return readWords(sources, rules);
  return { ...before, words: { ...before.words, ...weighed(before.found, sources, rules) } };
}

/** What was found, with the prominence of the segments that it stands in. */
function weighed(
  { pieces, tallies, phones }: Found,
  { segments }: TextSources,
  rules: Rules,
): Pick<WordFacts, 'concepts' | 'brands' | 'phones'> {
  const concepts: ConceptHit[] = [];
  const brands: WordFacts['brands'] = [];
  for (const [index, tallied] of tallies) {
    const label = rules.labels[index];
    if (!label) continue;
    const count = tallied.places.size;
    const prominence = prominenceIn({ pieces, segments }, tallied.pieces);
    if (label.brand) brands.push({ id: label.concept, count, prominence });
    else concepts.push({ concept: label.concept, language: label.language, count, prominence });
  }
  const placed = phones.map(({ fact, pieces: own }) => {
    return { ...fact, prominence: prominenceIn({ pieces, segments }, own) };
  });
  return { concepts, brands, phones: placed };
}
