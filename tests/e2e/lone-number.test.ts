import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, KINDS, WORDS_ONLY } from './browsing';

const COME_MS = 15_000;
/** Longer than the looks for a number after each other last. */
const WATCH_MS = 8_000;

const NUMBER = '(888) 555-0142';
const NUMBERS = /(?:\+1 )?\(\d{3}\) 555-01\d\d/g;

describe.each(KINDS)('a number that stands alone in a frame of its own in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  /** Each try has hosts of its own: a second one would find the first one's case. */
  let tries = 0;
  beforeAll(async () => {
    server = await servePages(({ site, path }) => {
      if (path === '/number') return `<!doctype html><title>n</title><body><b>${NUMBER}</b>`;
      if (path === '/hours') return '<!doctype html><title>n</title><body><b>09:00 to 17:00</b>';
      const frame = `<iframe src="${server.address('other', site.startsWith('number') ? '/number' : '/hours')}" width="200" height="40"></iframe>`;
      return WORDS_ONLY.replaceAll(NUMBERS, frame);
    });
    rig = await launch(kind);
  });
  beforeEach(async () => {
    tries += 1;
    await rig.closeOthers();
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  const caseOf = async (address: string) =>
    (await casesOf(rig)).find(({ host }) => host === new URL(address).hostname);

  it('is found, and told in the warning', async () => {
    const address = server.address(`number-${tries}`, '/');
    await rig.open(address);
    const told = async () => (await caseOf(address))?.phones.includes(NUMBER) === true;
    expect(await comesTrue(COME_MS, told), 'the case knows the number').toBe(true);
    await rig.closeOthers();
  });

  it('is not made up where there is none', async () => {
    const address = server.address(`hours-${tries}`, '/');
    await rig.open(address);
    await sleep(WATCH_MS);
    expect((await caseOf(address))?.phones, 'the case, without a number').toEqual([]);
    await rig.closeOthers();
  });
});
