import { collectPieces, streamOf } from '../../src/detection/text/text-stream';
import { readWording } from '../../src/detection/text/wording';

/** Longer pages are looked at as far as this (characters). */
const LONGEST = 400_000;
const UNSEEN = /<(script|style|head)\b[\s\S]*?<\/\1>/gi;
const BLOCK = /<\/?(?:p|div|li|td|th|tr|h\d|br|ul|ol|table|section|dd|dt|pre)\b[^>]*>/gi;
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

const letterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

/** The texts of a page, roughly: no tree is made, so that tens of thousands of pages are read in minutes. */
function textsOf(html: string): string[] {
  const shown = html
    .slice(0, LONGEST)
    .replace(UNSEEN, '')
    .replace(BLOCK, '\n')
    .replace(/<[^>]*>/g, '');
  const decoded = shown.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, dec?: string, hex?: string, name = '') =>
    dec ? letterOf(Number(dec)) : hex ? letterOf(parseInt(hex, 16)) : (NAMED[String(name)] ?? whole),
  ); // prettier-ignore
  return decoded.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== ''); // prettier-ignore
}

/** How a page sounds by its words (log-odds, wording.ts). */
function soundOf(html: string): number {
  const segments = textsOf(html).map((text) => ({ text, prominence: 0.6 }));
  const { tokens } = streamOf(collectPieces({ segments, title: '', actTexts: [], address: '' }));
  return readWording(tokens) ?? 0;
}

/** Letters of a page that tell it from others: its beginning may be a menu that all have. */
function markOf(html: string): string {
  const text = textsOf(html).join('');
  return text.slice(200, 1_000) || text;
}

/**
 * Of many honest pages those that sound most like a scam's letter, the most first and each text once.
 * @param read the HTML of a page
 */
export function mostLikeScams(
  pages: readonly string[],
  read: (page: string) => string,
  limit: number,
): string[] {
  const heard = pages.map((page) => ({ page, sound: soundOf(read(page)) }));
  heard.sort((one, other) => other.sound - one.sound);
  const marks = new Set<string>();
  const found: string[] = [];
  for (const { page } of heard) {
    if (found.length >= limit) break;
    const mark = markOf(read(page));
    if (!marks.has(mark)) found.push(page);
    marks.add(mark);
  }
  return found;
}
