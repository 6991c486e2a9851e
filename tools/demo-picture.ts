/**
 * `node tools/bootstrap.mjs tools/demo-picture.ts [--dist FOLDER]`: the 20-second picture of the README, from a real run
 * in Chromium: an ordinary page, our own harmless locker, the warning that comes by itself, the press, the guide.
 * Needs ImageMagick's `convert`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../tests/rig/chromium';
import { ROOT } from '../tests/rig/dist';
import { folderSource, servePages } from '../tests/rig/page-server';
import { removeFolder, temporaryFolder } from '../tests/rig/processes';

const OUT = 'docs/screenshots/demo.gif';
const SIZE = { width: 1120, height: 700 };
const SHOWN_WIDTH = 840;
/** The warning's buttons count only after the person has seen it this long (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 900;
const LONGEST_MS = 15_000;

const { values } = parseArgs({ options: { dist: { type: 'string' } } });
const folder = temporaryFolder('demo');
/** Pictures in order, each with the hundredths of a second it stays. */
const frames: { file: string; stays: number }[] = [];

async function take(page: Page, seconds: number): Promise<void> {
  const file = join(folder, `${frames.length}.png`);
  await page.setViewportSize(SIZE);
  await page.screenshot({ path: file });
  frames.push({ file, stays: seconds * 100 });
}

/** The tab that shows one of our pages, once it is drawn. */
async function ownPage(context: BrowserContext, name: string, ready: string): Promise<Page> {
  for (const end = Date.now() + LONGEST_MS; Date.now() < end;) {
    const page = context.pages().find((one) => one.url().includes(`/${name}.html`));
    if (page) {
      await page.waitForSelector(ready, { timeout: LONGEST_MS });
      return page;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The ${name} page did not come.`);
}

async function play(context: BrowserContext, address: (site: string, path: string) => string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(SIZE);
  await page.goto(address('garden', '/form-beforeunload.html'));
  await take(page, 2);
  await page.goto(address('alert', '/words-only-locker.html'), { waitUntil: 'commit' });
  await page.waitForSelector('.call');
  await take(page, 2);
  const warning = await ownPage(context, 'warning', '#close-scam');
  await take(warning, 5);
  await warning.waitForTimeout(CAREFUL_MS);
  await warning.hover('#close-scam');
  await take(warning, 1);
  await warning.mouse.down();
  await warning.mouse.up();
  const guide = await ownPage(context, 'guide', 'h1');
  await guide.waitForTimeout(500);
  await take(guide, 4);
  await guide.goto(`${guide.url().split('#')[0]}#saw`);
  await guide.reload();
  await guide.waitForSelector('.steps, h1');
  await guide.waitForTimeout(500);
  await take(guide, 6);
}

const server = await servePages(folderSource(join(ROOT, 'tests/pages/e2e')));
const rig = await launchChromium(values.dist);
try {
  await play(rig.context, (site, path) => server.address(site, path));
  mkdirSync('docs/screenshots', { recursive: true });
  const pictures = frames.flatMap(({ file, stays }) => ['-delay', String(stays), file]);
  execFileSync('convert', [
    ...pictures,
    '-resize',
    String(SHOWN_WIDTH),
    '-layers',
    'optimize',
    '-loop',
    '0',
    OUT,
  ]);
  console.log(
    `${OUT}: ${frames.length} pictures, ${frames.reduce((sum, { stays }) => sum + stays, 0) / 100} s`,
  );
} finally {
  server.close();
  await rig.close();
  removeFolder(folder);
}
