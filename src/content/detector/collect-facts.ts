import {
  ADDRESS_LENGTH,
  EXCERPT_LENGTH,
  TITLE_LENGTH,
  TITLE_READ,
  type FrameFacts,
  type LookFacts,
} from '../../detection/facts';
import { PROSE_PAGE } from '../../detection/text/prose';
import { readAgain, readWords, type WordReading } from '../../detection/frames/read-words';
import { loadRules } from '../../detection/phrases/rules';
import { readWording } from '../../detection/text/wording';
import type { TextSegment } from '../../detection/text/text-stream';
import type { DocumentState } from '../document-state';
import { findFirst, fullscreenElement, pageBody, pageTitle } from '../safe-document';
import { timeLimit } from '../time-limit';
import { readLayers, type LayerFacts } from './layers';
import { isCounter, type MovingParts } from './moving-parts';
import { isOnlyPicture } from './only-picture';
import { attributeTexts, generatedTexts } from './other-texts';
import { textsInLayers, visibleTexts, Visibility } from './page-text';
import { measurePlace, type Measured } from './prominence';
import { attributeOf } from './safe-element';
import { findEverywhere, firstOf, standsIn } from './shadow-roots';
import { shownShare } from './shown-share';
import { readStructure } from './structure';
import { imitatesWindow } from './system-window';
import { toBlocks, type TextBlock } from './text-blocks';
import { reorderedTexts, unreversed } from './visual-order';

/**
 * Reading stops at the next text once a look has taken so long (ms). Sizes are limited as well; time is for pages on
 * which each step is slow. What the browser does in one step (style, layout) cannot be cut short.
 */
const LOOK_MS = 500;
/** Prominence of a text that was not measured: in a layer over the page, plain, in an attribute. */
const LIFTED = 0.5;
const PLAIN = 0.4;
const ASIDE = 0.3;
/** Telling texts measured at most from the beginning of the page, and as many from its end: layers stand last. */
const MEASURED = 30;
/** Around so many of them it is looked whether a box imitates a window of the system. */
const IN_WINDOWS = 12;
/** Sounds and films asked whether they play. */
const MEDIA_LIMIT = 200;
/** Longest name of a language that is told (characters). */
const LANGUAGE_LENGTH = 20;

interface Read {
  blocks: TextBlock[];
  /** Blocks from this index on are not text on the screen but in attributes. */
  asideFrom: number;
  reading: WordReading;
  largestPx: number;
}

/** Indices of the blocks with a threat, a prohibition, a demand or a number, each once. */
const tellingOf = ({ tellingSegments, phoneSegments }: WordReading): number[] => [
  ...new Set([...tellingSegments, ...phoneSegments]),
];

/** Reads the words; those that tell something are measured, and count by their real prominence. */
function readAll(blocks: TextBlock[], asideFrom: number, state: DocumentState, layers: LayerFacts): Read {
  const rules = loadRules();
  const segments = blocks.map(({ text, quoted, element }, index): TextSegment => {
    const shown = standsIn(layers.layers, element) ? LIFTED : PLAIN;
    return { text, quoted, prominence: index < asideFrom ? shown : ASIDE };
  });
  const sources = {
    segments,
    title: pageTitle().slice(0, TITLE_READ),
    actTexts: state.actTexts,
    address: location.href,
  };
  const first = readWords(sources, rules);
  const all = tellingOf(first);
  const telling = all.filter((_, at) => at < MEASURED || at >= all.length - MEASURED);
  if (telling.length === 0) return { blocks, asideFrom, reading: first, largestPx: 0 };
  const places = new Map<Element, Measured>();
  let largestPx = 0;
  for (const index of telling) {
    const segment = segments[index];
    const element = blocks[index]?.element;
    if (!segment || !element) continue;
    const place = places.get(element) ?? measurePlace(element, layers.layers);
    places.set(element, place);
    segment.prominence = index < asideFrom ? place.prominence : Math.min(ASIDE, place.prominence);
    if (index < asideFrom && place.prominence > PLAIN) largestPx = Math.max(largestPx, place.fontPx);
  }
  return { blocks, asideFrom, reading: readAgain(first, sources, rules), largestPx };
}

/** What a page has made unreadable keeps nothing else from being told: it counts as `none`. */
function ifReadable<T>(read: () => T, none: T): T {
  try {
    return read();
  } catch {
    return none;
  }
}

