/** What a person typed, as the names of programs are compared with it. */
export interface Typed {
  /** As it was typed, without spaces around it. */
  raw: string;
  /** Its words written together, small and without accents. */
  text: string;
  /** Where in `text` a word begins, and where the last one ends. */
  borders: ReadonlySet<number>;
  /** `text` without figures and the ending of a file: a version or a person's number in the program says nothing. */
  bare: string;
}

/** Words that follow a name without being part of it. */
const BESIDE_NAMES = new Set(['app', 'appimage', 'apk', 'deb', 'dmg', 'exe', 'msi', 'pkg', 'rpm', 'v']);

/** A name at least this long may go on within the word, as in "anydesksetup"; a shorter one begins others: "ToDesktop". */
const GOES_ON_FROM = 7;
/** In shorter names one slip makes too many other words. */
const SLIP_FROM = 6;
/** Shorter words say nothing alone: the "To" of "Hop To Desk". */
const WORD_FROM = 3;

/** Scripts in which a word begins anywhere, for want of spaces. */
const UNSPACED = /^[\p{scx=Hira}\p{scx=Kana}\p{scx=Han}]/u;

function wordsOf(text: string): string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** Small letters and figures alone: "Any Desk" and "anydesk.exe" both begin with "anydesk". */
export function fold(name: string): string {
  return wordsOf(name).join('');
}

/** Reads what was typed. Never throws; `text` is empty where there is neither letter nor figure. */
export function readTyped(typed: string): Typed {
  const words = wordsOf(typed);
  const bare = words.filter((word) => !/^\p{N}/u.test(word) && !BESIDE_NAMES.has(word)).join('');
  let at = 0;
  const borders = new Set([0, ...words.map((word) => (at += word.length))]);
  return { raw: typed.trim(), text: words.join(''), borders, bare };
}

/** What a name is from each further word on, also one with a capital alone: "TeamViewer Host" is "viewerhost", "host". */
export function laterParts(name: string): string[] {
  const words = wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return words.flatMap((word, at) => (at > 0 && word.length >= WORD_FROM ? [words.slice(at).join('')] : []));
}

/** Whether words of what was typed are, written together, this folded name. */
export function holdsName({ text, borders }: Typed, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const begins = borders.has(at) || UNSPACED.test(name);
    if (begins && (name.length >= GOES_ON_FROM || borders.has(at + name.length))) return true;
  }
  return false;
}

/** Whether two folded names are one letter apart (one more, one less, another one) or have two neighbours swapped. */
export function isOneSlip(one: string, other: string): boolean {
  if (one.length < SLIP_FROM - 1 || other.length < SLIP_FROM) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const [a, b] = [one.slice(same), other.slice(same)];
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || isSwapped;
}
