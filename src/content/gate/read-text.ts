import { TITLE_READ } from '../../detection/facts';
import {
  findAll,
  findFirst,
  hasMoreThan,
  isInBody,
  pageBody,
  pageImages,
  pageRoot,
  pageTitle,
  root,
  shadowOf,
} from '../safe-document';
import { isOfThePage, unsafeNameOf, textNodes, type ReadLimits } from '../text-nodes';
import { isStuffed } from '../words-of';
import { addTexts, type PageText } from './joined-text';

const LIMITS: ReadLimits = { head: 10_000, tail: 5_000, nodes: 3_000, ms: 100, node: 6_000 };
const SHADOW_LIMITS: ReadLimits = { head: 4_000, tail: 0, nodes: 500, ms: 20, node: LIMITS.node };
/** Empty elements passed over, elements asked for a shadow root, pictures asked for their alternative text. */
const EMPTY_LIMIT = 300;
const HOST_LIMIT = 25;
const PICTURE_LIMIT = 20;

/**
 * A text longer than this (characters) is worth a try of the browser's own reading first: hundreds of nodes brought
 * into this world cost more than the scan. Shorter ones, as most scams are, are read word by word at once.
 */
const LONG = 3_000;
/** With scripts in the body its text is theirs too: so much of it (characters) is still worth trying. */
const LONG_WITH_SCRIPTS = 25_000;
/** On a page of more elements nothing is asked that would have the browser walk through all of them. */
const HUGE = 6_000;
/** Neighbours of one letter each are words taken apart; only the reading by nodes sees that. */
const APART = `${':is(span,i,b,em,font,u,bdo)+'.repeat(7)}*`;

/**
 * The parts of a long page that readText would read, as the browser gives them at once, with neither gaps between
 * blocks nor closed shadows. Null where that could hide something that readText would find, and on a huge page: it has
 * to be asked then.
 */
export function longText(): string | null {
  if (hasMoreThan(HUGE)) return null;
  const whole = `${pageRoot()?.textContent ?? ''}`; // a page can be one form, and this a field of it
  const head = whole.slice(0, LIMITS.head);
  const tail = whole.slice(-LIMITS.tail);
  if (whole.length < LONG || isStuffed(head) || isStuffed(tail) || findFirst(APART)) return null;
  const page = begin();
  const hasScripts = WITHOUT_WORDS.some(isInBody);
  if (hasScripts && whole.length > LONG_WITH_SCRIPTS) return null;
  page.text += hasScripts ? `\n${whole}` : `\n${head}\n${tail}`;
  addWordsAside(page);
  addShadowsInBody(page);
  return page.text;
}

/** Elements whose text nobody reads. */
const WITHOUT_WORDS = ['script', 'style', 'noscript'];

/** Elements that the page itself defines have a dash in their name. */
const NAME_OF_THEIR_OWN = /-/;

/** Whether a shadow root may be all that an element right in the body shows, as in boxes laid over a page. */
const mayHost = (child: Element): boolean =>
  NAME_OF_THEIR_OWN.test(unsafeNameOf(child)) || !(child.childElementCount || child.textContent);

/**
 * Elements that are always without text of their own, and are never hosts of a shadow root; and forms, whose properties a
 * page can take for its fields: one named `localName` stands in the place of the name, as "[object …]".
 */