function tellingElements({ reading, blocks }: Read): Element[] {
  return tellingOf(reading).flatMap((index) => blocks[index]?.element ?? []);
}

/** Audible media that play, loop or start by themselves. */
function mediaPlays(): boolean {
  return firstOf(findEverywhere('audio,video'), MEDIA_LIMIT).some((media) => {
    if (!(media instanceof HTMLMediaElement) || media.muted) return false;
    return !media.paused || media.autoplay || (media.loop && media.localName === 'audio');
  });
}

function readLooks(read: Read, layers: LayerFacts, moving: MovingParts): LookFacts {
  const body = pageBody();
  const bodyStyle = body ? getComputedStyle(body) : null;
  const root = findFirst(':root');
  const overflow = [bodyStyle?.overflowY, root ? getComputedStyle(root).overflowY : ''];
  const counters = read.blocks.slice(0, read.asideFrom).map(({ text }) => text.trim()).filter(isCounter); // prettier-ignore
  return {
    viewportWidth: innerWidth,
    viewportHeight: innerHeight,
    layerCover: layers.layerCover,
    layerDepth: layers.layerDepth,
    fullscreen: fullscreenElement() !== null,
    cursorHidden: layers.cursorHidden || bodyStyle?.cursor === 'none',
    systemWindow: ifReadable(() => imitatesWindow(tellingElements(read).slice(0, IN_WINDOWS)), false),
    fakeScan: moving.look(counters),
    flashing: layers.flashing,
    threatFontPx: read.largestPx,
    scrollLocked:
      layers.layers.length > 0 && overflow.some((value) => value === 'hidden' || value === 'clip'),
    pictureCover: layers.pictureCover,
    onlyPicture: isOnlyPicture(layers),
    selectBlocked: bodyStyle?.userSelect === 'none' || (body?.hasAttribute('onselectstart') ?? false),
    mediaPlaying: mediaPlays(),
  };
}

function language(): string {
  const root = findFirst(':root');
  return root ? (attributeOf(root, 'lang') ?? '').slice(0, LANGUAGE_LENGTH) : '';
}

/** What the page says, telling texts first, for the journal. */
function excerptOf({ blocks, asideFrom, reading }: Read): string {
  const telling = new Set(tellingOf(reading));
  const shown = blocks.slice(0, asideFrom).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const ordered = [...shown.filter((_, index) => telling.has(index)), ...shown.filter((_, index) => !telling.has(index))]; // prettier-ignore
  return ordered.join('\n').slice(0, EXCERPT_LENGTH);
}

/**
 * Everything this frame tells, as of now. Reads the page and its layout, changes nothing in it.
 * @param moving remembers moving parts between the looks of one document
 */
export function collectFacts(state: DocumentState, moving: MovingParts): FrameFacts {
  const visibility = new Visibility();
  const isOver = timeLimit(LOOK_MS);
  const met = visibleTexts(visibility, isOver);
  const layers = readLayers();
  const texts = unreversed(met.concat(textsInLayers(layers.layers, met, visibility, isOver)));
  const structure = readStructure(texts, visibility);
  const isProse = structure.proseLength >= PROSE_PAGE;
  // What style rules write is seen like any other text; what stands in attributes mostly is not.
  const reordered = ifReadable(() => reorderedTexts(texts), []);
  const placed = [...reordered, ...ifReadable(() => generatedTexts(visibility, isOver), [])];
  const shown = toBlocks(texts, { isProse, layers: layers.layers }).concat(toBlocks(placed));
  const asides = toBlocks(ifReadable(() => attributeTexts(visibility, isOver), []));
  const read = readAll(shown.concat(asides), shown.length, state, layers);
  const wording = readWording(read.reading.tokens);
  return {
    top: window === window.top,
    address: location.href.slice(0, ADDRESS_LENGTH),
    title: pageTitle().slice(0, TITLE_LENGTH),
    language: language(),
    acts: structuredClone(state.acts),
    actTexts: [...state.actTexts],
    words: { ...read.reading.words, ...(wording !== null && { wording }) },
    looks: readLooks(read, layers, moving),
    structure: { ...structure, quotedShare: read.reading.quotedShare },
    area: shownShare(),
    excerpt: excerptOf(read),
  };
}
