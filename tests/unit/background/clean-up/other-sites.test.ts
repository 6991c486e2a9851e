import { describe, expect, it } from 'vitest';
import type { TabState } from '../../../../src/background/state/tab-state';
import { emptyLooks, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import type { FrameFacts } from '../../../../src/detection/facts';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

const BREAD = 'How to bake bread with four things from the kitchen.';
const DEMAND = 'Call Microsoft support now +1-888-555-0134';
const SHOP = { navigation: true, footer: true, siteLinks: 12, outLinks: 4, proseLength: 100 };

function factsOf(address: string, text: string, top = true, structure = {}): FrameFacts {
  const sources = { segments: [{ text, prominence: 1 }], title: '', address, actTexts: [] };
  const { words } = readWords(sources, loadRules());
  return {
    top, address, title: '', language: 'en', acts: {}, actTexts: [], words, excerpt: '', area: top ? 1 : 0.5,
    looks: { ...emptyLooks(), viewportWidth: 1_200, viewportHeight: 800 },
    structure: { ...emptyStructure(), ...structure },
  }; // prettier-ignore
}

/** What another tab of the case is like; all of it as with a second page of the scam unless told otherwise. */
interface Other {
  address?: string;
  text?: string;
  /** What a large frame in it shows. */
  inFrame?: string;
  level?: 'quiet' | 'warn';
  caseId?: string | null;
  incognito?: boolean;
  structure?: Partial<FrameFacts['structure']>;
}

async function closedScam() {
  const worker = await startWorker();
  const { otherSitesOf } = await import('../../../../src/background/clean-up/other-sites');
  const trust = await import('../../../../src/background/state/trust');
  const { fake, tell, openCase, newFrame } = worker;
  async function add({ address = 'https://kit.example/two', text = WORDS, ...more }: Other = {}) {
    const { level = 'warn', caseId = 'case-1', incognito = false } = more;
    const page = { ...newFrame('d', address), facts: factsOf(address, text, true, more.structure) };
    const inner = more.inFrame === undefined ? null : factsOf('https://ad.example/', more.inFrame, false);
    const frames: TabState['frames'] = { 0: page };
    if (inner !== null) frames[7] = { ...newFrame('f', inner.address), facts: inner };
    const { id } = fake.addTab(address);
    await tell(id, { frames, level, caseId, incognito });
    return id;
  }
  const own = await add({ address: 'https://scam.example/alert' });
  const known = await openCase(own, { level: 'warn', host: 'scam.example' });
  /** Its further sites, with these tabs closed beside its own. */
  const sites = async (...others: Other[]) => {
    const ids = [own];
    for (const other of others) ids.push(await add(other));
    return otherSitesOf(known, ids);
  };
  return { ...worker, ...trust, otherSitesOf, known, own, add, sites };
}

describe('further sites of a closed scam', () => {
  it('are those that its other tabs were warned of for, each once, with port and scheme', async () => {
    const { sites } = await closedScam();
    const found = await sites(
      { address: 'http://door.example:8080/go?x=1' },
      {},
      { address: 'https://kit.example/three' },
      { address: 'https://scam.example/again' },
    );
    expect(found).toEqual(['http://door.example:8080', 'https://kit.example']);
  });

  it('are known yet when the tabs are gone', async () => {
    const { fake, add, own, known, otherSitesOf } = await closedScam();
    const other = await add();
    fake.tabList.clear();
    expect(await otherSitesOf(known, [own, other])).toEqual(['https://kit.example']);
  });

  it('are where its own tab moved itself while the warning stood there', async () => {
    const { add, tell, newFrame, own, known, otherSitesOf } = await closedScam();
    const address = 'https://second.example/';
    const page = { ...newFrame('e', address), facts: factsOf(address, WORDS) };
    await tell(own, { frames: { 0: page } });
    expect(await otherSitesOf(known, [own])).toEqual(['https://second.example']);
    // Where it was under way when the warning came, the person may have sent it there.
    expect(await otherSitesOf({ ...known, wasLeaving: true }, [own])).toEqual([]);
    const other = await add();
    expect(await otherSitesOf({ ...known, wasLeaving: true }, [own, other])).toEqual(['https://kit.example']);
  });

  it('are ten at most, and those found by an earlier try stay', async () => {
    const { known, otherSitesOf, add } = await closedScam();
    const ids: number[] = [];
    for (let n = 0; n < 12; n += 1) ids.push(await add({ address: `https://kit-${n}.example/` }));
    const found = await otherSitesOf({ ...known, otherSites: ['https://first.example'] }, ids);
    expect(found).toHaveLength(10);
    expect(found.slice(0, 2)).toEqual(['https://first.example', 'https://kit-0.example']);
  });
});

describe('no further site of a scam is', () => {
  const SHOP_SEARCH = `https://shop.example/?s=${encodeURIComponent(DEMAND)}`;
  it.each<[string, Other]>([
    ['a page that is not taken for a scam, whatever its words', { level: 'quiet' }],
    ['a page of another case, or of one that the person has left', { caseId: 'case-2' }],
    ['a page that was warned of and has no case', { caseId: null }],
    ['a platform', { address: 'https://docs.google.com/drawings/d/SCAM' }],
    [
      'a store in which each customer has a folder',
      { address: 'https://storage.googleapis.com/bucket/a.html' },
    ],
    ['a page of a private window', { incognito: true }],
    ['a file', { address: 'file:///tmp/alert.html' }],
    ['an honest page with a scam in an advert', { text: BREAD, inFrame: WORDS }],
    [
      'a genuine site with a number in its address',
      { address: SHOP_SEARCH, text: `No results for ${DEMAND}`, structure: SHOP },
    ],
  ])('%s', async (_what, other) => {
    const { sites } = await closedScam();
    expect(await sites(other)).toEqual([]);
  });

  it('what its tabs came through: a doorway is as quiet as a search page', async () => {
    const { tell, own, known, otherSitesOf, tabStates, newFrame } = await closedScam();
    const { frames } = await tabStates.read(String(own));
    const top = frames[0] ?? newFrame('d', '');
    const stay = { since: 1, hosts: ['search.example', 'door.example', 'scam.example'] };
    await tell(own, { stay, frames: { 0: { ...top, referrer: 'https://door.example/' } } });
    expect(await otherSitesOf(known, [own])).toEqual([]);
  });

  it('one that is trusted, or that the person wants left alone for now', async () => {
    const { sites, startPause } = await closedScam();
    await startPause('site', { address: 'https://kit.example/', now: Date.now() });
    expect(await sites({})).toEqual([]);
  });

  it.each([
    ['in a private window', { incognito: true, address: '', host: '' }],
    ['that nobody called a scam', { level: 'quiet' as const }],
    ['on a genuine site', { injectedIntoHonestSite: true }],
    ['on a platform', { host: 'docs.google.com' }],
    ['in a file', { host: '', address: 'file:///tmp/alert.html' }],
  ])('any, of a page %s', async (_where, change) => {
    const { add, own, known, otherSitesOf } = await closedScam();
    const other = await add();
    expect(await otherSitesOf(known, [own, other])).toHaveLength(1);
    expect(await otherSitesOf({ ...known, ...change }, [own, other])).toEqual([]);
  });
});

it('one that was trusted after the closing is not cleaned up after', async () => {
  const { known, trustSite } = await closedScam();
  const { sitesLeft } = await import('../../../../src/background/clean-up/sites-left');
  const many = { ...known, otherSites: ['https://kit.example', 'https://door.example'] };
  expect(await sitesLeft(many)).toEqual([known.address, ...many.otherSites]);
  expect(await trustSite('https://kit.example/', 'popup')).toBe(true);
  expect(await sitesLeft(many)).toEqual([known.address, 'https://door.example']);
  expect(await sitesLeft(known)).toEqual([known.address]);
});
