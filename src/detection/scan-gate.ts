import type gateRules from '../../rules/gate.json';
import { AS_CYRILLIC, LATIN_TWINS } from './latin-twins';

/**
 * The cheap test that runs in every frame: does the text deserve the detector? Stems only, small, no packs.
 * It may open for honest pages (that costs a few ms there), it must not stay shut for a scam.
 */

/** The stems of rules/gate.json, each list joined to the source of a pattern. */
export type GateData = Record<keyof typeof gateRules, string>;

/** Joined when the extension is built and when the tests begin (tools/build/defined.ts). */
declare const __GATE_DATA__: GateData;
const STEMS = __GATE_DATA__;

/** Characters looked at: scams say it early. */
const GATE_TEXT = 30_000;

/** Fewer characters than this cannot hold a threat and a number to call, in any writing. */
const LEAST_TEXT = 16;

/** A text up to this long (characters) with so many different threats needs no name and no number: some have a chat. */
const SHORT_TEXT = 3_000;
const MANY_THREATS = 3;

/** A text up to this long (characters) is tried backwards too: style rules can turn it round on the screen. */
const TURNED_TEXT = 6_000;

/** By code units: no stem has a letter of two, and a spread text takes Firefox three times as long in each new frame. */
const turn = (text: string): string => text.split('').reverse().join('');

/** Long alternations: each is built when it is first asked for, so that most pages pay for one or two of them. */
const built: Partial<Record<keyof GateData, RegExp>> = {};
const has = (name: keyof GateData, text: string): boolean => (built[name] ??= RegExp(STEMS[name])).test(text);

/** Most texts have no threat: those spare Firefox a second pattern and the walk through a list. */
const threatens = (text: string): boolean =>
  text.length <= SHORT_TEXT &&
  has('threat', text) &&
  new Set(text.match(RegExp(STEMS.threat, 'g'))).size >= MANY_THREATS;

/** Digits with those of Arabic, Persian and Hindi, and what stands between groups of them. */
const DIGIT = '\\d\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f';
const GAP = '[ .\\-/()·‐–—−]{0,3}';
const PHONE = new RegExp(`(?:^|[^\\w.,])[+(]?[${DIGIT}o](?:${GAP}[${DIGIT}o]){6}`);
/** The same in a text without gaps between its blocks: "Support1-555-01…". */
const GLUED_PHONE = new RegExp(`[${DIGIT}](?:${GAP}[${DIGIT}o]){6}`);
/** Nothing the eye sees, and marks on letters: accents, strokes, rings. */
const HIDDEN = /[\p{DI}\u20d0-\u20f0\u0300-\u036f]/gu;

/** Ten digits and signs that stand for a letter where one follows (v1rus, supp0rt), then letters that look Latin. */
const LOOKS = '0134578@$|авеѕіјкмнорстухαειοκρτυνμηβχıø';
const READ_AS = 'oieastbasiabesijkmhopctyxaeiokptuvmhbxio';
const TWINS = LOOKS.slice(10);

const asLatin = (text: string): string =>
  text.replace(
    new RegExp(`[${TWINS}]|[${LOOKS}](?=[a-z${TWINS}])`, 'g'),
    (char) => READ_AS[LOOKS.indexOf(char)] ?? char,
  );

const asCyrillic = (text: string): string =>
  text.replace(/[abcehkmoptxy]/g, (char) => AS_CYRILLIC[LATIN_TWINS.indexOf(char)] ?? char);

/** Armenian and Cherokee letters behind Latin ones, small capitals and Lisu letters: next to nobody writes words so. */
// eslint-disable-next-line regexp/no-obscure-range -- the ends of each alphabet; escapes would be longer
const MIXED = /[a-z][ա-ևꭰ-ꮿ]|[ᴀ-ᴢꓐ-ꓽ]/;
/** As many of them as a name or an example in such letters does not have. */
const MANY_MIXED = 8;

const opensAsWritten = (text: string, phone: RegExp): boolean =>
  has('command', text) ||
  // A key to press together with another is always written with a plus.
  (text.includes('+') && has('keys', text)) ||
  (phone.test(text) || has('company', text) ? has('threat', text) : threatens(text));

/** A company's name in the text read backwards is the sign of one that was turned round. */
const opensTurned = (text: string, phone: RegExp): boolean =>
  has('company', text) && opensAsWritten(text, phone);

const opensFor = (text: string, phone: RegExp): boolean =>
  opensAsWritten(text, phone) || (text.length <= TURNED_TEXT && opensTurned(turn(text), phone));

/** "y o u r   c o m p u t e r": nobody writes so, but for an alphabet. */
const SPELLED = /(?:[a-z] +){9}/;

function scan(raw: string, phone: RegExp): boolean {
  if (raw.length < LEAST_TEXT) return false;
  const text = raw.slice(0, GATE_TEXT).toLowerCase();
  if (opensFor(text, phone) || SPELLED.test(text)) return true;
  let plain = text;
  if (/[^\0-\x7f]/.test(text)) {
    // Small again: only now are the capitals of mathematics letters that have a small form.
    plain = text.normalize('NFKD').toLowerCase().replace(HIDDEN, '').normalize('NFC');
    if (plain.split(MIXED).length > MANY_MIXED || (plain !== text && opensFor(plain, phone))) return true;
  }
  const latin = asLatin(plain);
  if (latin !== plain && opensFor(latin, phone)) return true;
  // Or the other way round: Russian words with Latin letters of the same shape among theirs.
  // eslint-disable-next-line regexp/no-obscure-range -- the alphabet; escapes would be longer in every frame
  return /[а-я]/.test(plain) && opensFor(asCyrillic(plain), phone);
}

/**
 * True where the text has a threat beside a number to call or a name (a company, a way to write, a technician), where a
 * short one threatens in several ways, or asks to run a command.
 * Takes the visible text (or title, or dialog text) as it is; reads at most GATE_TEXT characters.
 */
export const scanGate = (raw: string): boolean => scan(raw, PHONE);

/** The same for a text whose blocks stand without gaps; true at least wherever scanGate would be. */
export const scanGlued = (raw: string): boolean => scan(raw, GLUED_PHONE);
