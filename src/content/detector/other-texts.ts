import { bothEnds, findAll } from '../safe-document';
import { noLimit, type IsOver, type PlacedText, type Visibility } from './page-text';
import { attributeOf, childCount, nameOf, parentOf, previousOf, rectOf, textOf } from './safe-element';
import { shadowRoots } from './shadow-roots';
import { isBox, wordsOfPage } from './text-boxes';

/** Elements asked for attributes, and for what style rules write before and after them. */
const ATTRIBUTE_LIMIT = 200;
const GENERATED_LIMIT = 250;
const AROUND_LIMIT = 80;
const SEARCH_LIMIT = 1_500;
const LENGTH = 500;
/** Of a link that calls a number; with so many digits it says the number itself. */
const LABEL_LENGTH = 120;
const SAID_DIGITS = 6;

/** Elements that cannot have such words. */
const WORDLESS = /^(?:img|[bh]r|input|meta|link|source|iframe|option|script|style|path)$/;

const ATTRIBUTES = ['alt', 'title', 'aria-label', 'placeholder'];

/** An address with %2B and the like undone; as it is where one of them is broken. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The address that a button's own script goes to. */
const CALLS = /(?<=["'`])tel:[^"'`]*/i;

/** What a link or button says that calls a number, and the number where it does not say that itself: "Call now" is all one reads. */
export function calledNumber(link: Element): string | null {
  const called = attributeOf(link, 'href') ?? CALLS.exec(attributeOf(link, 'onclick') ?? '')?.[0] ?? '';
  const number = /^tel:[\s/]*([+\d(][\d\s().-]{6,24})/i.exec(decoded(called))?.[1];
  const label = textOf(link).trim().slice(0, LABEL_LENGTH);
  if (number === undefined) return null;
  const last = number.replace(/\D/g, '').slice(-SAID_DIGITS);
  return label.replace(/\D/g, '').includes(last) ? null : `${label} ${number.trim()}`;
}

/** In the document and in the shadow roots that were read; of many in one, those from its beginning and its end. */
function* everywhere(selector: string): Generator<Element> {
  for (const root of [null, ...shadowRoots])
    yield* bothEnds(root ? root.querySelectorAll(selector) : findAll(selector), ATTRIBUTE_LIMIT);
}

const WITH_WORDS =
  '[alt],[title],[aria-label],[placeholder],input[type=button],input[type=submit],input[type=reset],input[readonly],input[disabled],textarea[readonly],textarea[disabled],a[href^="tel:" i],area[href^="tel:" i],[onclick*="tel:" i]';

/** Words in attributes; of fields only what the page itself wrote on buttons and read-only boxes, never what is typed. */
export function attributeTexts(visibility: Visibility, isOver: IsOver = noLimit): PlacedText[] {
  const placed: PlacedText[] = [];
  const add = (element: Element, text: string | null): void => {
    // The parts of a picture have no box of their own.
    if (text && text.trim().length > 2 && (nameOf(element) === 'area' || visibility.of(element)))
      placed.push({ text: text.slice(0, LENGTH), glued: false, element });
  };
  for (const element of everywhere(WITH_WORDS)) {
    if (isOver()) break;
    add(element, calledNumber(element));
    for (const name of ATTRIBUTES) add(element, attributeOf(element, name));
    if (isBox(element)) add(element, wordsOfPage(element));
  }
  return placed;
}

/** Of a computed `content` no more is looked at (characters): a page can write millions. */
const CONTENT_LENGTH = 4_000;
const PICTURES_LENGTH = 200_000;

/** As much of a computed `content` as is looked at, behind its pictures: one can be longer than all that is read. */
const writtenIn = (content: string): string =>
  content.slice(0, PICTURES_LENGTH).replace(/url\("[^"]*(?:"\)|$)/g, '').slice(0, CONTENT_LENGTH); // prettier-ignore

/** What stands between the quotes of a computed `content`, '' for pictures, counters and icon letters. */
export function contentText(content: string): string {
  const own = writtenIn(content);
  // The last quote may have been cut off.
  const quoted = [...own.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"?/g)].map((match) => match[1] ?? '');
  const letter = (_all: string, code: string): string =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xffff));
  const text = quoted.join('').replace(/\\([\da-f]{1,6}) ?/gi, letter).replace(/\\(.)/g, '$1'); // prettier-ignore
  return /[\p{L}\p{N}]/u.test(text) && !/[\uE000-\uF8FF]/.test(text) ? text.slice(0, LENGTH) : '';
}

/**
 * Elements that style rules may write words before and after: those without elements in them, and some around others,
 * from the beginning and the end of a list, in its order.
 */
function styledIn(all: NodeListOf<Element>): Element[] {
  const found: [number, Element][] = [];
  let leaves = 0;
  let outer = 0;
  const half = Math.min(SEARCH_LIMIT, all.length / 2);
  for (let index = 0; index < half && leaves < GENERATED_LIMIT; index += 1) {
    for (const at of new Set([index, all.length - 1 - index])) {
      const element = all[at];
      if (!element || WORDLESS.test(nameOf(element))) continue;
      if (childCount(element) === 0) leaves += 1;
      else if ((outer += 1) > AROUND_LIMIT) continue;
      found.push([at, element]);
    }
  }
  return found.sort(([one], [other]) => one - other).map(([, element]) => element);
}

/** Firefox gives `attr(…)` as it stands in the rule, Chromium what it stands for. */
const FROM_ATTRIBUTE = /\battr\(\s*([\w-]+)(?:[^\w)-][^)]*)?\)/g;

/** What a style rule writes on one side of an element. */
function writtenOn(element: Element, side: '::before' | '::after'): string {
  const { content, visibility } = getComputedStyle(element, side);
  // A text box is made to grow by what is typed in it, written once more where nobody sees it.
  if (visibility === 'hidden') return '';
  const inQuotes = (_all: string, name: string): string =>
    JSON.stringify((attributeOf(element, name) ?? '').slice(0, LENGTH));
  return contentText(writtenIn(content).replace(FROM_ATTRIBUTE, inQuotes));
}

/** Right behind a figure, with no blank between, a word is in the next line. */
const BEGINS_WORD = /^\p{L}/u;

/**
 * What style rules write before and after an element: as one text where there is nothing between, or more figures, for a
 * number may go over all three. What stands in a text box may be the person's.
 */
function writtenAround(element: Element): string[] {
  const before = writtenOn(element, '::before');
  const after = writtenOn(element, '::after');
  if (before + after === '') return [];
  const own = childCount(element) === 0 && !isBox(element) ? textOf(element) : null;
  const isOne =
    own?.trim() === ''
      ? !(/\d$/.test(before + own) && BEGINS_WORD.test(after))
      : own !== null && /\d/.test(own) && /\d/.test(before + after);
  const texts = isOne ? [`${before}${own ?? ''}${after}`.slice(0, LENGTH)] : [before, after];
  return texts.filter((text) => text !== '');
}

/** Words that style rules put on the page with `::before` and `::after`, where they are seen. */
export function generatedTexts(seen: Visibility, isOver: IsOver = noLimit): PlacedText[] {
  const placed: PlacedText[] = [];
  const add = (element: Element): void => {
    for (const text of writtenAround(element)) {
      const last = placed.at(-1)?.element;
      placed.push({ text, glued: last !== undefined && touches(last, element), element });
    }
  };
  const lists = [findAll(':not(head,head *)'), ...shadowRoots.map((root) => root.querySelectorAll('*'))];
  for (const list of lists)
    for (const element of styledIn(list)) {
      if (isOver()) return placed;
      if (seen.of(element)) add(element);
    }
  return placed;
}

/** Whether what style rules write at two elements is read as one: no blank in the markup, and not in the next line. */
function touches(last: Element, element: Element): boolean {
  if (last === element || parentOf(last) !== parentOf(element) || followsBlank(element)) return false;
  const [above, box] = [rectOf(last), rectOf(element)];
  return box.top <= above.top || box.top < above.bottom;
}

/** Whether a blank in the markup parts an element from what stands before it. */
function followsBlank(element: Element): boolean {
  const before = previousOf(element);
  return before instanceof Text && /\s$/.test(before.data);
}
