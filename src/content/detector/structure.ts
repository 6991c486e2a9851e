import type { StructureFacts } from '../../detection/facts';
import { findAll, findFirst } from '../safe-document';
import type { PlacedText } from './page-text';

const LINK_LIMIT = 400;
/** A paragraph from this many characters on is prose. */
const PROSE_LENGTH = 80;

/** Distinct pages of this site and distinct other sites that the page links to. */
function countLinks(): Pick<StructureFacts, 'siteLinks' | 'outLinks'> {
  const pages = new Set<string>();
  const sites = new Set<string>();
  let seen = 0;
  for (const link of findAll('a[href],area[href]')) {
    if ((seen += 1) > LINK_LIMIT) break;
    if (!(link instanceof HTMLAnchorElement || link instanceof HTMLAreaElement)) continue;
    if (!/^https?:$/.test(link.protocol)) continue;
    if (link.host !== location.host) sites.add(link.host);
    else if (link.pathname !== location.pathname) pages.add(link.pathname);
  }
  return { siteLinks: pages.size, outLinks: sites.size };
}

const has = (selector: string): boolean => findFirst(selector) !== null;

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
    run += text.trim().length;
  }
  flush();
  return prose;
}

const DATED = 'time,[datetime],[itemprop=datePublished],[property="article:published_time"]';
const SIGNED = '[rel=author],[itemprop=author],[class*=author i],[class*=byline i],[name=author]';
const SHOP =
  '[itemtype*="/Product"],[itemprop=price],[class*=add-to-cart i],[class*=addtocart i],[id*=add-to-cart i]';

/** What honest pages have and lockers rarely do. @param texts the visible texts of the page */
export function readStructure(texts: readonly PlacedText[]): Omit<StructureFacts, 'quotedShare'> {
  const prose = measureProse(texts);
  const marks =
    (has('h1,h2') ? 0.15 : 0) +
    (has('article,main,[role=main],[itemtype*="Article"]') ? 0.15 : 0) +
    (has(DATED) ? 0.15 : 0) +
    (has(SIGNED) ? 0.15 : 0);
  const share = Math.min(1, prose.length / 1_200);
  const article = marks * (0.3 + 0.7 * share) + 0.2 * share + 0.2 * Math.min(1, prose.paragraphs / 5);
  return {
    article: Math.round(article * 100) / 100,
    proseLength: prose.length,
    ...countLinks(),
    navigation: has('nav,[role=navigation],header a,[class*=menu i] a,[class*=navbar i] a'),
    footer: has('footer,[role=contentinfo],[id=footer],[class=footer]'),
    signIn: has('input[type=password],input[autocomplete^=cc-]'),
    shop: has(SHOP),
  };
}
