import {
  ACT_NAMES,
  ALL_PROMPTS,
  type Acts,
  type ActTally,
  type FrameFacts,
  type KnownFrame,
  type LookFacts,
  type PhoneFact,
  type StructureFacts,
  type TabFacts,
} from '../facts';
import { saidIn } from './act-text-words';
import { emptyLooks, emptyStructure } from './empty-facts';
import { isLarge, strengthIn, weightOf } from './frame-weight';
import { BRAND_PREFIX, type JoinedFacts } from './joined-facts';
import { MAX_CODES } from '../numbers/find-codes';
import { lastDigits } from '../numbers/number-formats';
import { writtenHost } from '../numbers/read-address';
import type { Brand } from '../phrases/compile-rules';
import { familyOf, type Rules } from '../phrases/rules';
import { saysOnlyActTexts } from './only-act-texts';

/** True where the host is the brand's own and nobody else can publish there. */
function ownsHost(brand: Brand, host: string): boolean {
  const under = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  return brand.domains.some(under) && !brand.notHosts.some(under);
}

function raise(map: Map<string, number>, key: string, value: number): void {
  map.set(key, Math.max(map.get(key) ?? 0, Math.min(1, value)));
}

function strengths(frames: readonly FrameFacts[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const frame of frames)
    for (const { concept, prominence } of frame.words.concepts)
      raise(map, concept, strengthIn(frame, prominence));
  // "Tell nobody your PIN" is what every bank says; "tell nobody of this call" is not.
  const silence = (map.get('no-help') ?? 0) - (map.get('keeps-code') ?? 0);
  if (silence <= 0) map.delete('no-help');
  else map.set('no-help', silence);
  return map;
}

function foreignBrands(frames: readonly FrameFacts[], rules: Rules): Map<string, number> {
  const map = new Map<string, number>();
  for (const frame of frames) {
    const host = writtenHost(frame.address);
    for (const { id, prominence } of frame.words.brands) {
      const brand = rules.brands.find((known) => known.id === id);
      if (!brand || ownsHost(brand, host)) continue;
      raise(map, id, strengthIn(frame, prominence));
    }
  }
  return map;
}

/** How strongly such texts of a frame are met: a box stands before the whole page, what is painted or spoken in its frame. */
const dialogWeight = (frame: KnownFrame): number =>
  (frame.boxed ?? ALL_PROMPTS.some((name) => frame.acts[name])) ? 1 : weightOf(frame);

function actTextStrengths(frames: readonly KnownFrame[], rules: Rules): Map<string, number> {
  const map = new Map<string, number>();
  for (const frame of frames)
    for (const dialog of frame.actTexts)
      for (const { brand, concept } of saidIn(dialog, rules))
        raise(map, brand ? BRAND_PREFIX + concept : concept, dialogWeight(frame));
  return map;
}

function addTally(a: ActTally | undefined, b: ActTally): ActTally {
  if (!a) return { ...b };
  return {
    count: a.count + b.count,
    unasked: a.unasked + b.unasked,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: Math.max(a.lastAt, b.lastAt),
  };
}

function joinActs(frames: readonly FrameFacts[]): Acts {
  const acts: Acts = {};
  for (const frame of frames)
    for (const name of ACT_NAMES) {
      const tally = frame.acts[name];
      if (tally) acts[name] = addTally(acts[name], tally);
    }
  return acts;
}

/** The same number in several frames is one number. */
function joinPhones(frames: readonly FrameFacts[]): PhoneFact[] {
  const phones = new Map<string, PhoneFact>();
  for (const frame of frames)
    for (const phone of frame.words.phones) {
      const key = lastDigits(phone.digits);
      const known = phones.get(key);
      const shown = known && known.shown <= phone.shown ? known : phone;
      phones.set(key, {
        shown: shown.shown,
        digits: shown.digits,
        count: (known?.count ?? 0) + phone.count,
        prominence: Math.max(known?.prominence ?? 0, phone.prominence * weightOf(frame)),
        fromAddress: (known?.fromAddress ?? false) || phone.fromAddress,
        nearCall: (known?.nearCall ?? false) || phone.nearCall,
      });
    }
  // What is to be called goes before all else, and what is large before what is said often.
  const rank = (phone: PhoneFact) => Number(phone.nearCall) * 2 + phone.prominence + phone.count / 10;
  return [...phones.values()].sort((a, b) => rank(b) - rank(a) || (a.digits < b.digits ? -1 : 1));
}

