import { latePattern } from '../text/late-pattern';
import { LEAST_DIGITS, MOST_DIGITS } from './number-formats';

/** A number whose parts stand in boxes of their own: "1-888" in one, "555-0134" in the next, or a box for each digit. */
export interface SplitNumber {
  text: string;
  /** Index of the first and of the last text it stands in. */
  from: number;
  to: number;
}

/** No part is as long (characters). */
const FAR = 24;
const SIGNS = String.raw`\d\s().\-–/·`;
/** All of a text, its end and its beginning. */
const PART = new RegExp(`^[${SIGNS}+]{1,16}$`);
const TAIL = latePattern(`(?<![\\p{L}\\p{N}])[+(]?\\d[${SIGNS}]{0,14}$`, 'u');
const HEAD = latePattern(`^[\\s(]*\\d[${SIGNS}]{0,14}(?![\\p{L}\\p{N}])`, 'u');

/** Digits, or only what stands between them. */
const isPart = (text: string | undefined): text is string => text !== undefined && PART.test(text);

/** More parts than this that grow are the pages of a list or the days of a month: 1, 2, 3 … 10. */
const GROWING = 4;

function isCounting(parts: readonly string[]): boolean {
  const figures = parts.filter((part) => /\d/.test(part)).map(Number);
  return (
    figures.length > GROWING && figures.every((one, index) => index === 0 || one > (figures[index - 1] ?? 0))
  );
}

/** What may be numbers that go over several texts; whether they are any is for who reads them to say. */
export function splitNumbers(texts: readonly string[]): SplitNumber[] {
  const found: SplitNumber[] = [];
  for (let from = 0; from < texts.length - 1; from += 1) {
    const text = texts[from] ?? '';
    const first = isPart(text) && /\d/.test(text) ? text : TAIL().exec(text.slice(-FAR))?.[0];
    if (first === undefined) continue;
    const parts = [first];
    let to = from;
    for (let next = texts[to + 1]; isPart(next); next = texts[to + 1]) {
      parts.push(next);
      to += 1;
    }
    const last = HEAD().exec((texts[to + 1] ?? '').slice(0, FAR))?.[0];
    if (last !== undefined) {
      parts.push(last);
      to += 1;
    }
    const digits = parts.join('').replace(/\D/g, '').length;
    const isWhole = digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
    if (parts.length > 1 && isWhole && !isCounting(parts))
      found.push({ text: parts.join(' ').replace(/\s*([^\d\s])\s*/g, '$1'), from, to });
    from = Math.max(from, to - 1);
  }
  return found;
}
