import { changeWords, partsOf, replaceWords, untitled, withStyle } from './dom';

const LOOK_ALIKES: Record<string, string> = {
  a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у', A: 'А', C: 'С', E: 'Е', O: 'О', P: 'Р', T: 'Т',
}; // prettier-ignore

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Something after every second character of a word. */
function sprinkle(what: string): (html: string) => string {
  return (html) => changeWords(html, (text) => text.replaceAll(/(?<=\S)(?=\S)/g, what));
}

/** A look-alike from another alphabet for every Latin letter that has one. */
export function homoglyphs(html: string): string {
  return changeWords(html, (text) => text.replaceAll(/[a-z]/gi, (letter) => LOOK_ALIKES[letter] ?? letter));
}

/** The wide forms that East Asian fonts have for Latin letters and digits. */
export function fullWidth(html: string): string {
  return changeWords(html, (text) =>
    text.replaceAll(/[\u0021-\u007e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  );
}

export const zeroWidth = sprinkle('\u200B');
export const softHyphens = sprinkle('\u00AD');

/** Words cut into elements of two letters. */
export function splitNodes(html: string): string {
  return replaceWords(html, (document, text) => partsOf(document, text.match(/[\s\S]{1,2}/g) ?? []));
}

const IN_LINE = ['ins', 's', 'abbr', 'x-y', 'cite', 'label', 'tt', 'slot'];

/** Words cut into elements that stand in a line unless a style says otherwise, some of the page's own naming. */
export function splitOthers(html: string): string {
  const plain = '.o *{font:inherit;text-decoration:none}';
  const changed = replaceWords(html, (document, text) => {
    const whole = partsOf(document, text.match(/[\s\S]{1,3}/g) ?? [], IN_LINE);
    whole.className = 'o';
    return whole;
  });
  return withStyle(changed, plain);
}

/** Words cut into boxes that a style puts into one line; not in paragraphs, which the parser would end there. */
export function splitBoxes(html: string): string {
  const withoutP = html.replaceAll(/<(\/?)p(?=[\s>])/g, '<$1div');
  const changed = replaceWords(withoutP, (document, text) => {
    const whole = partsOf(document, text.match(/[\s\S]{1,3}/g) ?? [], ['p-q', 'div', 'section']);
    whole.className = 'o';
    return whole;
  });
  return withStyle(changed, '.o *{display:inline}');
}

/** Every word in a box of its own, side by side with a gap. */
export function wordBoxes(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const whole = partsOf(document, text.match(/\S+/g) ?? [], ['div']);
    whole.className = 'o';
    return whole;
  });
  return withStyle(changed, '.o{display:flex;flex-wrap:wrap;gap:.3em}');
}

/** Letters that nobody sees in the middle of every word, and a title that says nothing. */
export function hiddenInside(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const whole = document.createElement('span');
    for (const piece of text.match(/\S+|\s+/g) ?? []) {
      const half = Math.ceil(piece.length / 2);
      const hidden = Object.assign(document.createElement('i'), { className: 'j', textContent: 'qxv' });
      if (/\S{4}/.test(piece)) whole.append(piece.slice(0, half), hidden, piece.slice(half));
      else whole.append(piece);
    }
    return whole;
  });
  return withStyle(untitled(changed), '.j{position:absolute;opacity:0;font-size:1px}');
}

/** Every word written backwards, and turned round again by the style sheet. */
function backwards(css: string, byLetter: boolean): (html: string) => string {
  return (html) => {
    const changed = replaceWords(html, (document, text) => {
      const whole = document.createElement('span');
      for (const piece of text.split(/(\s+)/)) {
        if (!piece.trim()) {
          whole.append(piece);
          continue;
        }
        const word = document.createElement('span');
        word.className = 'w';
        const letters = [...piece].reverse();
        if (byLetter)
          for (const letter of letters)
            word.append(Object.assign(document.createElement('i'), { textContent: letter }));
        else word.textContent = letters.join('');
        whole.append(word);
      }
      return whole;
    });
    return withStyle(changed, css);
  };
}

export const rowReverse = backwards(
  '.w{display:inline-flex;flex-direction:row-reverse}.w i{font-style:inherit}',
  true,
);
export const rightToLeft = backwards(
  '.w{unicode-bidi:bidi-override;direction:rtl;display:inline-block}',
  false,
);

/** Pieces of words and numbers stand in any order, and the style sheet puts them into theirs. */
export function cssOrder(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const whole = document.createElement('span');
    whole.className = 'o';
    const pieces = (text.match(/\S{1,5}\s*/g) ?? []).map((piece, index) => {
      const part = document.createElement('span');
      part.textContent = piece;
      part.style.order = String(index);
      return part;
    });
    // Every second piece first, and those from the end: no two neighbours stay together.
    whole.append(...pieces.filter((_, index) => index % 2 === 1).reverse());
    whole.append(...pieces.filter((_, index) => index % 2 === 0));
    return whole;
  });
  return withStyle(changed, '.o{display:flex;flex-wrap:wrap;white-space:pre}');
}

/** Every word written backwards, each letter floated to the right. */
export const floatRight = backwards('.w{display:inline-block}.w i{float:right;font-style:inherit}', true);

/** The words live in the style sheet's generated content only. */
export function cssContent(html: string): string {
  const changed = replaceWords(html, (document, text) => {
    const span = document.createElement('span');
    span.dataset.t = text;
    return span;
  });
  return withStyle(changed, '[data-t]::before{content:attr(data-t)}');
}

/** Capital O for each zero, and dots between the groups. */
export function lettersForZeros(html: string): string {
  return changeWords(html, (text) =>
    text.replaceAll(/\d[\d\s()+-]{6,}\d/g, (number) => number.replaceAll('0', 'O').replaceAll('-', ' . ')),
  );
}

/** Telephone numbers as English words. */
export function numberWords(html: string): string {
  return changeWords(html, (text) =>
    text.replaceAll(/\d[\d\s()+-]{6,}\d/g, (number) =>
      number.replaceAll(/\D/g, '').replaceAll(/\d/g, (digit) => ` ${NUMBER_WORDS[Number(digit)] ?? ''}`),
    ),
  );
}
