/**
 * The facts a page gives about itself: what it did (acts), what it says (words) and how it looks (looks).
 * Plain data, fit for JSON: content collects them, background keeps them by tab, join-frames.ts joins them, sum.ts weighs them.
 */

/** The acts that the page hook, the isolated script or, of sign-in prompts, the worker can report. */
export const ACT_NAMES = [
  'alert', 'confirm', 'prompt', 'print', 'fullscreen', 'keyboard-lock', 'pointer-lock', 'history', 'reload',
  'sound', 'speech', 'notification', 'vibrate', 'clipboard', 'open-window', 'download', 'external-link',
  'beforeunload', 'block-key', 'block-menu', 'canvas-text', 'auth-prompt',
] as const; // prettier-ignore

/** One kind of act. */
export type ActName = (typeof ACT_NAMES)[number];

/** Boxes in which the page itself says something: where one is open, the page stands still. */
export const BOXES = ['alert', 'confirm', 'prompt'] as const satisfies readonly ActName[];

/** What stops a page until somebody answers: printing does too, but says nothing. */
export const BLOCKING: readonly ActName[] = [...BOXES, 'print'];

/** All that comes in front of the page: a sign-in is asked for by the browser, in the page's name. */
export const ALL_PROMPTS: readonly ActName[] = [...BLOCKING, 'auth-prompt'];

/** Acts whose words the person sees or hears with no box around them. */
export const WITH_WORDS: readonly ActName[] = ['canvas-text', 'speech'];

/** Texts kept of what a frame's acts say, and characters of each: enough to know a scam by, little enough to send. */
export const ACT_TEXTS = 5;
export const ACT_TEXT_LENGTH = 1_000;

/**
 * Acts that hold a person only one right after the other: each click or key of the person begins their count anew
 * (src/content/gate/act-book.ts).
 */
export const IN_A_ROW: readonly ActName[] = [...BLOCKING, 'history'];

/** How often an act happened. Times are ms since the document began (performance.now of that frame). */
export interface ActTally {
  count: number;
  /** Of these, how many came before the person's first trusted click or key in the frame. */
  unasked: number;
  firstAt: number;
  lastAt: number;
}

/** How often a frame did what; an act that is missing was never seen. */
export type Acts = Partial<Record<ActName, ActTally>>;

/** One concept of a language pack seen in the text, e.g. `infected` in `fr`. */
export interface ConceptHit {
  concept: string;
  language: string;
  /** How many distinct places, capped at 9. */
  count: number;
  /** 0..1: how much the eye meets it (size, area, front layer, title or dialog = 1). */
  prominence: number;
}

/** One telephone number on a page. */
export interface PhoneFact {
  /** As shown, trimmed, at most 40 characters. */
  shown: string;
  /** Digits only, with a leading + where it was written. */
  digits: string;
  /** How many times it stands in the visible text. */
  count: number;
  prominence: number;
  /** The number was carried in by the page's own address (plain, percent or base64). */
  fromAddress: boolean;
  /** Next to words that ask to call. */
  nearCall: boolean;
}

/** What the words say, from every text source of a frame (visible text, title, acts, alt, canvas, CSS content). */
export interface WordFacts {
  concepts: ConceptHit[];
  /** Brands named, by their id in rules/brands.json. */
  brands: { id: string; count: number; prominence: number }[];
  phones: PhoneFact[];
  /** Pop-up codes such as an error or case number, as shown. */
  codes: string[];
  /** Characters of visible text looked at. */
  length: number;
  /** 0..1: the share of the words that stand within a few words of a threat, a prohibition or a demand. */
  threatShare: number;
  /** What the frame's address hands over to it has a number next to words that ask to call it. */
  addressCall?: boolean;
  /** What else it says that a rule knows: concepts, and brands by their id. Left out where there is no number, or nobody looked. */
  addressSays?: string[];
  /** How the words sound as a whole (wording.ts): log-odds, above zero like a scam; left out where too little is known. */
  wording?: number;
}

