/** As a telephone number, between its separators, stands in a page. */
const NUMBER = /\+?\d[\d ().-]{7,}\d/g;
/** What is put in its place: of a range kept for fiction. */
const SHOWN = '+1 888 555 0100';
const IN_CODE = ['1', '888', '5550100'];

/** A script or style sheet, a tag with its attributes, or words. */
const PIECE = /<(script|style)\b[\s\S]*?<\/\1\s*>|<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/gi;

/** A digit run of code, perhaps with a fraction. */
const VALUE = /\d+(?:\.\d+)?/g;

/**
 * The same for code, where `4294967295`, `z-index: 999999999` or `(now) - 86400000` look like one too: what is put there
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

/** Numbers as they stand in a page would be called by someone who reads the fixture: none is kept. */
export function withoutNumbers(html: string): string {
  return html.replace(PIECE, (piece) =>
    piece.startsWith('<') ? piece.replace(NUMBER, withoutNumberInCode) : piece.replace(NUMBER, SHOWN),
  );
}
