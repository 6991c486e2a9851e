import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Case, TabStatus } from '../../src/messages/ui-messages';
import { casesOf, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { ALERT_LOOP, comesTrue, HONEST, KINDS, later, openHonest, tabsAt, WORDS_ONLY } from './browsing';

/** A page of results, as a person uses it: two links open beside it. */
const SEARCH = `<!doctype html><title>Results</title><p>Results for your search of today.</p>
  <a id="bank" target="_blank" href="/bank">Your bank</a> <a id="mail" target="_blank" href="/mail">Your mail</a>`;
/** A scam that opens a quiet page of another site in a window and in a tab, before it shows its face. */
const WITH_WINDOWS = WORDS_ONLY.replace(
  '<body>',
  `<body><script>
    const advert = location.href.replace('scam-', 'advert-');
    open(advert, '_blank', 'width=300,height=200');
    open(advert + '?tab', '_blank');
  </script>`,
);
/** Honest pages load in well under this, and a page has told by then what opens its gate. */
const LOOKED_MS = 1_200;

function source({ site, path }: { site: string; path: string }): string {
  if (path === '/search') return SEARCH;
  if (path === '/trap') return ALERT_LOOP;
  if (path === '/locker') return site.startsWith('scam-') ? WORDS_ONLY : HONEST;
  if (path === '/opener') return site.startsWith('scam-') ? WITH_WINDOWS : HONEST;
  return HONEST;
}

describe.each(KINDS)('honest tabs beside a scam in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  let serial = 0;
  beforeAll(async () => {
    server = await servePages(source);
    rig = await launch(kind, { popupsAllowed: true });
  });
  afterEach(() => rig.closeOthers());
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  /** A site of the run's own. */
  const site = (name: string, path: string): string => server.address(`${name}-${serial}`, path);

  /** A trusted click on an element of a page, whose tab comes to the front for it. */
  async function press(page: OpenPage, selector: string): Promise<void> {
    const [tab] = await tabsAt(rig, page.url);
    await rig.ask(`await browser.tabs.update(${tab?.id}, { active: true })`);
    const at = await rig.inPage<{ x: number; y: number }>(
      page,
      `(() => { const box = document.querySelector('${selector}').getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 } })()`,
    );
    await rig.click(page, at);
  }

  async function caseAbout(address: string): Promise<Case> {
    const { hostname } = new URL(address);
    const found = await until(12_000, async () => (await casesOf(rig)).find(({ host }) => host === hostname));
    if (!found) throw new Error(`${address} was not noticed.`);
    return found;
  }

  /** What the warning's button asks for; a trap in Firefox waits behind its first dialog. */
  async function closeIt(address: string, known: Case): Promise<void> {
    await sleep(LOOKED_MS);
    await rig.ask(`await browser.runtime.sendMessage({ type: 'case-close', caseId: '${known.id}' })`);
    expect(await comesTrue(8_000, async () => (await tabsAt(rig, address)).length === 0), address).toBe(true);
  }

  /** A search page from which a bank and a mail were opened, in the same tab now a scam. */
  async function searchThen(path: '/trap' | '/locker') {
    serial += 1;
    const search = await openHonest(rig, site('search', '/search'));
    for (const name of ['bank', 'mail']) {
      const open = `document.querySelector('#${name}').href = '${site(name, '/')}'`;
      await rig.inPage(search, `(${open}, 1)`);
      const opened = async (): Promise<boolean> => (await tabsAt(rig, site(name, '/'))).length === 1;
      // Firefox can lose a press into a page that has only just come: a person presses again.
      for (let tries = 0; tries < 4 && !(await opened()); tries += 1) {
        await press(search, `#${name}`);
        await comesTrue(3_000, opened);
      }
      expect(await comesTrue(8_000, opened), name).toBe(true);
    }
    const scam = site('scam', path);
    await later(rig, search, `location.href = '${scam}'`);
    return { search, scam, known: await caseAbout(scam) };
  }

  const stays = async (name: string): Promise<number> => (await tabsAt(rig, site(name, '/'))).length;

  it.each(['/trap', '/locker'] as const)(
    'opened from the search page before its tab went to %s: both stay',
    async (path) => {
      const { scam, known } = await searchThen(path);
      await closeIt(scam, known);
      expect([await stays('bank'), await stays('mail')]).toEqual([1, 1]);
    },
  );

  it('go, where they are windows that the scam itself opened, however quiet', async () => {
    serial += 1;
    const scam = site('scam', '/opener');
    await rig.open(scam);
    const known = await caseAbout(scam);
    const windows = async (): Promise<number> => (await tabsAt(rig, site('advert', '/'))).length;
    expect(await comesTrue(8_000, async () => (await windows()) === 2), 'its windows are open').toBe(true);
    await closeIt(scam, known);
    expect(await comesTrue(3_000, async () => (await windows()) === 0), 'they are closed').toBe(true);
  });

  it('the one whose site is trusted stays, though the scam’s own site led there before it showed its face', async () => {
    serial += 1;
    const scam = site('scam', '/locker');
    const { hostname } = new URL(site('mail', '/'));
    const settings = { version: 1, trustedSites: [{ host: hostname, since: 1, why: 'options' }] };
    await rig.ask(`await browser.storage.local.set({ settings: ${JSON.stringify(settings)} })`);
    const forum = await openHonest(rig, site('scam', '/'));
    await later(rig, forum, `open('${site('mail', '/')}')`);
    expect(await comesTrue(8_000, async () => (await stays('mail')) === 1), 'the mail is there').toBe(true);
    await sleep(LOOKED_MS);
    await later(rig, forum, `location.href = '${scam}'`);
    await closeIt(scam, await caseAbout(scam));
    await sleep(LOOKED_MS);
    expect(await stays('mail')).toBe(1);
  });

  it('the one the scam was in stays, once the person has gone on in it, and the popup says nothing of it', async () => {
    serial += 1;
    const scam = site('scam', '/locker');
    const mail = site('mail', '/');
    await rig.open(scam);
    const known = await caseAbout(scam);
    await rig.ask(`await browser.tabs.update(${known.tabId}, { active: true, url: '${mail}' })`);
    expect(await comesTrue(8_000, async () => (await stays('mail')) === 1), 'the mail is there').toBe(true);
    await sleep(LOOKED_MS);
    const asked = `return browser.runtime.sendMessage({ type: 'tab-status', tabId: ${known.tabId} })`;
    expect(await rig.ask<TabStatus>(asked)).toMatchObject({
      state: 'watching',
      level: 'quiet',
      caseId: null,
    });
    await rig.ask(`await browser.runtime.sendMessage({ type: 'case-close', caseId: '${known.id}' })`);
    await sleep(LOOKED_MS);
    expect(await stays('mail')).toBe(1);
  });
});
