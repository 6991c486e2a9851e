import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, HONEST, KINDS, openHonest, WORDS_ONLY } from './browsing';

/** After this (ms) the page shows the rest: the looks of its first second are over. */
const LATE_MS = 1_500;
const NOTICED_MS = 10_000;
/** A page that is paused has said nothing after this (ms). */
const WATCH_MS = 3_000;

const BODY = /<body[^>]*>(.*)<\/body>/su.exec(WORDS_ONLY)?.[1] ?? '';
const FILES = Array.from(
  { length: 20 },
  (_, index) => `<p>Scanning folder number ${index} of this device…</p>`,
);
/** Without the name of any company: threat and number tell only together. */
const THREAT =
  '<h1>Security warning: your computer has been locked</h1><p>A trojan virus was found. Do not restart or shut down ' +
  'this computer. Your passwords, photos and credit card data are being stolen. Everything is deleted in 5 minutes.</p>';
const CALL = 'Call our certified technicians immediately, toll free: 1-888-555-0142';

/** Pages whose telling words come late, or stand where nothing seems to be seen, each in a way that a simpler look would miss. */
const PAGES: Record<string, string> = {
  '/number': `<!doctype html><title>Notice</title><body style="background:#900;color:#fff;font-size:32px">${THREAT}${FILES.join('')}<script>
    setTimeout(() => { const last = document.createElement('p'); document.body.append(last);
      last.textContent = '${CALL}' }, ${LATE_MS})</script>`,
  '/root': `<!doctype html><title>Notice</title><body><x-app></x-app><template>${BODY}</template><script>
    customElements.define('x-app', class extends HTMLElement { constructor() { super();
      const root = this.attachShadow({ mode: 'open' });
      setTimeout(() => root.append(document.querySelector('template').content.cloneNode(true)), ${LATE_MS}) } })</script>`,
  '/late-root': `<!doctype html><title>Notice</title><body><p>Loading…</p><div></div><template>${BODY}</template><script>
    setTimeout(() => document.querySelector('div').attachShadow({ mode: 'closed' })
      .append(document.querySelector('template').content.cloneNode(true)), ${LATE_MS})</script>`,
  '/modal': `<!doctype html><title>Notice</title><body><div style="opacity:0"><dialog>${BODY}</dialog></div><script>
    document.querySelector('dialog').showModal()</script>`,
  '/popover': `<!doctype html><title>Notice</title><body><div style="overflow:hidden;height:0;clip-path:inset(100%)">
    <div popover="manual">${BODY}</div></div><script>document.querySelector('[popover]').showPopover()</script>`,
  '/swept-frame': `<!doctype html><title>Notice</title><body><template>${BODY}</template><script>
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.style = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0';
    const sweep = () => { for (let timer = 1; timer < 500; timer += 1) frame.contentWindow.clearTimeout(timer) };
    sweep(); setInterval(sweep, 5);
    frame.contentDocument.body.innerHTML = document.querySelector('template').innerHTML</script>`,
};

describe.each(KINDS)('words that come late in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  /** Each try has hosts of its own: a second one would find the first one's case. */
  let tries = 0;
  beforeAll(async () => {
    server = await servePages(({ path }) => (path === '/start' ? HONEST : (PAGES[path] ?? WORDS_ONLY)));
    rig = await launch(kind);
  });
  beforeEach(() => void (tries += 1));
  afterEach(() => rig.closeOthers());
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const isNoticed = async (site: string): Promise<boolean> =>
    (await casesOf(rig)).some(({ host }) => host === new URL(server.address(site)).hostname);

  it.each([
    ['a number long after the threat, with much between them', '/number'],
    ['all of it in a shadow root that was empty', '/root'],
    ['all of it in a closed shadow root of an element that was there before', '/late-root'],
    ['all of it in a blank frame whose timers the page clears', '/swept-frame'],
    ['all of it in a modal dialog in a transparent box', '/modal'],
    ['all of it in a popover in a box that is clipped to nothing', '/popover'],
  ])('%s', async (_what, path) => {
    const site = `late-${path.slice(1)}-${tries}`;
    await openHonest(rig, server.address(site, path));
    expect(await comesTrue(NOTICED_MS, () => isNoticed(site)), 'noticed').toBe(true);
  });

  it('a page that was opened during a pause is looked at when the pause ends', async () => {
    const resumed = `resumed-${tries}`;
    const open = await openHonest(rig, server.address(`paused-${tries}`, '/start'));
    await rig.ask(
      `const [tab] = (await browser.tabs.query({})).filter(({ url }) => url === '${open.url}');
       await browser.runtime.sendMessage({ type: 'pause', scope: 'hour', tabId: tab.id })`,
    );
    await openHonest(rig, server.address(resumed, '/'));
    await sleep(WATCH_MS);
    expect(await isNoticed(resumed), 'paused').toBe(false);
    await rig.ask(`await browser.runtime.sendMessage({ type: 'pause-end' })`);
    expect(await comesTrue(NOTICED_MS, () => isNoticed(resumed)), 'noticed').toBe(true);
  });
});
