import { cleanText } from '../text/normalise';
import { LEAST_DIGITS } from './number-formats';

/** An address is read as a text: path, query and fragment, percent and base64 undone. */

const MAX_ADDRESS = 4_000;
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

/**
 * The words and numbers an address carries, one piece a line: each path part, query value and fragment, as it is
 * and decoded. Never throws; '' for an address that cannot be read.
 */
export function readAddress(address: string): string {
  const rest = address.slice(0, MAX_ADDRESS).replace(SCHEME_AND_HOST, '');
  const pieces = new Set<string>();
  for (const part of rest.split(/[/?&#=;]/)) {
    if (!part) continue;
    const once = unpercent(part);
    const twice = unpercent(once);
    for (const piece of [part, part.replaceAll('+', ' +'), once, twice, unbase64(once), unbase64(part)])
      if (piece) pieces.add(piece);
  }
  return cleanText([...pieces].join('\n'));
}

/**
 * The same for what a link can hand over to any page of a genuine site, which may show it; the rest of the path is the name
 * that the site itself gave the page.
 */
export function readHandedOver(address: string): string {
  const rest = address.slice(0, MAX_ADDRESS).replace(SCHEME_AND_HOST, '');
  const from = rest.search(HANDED_OVER);
  return from < 0 ? '' : readAddress(rest.slice(from).replace(NOT_SHOWN, ''));
}

/** Runs of as many digits as a number has in an address text, separators left out. */
export function addressNumbers(addressText: string): string[] {
  const runs = addressText.match(/\d[\d .()\-+_–—‐‑]{5,30}\d/g) ?? [];
  return runs.map((run) => run.replace(/\D/g, '')).filter((run) => run.length >= LEAST_DIGITS);
}

/**
 * The host of an address in lower case, '' where there is none. Not `new URL`: that keeps a final dot, and the capitals
 * where it does not know the scheme.
 */
export function writtenHost(address: string): string {
  const host = /^[a-z-]+:\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(address)?.[1] ?? '';
  return host.toLowerCase().replace(/\.$/, '');
}
