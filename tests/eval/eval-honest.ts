/**
 * Thousands of honest pages from Debian's documentation packages through the real extension in Chromium:
 *
 *   npm run eval:honest -- [--limit 5000] [--jobs 6] [--only PATTERN-OF-PATHS | --hardest] [--foot TEXT]
 *
 * With --hardest those that sound most like a scam's letter, of all packages and some more (77,000 pages); with --foot each
 * has that text at its end, such as the hotline of a company. Each alarm is named; the number to reach is 0. Ends with 1
 * where there was one, or where no page was shown.
 */
import { parseArgs } from 'node:util';
import type { Case } from '../../src/messages/ui-messages';
import { buildExtension } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import type { BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { folderSource, servePages } from '../rig/page-server';
import { runTool } from '../rig/run-tool';
import { wholeNumber } from '../rig/whole-number';
import { debianPages, DOCS_FOLDER, hardestPages } from './debian-docs';
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

interface Alarm {
  page: string;
  level: Case['level'];
  reasons: string[];
}

/** Said at once, because the whole run is long. */
function alarmOf(page: string, { level, reasons }: Case): Alarm {
  const alarm = { page, level, reasons: reasons.map(({ id }) => id) };
  console.log(`✗ ${page}: ${level}: ${alarm.reasons.join(', ')}`);
  return alarm;
}

interface Found {
  alarms: Alarm[];
  /** Pages that were not shown, and why. */
  troubles: string[];
}

/** Shows all pages in windows side by side. */
async function showAll(rig: BrowserRig, pages: string[], jobs: number, settle: number): Promise<Found> {
  const served = new Served(withFoot(folderSource(DOCS_FOLDER), options.foot));
  const server = await servePages(served.source);
  const alarms: Alarm[] = [];
  const troubles: string[] = [];
  const begin = Date.now();
  let next = 0;
  let done = 0;
  const work = Array.from({ length: jobs }, async () => {
    const window = new HonestWindow(rig, settle);
    for (let index = next++; index < pages.length; index = next++) {
      const page = pages[index] ?? '';
      try {
        // `#` and `?` in the name of a file, too
        const url = server.address(`doc-${index}`, page.split('/').map(encodeURIComponent).join('/'));
        const found = await window.show(url);
        if (found) alarms.push(alarmOf(page, found));
        else if (!served.has(url)) troubles.push(`${page}: not served`);
      } catch (error) {
        if (!rig.alive()) throw error;
        troubles.push(`${page}: ${error instanceof Error ? error.message : String(error)}`);
      }
      done += 1;
      const left = Math.round((((Date.now() - begin) / done) * (pages.length - done)) / 1000);
      if (done % 100 === 0)
        console.log(`${done}/${pages.length}, ${alarms.length} alarms, about ${left} s left`);
    }
  });
  await Promise.all(work);
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
  const { alarms, troubles } = await showAll(rig, pages, jobs, settle);
  await rig.close();
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
