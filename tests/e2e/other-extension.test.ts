import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_MESSAGES, UI_REQUESTS } from '../property/messages';
import { casesOf, tabsOf, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { installSecond, ownId } from '../rig/second-extension';
import { comesTrue, HONEST, KINDS, openHonest, tabsAt } from './browsing';

/**
 * In a page or a content script of the other extension: says each message to ours in every way there is, and gives
 * what came back. A refusal is how the browser puts it when nobody listens.
 */
const SAY = `
  const api = globalThis.browser ?? globalThis.chrome;
  const limit = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, 3000, 'no answer'))]);
  const refused = (error) => 'refused: ' + (error?.message ?? error);
  const send = (id, message) => limit(api.runtime.sendMessage(id, message).then((answer) => ({ answer }), refused));
  const open = (id, message) => limit(new Promise((done) => {
    let port;
    try { port = api.runtime.connect(id, { name: 'sangfroid' }); } catch (error) { return done(refused(error)); }
    port.onMessage.addListener((answer) => done({ answer }));
    port.onDisconnect.addListener(() => done(refused(port.error ?? globalThis.chrome?.runtime.lastError)));
    try { port.postMessage(message); } catch {}
  }));
  globalThis.sayAll = (id, messages) =>
    Promise.all(messages.flatMap((message) => [send(id, message), open(id, message)]));`;

/** The content script does it once a page asks it to, and writes the answers where the page can be read. */
const CONTENT_SCRIPT = `${SAY}
  addEventListener('say-all', async ({ detail }) => {
    const { id, messages } = JSON.parse(detail);
    document.documentElement.dataset.answers = JSON.stringify(await sayAll(id, messages));
  });`;

const OTHER = {
  manifest: {
    permissions: ['tabs'],
    content_scripts: [{ matches: ['http://*/*'], js: ['content.js'], run_at: 'document_start' }],
  },
  files: {
    'content.js': CONTENT_SCRIPT,
    'say.js': SAY,
    'page.html': '<!doctype html><title>Other</title><script src="say.js"></script>',
  },
};

describe.each(KINDS)('another extension in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  let base: string;
  let id: string;
  let victim: { id: number; url: string };
  beforeAll(async () => {
    server = await servePages(() => HONEST);
    rig = await launch(kind);
    base = await installSecond(rig, OTHER);
    id = await ownId(rig);
    await openHonest(rig, server.address('victim'));
    const [tab] = await tabsAt(rig, server.address('victim'));
    if (!tab) throw new Error('The page is not open.');
    victim = tab;
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  /** Every valid message there is, about a page that stands there. */
  const messages = () =>
    JSON.parse(
      JSON.stringify([...UI_REQUESTS, ...CONTENT_MESSAGES], (key, value: unknown) =>
        key === 'tabId' ? victim.id : key === 'address' ? victim.url : value,
      ),
    ) as object[];

  /** All that an order of somebody else's could change. */
  const everything = async (): Promise<string> =>
    JSON.stringify([
      await rig.ask(`const session = Object.entries(await browser.storage.session.get(null));
        return [session.filter(([key]) => !key.startsWith('tab:')), await browser.storage.local.get(null),
          await browser.declarativeNetRequest.getDynamicRules()]`),
      (await tabsOf(rig)).map((tab) => [tab.id, tab.url, tab.muted]),
    ]);

  async function allRefused(say: () => Promise<unknown[]>): Promise<void> {
    const before = await everything();
    const answers = await say();
    expect(answers).toHaveLength(2 * messages().length);
    expect.soft(answers.filter((one) => typeof one !== 'string' || !one.startsWith('refused'))).toEqual([]);
    await sleep(1_000);
    expect(await casesOf(rig), 'no case').toEqual([]);
    expect(await everything(), 'nothing is changed').toBe(before);
  }

  const shown = (page: OpenPage, ready: string): Promise<boolean> =>
    comesTrue(10_000, () => rig.inPage<boolean>(page, ready));

  it('is not heard from a page of its own', async () => {
    const page = await rig.open(`${base}page.html`);
    expect(await shown(page, `typeof sayAll === 'function'`)).toBe(true);
    const call = `sayAll(${JSON.stringify(id)}, ${JSON.stringify(messages())})`;
    await allRefused(() => rig.inPage<unknown[]>(page, call));
  });

  it('is not heard from its script in a page', async () => {
    const page = await openHonest(rig, server.address('visited'));
    const detail = JSON.stringify({ id, messages: messages() });
    await allRefused(async () => {
      const event = `new CustomEvent('say-all', { detail: ${JSON.stringify(detail)} })`;
      await rig.inPage(page, `dispatchEvent(${event})`);
      expect(await shown(page, `'answers' in document.documentElement.dataset`), 'it spoke').toBe(true);
      return rig.inPage<unknown[]>(page, `JSON.parse(document.documentElement.dataset.answers)`);
    });
  });

  it('while the same words from a page of ours are heard', async () => {
    const trust = JSON.stringify({ type: 'held-back-open', address: victim.url, agreed: true });
    expect(await rig.ask(`return browser.runtime.sendMessage(${trust})`)).toMatchObject({ ok: true });
    expect(await everything()).toContain('victim.localhost');
  });
});
