import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, tabsOf, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { until } from '../rig/processes';
import { comesTrue, GUIDE, HONEST, KINDS, later, openHonest, tabsAt, WARNING, WORDS_ONLY } from './browsing';

/** What a page would put into ours if text were not text: its title, words, address and a claim about another site. */
const MARKUP = `<img src=x onerror="document.title='owned'"><a href="http://evil.localhost/">Help</a><b id=mine>b</b>`;
const HOSTILE = WORDS_ONLY.replace(
  'Security Warning - Windows Defender',
  MARKUP.replaceAll('<', '&lt;') + ' Defender alert',
)
  .replace('</main>', `<p>${MARKUP.replaceAll('<', '&lt;')}</p></main>`)
  .replace(
    '<head>',
    `<head><base href="http://bank.localhost/"><link rel="canonical" href="http://bank.localhost/">
     <script>for (const name of ['URL', 'referrer', 'documentURI', 'title'])
       Object.defineProperty(document, name, { get: () => 'http://bank.localhost/' });</script>`,
  );

/** An advertisement with scam words that fights the hook with everything a frame has. */
const HOSTILE_FRAME = WORDS_ONLY.replace(
  '</body>',
  `<script>
    for (const owner of [EventTarget.prototype, Reflect, Function.prototype, JSON, Array.prototype, WeakMap.prototype])
      for (const name of Object.getOwnPropertyNames(owner))
        try { if (typeof owner[name] === 'function') owner[name] = () => undefined; } catch {}
    for (const name of ['sf-hello', 'sf-claim', 'defuse', 'stand-down'])
      for (const detail of ['stand-down', 'defuse', { type: 'stand-down' }])
        for (const target of [window, document, document.body]) {
          const event = document.createEvent('CustomEvent');
          event.initCustomEvent(name, true, true, detail);
          target.dispatchEvent(event);
          parent.postMessage({ type: 'stand-down', name, detail }, '*');
        }
  </script></body>`,
);
const NEWS = (ad: string): string => `<!doctype html><title>News</title><h1>Bread</h1>
  <p>How to bake bread with four things from the kitchen: flour, water, salt and yeast, and a little time.</p>
  <iframe src="${ad}" width="300" height="250"></iframe>`;

/** Without `allow-modals` each call is back at once, and nobody sees a box: it is told before it is called. */
const BOXES_OF_AN_AD = `<!doctype html><title>Advert</title><p>Order line +1 (888) 555-0142</p>
  <script>for (let round = 0; round < 5; round += 1) alert('Order line +1 (888) 555-0142')</script>`;
const SITE_WITH_AD = (ad: string): string => `<!doctype html><title>Village paper</title>
  <nav>${Array.from({ length: 40 }, (_, at) => `<a href="/page-${at}">Page ${at}</a>`).join(' ')}</nav>
  <article><h1>Bread</h1>${'<p>The baker of our village bakes his bread with flour, water, salt and much patience, as his mother did.</p>'.repeat(20)}</article>
  <iframe sandbox="allow-scripts" src="${ad}" width="300" height="250"></iframe>`;

const SCAM_LOOP = `for (let round = 0; round < 40; round += 1)
  alert('Microsoft Security Alert: your computer is infected with a virus. Call Support now: +1 (888) 555-0142')`;

interface Entry {
  id: number;
  host: string;
  address: string;
  chain: string[];
  title: string;
  times: number;
}

/** The journal's entries; databases that are not there yet are not made. */
const ENTRIES = `
  const [found] = await indexedDB.databases();
  if (!found) return [];
  return new Promise((done) => {
    const opening = indexedDB.open(found.name);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('incidents').objectStore('incidents').getAll();
      asking.onsuccess = () => { opening.result.close(); done(asking.result); };
    };
  })`;

/** In one of our pages: what the page should never have got in, and links that lead anywhere but to us or to https. */
const FOREIGN = `[...document.querySelectorAll('#mine, img[src=x], a[href^="tel:"], iframe, object, embed, [onerror]')]
  .map(({ outerHTML }) => outerHTML)
  .concat([...document.links].map(({ href }) => href).filter((href) =>
    /evil\\.localhost|bank\\.localhost|scam/.test(href) || !(href.startsWith('https:') || href.startsWith(location.origin))))
  .concat(document.title.includes('owned') ? ['title'] : [])`;

