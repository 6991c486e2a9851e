/**
 * Thousands of honest pages from Debian's documentation packages through the real extension in Chromium:
 *
 *   npm run eval:honest -- [--limit 5000] [--jobs 6] [--only PATTERN-OF-PATHS | --hardest] [--foot TEXT]
 *
 * With --hardest those that sound most like a scam's letter, of all packages and some more; with --foot each
 * has that text at its end, such as the hotline of a company. Each alarm is named; the number to reach is 0. Now and then
 * each window shows a scam of ours, which must be noticed. Ends with 1 where it was not, where there was an alarm, or where
 * no page was shown.
 */
import { parseArgs } from 'node:util';
import { WORDS_ONLY } from '../e2e/browsing';
import { buildExtension } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import { casesOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { folderSource, servePages } from '../rig/page-server';
import { runTool } from '../rig/run-tool';
import { wholeNumber } from '../rig/whole-number';
import { debianPages, DOCS_FOLDER, hardestPages } from './debian-docs';
import { Alarms, siteOfPage } from './honest-alarms';
import { HonestWindow, Served, withFoot } from './honest-window';

const { values: options } = parseArgs({
  options: {
    limit: { type: 'string', default: '5000' },
    jobs: { type: 'string', default: '6' },
    only: { type: 'string', default: '' },
    hardest: { type: 'boolean', default: false },
    foot: { type: 'string', default: '' },
    settle: { type: 'string', default: '600' },
    json: { type: 'string' },
    build: { type: 'boolean', default: process.env.SANGFROID_DIST === undefined },
  },
});

/** A window proves itself before its first page, after its last, and after so many between them. */
const PROVE_EVERY = 500;
/** First label of the hosts of the scams that prove it. */
const PROOF = 'proof-';

interface Found {
  alarms: Alarms;
  /** Pages that were not shown, and why. */
  troubles: string[];
}

function inShort(done: number, all: number, begin: number): string {
  const left = Math.round((((Date.now() - begin) / done) * (all - done)) / 1000);
  return `${done}/${all}, about ${left} s left`;
}

/** Shows all pages in windows side by side. @throws Error where a scam shown in between is not noticed */
async function showAll(rig: BrowserRig, pages: string[], jobs: number, settle: number): Promise<Found> {
  const served = new Served(withFoot(folderSource(DOCS_FOLDER), options.foot));
  const server = await servePages((asked) =>
    asked.site.startsWith(PROOF) ? WORDS_ONLY : served.source(asked),
  );
  const alarms = new Alarms(pages);
  const troubles: string[] = [];
  const begin = Date.now();
  let [next, done, proofs] = [0, 0, 0];
  const prove = async (window: HonestWindow) => {
    alarms.addLate(await casesOf(rig)); // only the newest are kept, and the proof is one more
    await window.prove(server.address(`${PROOF}${proofs++}`));
  };
  const showOne = async (window: HonestWindow, index: number) => {
    const page = pages[index] ?? '';
    // `#` and `?` in the name of a file, too
    const url = server.address(siteOfPage(index), page.split('/').map(encodeURIComponent).join('/'));
    const found = await window.show(url);
    if (found) alarms.add(page, found);
    else if (!served.has(url)) troubles.push(`${page}: not served`);
  };
  const work = Array.from({ length: jobs }, async () => {
    const window = new HonestWindow(rig, settle);
    let shown = 0;
    for (let index = next++; index < pages.length; index = next++) {
      if (shown++ % PROVE_EVERY === 0) await prove(window);
      await showOne(window, index).catch((error: unknown) => {
        if (!rig.alive()) throw error;
        troubles.push(`${pages[index]}: ${error instanceof Error ? error.message : String(error)}`);
      });
      done += 1;
      if (done % 100 === 0) console.log(`${inShort(done, pages.length, begin)}, ${alarms.all.length} alarms`);
    }
    if (shown > 0) await prove(window);
  });
  await Promise.all(work);
  alarms.addLate(await casesOf(rig));
  server.close();
  return { alarms, troubles };
}

async function main(): Promise<void> {
  const jobs = wholeNumber('jobs', options.jobs);
  const settle = wholeNumber('settle', options.settle);
  const limit = wholeNumber('limit', options.limit);
  const pages = options.hardest ? hardestPages(limit) : debianPages(limit, options.only);
  if (pages.length === 0) throw new Error('There is no such page: nothing was tried.');
  await ensureBrowsers(['chromium']);
  if (options.build) await buildExtension('chrome');
  const rig = await launch('chromium');
  const begin = Date.now();
  const found = await showAll(rig, pages, jobs, settle).finally(() => rig.close());
  const { troubles } = found;
  const alarms = found.alarms.all;
  for (const { page, level, reasons } of alarms) console.log(`✗ ${page}: ${level}: ${reasons.join(', ')}`);
  for (const trouble of troubles) console.log(`? ${trouble}`);
  const minutes = ((Date.now() - begin) / 60_000).toFixed(1);
  const shown = pages.length - troubles.length;
  console.log(
    `${shown} of ${pages.length} honest pages shown in ${minutes} minutes, ${alarms.length} false alarms.`,
  );
  if (options.json)
    keepFile(options.json, `${JSON.stringify({ pages: pages.length, shown, alarms, troubles }, null, 1)}\n`);
  if (alarms.length > 0 || shown === 0) process.exit(1);
}

runTool(main);
