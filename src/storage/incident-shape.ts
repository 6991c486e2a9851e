import { ADDRESS_LENGTH, EXCERPT_LENGTH, TITLE_LENGTH } from '../detection/facts';
import { isGraver, LEVELS, type Reason } from '../detection/verdict';
import type { Incident } from './incident';
import { isRecord, LAST_TIME } from './plain-values';

/** The most characters of one of the person's notes. */
export const NOTE_LENGTH = 4_000;

/** The most addresses of other pages that one entry holds: a scam may change its address as often as it likes. */
export const OTHER_ADDRESSES = 10;

/** How much one entry may hold, so that a page cannot fill the journal with itself. */
const LIMITS = {
  address: ADDRESS_LENGTH,
  title: TITLE_LENGTH,
  host: 255,
  chain: 20,
  list: 12,
  item: 80,
  /** A JPEG of a large window is about 150 kB; as a data URL a third more. */
  screenshot: 2_000_000,
} as const;

const CLOSERS: readonly Incident['closedBy'][] = [
  'itself',
  'warning',
  'key',
  'toolbar',
  'menu',
  'not-closed',
  'mistake',
];

/**
 * Makes a sound entry of whatever was stored or handed in: every text cut to its limit, every wrong field replaced
 * by its empty value. Returns null where nothing of an entry is left (no time and no address), or where it stands under a
 * key that is no number: nobody could find it again.
 */
export function tidyIncident(value: unknown): Incident | null {
  if (!isRecord(value)) return null;
  const at = time(value.at);
  const address = text(value.address, LIMITS.address);
  if (at === null && address === '') return null;
  const id = number(value.id);
  if (id === null && value.id !== undefined) return null;
  const lastAt = time(value.lastAt);
  const others = texts(value.otherAddresses, OTHER_ADDRESSES, LIMITS.address).filter(Boolean);
  return {
    ...(id === null ? {} : { id }),
    at: at ?? 0,
    ...(lastAt === null ? {} : { lastAt }),
    level: oneOf(LEVELS, value.level, 'warn'),
    closedBy: oneOf(CLOSERS, value.closedBy, 'not-closed'),
    address,
    host: text(value.host, LIMITS.host),
    ...(others.length === 0 ? {} : { otherAddresses: others }),
    chain: texts(value.chain, LIMITS.chain, LIMITS.address),
    title: text(value.title, LIMITS.title),
    excerpt: text(value.excerpt, EXCERPT_LENGTH),
    phones: texts(value.phones, LIMITS.list, LIMITS.item),
    codes: texts(value.codes, LIMITS.list, LIMITS.item),
    reasons: reasons(value.reasons),
    ...(value.injectedIntoHonestSite === true ? { injectedIntoHonestSite: true } : {}),
    screenshot: tidyScreenshot(value.screenshot),
    times: Math.max(1, Math.floor(number(value.times) ?? 1)),
    notes: tidyNotes(value.notes),
  };
}

/** A picture as an image data URL within its limit, or null. */
export function tidyScreenshot(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LIMITS.screenshot) return null;
  return /^data:image\/(?:jpeg|png|webp);base64,/.test(value) ? value : null;
}

/** The person's own notes, each field a text within its limit. */
export function tidyNotes(value: unknown): Incident['notes'] {
  const notes = isRecord(value) ? value : {};
  const note = (name: keyof Incident['notes']): string => text(notes[name], NOTE_LENGTH);
  return {
    caller: note('caller'),
    amounts: note('amounts'),
    program: note('program'),
    otherNumbers: note('otherNumbers'),
    text: note('text'),
  };
}

const isQuiet = ({ level }: Incident): boolean => level === 'quiet';

/**
 * Whether an entry adds to a stored one of its host: within so many ms, and of the same kind. A page that was only wanted
 * closed is not the scam that shares its host, nor the other way round; the very same one may have turned out to be one.
 */
