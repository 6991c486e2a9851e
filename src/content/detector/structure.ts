import type { StructureFacts } from '../../detection/facts';
import { fromParagraphs, PROSE_LENGTH, proseShare } from '../../detection/text/prose';
import { findFirst } from '../safe-document';
import type { PlacedText, Visibility } from './page-text';
import { findEverywhere, firstOf, shadowRoots, standsIn } from './shadow-roots';

/** At most this many links are followed in a look. */
const LINK_LIMIT = 400;

/** So much of a link's words tells it from others (characters). */
const NAME_LENGTH = 100;

/** At most this many elements of a kind are checked; if none of them is visible, the page counts as having none. */
const KIND_LIMIT = 100;

/** Whether a person can see one of them. */
type Shows = (elements: Iterable<Element>) => boolean;

/** What tells one page of a site from another where the path does not: "?p=12", "#/cards". '' where there is none. */
const routeOf = ({ search, hash }: Location | HTMLAnchorElement | HTMLAreaElement): string =>
  search + (/^#[!/]./.test(hash) ? hash : '');

const nameOf = (link: HTMLAnchorElement | HTMLAreaElement): string =>
  ((link instanceof HTMLAnchorElement && link.textContent) || link.title || link.href)
    .trim()
    .slice(0, NAME_LENGTH);

/** Distinct pages of this site and distinct other sites that links lead to which a person can see. */
function countLinks(shows: Shows): Pick<StructureFacts, 'siteLinks' | 'outLinks'> {
  // The parts of a picture have no boxes of their own.
  const mapped = shows(findEverywhere('img[usemap]'));
  const pages = new Set<string>();
  /** What stands on links that differ by their query or route alone, by where they lead: dead ones repeat their words. */
  const routes = new Map<string, string>();
  const here = routeOf(location);
  const sites = new Set<string>();
  let seen = 0;
  for (const link of findEverywhere('a[href],area[href]')) {
    if ((seen += 1) > LINK_LIMIT) break;
    if (!(link instanceof HTMLAnchorElement || link instanceof HTMLAreaElement)) continue;
    if (!/^https?:$/.test(link.protocol)) continue;
    if (link instanceof HTMLAreaElement ? !mapped : !shows([link])) continue;
    if (link.host !== location.host) sites.add(link.host);
    else if (link.pathname !== location.pathname) pages.add(link.pathname);
    else if (routeOf(link) !== '' && routeOf(link) !== here) routes.set(routeOf(link), nameOf(link));
  }
  return { siteLinks: pages.size + new Set(routes.values()).size, outLinks: sites.size };
}

const has = (selector: string): boolean => findFirst(selector) !== null;

/** A line of a machine's own notes: a time, a count or an address in front. */
const NOTE = /^\s*(?:\[\s*\d|\d[:.,\d]*\s|(?=\S*\d)[\dA-F]{4})/i;
const LEAST_NOTES = 4;
/** So much of a text (characters) says whether it is a list of them. */
const LISTING_LENGTH = 4_000;

/** What a false console lists, line by line, is no prose. */
function isListing(text: string): boolean {
  const lines = text
    .slice(0, LISTING_LENGTH)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.length >= LEAST_NOTES && lines.filter((line) => NOTE.test(line)).length * 2 > lines.length;
}

/** Characters in runs of text of PROSE_LENGTH or more, and how many such runs there are. */
function measureProse(texts: readonly PlacedText[]): { length: number; paragraphs: number } {
  const prose = { length: 0, paragraphs: 0 };
  let run = 0;
  const flush = (): void => {
    if (run >= PROSE_LENGTH) {
      prose.length += run;
      prose.paragraphs += 1;
    }
    run = 0;
  };
  for (const { text, glued } of texts) {
    if (!glued) flush();
    if (!isListing(text)) run += text.trim().length;
  }
  flush();
  return prose;
}

/**
 * What prose makes of an article beside its marks, at most, and the share of the marks that counts with no prose at all.
 * Chosen by hand; of a page that could not be read prose counts twice as much (src/detection/frames/unread-frame.ts).
 */
const FROM_PROSE = 0.2;
const MARKS_ALONE = 0.3;
/** What each of the four marks of an article makes of one; by hand. */
const MARK = 0.15;

const DATED = 'time,[datetime],[itemprop=datePublished],[property="article:published_time"]';
const SIGNED = '[rel=author],[itemprop=author],[class*=author i],[class*=byline i],[name=author]';
const SHOP =
  '[itemtype*="/Product"],[itemprop=price],[class*=add-to-cart i],[class*=addtocart i],[id*=add-to-cart i]';

const MENU = 'nav,[role=navigation],header,[class*=menu i],[class*=navbar i]';

/** Links of a menu whose entries are components: each stands in a shadow root of its own, in the menu. */
function* linksOfMenus(): Generator<Element> {
  if (shadowRoots.length === 0) return;
  const menus = firstOf(findEverywhere(MENU), KIND_LIMIT);
  let asked = 0;
  for (const root of shadowRoots)
    for (const link of root.querySelectorAll('a')) {
      if ((asked += 1) > LINK_LIMIT) return;
      if (standsIn(menus, link)) yield link;
    }
}

/**
 * What honest pages have and lockers rarely do. Only what is seen counts, but for an article's marks for machines: a
 * scam has a whole menu where nobody sees it.
 * @param texts the visible texts of the page
 */
export function readStructure(
  texts: readonly PlacedText[],
  visibility: Visibility,
): Omit<StructureFacts, 'quotedShare'> {
  const prose = measureProse(texts);
  const shows: Shows = (elements) => {
    let asked = 0;
    for (const element of elements) {
      if ((asked += 1) > KIND_LIMIT) return false; // of tens of thousands not each is brought into this world
      if (visibility.of(element)) return true;
    }
    return false;
  };
  const sees = (selector: string): boolean => shows(findEverywhere(selector));
  const marks =
    (sees('h1,h2') ? MARK : 0) +
    (sees('article,main,[role=main],[itemtype*="Article"]') ? MARK : 0) +
    (has(DATED) ? MARK : 0) +
    (has(SIGNED) ? MARK : 0);
  const share = proseShare(prose.length);
  const byMarks = marks * (MARKS_ALONE + (1 - MARKS_ALONE) * share);
  const article = byMarks + FROM_PROSE * share + fromParagraphs(prose.paragraphs);
  return {
    article: Math.round(article * 100) / 100,
    proseLength: prose.length,
    ...countLinks(shows),
    navigation: sees(`:is(${MENU}) a`) || shows(linksOfMenus()),
    footer: sees('footer,[role=contentinfo],[id=footer],[class=footer]'),
    signIn: sees('input[type=password],input[autocomplete^=cc-]'),
    shop: sees(SHOP),
  };
}
