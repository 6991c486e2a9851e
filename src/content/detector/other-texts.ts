import { findAll } from '../safe-document';
import { noLimit, type IsOver, type PlacedText, type Visibility } from './page-text';

/** Elements asked for attributes, and for what style rules write before and after them. */
const ATTRIBUTE_LIMIT = 300;
const GENERATED_LIMIT = 250;
const SEARCH_LIMIT = 1_500;
const LENGTH = 500;
/** Of a link that calls a number; with so many digits it says the number itself. */
const LABEL_LENGTH = 120;
const SAID_DIGITS = 6;

/** Elements that cannot have such words. */
const WORDLESS = new Set([
  'SCRIPT',
  'STYLE',
  'IMG',
  'BR',
  'HR',
  'INPUT',
  'META',
  'LINK',
  'SOURCE',
  'IFRAME',
  'OPTION',
  'path',
]);

const ATTRIBUTES = ['alt', 'title', 'aria-label', 'placeholder'];

/** An address with %2B and the like undone; as it is where one of them is broken. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What a link says that calls a number, and the number where it does not say that itself: "Call now" is all one reads. */
export function calledNumber(link: Element): string | null {
  const number = /^tel:[\s/]*([+\d(][\d\s().-]{6,24})/i.exec(decoded(link.getAttribute('href') ?? ''))?.[1];
  const label = link.textContent.trim().slice(0, LABEL_LENGTH);
  return number === undefined || label.replace(/\D/g, '').length >= SAID_DIGITS
    ? null
    : `${label} ${number.trim()}`;
}

/** Words in attributes; of fields only what the page itself wrote on buttons and read-only boxes, never what is typed. */
export function attributeTexts(visibility: Visibility, isOver: IsOver = noLimit): PlacedText[] {
  const placed: PlacedText[] = [];
  const add = (element: Element, text: string | null): void => {
    if (text && text.trim().length > 2 && visibility.of(element))
      placed.push({ text: text.slice(0, LENGTH), glued: false, element });
  };
  const selector =
    '[alt],[title],[aria-label],[placeholder],input[type=button],input[type=submit],input[readonly],a[href^="tel:" i]';
  let seen = 0;
  for (const element of findAll(selector)) {
    if ((seen += 1) > ATTRIBUTE_LIMIT || isOver()) break;
    add(element, calledNumber(element));
    for (const name of ATTRIBUTES) add(element, element.getAttribute(name));
    if (element instanceof HTMLInputElement && element.type !== 'password')
      add(element, element.getAttribute('value'));
  }
  return placed;
}

/** What stands between the quotes of a computed `content`, '' for pictures, counters and icon letters. */
export function contentText(content: string): string {
  const own = content.replace(/url\("[^"]*"\)/g, '');
  const quoted = [...own.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
  const letter = (_all: string, code: string): string =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xffff));
  const text = quoted.join('').replace(/\\([\da-f]{1,6}) ?/gi, letter).replace(/\\(.)/g, '$1').trim(); // prettier-ignore
  return /[\p{L}\p{N}]/u.test(text) && !/[\uE000-\uF8FF]/.test(text) ? text.slice(0, LENGTH) : '';
}

/** Elements without elements in them, from the beginning and the end of the page. */
function leaves(): Element[] {
  const all = findAll('body *');
  const found: Element[] = [];
  for (let index = 0; index < all.length && index < SEARCH_LIMIT; index += 1) {
    for (const element of [all[index], all[all.length - 1 - index]])
      if (element?.childElementCount === 0 && !WORDLESS.has(element.nodeName)) found.push(element);
    if (found.length >= GENERATED_LIMIT || 2 * index >= all.length) break;
  }
  return found;
}

/** Words that style rules put on the page with `::before` and `::after`. */
export function generatedTexts(visibility: Visibility, isOver: IsOver = noLimit): PlacedText[] {
  const placed: PlacedText[] = [];
  for (const element of leaves()) {
    if (isOver()) break;
    if (!visibility.of(element)) continue;
    for (const side of ['::before', '::after']) {
      const text = contentText(getComputedStyle(element, side).content);
      if (text.length > 0)
        placed.push({ text, glued: placed.at(-1)?.element.parentNode === element.parentNode, element });
    }
  }
  return placed;
}