export function isRepeat(stored: Incident, incident: Incident, withinMs: number): boolean {
  const lastAt = stored.lastAt ?? stored.at;
  if (incident.at === stored.at || incident.at === lastAt) return true;
  // In either direction: the clock may have been ahead then.
  return Math.abs(incident.at - lastAt) < withinMs && isQuiet(stored) === isQuiet(incident);
}

/**
 * The stored entry with what the same host showed this time: more numbers and codes, one more time (unless it is that very
 * time, written down anew), and all of the graver page, which its reasons are of.
 */
export function mergeRepeat(stored: Incident, again: Incident): Incident {
  const isNew = again.at !== stored.at && again.at !== stored.lastAt;
  // Alarmed again after "this is a mistake" (the trust was taken back since): it counts again.
  const sameEnd = again.closedBy === 'not-closed' && stored.closedBy !== 'mistake';
  const isGenuine = stored.injectedIntoHonestSite === true && again.injectedIntoHonestSite === true;
  return {
    ...stored,
    ...gained(stored, again),
    ...shownPage(stored, again),
    injectedIntoHonestSite: isGenuine ? true : undefined,
    closedBy: sameEnd ? stored.closedBy : again.closedBy,
    ...(isNew ? { times: stored.times + 1, lastAt: again.at } : {}),
  };
}

/**
 * Address, way there, title and text of one page, the graver, so that none of them stands beside another page's address;
 * only the very same page fills what is missing. The other's address is kept beside it.
 */
function shownPage(stored: Incident, again: Incident): Partial<Incident> {
  const [shown, other] = isShownInstead(stored, again) ? [again, stored] : [stored, again];
  const { address, chain, title, excerpt } = shown;
  if (other.address === address)
    return {
      chain: chain.length > 0 ? chain : other.chain,
      title: title || other.title,
      excerpt: excerpt || other.excerpt,
    };
  const known = stored.otherAddresses ?? [];
  // The one that was shown so far goes first: a full list must not drop it.
  const all = shown === again ? [other.address, ...known] : [...known, other.address];
  const otherAddresses = [...new Set(all)].filter((one) => one !== '' && one !== address);
  return { address, chain, title, excerpt, otherAddresses: otherAddresses.slice(0, OTHER_ADDRESSES) };
}

/** Whether an entry shows the page that came again from now on, with its picture, in the place of the one before. */
export function isShownInstead(stored: Incident, again: Incident): boolean {
  return isGraver(again.level, stored.level);
}

/** What may come to light after a page was noticed. */
export type Findings = Pick<Incident, 'level' | 'reasons' | 'phones' | 'codes'>;

/** What is known together with what came later: all numbers and codes, and the graver level with its reasons. */
export function gained(known: Findings, later: Findings): Findings {
  const { level, reasons } = isGraver(later.level, known.level) ? later : known;
  const phones = union(known.phones, later.phones);
  return { level, reasons, phones, codes: union(known.codes, later.codes) };
}

function reasons(value: unknown): Reason[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isRecord)
    .filter((reason) => typeof reason.id === 'string')
    .slice(0, LIMITS.list)
    .map((reason) => ({
      id: text(reason.id, LIMITS.item),
      weight: number(reason.weight) ?? 0,
      ...(isRecord(reason.values) ? { values: textValues(reason.values) } : {}),
    }));
}

function textValues(values: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(values).slice(0, LIMITS.list);
  return Object.fromEntries(entries.map(([name, value]) => [name, text(value, LIMITS.title)]));
}

function union(first: string[], second: string[]): string[] {
  return [...new Set([...first, ...second])].slice(0, LIMITS.list);
}

function texts(value: unknown, most: number, length: number): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((item) => typeof item === 'string')
    .slice(0, most)
    .map((item) => text(item, length));
}

function text(value: unknown, length: number): string {
  return typeof value === 'string' ? value.slice(0, length) : '';
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function time(value: unknown): number | null {
  const at = number(value);
  return at !== null && Math.abs(at) <= LAST_TIME ? at : null;
}

function oneOf<T>(allowed: readonly T[], value: unknown, otherwise: T): T {
  return allowed.find((item) => item === value) ?? otherwise;
}
