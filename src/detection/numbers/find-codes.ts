import { latePattern } from '../text/late-pattern';
import { cleanText } from '../text/normalise';

/** Codes that are told of a page at most. */
export const MAX_CODES = 5;
/** 0x80070424, Ox800VDS: letter O for zero as well. */
const HEX = /(?<![\dA-Za-z])[0O]x[\dA-Za-z]{3,12}(?![\dA-Za-z])/g;
const LETTER = latePattern(String.raw`[\p{L}\p{N}]`, 'u');
/** What comes before a code in a few languages, at the end of longer words, too ("Fehlercode"). */
const CODE_WORDS = 'code|código|codice|kod|kód|error|erreur|fehler|błąd|fel|код|コード|エラー|代码|代碼|코드';
/** The same as words of their own: not the end of "paid" or "staircase". */
const OWN_WORDS = 'id|ref|case|ticket|alert|fout|hata';
/** What stands after them, with at least one digit in it. */
const NAMED = new RegExp(
  String.raw`(?:${CODE_WORDS}|(?<own>(?<![A-Z\d])(?:${OWN_WORDS})))[ .:#-]{1,4}(?=[\w#()-]{0,24}\d)(?<code>[\dA-Z][\w#()-]{3,24})`,
  'gi',
);

/** Whether a character beside a code, which is no plain letter, is one all the same. */
const isLetter = (character = ''): boolean => character > '\x7f' && LETTER().test(character);

/** Finds what a pop-up shows as its error or case code: at most MAX_CODES, as shown. Takes raw or cleaned text. */
export function findCodes(text: string): string[] {
  const clean = cleanText(text);
  const codes = new Set<string>();
  for (const { 0: code, index } of clean.matchAll(HEX))
    if (!isLetter(clean[index - 1]) && !isLetter(clean[index + code.length])) codes.add(code);
  for (const code of namedCodes(clean)) if (/\d/.test(code) && !/^\d{1,4}$/.test(code)) codes.add(code);
  return [...codes].slice(0, MAX_CODES);
}

function namedCodes(clean: string): string[] {
  const found: string[] = [];
  NAMED.lastIndex = 0;
  for (let match = NAMED.exec(clean); match; match = NAMED.exec(clean)) {
    const { own, code = '' } = match.groups ?? {};
    // A class of all letters in the pattern would take a new page ms; a word that only seems its own may hide the next.
    if (own !== undefined && isLetter(clean[match.index - 1])) NAMED.lastIndex = match.index + 1;
    else found.push(code);
  }
  return found;
}