/** How the page presents itself. Shares are 0..1 of the viewport, lengths CSS px. */
export interface LookFacts {
  viewportWidth: number;
  viewportHeight: number;
  /** Share of the viewport covered by fixed or absolute layers above the page. */
  layerCover: number;
  /** How many such layers stand one above the other at the middle of the viewport. */
  layerDepth: number;
  fullscreen: boolean;
  cursorHidden: boolean;
  /** A box that imitates a system window or browser dialog (title bar, window buttons). */
  systemWindow: boolean;
  /** A progress bar or counter that runs by itself. */
  fakeScan: boolean;
  /** The page moves or flashes in a loop. */
  flashing: boolean;
  /** Largest font size among threat or phone segments. */
  threatFontPx: number;
  /** The page cannot be scrolled although it has layers. */
  scrollLocked: boolean;
  /** Share of the viewport where a picture or canvas stands, 0..1. */
  pictureCover: number;
  /** A still picture covers nearly all of the viewport, and there is hardly a link, a field or a button. */
  onlyPicture: boolean;
  selectBlocked: boolean;
  /** An audio or video element plays, loops or has autoplay. */
  mediaPlaying: boolean;
}

/** What honest pages have and lockers rarely do. */
export interface StructureFacts {
  /** 0..1: headline, author, date, paragraphs of prose. */
  article: number;
  /** Characters in paragraphs of 80 or more characters. */
  proseLength: number;
  /** Links to other pages of this site (distinct paths). */
  siteLinks: number;
  /** Links to other sites (distinct hosts). */
  outLinks: number;
  navigation: boolean;
  footer: boolean;
  /** A form with a password or card field. */
  signIn: boolean;
  shop: boolean;
  /** The words are inside quotes, code, list items of advice or figure captions: 0..1 of the threat segments. */
  quotedShare: number;
}

/** How one got here; only the background knows, so it fills this in. */
export interface RouteFacts {
  /** Opened from another tab, by a script or by a link that the person opened in a new tab; not by Ctrl+T. */
  openedByPage: boolean;
  /** The query has a name that advertising puts on links (gclid, clickid, …). */
  campaign: boolean;
  /** Windows or tabs this tab has opened in the last 10 s. */
  swarm: number;
  /** Further documents of the same host that reported in the last 10 s (reload loop). */
  reloads: number;
  /** The tab's top document has not answered for this many ms while it should have, else 0. */
  silentFor: number;
}

/** Everything one frame tells. `excerpt` is at most EXCERPT_LENGTH characters, for evidence only. */
export interface FrameFacts {
  top: boolean;
  /** Address of the frame as the browser tells it (content's own word is replaced by sender.url). */
  address: string;
  title: string;
  language: string;
  acts: Acts;
  /** Texts of dialogs and sign-in prompts, and what was painted, spoken or copied: see ACT_TEXTS. */
  actTexts: string[];
  words: WordFacts;
  looks: LookFacts;
  structure: StructureFacts;
  /** Share of the browser's window that the frame takes, 0..1; 1 for the top frame, 0 while unknown (shown-share.ts). */
  area: number;
  excerpt: string;
}

/** A frame as the background knows it. */
export interface KnownFrame extends FrameFacts {
  /** Whether its `actTexts` stood in boxes; left out where its acts tell. */
  boxed?: boolean;
  /** Share of the browser's window where it is in view, 0 where it is there no more; left out where nobody looked. */
  shown?: number;
}

/** The whole tab: what judge() takes. */
export interface TabFacts {
  frames: KnownFrame[];
  route: RouteFacts;
}

/** Longest excerpt that is kept as evidence; all lengths here are in characters. */
export const EXCERPT_LENGTH = 4_000;
/** Longest title that is read for what it says. */
export const TITLE_READ = 500;
/** Longest title and address that are told. */
export const TITLE_LENGTH = 300;
export const ADDRESS_LENGTH = 2_000;
/** Most concepts that a frame tells of: more than the rules know in all languages, for a page can say them all. */
export const CONCEPT_HITS = 1_000;
