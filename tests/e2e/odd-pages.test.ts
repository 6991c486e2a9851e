import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, tabsOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, KINDS, openHonest, tabsAt, WORDS_ONLY } from './browsing';
import { ODD_PAGES } from './odd-pages';
import { watchOwnErrors, type OwnErrors } from './own-errors';

/** Longer than a verdict takes once the facts are told. */
const WATCH_MS = 600;
const READ_MS = 10_000;

describe.each(KINDS)('a page of odd input in %s', (kind) => {
  const names = Object.keys(ODD_PAGES);
  let rig: BrowserRig;
  let server: PageServer;
  let ownErrors: OwnErrors;
  let windowId = 0;
  beforeAll(async () => {
    server = await servePages(({ path }) => ODD_PAGES[names[Number(path.slice(1))] ?? '']?.() ?? WORDS_ONLY);
    rig = await launch(kind);
    ownErrors = watchOwnErrors(rig);
    windowId = (await tabsOf(rig))[0]?.windowId ?? 0;
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  /** The detector has told what the page shows. */
  const read = (address: string): Promise<boolean> =>
    rig.ask<boolean>(
      `const all = Object.values(await browser.storage.session.get(null));
       return all.some((one) => one?.frames?.[0]?.address.startsWith(${JSON.stringify(address)}) && one.frames[0].facts)`,
    );

  it.each(names)('%s: it is read, nothing breaks, nothing is said', async (name) => {
    const address = server.address(`odd-${names.indexOf(name)}`, `/${names.indexOf(name)}`);
    const page = await rig.open(address);
    await ownErrors.follow(page);
    const whole = `document.readyState === 'complete' && document.URL !== 'about:blank'`;
    expect(await comesTrue(15_000, () => rig.inPage<boolean>(page, whole)), 'it loads').toBe(true);
    expect(await comesTrue(READ_MS, () => read(address)), 'it is read').toBe(true);
    await sleep(WATCH_MS);
    expect.soft(await rig.inPage(page, 'troubles'), 'errors in the page').toEqual([]);
    expect.soft(await ownErrors.seen(), 'errors of ours').toEqual([]);
    expect(await casesOf(rig), 'cases').toEqual([]);
    expect(await tabsAt(rig, address), 'its tab is there').toMatchObject([{ windowId }]);
    expect(rig.alive(), 'the browser is open').toBe(true);
  });

  it('a scam beside all of them is still noticed', async () => {
    const address = server.address('scam', '/scam');
    await openHonest(rig, address);
    const about = async () => (await casesOf(rig)).some(({ host }) => host === 'scam.localhost');
    expect(await comesTrue(10_000, about), 'noticed').toBe(true);
    expect((await casesOf(rig)).map(({ windowId: where }) => where)).toEqual([windowId]);
    expect(await ownErrors.seen(), 'errors of ours').toEqual([]);
  });
});
