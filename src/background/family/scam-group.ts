/**
 * The rule: a scam takes with it the pages above it that are suspicious or of its own site (not of a platform), and of
 * what these opened whatever is suspicious or on its host, and what was opened by its hosts during their stay in the tab
 * (or by a script right before they came) and is still where that led; from a quiet page only the way down to the scam.
 * Never one that shows a site which is trusted or paused.
 */
import type { Case } from '../../messages/ui-messages';
import { hostOf } from '../state/host';
import { isPlatform } from '../state/platforms';
import { whyLeftAlone } from '../state/trust';
import { isElsewhere } from './elsewhere';
import { withoutLeftAlone } from './left-alone';
import { belongs, lookAtKin, shownAddress, shownHost, type Kin, type Parent } from './scam-kin';

/** A page opened no more than this deep belongs to the same scam. */
const DEPTH = 4;

/** What is known of the scam whose tabs are looked for; `host` is the judged one, of a private window too. */
type FamilyCase = Pick<Case, 'host' | 'hostMark' | 'level' | 'injectedIntoHonestSite'>;

/**
 * The tab, with the tabs that belong to the same scam by the rule above, whether or not it still shows the scam itself.
 * @param known its case; without one it is taken for a scam that has just been noticed
 */
export async function scamGroup(tabId: number, known: FamilyCase | null = null): Promise<number[]> {
  // A page the person just wants gone, and an honest site that a number was put into, are no scam's own.
  const isScam = known === null || (known.level !== 'quiet' && !known.injectedIntoHonestSite);
  void whyLeftAlone('', Date.now()); // a slow store is read while the browser is asked
  const start = { ...(await lookAtKin(tabId)), isScam, popupHost: '' };
  const elsewhere = start.tab !== null && known !== null && isElsewhere(start.tab, start.state, known);
  const own = isScam && !elsewhere ? ownHosts(start, known) : [];
  const hosts = new Set(isScam ? [known?.host ?? '', ...own] : []);
  let ring = await pathUp(start, { showsScam: own.includes(shownHost(start)) });
  const found = new Set(ring.map(({ id }) => id));
  for (let depth = 0; depth < DEPTH && ring.length > 0; depth += 1) {
    for (const kin of ring)
      if (kin.id !== tabId && kin.isScam && kin.suspicious) for (const host of ownHosts(kin)) hosts.add(host);
    hosts.delete('');
    ring = await openedBy(ring, hosts, found);
    for (const { id } of ring) found.add(id);
  }
  return [...found];
}

/**
 * Hosts of the scam in a tab: those that have told something, for it may have moved itself to any site; where none is
 * known, that of what it shows. @param known its case: what has told since and is quiet is not the scam's
 */
function ownHosts(kin: Kin, known: FamilyCase | null = null): string[] {
  const { stay, frames, level } = kin.state;
  const quiet = known !== null && level === 'quiet' ? hostOf(frames[0]?.address ?? '') : '';
  const told = [known?.host ?? '', ...stay.hosts.filter((host) => host !== quiet)].filter(Boolean);
  return told.length > 0 ? told : [shownHost(kin)];
}

/**
 * The tab, and above it the pages that opened it, as long as they are suspicious or of the site that they opened.
 * @param showsScam whether what the tab shows is the scam itself: only then does its site say anything
 */
async function pathUp(start: Parent, { showsScam }: { showsScam: boolean }): Promise<Parent[]> {
  const path = [start];
  let below = start;
  while (path.length <= DEPTH && below.state.openedBy !== null) {
    const above = await lookAtKin(below.state.openedBy);
    // On a platform the page above may be the person's own.
    const same = showsScam && isOpenedBySite(above, below) && !isPlatform(shownHost(above));
    if (path.some(({ id }) => id === above.id) || !(above.suspicious || same)) break;
    if ((await withoutLeftAlone([above])).length === 0) break;
    below = { ...above, isScam: above.suspicious, popupHost: '' };
    path.push(below);
  }
  return path;
}

/** What these tabs opened that belongs to the scam and was not found before. */
async function openedBy(ring: Parent[], hosts: Set<string>, found: Set<number>): Promise<Parent[]> {
  const now = Date.now();
  const pairs = ring.flatMap((parent) => parent.state.opened.map((entry) => ({ parent, entry })));
  const fresh = pairs.filter(({ entry }) => !found.has(entry.tabId));
  const children = await Promise.all(fresh.map(({ entry }) => lookAtKin(entry.tabId)));
  const ours = fresh.flatMap(({ parent, entry }, index) => {
    const child = children[index];
    if (!child || !belongs(entry, parent, child, hosts, now)) return [];
    const isScam = child.suspicious || hosts.has(shownHost(child)) || entry.popup === true;
    return { ...child, isScam, popupHost: entry.popup === true ? shownHost(child) : '' };
  });
  return withoutLeftAlone(ours.filter(({ id }, index) => ours.findIndex((one) => one.id === id) === index));
}

/** Addresses of pages that are what their opener makes of them. */
const FILLED = /^(?:about:blank|blob:)/;

/** Whether a page is of the site of the one that opened it. */
function isOpenedBySite(above: Kin, below: Kin): boolean {
  if (!FILLED.test(shownAddress(below))) return sameHost(shownAddress(above), shownAddress(below));
  const entry = above.state.opened.find(({ tabId }) => tabId === below.id);
  const here = shownHost(above);
  return here !== '' && here === entry?.from && entry.inFrame !== true;
}

function sameHost(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host;
}