const EMPTY = /^(?:img|[bh]r|input|meta|link|source|iframe|form|script|style|path)$|^\[/;

/** Where a root may stand: where a page says nothing, and in the place of what it seems to say. */
const HOSTS = 'body :empty,body>*';
/** Asked after those, so that a menu full of boxes leaves none of them out. */
const MORE_HOSTS = ':root>*,body>*>*';

function addShadows(page: PageText, hosts: ArrayLike<Element>, isHost?: (host: Element) => boolean): void {
  let asked = 0;
  for (let index = 0; index < hosts.length && index < EMPTY_LIMIT && asked < HOST_LIMIT; index += 1) {
    // From both ends in turn: what lies over a page stands last.
    const host = hosts[index % 2 ? hosts.length - (index + 1) / 2 : index / 2];
    if (!host || EMPTY.test(unsafeNameOf(host)) || isHost?.(host) === false) continue;
    asked += 1;
    const shadow = shadowOf(host);
    if (!shadow) continue;
    shadows.push(shadow);
    addTexts(page, textNodes(shadow, SHADOW_LIMITS));
    // A root inside another one; each level is as cheap as the first, and so many roots are enough.
    if (shadows.length < HOST_LIMIT) addShadows(page, shadow.querySelectorAll('*'), isHost);
  }
}

/** The shadow roots that the last reading met: no change inside them is told to who watches the document. */
export const shadows: ShadowRoot[] = [];

const addShadowsInBody = (page: PageText): void => addShadows(page, pageBody()?.children ?? [], mayHost);

/** The title, which each reading begins with. */
function begin(): PageText {
  shadows.length = 0;
  return { text: pageTitle().slice(0, TITLE_READ), pieces: 0 };
}

/**
 * What stands beside the body, and the alternative texts of pictures. Read after the page's own text, as roots are: so
 * much of the whole is scanned, and a page can fill as many boxes as it likes.
 */
function addWordsAside(page: PageText): void {
  // A box can lie over a page from there. (Without a body all there is has been read.)
  const body = pageBody();
  let asked = 0;
  for (let node = body && root()?.firstChild; node && ++asked <= HOST_LIMIT; node = node.nextSibling) {
    if (node.nodeType === 3) page.text += `\n${(node as Text).data.slice(0, 300).trim()}`;
    else if (node !== body && unsafeNameOf(node) !== 'head') addTexts(page, textNodes(node, SHADOW_LIMITS));
  }
  const pictures = pageImages();
  let told = 0;
  for (let index = 0; index < pictures.length && index < EMPTY_LIMIT && told < PICTURE_LIMIT; index += 1) {
    const words = pictures[index]?.getAttribute('alt');
    if (words === null || words === undefined) continue;
    told += 1;
    page.text += `\n${words.slice(0, 300)}`;
  }
}

/** A page that says less, blanks left out, may have its words in its style rules or in attributes these rules show. */
const SAYS_SOMETHING = /^(?:\s*\S){200}/;
const STYLE_LENGTH = 5_000;

/** No style rules, so words that a style shows. */
const SHOWN_RULES = /content:\s*["']|^[^{]*$/;

/**
 * Where a page shows words that are no text of it (`content: attr(…)`, `content: "…"`, a style element that is shown, a
 * text box that nobody can write in), they are read at their source. Not once somebody has pressed anything: a form that is
 * being sent is closed for writing, too, with what that person wrote.
 */
function addStyled(page: PageText): void {
  const empty = findAll('body :empty');
  for (let index = 0; index < empty.length && index < EMPTY_LIMIT; index += 1) {
    const element = empty[index] as HTMLTextAreaElement; // or any other: of a form these may be fields of it
    if (isOfThePage(element) && element.type !== 'password')
      page.text += `\n${String(element.value).slice(0, 300)}`;
    if (EMPTY.test(unsafeNameOf(element))) continue;
    const { attributes } = element;
    for (let at = 0; at < attributes.length; at += 1) page.text += `\n${attributes[at]?.value.slice(0, 300)}`;
  }
  const styles = findAll('style,script[type]');
  for (let index = 0; index < styles.length && index < HOST_LIMIT; index += 1) {
    const rules = styles[index]?.textContent ?? '';
    if (SHOWN_RULES.test(rules)) page.text += `\n${rules.slice(0, STYLE_LENGTH)}`;
  }
}

/**
 * The title, up to 15,000 characters of a page's text and what stands beside it, in one pass that asks for neither style
 * nor layout.
 * @param tells its text as a whole does (longText): more of it is read, for what nobody sees may stand around the words
 */
export function readText(tells?: boolean): PageText {
  const page = begin();
  const whole = pageRoot();
  if (whole) addTexts(page, textNodes(whole, tells ? { ...LIMITS, head: LONG_WITH_SCRIPTS } : LIMITS));
  addWordsAside(page);
  if (!whole) return page;
  if (hasMoreThan(HUGE)) addShadowsInBody(page);
  else {
    addShadows(page, findAll(HOSTS));
    addShadows(page, findAll(MORE_HOSTS));
  }
  if (!SAYS_SOMETHING.test(page.text)) addStyled(page);
  return page;
}
