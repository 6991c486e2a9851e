import { inflateSync } from 'node:zlib';

/** What a printed file holds: as much of PDF as Chromium (Skia) and Firefox (cairo) write, no more. */
export interface Printed {
  pages: number;
  /** Everything drawn as text, in the order it was drawn, without any space. */
  text: string;
  pictures: number;
}

interface PdfObject {
  /** The dictionary as it stands in the file. */
  words: string;
  /** The stream's bytes, unpacked; null where there is none. */
  stream: string | null;
}

/** What a font's numbers mean: code → characters, and how many hex digits a code has. */
interface Font {
  digits: number;
  characters: Map<string, string>;
}

function unpack(words: string, raw: string): string {
  if (!words.includes('/FlateDecode')) return raw;
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
  } catch {
    return ''; // a picture's or a font's own packing
  }
}

/** Objects written one by one, then those packed together into object streams. */
function objectsOf(file: string): Map<number, PdfObject> {
  const found = new Map<number, PdfObject>();
  for (const [, id, body = ''] of file.matchAll(/(?:^|[\r\n])(\d+) 0 obj([\s\S]+?)endobj/g)) {
    const start = /stream\r?\n/.exec(body);
    const words = start ? body.slice(0, start.index) : body;
    const raw = start && body.slice(start.index + start[0].length, body.lastIndexOf('endstream'));
    found.set(Number(id), { words, stream: raw === null ? null : unpack(words, raw) });
  }
  for (const { words, stream } of [...found.values()]) {
    const first = Number(/\/First (\d+)/.exec(words)?.[1]);
    if (!words.includes('/ObjStm') || stream === null) continue;
    const table = stream.slice(0, first).trim().split(/\s+/).map(Number);
    for (let at = 0; at + 1 < table.length; at += 2) {
      const begin = first + (table[at + 1] ?? 0);
      const end = table[at + 3] === undefined ? undefined : first + table[at + 3]!;
      found.set(table[at] ?? 0, { words: stream.slice(begin, end), stream: null });
    }
  }
  return found;
}

function characters(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
}

function readFont(map: string): Font {
  const codes = new Map<string, string>();
  let digits = 4;
  for (const [, lines = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of lines.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi)) {
      digits = code.length;
      codes.set(code.toLowerCase(), characters(to));
    }
  for (const [, lines = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', until = '', to = '', list = ''] of lines.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]+)>|\[([^\]]*)\])/gi,
    )) {
      digits = from.length;
      const each = list.match(/[\da-f]+/gi);
      for (let at = 0; at <= parseInt(until, 16) - parseInt(from, 16); at += 1) {
        const code = (parseInt(from, 16) + at).toString(16).padStart(digits, '0');
        const last = (parseInt(to.slice(-4), 16) + at).toString(16).padStart(4, '0');
        codes.set(code, characters(each ? (each[at] ?? '') : to.slice(0, -4) + last));
      }
    }
  return { digits, characters: codes };
}

/** Both browsers name a font the same on every page. */
function fontsOf(objects: Map<number, PdfObject>): Map<string, Font> {
  const fonts = new Map<string, Font>();
  const all = [...objects.values()].map(({ words }) => words).join('\n');
  for (const [, name = '', id] of all.matchAll(/\/([\w-]+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.words ?? '')?.[1];
    const table = objects.get(Number(map))?.stream;
    if (table) fonts.set(name, readFont(table));
  }
  return fonts;
}

/** A (string) of the file as hex, its escapes undone. */
function toHex(literal: string): string {
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_whole, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8));
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped;
  });
  return Buffer.from(plain, 'latin1').toString('hex');
}

function drawnText(content: string, fonts: Map<string, Font>): string {
  let font: Font | undefined;
  let text = '';
  const pieces = /\/([\w-]+)\s+[\d.]+\s+Tf|<([\da-f\s]+)>|\(((?:[^()\\]|\\[\s\S])*)\)/gi;
  for (const [, name, hex, literal] of content.matchAll(pieces)) {
    if (name !== undefined) font = fonts.get(name);
    const code = literal === undefined ? (hex ?? '').replace(/\s/g, '') : toHex(literal);
    for (let at = 0; font && at < code.length; at += font.digits)
      text += font.characters.get(code.slice(at, at + font.digits).toLowerCase()) ?? '';
  }
  return text;
}

/** Without spaces, and with joined letters ("ﬀ") taken apart: how words are compared with what is on paper. */
export function withoutSpaces(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** Reads a PDF that one of the two browsers printed. */
export function readPrinted(pdf: Buffer): Printed {
  const objects = objectsOf(pdf.toString('latin1'));
  const fonts = fontsOf(objects);
  const all = [...objects.values()];
  const contents = all.filter(
    ({ words, stream }) => stream?.includes(' Tf') && !/\/(?:Type|Subtype)\b/.test(words),
  );
  const forms = all.filter(({ words, stream }) => stream?.includes(' Tf') && /\/Subtype ?\/Form/.test(words));
  const text = [...contents, ...forms].map(({ stream }) => drawnText(stream ?? '', fonts)).join('');
  return {
    pages: all.filter(({ words }) => /\/Type ?\/Page\b/.test(words)).length,
    text: withoutSpaces(text),
    pictures: all.filter(({ words }) => /\/Subtype ?\/Image/.test(words)).length,
  };
}
