import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../src/async/within';
import texts from '../../src/texts/en/journal.json';
import { casesOf, type BrowserRig, type OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { openOwnDisk, type OwnDisk } from '../rig/own-disk';
import { servePages, type PageServer } from '../rig/page-server';
import { comesTrue, KINDS, tabsAt, WORDS_ONLY } from './browsing';
import { rowsOf } from './journal-rows';

/** The profile has a disk of its own, made of memory. */
const DISK_MB = 160;

/** Fills the disk on which the file of this path would lie to the last byte with it. */
function fillDisk(path: string): void {
  const file = openSync(path, 'a');
  for (let size = 1 << 20; size >= 1; size >>= 4) {
    const block = Buffer.alloc(size, 1);
    try {
      while (writeSync(file, block) === size);
    } catch {
      // full for blocks of this size: smaller ones may still fit
    }
  }
  closeSync(file);
}

describe.each(KINDS)('a full disk in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  let disk: OwnDisk | undefined;
  let filler: string;
  beforeAll(async () => {
    const { folder, starting } = (disk = await openOwnDisk(DISK_MB));
    filler = join(folder, 'filler');
    server = await servePages(() => WORDS_ONLY);
    rig = await starting(kind, () => launch(kind, { profile: folder }));
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
    disk?.close();
  });

  /** Meets a scam and presses "close". @returns whether its tab went. */
  async function meet(name: string): Promise<boolean> {
    const address = server.address(name, '/alert');
    await rig.open(address);
    const caseOf = async () => (await casesOf(rig)).find(({ host }) => host === `${name}.localhost`);
    if (!(await comesTrue(12_000, async () => (await caseOf()) !== undefined))) return false;
    const id = (await caseOf())?.id;
    await rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${id}' })`);
    return comesTrue(8_000, async () => (await tabsAt(rig, address)).length === 0);
  }
  const keeps = (name: string, ms: number): Promise<boolean> =>
    comesTrue(ms, async () => (await rowsOf(rig)).some(({ host }) => host === `${name}.localhost`));
  /** The journal, once it shows entries or says what is the matter, and both have had their turn. */
  async function openJournal(): Promise<OpenPage> {
    const page = await rig.open(`${rig.base}src/ui/journal/journal.html`);
    const drawn = `document.querySelector('.entry, #trouble-line') !== null`;
    expect(await comesTrue(20_000, () => rig.inPage<boolean>(page, drawn)), 'something is shown').toBe(true);
    await rig.inPage(page, `new Promise((done) => setTimeout(() => done(true), 300))`);
    return page;
  }
  const trouble = (page: OpenPage): Promise<string> =>
    rig.inPage<string>(page, `document.querySelector('#trouble-line')?.textContent ?? ''`);

  const shows = (page: OpenPage, host: string): Promise<boolean> =>
    rig.inPage<boolean>(page, `document.querySelector('.entries')?.textContent.includes('${host}') ?? false`);

  /** Chromium may not even open its database on a disk without a byte left: then it says that, and not an empty list. */
  async function saysWhatIsSo(page: OpenPage): Promise<void> {
    const look = (): Promise<{ list: string; line: string }> =>
      rig.inPage(
        page,
        `({ list: document.querySelector('.entries').textContent, line: document.querySelector('#trouble-line')?.textContent })`,
      );
    const opened = ({ list }: { list: string }): boolean => list.includes('before.localhost');
    const line = (isOpen: boolean): string =>
      texts[isOpen ? 'journal.trouble.full' : 'journal.trouble.unopened'];
    // The line about what could not be written may stand before a busy machine has read the list.
    await comesTrue(5_000, async () => {
      const seen = await look();
      return seen.line === line(opened(seen));
    });
    const seen = await look();
    expect(seen.line).toBe(line(opened(seen)));
    if (kind === 'firefox') expect(opened(seen), 'entries are shown').toBe(true);
  }

  /** What the page says, and the browser of the database: once in some thirty runs it did not open in time. */
  async function whatIsLeft(page: OpenPage): Promise<string> {
    const database = rowsOf(rig).then((rows) => `${rows.length} entries`, String);
    return `the page says "${await trouble(page)}", the database: ${await within(database, 3_000, 'no answer')}`;
  }

  it('does not keep a scam open, is told in one sentence, loses nothing, and heals', async () => {
    rmSync(filler, { force: true }); // of a first try
    expect(await meet('before')).toBe(true);
    expect(await keeps('before', 6_000)).toBe(true);
    fillDisk(filler);
    // What the browser itself gives back meanwhile is taken, too.
    const filling = setInterval(() => fillDisk(filler), 20);
    try {
      expect(await meet('meanwhile')).toBe(true);
      // The note is written when the write has failed, which may be after the page was drawn.
      expect(await comesTrue(10_000, async () => (await trouble(await openJournal())) !== '')).toBe(true);
      expect(await keeps('meanwhile', 0)).toBe(false);
    } finally {
      clearInterval(filling);
    }
    await saysWhatIsSo(await openJournal());
    const page = await openJournal();
    await saysWhatIsSo(page);
    rmSync(filler);
    const isBack = await comesTrue(20_000, () => shows(page, 'before.localhost'));
    expect(isBack, `the list is back${isBack ? '' : `; ${await whatIsLeft(page)}`}`).toBe(true);
    // A browser looks at the free space only now and then.
    const healed = async (): Promise<boolean> => {
      const name = `after-${Date.now()}`;
      return (await meet(name)) && (await keeps(name, 3_000));
    };
    expect(await comesTrue(60_000, healed)).toBe(true);
    expect(await trouble(await openJournal())).toBe('');
    expect(await keeps('before', 0)).toBe(true);
  }, 150_000);
});
