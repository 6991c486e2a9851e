import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tabsOf, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { comesTrue, HONEST, KINDS, later, middleOf, openHonest } from './browsing';

/** The person needs to see our page this long before its buttons count (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 900;
/** A second question would be there by then. */
const SETTLED_MS = 1_500;
/** A remote-control program's site: as a proxy the server of this machine stands in for it. */
const PROGRAM = 'http://ammyy.com/';
/** A site takes so long over its page (ms) that the person can think again. */
const SLOW_MS = 4_000;

/** As short links and the click addresses of adverts do it. */
describe.each(KINDS)('a link that forwards to a remote-control program in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  /** The program's site takes so long over its page. */
  let programMs = 0;
  beforeAll(async () => {
    server = await servePages(async ({ site, path }) => {
      const to = { '/go': PROGRAM, '/far': server.address('short', '/go') }[path];
      if (site === 'ammyy') await sleep(programMs);
      if (to !== undefined) return { body: '', status: 302, headers: { Location: to } };
      return path === '/soon'
        ? `<!doctype html><meta http-equiv=refresh content="0;url=${PROGRAM}">`
        : HONEST;
    });
    rig = await launch(kind, {
      switches: [`--proxy-server=http=127.0.0.1:${server.port}`, '--proxy-bypass-list=*.localhost'],
      preferences: { 'network.proxy.http_port': server.port },
    });
    await rig.ask(`await browser.storage.local.set({ settings: { version: 1, guardHours: -1 } })`);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });
  beforeEach(() => rig.closeOthers());
  afterEach(() => void (programMs = 0));

  const isQuestion = (url: string): boolean => url.startsWith(`${rig.base}src/ui/guard/guard.html`);
  const shown = async (): Promise<string[]> => (await tabsOf(rig)).map(({ url }) => url);
  const questions = async (): Promise<number> => (await shown()).filter(isQuestion).length;

  /** Follows a link of an honest page. @returns the question that comes of it, once a second one would be there */
  async function asked(path: string): Promise<OpenPage> {
    const page = await openHonest(rig, server.address('bread'));
    await later(rig, page, `location.href = '${server.address('short', path)}'`);
    const question = await until(8_000, () => rig.find(`${rig.base}src/ui/guard/guard.html`));
    if (!question) throw new Error(`${path} was not asked about.`);
    await sleep(SETTLED_MS);
    expect(await questions()).toBe(1);
    return question;
  }

  it.each([
    ['a server', '/go'],
    ['a page', '/soon'],
  ])('is asked about where %s forwards it', async (_what, path) => {
    const question = await asked(path);
    const address = `new URLSearchParams(location.search).get('address')`;
    expect(await rig.inPage(question, address)).toBe(PROGRAM);
  });

  it('is asked about again where the person goes back from the question to the page that had come', async () => {
    const question = await asked('/go');
    await later(rig, question, 'history.back()');
    await sleep(SETTLED_MS);
    expect(await comesTrue(6_000, async () => (await questions()) === 1)).toBe(true);
    expect(await shown()).not.toContain(PROGRAM);
  });

  it('is stopped on its way where the person says then that someone is asking them', async () => {
    const question = await asked('/go');
    programMs = SLOW_MS;
    await sleep(CAREFUL_MS);
    // Looked for beforehand: Chromium answers no driver about a page while another one is on its way.
    const yes = await middleOf(rig, question, '#guard-yes');
    await rig.click(question, await middleOf(rig, question, '#guard-no'));
    await sleep(SLOW_MS / 8);
    await rig.click(question, yes);
    await sleep(SLOW_MS + SETTLED_MS);
    const answered = await rig.find(`${rig.base}src/ui/guard/guard.html`);
    expect((await shown()).filter((url) => url.startsWith(PROGRAM))).toEqual([]);
    expect(answered && (await rig.inPage(answered, 'document.querySelector("h1").textContent'))).toBe(
      'Hang up now.',
    );
  });

  it('goes on when told so, and is not asked about a second time', async () => {
    const question = await asked('/far');
    await sleep(CAREFUL_MS);
    await rig.click(question, await middleOf(rig, question, '#guard-no'));
    expect(await comesTrue(8_000, async () => (await shown()).includes(PROGRAM))).toBe(true);
    await sleep(SETTLED_MS);
    expect([await questions(), (await shown()).includes(PROGRAM)]).toEqual([0, true]);
  });
});
