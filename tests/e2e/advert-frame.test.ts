import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, forgetCases, HONEST, KINDS, later, openHonest, tabsAt, WORDS_ONLY } from './browsing';

/** Longer than the detector's looks need to tell how much of a frame is in view, and than silence takes. */
const WATCH_MS = 5_000;
const READ_MS = 10_000;

const NEWS = (advert: string): string => `<!doctype html><title>News</title><h1>Bread</h1>
  <p>How to bake bread with four things from the kitchen: flour, water, salt and yeast, and a little time.</p>
  <iframe src="${advert}" width="300" height="250"></iframe>`;
/** Opens the gate, and speaks for itself: it would have spoken for what stood in its tab after it. */
const ARTICLE = `<!doctype html><title>Beware of fake alerts</title><main><article><h1>Beware of fake virus alerts</h1>
  ${`<p>Scammers show a fake warning that says your computer has been blocked and tells you to call Microsoft Support. It is
  a scam: Microsoft never shows a telephone number in a warning. Do not call the number, close the page, and report the
  scam to the police. Never let a stranger into your computer, and never pay with gift cards.</p>`.repeat(8)}
  </article></main><nav><a href="/a">Home</a> <a href="/b">Advice</a></nav><footer>About us · Imprint</footer>`;
/** Takes 300 x 250 px of its host, and holds a frame larger than any window. */
const ADVERT = (inside: string): string => `<!doctype html><title>Advert</title>
  <body style="margin:0;overflow:hidden"><iframe src="${inside}" width="3000" height="3000"></iframe>`;

/** A scam that comes into its page once the frame of another page in it has been read. */
const LATER = (
  frame: string,
  height = '60vh',
): string => `<!doctype html><title>Alert</title><body style="margin:0">${frame}
  <script>setTimeout(() => { const words = document.createElement('div'); words.style.cssText =
    'position:relative;background:#fff;width:100%;height:${height};font:30px sans-serif';
    for (const line of ['Your computer has been blocked. Microsoft has found a virus. Your bank details are being stolen.',
      'Call Microsoft Support now: +1 888 555 0100. Do not restart your computer.'])
      words.append(Object.assign(document.createElement('p'), { textContent: line }));
    document.body.prepend(words); }, 3000)</script>`;
/** Ways to have an article in a page that nobody sees. */
const UNSEEN: Record<string, string> = {
  aside: 'position:absolute;left:-9999px;top:0;width:100vw;height:100vh',
  above: 'position:fixed;left:0;top:-200vh;width:100vw;height:100vh',
  clear: 'position:fixed;left:0;top:0;width:100vw;height:100vh;opacity:0.01;pointer-events:none',
  hidden: 'position:fixed;left:0;top:0;width:100vw;height:100vh;visibility:hidden',
  tiny: 'width:1px;height:1px',
};

/** Ways to have one behind what no click meets. */
const COVERS: Record<string, string> = {
  film: `<style>body::after { content: ''; position: fixed; inset: 20vh 0 0; background: #fff; pointer-events: none }</style>`,
  root: `<div></div><script>document.querySelector('div').attachShadow({ mode: 'closed' }).innerHTML =
    '<p style="position:fixed;inset:20vh 0 0;margin:0;background:#fff;pointer-events:none"></p>'</script>`,
};

interface ToldFrame {
  address: string;
  facts: { area: number } | null;
}