/** The greater value of each trait: one of a large frame is one of the tab. @param none what has no trait at all */
function greatest<T extends LookFacts | StructureFacts>(none: T, all: readonly T[]): T {
  const joined = { ...none };
  for (const one of all)
    for (const key of Object.keys(none) as (keyof T)[]) {
      const value = one[key];
      if (typeof value === 'boolean') Object.assign(joined, { [key]: joined[key] || value });
      else Object.assign(joined, { [key]: Math.max(Number(joined[key]), Number(value)) });
    }
  return joined;
}

const speaksNumber = ({ actTexts, words }: FrameFacts): boolean =>
  actTexts.length > 0 && words.phones.length > 0;

const says = ({ words }: FrameFacts, families: readonly (string | null)[]): boolean =>
  words.concepts.some(({ concept }) => families.includes(familyOf(concept)));

/** A film or a game in a frame says too little to be known, and takes nothing from a page's honest words; a terse locker does. */
function wordingOf(frames: readonly FrameFacts[]): number {
  const known = frames.flatMap(
    (frame) => frame.words.wording ?? (says(frame, ['threat', 'forbid']) ? 0 : []),
  );
  return known.length > 0 ? Math.max(...known) : 0;
}

/** Where a company shows what somebody wrote: to translate, to note down, to send, to look up. */
const OWN_TEXT =
  /^https:\/\/(?:(?:translate|calendar|mail|outlook|api|web)\.|[^/]+\/(?:calendar|translator|sharer)\b|www\.(?:google|bing)\.[a-z.]+\/search\b)/;
/** What hardly a letter says that somebody has translated. */
const IN_DANGER = ['infected', 'locked', 'hacked'];

/**
 * Whether the tab's address asks to call a number. "Questions? Call us at …" is what a workshop's own links hand over, too;
 * on a company's own address nobody honest does, but in a text of one's own ("Dial: US: …. iPhone one-tap: …").
 */
function asksByAddress(top: FrameFacts | undefined, official: boolean, { brands }: Rules): boolean {
  const { addressCall, addressSays: says } = top?.words ?? {};
  if (addressCall !== true || !says) return addressCall === true;
  if (!official) return says.length > 0;
  if (!OWN_TEXT.test(top?.address ?? '') || IN_DANGER.some((threat) => says.includes(threat))) return true;
  return says.includes('official-support') && brands.some(({ id }) => says.includes(id));
}

/** A number met so little (prominence) is in passing: a fax, an imprint. */
const IN_PASSING = 0.2;

/** The number that stands alone, but for those in passing; null where there are several. */
function onlyOf(phones: readonly PhoneFact[]): PhoneFact | null {
  const [first, ...others] = phones.toSorted((one, other) => other.prominence - one.prominence);
  return first && others.every(({ prominence }) => prominence <= IN_PASSING) ? first : null;
}

/** Joins the frames of a tab. Structure and looks come from the large frames only; acts and words from all. */
export function joinFrames(tab: TabFacts, rules: Rules): JoinedFacts {
  const { frames, route } = tab;
  const large = frames.filter(isLarge);
  const top = frames.find((frame) => frame.top);
  const host = writtenHost(top?.address ?? '');
  const official = rules.brands.some((brand) => ownsHost(brand, host));
  const phones = joinPhones(frames);
  const isShown = large.some(({ words }) => words.phones.length > 0);
  return {
    concepts: strengths(frames),
    brands: foreignBrands(frames, rules),
    actTextConcepts: actTextStrengths(frames, rules),
    phones,
    onlyPhone: isShown ? onlyOf(phones) : null,
    actTextPhone: frames.some(speaksNumber),
    largeActTextPhone: large.some(speaksNumber),
    codes: [...new Set(frames.flatMap((frame) => frame.words.codes))].sort().slice(0, MAX_CODES),
    acts: joinActs(frames),
    actsOfEach: frames.map((frame) => frame.acts),
    actsOfLarge: large.map((frame) => frame.acts),
    looks: greatest(
      emptyLooks(),
      large.map(({ looks }) => looks),
    ),
    structure: greatest(
      emptyStructure(),
      large.map(({ structure }) => structure),
    ),
    length: frames.reduce((sum, frame) => sum + frame.words.length, 0),
    threatShare: Math.max(0, ...large.map((frame) => frame.words.threatShare)),
    wording: wordingOf(large),
    addressCall: asksByAddress(top, official, rules),
    addressSays: top?.words.addressSays ?? [],
    official,
    seen: large.some((frame) => frame.looks.viewportWidth > 0),
    onlyActTexts: saysOnlyActTexts(frames),
    route,
  };
}
