import { cleanText } from '../text/normalise';
import { findPhones } from './find-phones';
import { LEAST_DIGITS } from './number-formats';

/** An address is read as a text: path, query and fragment, percent and base64 undone. */

/** Most characters that are read: longer addresses most servers do not take. */
const MAX_ADDRESS = 8_000;
/** Of a longer one so many of its first and of its last parts are read, the long ones each for a share of what is left. */
const FIRST_PARTS = 10;
const LAST_PARTS = 30;
/** Lines at each end that are looked at for numbers written oddly: that takes time, and a link has fewer. */
const END_LINES = 100;
/** Blanks are shown as one, however many they are. */
const BLANKS = /(?:\+|%20|%0[9ad]){2,}/gi;
const BASE64 = /^[\w+/-]{8,400}={0,2}$/;
const SCHEME_AND_HOST = /^[a-z-]+:\/\/[^/?#]*/i;
/** Where an address begins to say what somebody looked for: its query or fragment, or what stands behind "/search/". */
const HANDED_OVER =
  /[?#]|\/(?:search|find|results?|recherche|suche|buscar?|pesquisa|ricerca|cerca|zoeken|szukaj)\//i;
/** What advertising writes into a site's own links, and what is to stand in a letter that a person writes. */
const NOT_SHOWN = /(?<=[?&#;])(?:utm_\w+|subject|summary|body)=[^&#;]*/gi;
const PRINTABLE = /^[\x20-\x7e\u00a0-\uffff]{4,}$/;

/** Run by run: one bad character, as sites put up with it, must not hide all the others. */
function unpercent(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%[2-7][\da-f]/gi, decodeURIComponent);
    }
  });
}

/** The text hidden in a base64 value, '' where there is none. */
function unbase64(text: string): string {
  if (!BASE64.test(text)) return '';
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return PRINTABLE.test(plain) ? plain : '';
  } catch {
    return '';
  }
}

/** An address behind its host; of one that has no end its beginning and its end. */
function restOf(address: string): string {
  const rest = address.replace(SCHEME_AND_HOST, '');
  if (rest.length <= MAX_ADDRESS) return rest;
  const plain = rest.replace(BLANKS, '+');
  if (plain.length <= 2 * MAX_ADDRESS) return plain;
  return `${plain.slice(0, MAX_ADDRESS)}/${plain.slice(-MAX_ADDRESS)}`;
}

/** How many characters of each part are read, so that they are MAX_ADDRESS in all. */
function longestPart(parts: readonly string[]): number {
  let room = MAX_ADDRESS;
  let longest = 0;
  const lengths = parts.map(({ length }) => length).sort((one, other) => one - other);
  for (const [at, length] of lengths.entries()) {
    longest = room / (lengths.length - at);
    if (length > longest) break;
    room -= length;
  }
  return longest;
}

/** Its parts, MAX_ADDRESS characters in all: no long part hides another one. */
function partsOf(rest: string): string[] {
  const parts = rest.split(/[/?&#=;]/).filter(Boolean);
  if (rest.length <= MAX_ADDRESS) return parts;
  const kept = parts.filter((_, at) => at < FIRST_PARTS || at >= parts.length - LAST_PARTS);
  const longest = longestPart(kept);
  return kept.map((part) => part.slice(0, longest));
}

function textOf(rest: string): string {
  const pieces = new Set<string>();
  for (const part of partsOf(rest)) {
    const once = unpercent(part);
    const twice = unpercent(once);
    for (const piece of [part, part.replaceAll('+', ' +'), once, twice, unbase64(once), unbase64(part)])
      if (piece) pieces.add(piece);
  }
  return cleanText([...pieces].join('\n'));
}

/**
 * The words and numbers an address carries, one piece a line: each path part, query value and fragment, as it is
 * and decoded. Never throws; '' for an address that cannot be read.
 */
export const readAddress = (address: string): string => textOf(restOf(address));

/**
 * The same for what a link can hand over to any page of a genuine site, which may show it; the rest of the path is the name
 * that the site itself gave the page.
 */
export function readHandedOver(address: string): string {
  const rest = restOf(address);
  const from = rest.search(HANDED_OVER);
  return from < 0 ? '' : textOf(rest.slice(from).replace(NOT_SHOWN, ''));
}

/** The digits of each number in an address text: what would be one on a page, and runs of as many digits as one has. */
export function addressNumbers(addressText: string): string[] {
  const runs = addressText.match(/\d[\d .()\-+_–—‐‑]{5,30}\d/g) ?? [];
  // Line by line: in each no more than so many are found.
  const lines = addressText.split('\n').filter(({ length }) => length >= LEAST_DIGITS);
  const read = lines.filter((_, at) => at < END_LINES || at >= lines.length - END_LINES);
  const found = read.flatMap(findPhones).map(({ digits }) => digits);
  const numbers = [...runs, ...found].map((number) => number.replace(/\D/g, ''));
  return [...new Set(numbers)].filter(({ length }) => length >= LEAST_DIGITS);
}

/**
 * The host of an address in lower case, '' where there is none. Not `new URL`: that keeps a final dot, and the capitals
 * where it does not know the scheme.
 */
export function writtenHost(address: string): string {
  const host = /^[a-z-]+:\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(address)?.[1] ?? '';
  return host.toLowerCase().replace(/\.$/, '');
}
