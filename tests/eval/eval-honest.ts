/**
 * `npm run eval:honest [-- --limit 5000] [--jobs 6] [--only PATTERN-OF-PATHS]`: thousands of honest pages from Debian's documentation packages
 * through the real extension in Chromium. Each alarm is named; the number to reach is 0.
 */
import { parseArgs } from 'node:util';
import type { Case } from '../../src/messages/ui-messages';
import { buildExtension } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import { launch } from '../rig/launch';
import { folderSource, servePages } from '../rig/page-server';
import { runTool } from '../rig/run-tool';
import { wholeNumber } from '../rig/whole-number';
import { debianPages, DOCS_FOLDER } from './debian-docs';
import { HonestWindow } from './honest-window';

const { values: options } = parseArgs({
  options: {
    limit: { type: 'string', default: '5000' },
    jobs: { type: 'string', default: '6' },
    only: { type: 'string', default: '' },
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

async function main(): Promise<void> {
  const jobs = wholeNumber('jobs', options.jobs);
  const settle = wholeNumber('settle', options.settle);
  const pages = debianPages(wholeNumber('limit', options.limit), options.only);
  if (pages.length === 0) throw new Error('There is no such page: nothing was tried.');
  await ensureBrowsers(['chromium']);
  if (options.build) await buildExtension('chrome');
  const server = await servePages(folderSource(DOCS_FOLDER));
  const rig = await launch('chromium');
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
        const found = await window.show(server.address(`doc-${index}`, encodeURI(page)));
        if (found) alarms.push(alarmOf(page, found));
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
  await rig.close();
  server.close();
  for (const { page, level, reasons } of alarms) console.log(`✗ ${page}: ${level}: ${reasons.join(', ')}`);
  for (const trouble of troubles) console.log(`? ${trouble}`);
  const minutes = ((Date.now() - begin) / 60_000).toFixed(1);
  console.log(
    `${pages.length - troubles.length} honest pages shown in ${minutes} minutes, ${alarms.length} false alarms.`,
  );
  if (options.json) keepFile(options.json, `${JSON.stringify({ pages: pages.length, alarms }, null, 1)}\n`);
}

runTool(main);
