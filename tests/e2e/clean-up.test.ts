import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOwnCookies } from '../../src/background/clean-up/own-cookies';
import sharedHosts from '../../rules/shared-hosts.json';
import type { UiAnswers } from '../../src/messages/ui-messages';
import type { BrowserKind, BrowserRig } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import { ensureBuilt } from '../rig/dist';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { temporaryFolder } from '../rig/processes';
import {
  comesTrue,
  GUIDE,
  HONEST,
  KINDS,
  middleOf,
  noticedAndClosed,
  openHonest,
  WORDS_ONLY,
} from './browsing';
import { findingsInBothThemes } from './themes';

/** The build with its optional permissions already given: no driver can press the browser's own question. */
async function permittedBuild(kind: BrowserKind): Promise<string> {
  const folder = temporaryFolder('permitted');
  cpSync(await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  const { optional_permissions: optional = [], permissions = [] } = manifest;
  // Firefox lets a page ask only for what is listed as optional, also where it is there already.
  writeFileSync(file, JSON.stringify({ ...manifest, permissions: [...permissions, ...optional] }));
  return folder;
}

/** Leaves a cookie and an entry of the site's storage behind. */
const LEAVE = `(document.cookie = 'mark=1; max-age=3600', localStorage.setItem('mark', '1'), 1)`;
const LEFT = `[document.cookie.includes('mark'), localStorage.getItem('mark') !== null]`;
/** Signed in on every name below shared.localhost. */
const SIGN_IN = `(document.cookie = 'signed-in=1; max-age=3600; domain=shared.localhost', 1)`;
/** A file that the page itself has the browser save. */
const SAVE = (name: string): string =>
  `(() => { const link = document.createElement('a'); link.href = '/${name}'; link.download = '';
    document.body.append(link); link.click(); return 1 })()`;

type CleanUp = UiAnswers['case-clean-up'];

describe.each(KINDS)('"clean up after this site" in %s', (kind) => {
  const isChromium = kind === 'chromium';
  const saved = temporaryFolder('saved');
  const scamsSeen = new Set<string>();
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(({ site, path }) => {
      if (path.endsWith('.bin')) return { body: 'x', type: 'application/octet-stream' };
      if (!['scam', 'bad', 'loader'].includes(site) || path !== '/') return HONEST;
      // Harmless when it is first opened, to leave something behind, and once it is trusted.
      const turn = scamsSeen.has(site) && !scamsSeen.has(`${site} again`);
      scamsSeen.add(scamsSeen.has(site) ? `${site} again` : site);
      return turn ? WORDS_ONLY : HONEST;
    });
    const preferences = { 'browser.download.folderList': 2, 'browser.download.dir': saved };
    rig = await launch(kind, { dist: await permittedBuild(kind), preferences });
    if (isChromium)
      await (rig as ChromiumRaw).pipe.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        downloadPath: saved,
      });
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const inHistory = (address: string): Promise<boolean> =>
    rig.ask<boolean>(
      `const found = await browser.history.search({ text: '', startTime: 0, maxResults: 1000 });
       return found.some(({ url }) => url.startsWith(${JSON.stringify(address)}))`,
    );
  const request = <T>(message: object): Promise<T> =>
    rig.ask<T>(`return browser.runtime.sendMessage(${JSON.stringify(message)})`);

  async function leave(site: string, what = LEAVE): Promise<string> {
    const address = server.address(site);
    const page = await openHonest(rig, address);
    await rig.inPage(page, LEAVE);
    await rig.inPage(page, what);
    expect(await rig.inPage(page, LEFT)).toEqual([true, true]);
    return address;
  }

  async function left(address: string, what = LEFT): Promise<boolean[]> {
    return rig.inPage<boolean[]>(await openHonest(rig, address), what);
  }

  async function trust(address: string): Promise<void> {
    expect(await request({ type: 'held-back-open', address, agreed: true })).toMatchObject({ ok: true });
  }

  it('takes what the scam left, and nothing of any other site', async () => {
    const other = await leave('other');
    // The name of the scam is the end of another name, and a neighbour has the same parent.
    const alike = await leave('notscam');
    // A further site of the scam, as the case of a scam with several windows has them.
    const further = await leave('door');
    const scam = await leave('scam');
    await rig.closeOthers();
    const closed = await noticedAndClosed(rig, scam);
    const many = { ...closed, id: 'many', state: 'closed', otherSites: [new URL(further).origin] };
    await rig.ask(`await browser.storage.session.set({ 'case:many': ${JSON.stringify(many)} })`);
    const answer = await request<CleanUp>({ type: 'case-clean-up', caseId: 'many' });
    expect(answer).toMatchObject({ ok: true, failed: [], left: isChromium ? [] : ['notifications'] });
    expect(answer.otherHosts).toEqual([new URL(further).hostname]);
    expect(answer.done).toEqual(expect.arrayContaining(['site-data', 'cookies', 'history']));
    expect(await inHistory(scam), 'its history is gone').toBe(false);
    expect(await inHistory(further), 'that of its further site, too').toBe(false);
    expect(await inHistory(other), 'another site stays in the history').toBe(true);
    expect(await inHistory(alike), 'one with a like name too').toBe(true);
    expect(await left(other), 'cookie and storage of another site').toEqual([true, true]);
    expect(await left(alike), 'and of one with a like name').toEqual([true, true]);
    expect(await left(further), 'cookie and storage of its further site').toEqual([false, false]);
    await trust(scam);
    expect(await left(scam), 'cookie and storage of the scam').toEqual([false, false]);
  });

  it('signs nobody out of the names beside it: Chromium clears cookies of a whole domain', async () => {
    const parent = await leave('shared', SIGN_IN);
    const sister = await leave('good.shared');
    const scam = await leave('bad.shared');
    await rig.closeOthers();
    const { id } = await noticedAndClosed(rig, scam);
    const answer = await request<CleanUp>({ type: 'case-clean-up', caseId: id });
    for (const address of [parent, sister]) {
      expect(await left(address), address).toEqual([true, true]);
      expect(await left(address, `document.cookie.includes('signed-in')`), address).toBe(true);
    }
    expect(answer).toMatchObject({ ok: true, failed: [] });
    expect(answer.left).toEqual(isChromium ? ['cookies'] : ['notifications']);
    await trust(scam);
    expect(await left(scam), 'its own cookie stays in Chromium only').toEqual([isChromium, false]);
  });

  it('deletes the files that page had saved, only when told to, and no other', async () => {
    const there = (name: string): boolean => existsSync(join(saved, name));
    const honest = await openHonest(rig, server.address('other', '/read'));
    await rig.inPage(honest, SAVE('recipe.bin'));
    const before = await openHonest(rig, server.address('loader'));
    await rig.inPage(before, SAVE('helper.bin'));
    expect(await comesTrue(8_000, async () => there('recipe.bin') && there('helper.bin'))).toBe(true);
    await rig.closeOthers();
    const { id } = await noticedAndClosed(rig, server.address('loader'));
    const { downloads } = await request<CleanUp>({ type: 'case-clean-up', caseId: id });
    expect(downloads.map(({ name }) => name)).toEqual(['helper.bin']);
    expect(there('helper.bin'), 'not without a word').toBe(true);
    const all = await rig.ask<number[]>(`return (await browser.downloads.search({})).map(({ id }) => id)`);
    // Even when asked for every file there is.
    expect(await request({ type: 'case-delete-downloads', caseId: id, ids: all })).toEqual({
      ok: true,
      failed: [],
    });
    expect(there('helper.bin')).toBe(false);
    expect(there('recipe.bin'), 'a file of another site').toBe(true);
    const listed = await rig.ask<string[]>(
      `return (await browser.downloads.search({})).map(({ url }) => url.split('/').pop())`,
    );
    expect(listed).toEqual(['recipe.bin']);
  });

  it('a press in the guide cleans up and says what is gone', async () => {
    const scam = server.address('asked');
    await leave('asked');
    await rig.ask(`await browser.storage.session.set({ 'case:clean': { id: 'clean', level: 'act', state: 'closed',
      tabId: 1, windowId: 1, incognito: false, address: '${scam}', host: '${new URL(scam).hostname}', title: 'Alert',
      reasons: [], phones: [], codes: [], noticedAt: Date.now(), closedAt: Date.now(), closedBy: 'itself',
      pageTabId: null, companions: 0, incidentId: null, injectedIntoHonestSite: false, reopened: false,
      timing: { warnedMs: 1, closedMs: 1 } } })`);
    const guide = await rig.open(`${rig.base}${GUIDE}?case=clean`);
    await rig.click(guide, await middleOf(rig, guide, '.case-more button'));
    // Before the press a list in small letters says what it will do.
    const removed = `document.querySelectorAll('.case-more ul:not(.small) li').length`;
    const expected = isChromium ? 4 : 3;
    expect(await comesTrue(6_000, async () => (await rig.inPage<number>(guide, removed)) === expected)).toBe(
      true,
    );
    // How to stop its notifications by hand, where no extension can.
    const folds = `document.querySelectorAll('.case-more .stack details ol.steps').length`;
    expect(await rig.inPage(guide, folds)).toBe(isChromium ? 0 : 1);
    expect(await findingsInBothThemes(rig, guide)).toEqual([]);
    expect(await left(scam)).toEqual([false, false]);
  });

  it.runIf(isChromium)('knows where Chromium takes the names of a shared host for one site', async () => {
    const chromium = rig as ChromiumRaw;
    const session = await chromium.attach(await openHonest(rig, server.address('other')));
    const agent = await rig.ask<string>('return navigator.userAgent');
    const wrong: string[] = [];
    for (const suffix of sharedHosts.suffixes) {
      const names = [`https://one.${suffix}/`, `https://two.${suffix}/`];
      for (const url of names)
        await chromium.pipe.send('Network.setCookie', { name: 'mark', value: '1', url }, session);
      await rig.ask(
        `await browser.browsingData.remove({ origins: ['https://one.${suffix}'] }, { cookies: true })`,
      );
      const kept = { urls: names.slice(1) };
      const { cookies } = await chromium.pipe.send<{ cookies: unknown[] }>(
        'Network.getCookies',
        kept,
        session,
      );
      if (hasOwnCookies(`one.${suffix}`, agent) !== cookies.length > 0) wrong.push(suffix);
    }
    expect(wrong).toEqual([]);
  });
});
