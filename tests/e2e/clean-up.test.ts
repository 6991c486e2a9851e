import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserRig } from '../rig/browser-rig';
import { ensureBuilt } from '../rig/dist';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { temporaryFolder } from '../rig/processes';
import { HONEST, KINDS, noticedAndClosed, openHonest, WORDS_ONLY } from './browsing';

/** The build with its optional permissions already given: no driver can press the browser's own question. */
async function permittedBuild(kind: BrowserKind): Promise<string> {
  const folder = temporaryFolder('permitted');
  cpSync(await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  const { optional_permissions: optional = [], permissions = [], ...rest } = manifest;
  writeFileSync(file, JSON.stringify({ ...rest, permissions: [...permissions, ...optional] }));
  return folder;
}

/** Leaves a cookie and an entry of the site's storage behind. */
const LEAVE = `(document.cookie = 'mark=1; max-age=3600', localStorage.setItem('mark', '1'), 1)`;
const LEFT = `[document.cookie.includes('mark'), localStorage.getItem('mark') !== null]`;

describe.each(KINDS)('"clean up after this site" in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    let asked = 0;
    server = await servePages(({ site, path }) =>
      site === 'scam' && path === '/' && (asked += 1) === 2 ? WORDS_ONLY : HONEST,
    );
    rig = await launch(kind, { dist: await permittedBuild(kind) });
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

  async function leave(site: string): Promise<string> {
    const address = server.address(site);
    const page = await openHonest(rig, address);
    await rig.inPage(page, LEAVE);
    expect(await rig.inPage(page, LEFT)).toEqual([true, true]);
    return address;
  }

  async function left(address: string): Promise<boolean[]> {
    return rig.inPage<boolean[]>(await openHonest(rig, address), LEFT);
  }

  it('takes what the scam left, and nothing of any other site', async () => {
    const other = await leave('other');
    // The name of the scam is the end of another name, and a neighbour has the same parent.
    const alike = await leave('notscam');
    const scam = await leave('scam');
    await rig.closeOthers();
    const { id } = await noticedAndClosed(rig, scam);
    const answer = await rig.ask<{ ok: boolean; done: string[]; failed: string[] }>(
      `return browser.runtime.sendMessage({ type: 'case-clean-up', caseId: '${id}' })`,
    );
    expect(answer).toMatchObject({ ok: true, failed: [] });
    expect(answer.done).toEqual(expect.arrayContaining(['site-data', 'history', 'downloads']));
    expect(await inHistory(scam), 'its history is gone').toBe(false);
    expect(await inHistory(other), 'another site stays in the history').toBe(true);
    expect(await inHistory(alike), 'one with a like name too').toBe(true);
    expect(await left(other), 'cookie and storage of another site').toEqual([true, true]);
    expect(await left(alike), 'and of one with a like name').toEqual([true, true]);
    const request = JSON.stringify({ type: 'address-trust', address: scam });
    expect(await rig.ask(`return browser.runtime.sendMessage(${request})`)).toMatchObject({ ok: true });
    expect(await left(scam), 'cookie and storage of the scam').toEqual([false, false]);
  });
});