describe.each(KINDS)('an advert with a huge frame inside in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  /** Each try has hosts of its own: a second one would find what the first one's pages told. */
  let tries = 0;
  const at = (site: string, path?: string): string => server.address(`${site}-${tries}`, path);
  beforeAll(async () => {
    server = await servePages(({ site: host, path }) => {
      const site = host.replace(/-\d+$/, '');
      if (site === 'scam') return WORDS_ONLY;
      if (path === '/start') return HONEST;
      if (site === 'whole' || site === 'zoomed')
        return NEWS('').replace('<iframe src="" width="300" height="250">', WHOLE('scam'));
      if (site === 'deep') return `<!doctype html><title>Moved</title><body>${WHOLE('between')}`;
      if (site === 'told' && path === '/bare')
        return `<!doctype html><title>Page</title><body>${WHOLE('scam')}`;
      if (site === 'told' || site === 'article') return ARTICLE;
      const cover = site === 'beside' ? '' : COVERS[site];
      const style = UNSEEN[site] ?? (cover !== undefined && 'width:100vw;height:100vh;border:0');
      if (style)
        return LATER(
          `<iframe src="${at('article', `/${site}`)}" style="${style}"></iframe>${cover ?? ''}`,
          cover === undefined ? '60vh' : '20vh',
        );
      if (site === 'bare') return `<!doctype html><title>Page</title><body>${WHOLE('scam')}`;
      if (site === 'between') return `<!doctype html><title>Moved</title><body>${WHOLE('scam')}`;
      return site === 'advert' ? ADVERT(at('scam', path)) : NEWS(at('advert', path));
    });
    rig = await launch(kind);
  });
  beforeEach(async () => {
    tries += 1;
    await rig.closeOthers();
    await forgetCases(rig);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const WHOLE = (site: string): string =>
    `<iframe src="${at(site, '/whole')}" style="position:fixed;inset:0;width:100%;height:100%">`;

  /** The largest share of the window that the frame at this address was told to take; null before it is read. */
  const areaOf = async (address: string): Promise<number | null> => {
    const frames = await rig.ask<ToldFrame[]>(
      `const all = Object.values(await browser.storage.session.get(null));
       return all.flatMap((one) => Object.values(one?.frames ?? {}))`,
    );
    const told = frames.filter((frame) => frame.address === address && frame.facts);
    return told.length > 0 ? Math.max(...told.map(({ facts }) => facts?.area ?? 0)) : null;
  };

  it('counts as no more than the corner that is seen, and closes nothing', async () => {
    const address = at('news', '/small');
    const inside = at('scam', '/small');
    await openHonest(rig, address);
    expect(await comesTrue(READ_MS, async () => (await areaOf(inside)) !== null), 'it is read').toBe(true);
    await sleep(WATCH_MS);
    expect(await areaOf(inside)).toBeLessThan(0.2);
    expect(await casesOf(rig)).toEqual([]);
    expect(await tabsAt(rig, address)).toHaveLength(1);
  });

  it('the same page over the whole window is warned of', async () => {
    await openHonest(rig, at('whole', '/'));
    expect(await isNoticed('whole'), 'noticed').toBe(true);
  });

  /** The host of the top page, for a case about it. */
  const isCase = async (site: string) =>
    (await casesOf(rig)).some(({ host }) => host === new URL(at(site)).hostname);
  const isNoticed = (site: string) => comesTrue(READ_MS, () => isCase(site));

  it('the same page two frames deep, over the whole window, is warned of', async () => {
    await openHonest(rig, at('deep', '/'));
    expect(await isNoticed('deep'), 'noticed').toBe(true);
  });

  it('is warned of by its own name where an article about such pages stood in the tab before', async () => {
    const page = await openHonest(rig, at('told', '/'));
    const read = () => areaOf(at('told', '/'));
    expect(await comesTrue(READ_MS, async () => (await read()) !== null), 'the article was read').toBe(true);
    await later(rig, page, `location.href = '${at('bare', '/')}'`);
    expect(await isNoticed('bare'), 'noticed').toBe(true);
    expect((await casesOf(rig)).map(({ host }) => host)).not.toContain(new URL(at('told')).hostname);
  });

  it('the same page over the whole window is warned of where the person has zoomed in', async () => {
    const { hostname } = new URL(at('zoomed', '/start'));
    await openHonest(rig, at('zoomed', '/start'));
    await rig.ask(
      `const all = await browser.tabs.query({});
       const tab = all.find(({ url }) => url && new URL(url).hostname === '${hostname}');
       await browser.tabs.setZoom(tab.id, 1.75)`,
    );
    await openHonest(rig, at('zoomed', '/'));
    expect(await isNoticed('zoomed'), 'noticed').toBe(true);
  });

  it('is warned of where an article of its own site stood in the tab before', async () => {
    const page = await openHonest(rig, at('told', '/first'));
    const read = () => areaOf(at('told', '/first'));
    expect(await comesTrue(READ_MS, async () => (await read()) !== null), 'the article was read').toBe(true);
    await later(rig, page, `location.href = '${at('told', '/bare')}'`);
    expect(await isNoticed('told'), 'noticed').toBe(true);
  });

  it.each(Object.keys({ ...UNSEEN, ...COVERS }))(
    'an article in a frame that nobody sees does not speak for it: %s',
    async (how) => {
      await openHonest(rig, at(how, '/'));
      expect(await isNoticed(how), 'noticed').toBe(true);
    },
  );

  it('an article in a frame that is seen does', async () => {
    await openHonest(rig, at('beside', '/'));
    const read = () => areaOf(at('article', '/beside'));
    expect(await comesTrue(READ_MS, async () => (await read()) !== null), 'the article was read').toBe(true);
    await sleep(WATCH_MS);
    expect(await isCase('beside')).toBe(false);
  });
});
