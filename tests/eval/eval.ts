/**
 * `npm run eval -- DIR [--browser firefox] [--json FILE] [--only ID] [--jobs N] [--own]`
 * Shows recorded pages to a real browser with the built extension, lets each do again what it did, clicks once in the
 * middle, and prints what was caught. `--own` takes the project's own pages instead of DIR.
 */
import { parseArgs } from 'node:util';
import { browserKind } from '../rig/browser-kinds';
import { buildExtension, distFolder } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { keepFile } from '../rig/keep-file';
import { servePages } from '../rig/page-server';
import { runTool } from '../rig/run-tool';
import { wholeNumber } from '../rig/whole-number';
import { readCorpus, type CorpusPage } from './corpus';
import { ownPages } from './own-pages';
import { corpusSource, REPLAYED } from './replay';
import { report } from './report';
import { isScam, wasWarned, type Row } from './row';
import { Slot } from './slot';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string', default: 'chromium' },
    json: { type: 'string' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    own: { type: 'boolean', default: false },
    build: { type: 'boolean', default: process.env.SANGFROID_DIST === undefined },
  },
});

function choosePages(): CorpusPage[] {
  const [folder] = positionals;
  if (folder === undefined && !options.own)
    throw new Error('Say which folder: npm run eval -- DIR (or --own).');
  const all = options.own ? ownPages() : readCorpus(folder ?? '');
  const chosen = all.filter(({ id }) => options.only === undefined || id.includes(options.only));
  if (chosen.length === 0) throw new Error('There is no such page.');
  return chosen;
}

function say(done: number, total: number, row: Row, begin: number): void {
  const wrong = isScam(row) ? !wasWarned(row) : row.level !== 'quiet';
  const left = Math.round((((Date.now() - begin) / done) * (total - done)) / 1000);
  const time = row.ms === null ? '' : ` ${row.ms} ms`;
  const word = row.trouble ?? `${row.level}${row.stage ? ` (${row.stage})` : ''}${time}`;
  if (wrong || row.trouble || process.stdout.isTTY || done % 10 === 0 || total <= 40)
    console.log(
      `${done}/${total} ${row.trouble ? '?' : wrong ? '✗' : '✓'} ${row.id}: ${word}; about ${left} s left`,
    );
}

/** Judges all pages with several browsers at once; rows in the order of the pages. */
async function judgeAll(pages: CorpusPage[], slots: Slot[]): Promise<Row[]> {
  const rows = new Map<string, Row>();
  const begin = Date.now();
  const queue = [...pages];
  await Promise.all(
    slots.map(async (slot) => {
      for (let page = queue.shift(); page; page = queue.shift()) {
        const row = await slot.judge(page);
        rows.set(page.id, row);
        say(rows.size, pages.length, row, begin);
      }
      await slot.close();
    }),
  );
  return pages.flatMap(({ id }) => rows.get(id) ?? []);
}

async function main(): Promise<void> {
  const kind = browserKind(options.browser);
  const jobs = wholeNumber('jobs', options.jobs);
  const pages = choosePages();
  await ensureBrowsers([kind]);
  const target = kind === 'firefox' ? 'firefox' : 'chrome';
  if (options.build) await buildExtension(target);
  const unknown = new Set(
    pages.flatMap(({ trace }) => trace.map(({ api }) => api)).filter((api) => !REPLAYED.has(api)),
  );
  if (unknown.size > 0) console.log(`Not done again, for want of a way: ${[...unknown].join(', ')}`);
  const server = await servePages(corpusSource(pages));
  const slots = Array.from({ length: jobs }, () => new Slot(kind, server.address));
  console.log(`${pages.length} pages, ${slots.length} × ${kind}, extension in ${distFolder(target)}`);
  const rows = await judgeAll(pages, slots);
  server.close();
  console.log(report(rows));
  if (options.json) keepFile(options.json, `${JSON.stringify(rows, null, 1)}\n`);
  // As where no browser started: a run over nothing has found nothing wrong.
  if (rows.every(({ trouble }) => trouble !== undefined))
    throw new Error(`No page could be judged: ${rows[0]?.trouble ?? ''}`);
}

runTool(main);
