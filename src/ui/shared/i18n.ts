import type { Child } from './h';
import { localeOf } from './locale';
import type { TextKey } from './text-keys';

/** Texts of one area in one language: flat, key → sentence with {placeholders}. */
type Texts = Record<string, string>;

const FILES = import.meta.glob<Texts>('../../texts/*/*.json', { import: 'default' });
const FALLBACK = 'en';
const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

let texts: Texts = {};
let fallback: Texts = {};
let current = FALLBACK;

/** What every page speaks from. */
export const COMMON_AREAS = ['common', 'errors'];

/** A page can do without these: no English stands in for them, and the page leaves them out where `hasText` says no. */
const OPTIONAL_AREAS = new Set(['reasons']);

/**
 * Languages that have every text of the given areas and of what all pages need, as BCP 47 tags, sorted: a page is
 * wholly in one language or not offered in it.
 */
export function availableLanguages(areas: readonly string[] = []): string[] {
  const tags = new Set(Object.keys(FILES).map((path) => path.split('/').at(-2) ?? ''));
  const needed = [...COMMON_AREAS, ...areas].filter((area) => !OPTIONAL_AREAS.has(area));
  return [...tags].filter((tag) => needed.every((area) => `../../texts/${tag}/${area}.json` in FILES)).sort();
}

/**
 * The best language we have for what is wanted, in the person's order: "fr-CA" finds "fr-CA", then "fr".
 * English where nothing fits.
 */
export function pickLanguage(wanted: readonly string[], have = availableLanguages()): string {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().replaceAll('_', '-').split('-');
    for (let length = parts.length; length > 0; length -= 1) {
      const prefix = parts.slice(0, length).join('-');
      const match = have.find((language) => language.toLowerCase() === prefix);
      if (match !== undefined) return match;
    }
    const sister = have.find((language) => language.toLowerCase().split('-')[0] === parts[0]);
    if (sister !== undefined) return sister;
  }
  return FALLBACK;
}

/** Writing direction of a language, for `dir`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

async function readArea(language: string, area: string): Promise<Texts> {
  const file = FILES[`../../texts/${language}/${area}.json`];
  return file ? file().catch(() => ({})) : {};
}

async function readAreas(language: string, areas: readonly string[]): Promise<Texts> {
  const read = await Promise.all(areas.map((area) => readArea(language, area)));
  return Object.assign({}, ...read) as Texts; // every part is Texts
}

/** Loads the texts of the given areas; English stands in for each missing key. Never rejects. */
export async function loadTexts(language: string, areas: readonly string[]): Promise<void> {
  const [own, english] = await Promise.all([
    readAreas(language, areas),
    language === FALLBACK
      ? {}
      : readAreas(
          FALLBACK,
          areas.filter((area) => !OPTIONAL_AREAS.has(area)),
        ),
  ]);
  texts = own;
  fallback = english;
  current = language;
}

/** Has the browser read texts that will probably be asked for: they are there at once when `loadTexts` wants them. */
export function warmTexts(language: string, areas: readonly string[]): void {
  void readAreas(language, areas);
}

/** The language of the texts now loaded. */
export function currentLanguage(): string {
  return current;
}

/** Is there a sentence for this key? */
export function hasText(key: string): key is TextKey {
  return key in texts || key in fallback;
}

export type Values = Record<string, string | number>;

/** With a number `n`, "key.one", "key.few", "key.other"… win over "key", by the rules of the language. */
function sentence(key: string, n: string | number | undefined): string {
  for (const [table, language] of [
    [texts, current],
    [fallback, FALLBACK],
  ] as const) {
    const form = typeof n === 'number' ? new Intl.PluralRules(language).select(n) : 'other';
    const found = table[`${key}.${form}`] ?? table[`${key}.other`] ?? table[key];
    if (found !== undefined) return found;
  }
  return key;
}

function shown(value: string | number): string {
  return typeof value === 'number' ? new Intl.NumberFormat(localeOf(current)).format(value) : value;
}

/** A placeholder: {name}. */
const PLACEHOLDER = /\{(\w+)\}/g;

/** A text key that came from outside of our pages, where there is such a text, else another one. */
export function knownKey(key: string | undefined, otherwise: TextKey): TextKey {
  return key !== undefined && hasText(key) ? key : otherwise;
}

/**
 * The sentence for a key, placeholders filled in; numbers are written the way of the language. A value that was not given
 * stays visible as {name}, so that a test or a reader sees it.
 */
export function t(key: TextKey, values: Values = {}): string {
  return sentence(key, values.n).replace(PLACEHOLDER, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : shown(value);
  });
}

/** As `t`, but placeholders may be nodes (a key cap, a link): returns children for `h`. */
export function rich(key: TextKey, values: Record<string, Child>): Child[] {
  return sentence(key, undefined)
    .split(/\{(\w+)\}/)
    .map((part, at) => (at % 2 === 1 ? (values[part] ?? `{${part}}`) : part));
}

/** A language's own name, with a capital: "Français". */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** A moment (ms since 1970) in words of the language: date, time or both. */
export function when(at: number, style: 'date' | 'time' | 'both' = 'both'): string {
  const date = style === 'time' ? undefined : 'long';
  const time = style === 'date' ? undefined : 'short';
  return new Intl.DateTimeFormat(localeOf(current), { dateStyle: date, timeStyle: time }).format(at);
}

/** A moment (ms since 1970) for those who read it elsewhere, with its zone: "28 November 2026 at 14:09 GMT+1"; '' if it is none. */
export function whenAndZone(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return '';
  return new Intl.DateTimeFormat(localeOf(current), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'shortOffset', // names such as "CST" are three different zones
  }).format(at);
}