describe.each(KINDS)('a hostile page in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  /** A second try of a test needs a host that was not dealt with in the first. */
  let scams = 0;
  beforeAll(async () => {
    server = await servePages(({ site }) => {
      if (site.startsWith('scam')) return HOSTILE;
      if (site === 'ad') return HOSTILE_FRAME;
      if (site === 'boxes') return BOXES_OF_AN_AD;
      if (site === 'paper') return SITE_WITH_AD(server.address('boxes'));
      return site === 'news' ? NEWS(server.address('ad')) : HONEST;
    });
    rig = await launch(kind, { popupsAllowed: true });
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const entries = (): Promise<Entry[]> => rig.ask<Entry[]>(ENTRIES);
  const page = async (path: string, ready: string): Promise<OpenPage> => {
    const opened = (await rig.find(rig.base + path)) ?? (await rig.open(rig.base + path));
    const shown = `document.querySelector(${JSON.stringify(ready)}) !== null`;
    expect(await comesTrue(15_000, () => rig.inPage<boolean>(opened, shown)), `${path}: ${ready}`).toBe(true);
    return opened;
  };
  const noticed = async (address: string): Promise<string> => {
    await rig.open(address);
    const found = await until(12_000, async () =>
      (await casesOf(rig)).find((one) => one.address === new URL(address).href && one.pageTabId !== null),
    );
    if (!found) throw new Error(`${address} was not noticed.`);
    return found.id;
  };

  it('puts no markup and no link of its own into a page of ours: its words are text', async () => {
    const path = `/${encodeURI(MARKUP)}?${encodeURI(MARKUP)}`;
    const caseId = await noticed(server.address(`scam-${++scams}`, path));
    const warning = await page(`${WARNING}?case=${caseId}`, '#close-scam');
    expect(await rig.inPage(warning, FOREIGN)).toEqual([]);
    await rig.inPage(warning, `(document.querySelector('#mistake').click(), 1)`);
    expect(await rig.inPage(warning, `document.querySelector('#mistake-yes')`), 'no press').toBeNull();
    const noted = async () => (await entries()).find(({ title }) => title.includes('<img src=x'));
    const id = (await until(5_000, noted))?.id ?? 0;
    expect(id, 'its entry in the journal').toBeGreaterThan(0);
    await rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${caseId}' })`);
    for (const [place, ready] of [
      [`${GUIDE}?case=${caseId}`, 'h1'],
      ['src/ui/journal/journal.html', `a[href*="${id}"], li, tr`],
      [`src/ui/journal/journal.html#${id}`, 'h1'],
    ] as const)
      expect(await rig.inPage(await page(place, ready), FOREIGN), place).toEqual([]);
    await rig.closeOthers();
  });

  it('is written down under its own address, whatever it says of itself, and only once', async () => {
    const site = `scam-${++scams}`;
    for (const path of ['/one', '/two', '/three']) {
      const caseId = await noticed(server.address(site, path));
      await rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${caseId}' })`);
    }
    const ofSite = async () => (await entries()).filter(({ host }) => host === `${site}.localhost`);
    await comesTrue(5_000, async () => (await ofSite())[0]?.times === 3);
    const [all, found] = [await entries(), await ofSite()];
    expect(found.map(({ times }) => times)).toEqual([3]);
    expect(found[0]?.address).toBe(server.address(site, '/one'));
    expect(JSON.stringify(all.map(({ host, address, chain }) => [host, address, chain]))).not.toContain(
      'bank.',
    );
    const stored = await rig.ask<string>(`return JSON.stringify(await browser.storage.local.get(null))`);
    expect(stored).not.toContain('bank.localhost');
    await rig.closeOthers();
  });

  it('opens no page of ours, and leads nobody there', async () => {
    const from = await openHonest(rig, server.address('opener'));
    const before = (await tabsOf(rig)).length;
    const tries = [GUIDE, 'src/ui/options/options.html', 'manifest.json'].map((path) => rig.base + path);
    // The browser may put a tab of its own that says "blocked"; none may show us.
    await later(rig, from, `${JSON.stringify(tries)}.forEach((address) => open(address))`);
    await comesTrue(2_000, async () => (await tabsOf(rig)).length > before);
    // A new tab has no address and no title at first.
    const settled = `return (await browser.tabs.query({})).every(({ status }) => status === 'complete')`;
    await new Promise((done) => setTimeout(done, 500));
    await comesTrue(2_000, () => rig.ask<boolean>(settled));
    const shown = async () =>
      (await tabsOf(rig))
        .filter(({ url }) => tries.slice(0, 2).some((one) => url.startsWith(one)))
        .map(({ title }) => title)
        .filter((title) => /Sangfroid/.test(title));
    expect(await shown()).toEqual([]);
    await rig.open(rig.base + GUIDE);
    expect(await comesTrue(5_000, async () => (await shown()).length === 1), 'it would be seen').toBe(true);
    await rig.closeOthers();
  });

  it('as the frame of an advertisement has no honest page closed, nor the watch over the page stopped', async () => {
    const address = server.address('news');
    const news = await openHonest(rig, address);
    await new Promise((done) => setTimeout(done, 2_500));
    expect(await casesOf(rig).then((all) => all.filter(({ host }) => /news|ad\./.test(host)))).toEqual([]);
    expect(await tabsAt(rig, address)).toHaveLength(1);
    await later(rig, news, SCAM_LOOP);
    const about = async () => (await casesOf(rig)).some(({ host }) => host === 'news.localhost');
    expect(await comesTrue(12_000, about), 'the page itself is still watched').toBe(true);
  });

  it('as the frame of an advertisement has no honest page warned of for boxes with a number', async () => {
    const address = server.address('paper');
    await openHonest(rig, address);
    const told = `const all = Object.values(await browser.storage.session.get(null));
      return all.flatMap((one) => Object.values(one?.frames ?? {})).some(({ acts }) => acts?.alert?.count >= 5)`;
    expect(await comesTrue(10_000, () => rig.ask<boolean>(told)), 'the boxes were told').toBe(true);
    await new Promise((done) => setTimeout(done, 2_500));
    expect((await casesOf(rig)).filter(({ host }) => /paper|boxes/.test(host))).toEqual([]);
    expect(await tabsAt(rig, address)).toHaveLength(1);
  });
});
