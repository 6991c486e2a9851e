/** What is put in the place of a number: of a range kept for fiction. */
const SHOWN = '+1 888 555 0100';
const IN_CODE = ['1', '888', '5550100'];

/** A script or style sheet, a comment, or a tag with its attributes; the rest are words. */
const PIECE = /<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
/** What may stand amid a number and is not seen, or only as a colour: such tags, and comments. */
const INLINE =
  /^<(?:!--|\/?(?:[abisu]|abbr|bdi|bdo|big|code|em|font|ins|label|mark|nobr|small|span|strong|sub|sup|tt|wbr)\b)/i;
/** Stand for the pieces while the words are read; no text has these two. */
const MARKS = { inline: '\uFFFE', other: '\uFFFF' };

const ENTITY = String.raw`&(?:nbsp|e[nm]sp|thinsp|[nm]dash|hyphen|shy|#160|#173|#8\d{3}|#xa0|#xad|#x20[\da-f]{2});`;
/** As a person may write them; a decimal entity is one, too. */
const DIGIT = String.raw`(?:\p{Nd}|&#(?:4[89]|5[0-7]|x3\d);)`;
const number = (between: string): RegExp =>
  new RegExp(String.raw`\+?${DIGIT}(?:(?:${between}|${ENTITY}){0,12}${DIGIT}){6,}`, 'giu');
const IN_WORDS = number(String.raw`[().\/\s\p{Pd}\p{Cf}\u2212\u00b7\u2022${MARKS.inline}]`);
/** In a script, words with a number may be put together with escapes, and with tags that have no attributes. */
const IN_STRINGS = number(
  String.raw`[().\p{Zs}\p{Pd}\p{Cf}]|\\u(?:00a0|20[\da-f]{2})|\\xa0|<\\?\/?[a-z]{1,8}>`,
);
const TAGS = /<[^>]*>/g;
/** So much, a separator counted as one, has a number at least. */
const SHORTEST = 9;
const DATE = /^(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}\/\d{1,2}\/\d{1,2})$/;

/** As a number may stand in code, between separators that code has, too. */
const NUMBER = /\+?\d[\d ().-]{7,}\d/g;
/** Groups with strokes between, where 1000/60/60/24 is none. */
const STROKES = /(?<![\d./])\d{1,3}(?:\/\d{2,4}){3,5}(?![\d/])/g;
/** A digit run of code, perhaps with a fraction. */
const VALUE = /\d+(?:\.\d+)?/g;

/**
 * For code, where `4294967295`, `z-index: 999999999` or `(now) - 86400000` look like one too: what is put there
 * is as good as code as it was, or the kit would not run.
 */
function withoutNumberInCode(whole: string): string {
  if (/\d +\d|\d\.\d+\.\d/.test(whole)) return SHOWN; // no code is written so: words
  if (/^\+?\d\.\d+$/.test(whole)) return whole; // a fraction
  const values = whole.match(VALUE) ?? [];
  if (values.length === 1) return whole.replace(VALUE, IN_CODE.join(''));
  let at = IN_CODE.length - values.length;
  return whole.replace(VALUE, () => IN_CODE[Math.max(0, at++)] ?? '');
}

/** The same for a script, a style sheet, a comment or the attributes of a tag. */
function withoutNumbersInPiece(piece: string): string {
  return piece
    .replace(IN_STRINGS, (whole) =>
      /^[+\d ().-]+$/.test(whole) ? whole : SHOWN + (whole.match(TAGS) ?? []).join(''),
    )
    .replace(STROKES, IN_CODE.join('/'))
    .replace(NUMBER, withoutNumberInCode);
}

function withoutNumberInWords(whole: string): string {
  const plain = whole.replaceAll(/&[^;]*;/g, '-').replaceAll(MARKS.inline, '');
  if (plain.length < SHORTEST || DATE.test(plain)) return whole;
  return SHOWN + MARKS.inline.repeat(whole.split(MARKS.inline).length - 1);
}

/** Numbers as they stand in a page would be called by someone who reads the fixture: none is kept. */
export function withoutNumbers(html: string): string {
  const pieces: string[] = [];
  const words = html.replaceAll(/[\uFFFE\uFFFF]/g, '').replace(PIECE, (piece) => {
    pieces.push(withoutNumbersInPiece(piece));
    return INLINE.test(piece) ? MARKS.inline : MARKS.other;
  });
  let at = 0;
  return words
    .replace(IN_WORDS, withoutNumberInWords)
    .replaceAll(/[\uFFFE\uFFFF]/g, () => pieces[at++] ?? '');
}
