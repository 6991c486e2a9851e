/**
 * Facts of many pages, gathered in a real Chromium as in production: hook and gate in every frame, detector where the
 * gate opens (and, at the end, where it did not: then `gate` is null). For calibration.
 *
 *   npm run gather -- [DIR | --own] [--only TEXT] [--out out/facts] [--parallel 4]
 *
 * DIR holds pages as JSON (tests/eval/corpus.ts); --own takes the project's own pages.
 * Writes <out>/<id>.load.json and <id>.click.json: {id, class, language, kind, kit, stage, gate, facts: TabFacts}.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import { emptyRoute } from '../src/detection/empty-facts';
import type { FrameFacts, TabFacts } from '../src/detection/facts';
import { workerOf } from '../tests/rig/chromium';
import { findBrowser } from '../tests/rig/ensure-browsers';
import { removeFolder, sleep, temporaryFolder, within } from '../tests/rig/processes';
import { servePages, type PageServer } from '../tests/rig/page-server';
import { runTool } from '../tests/rig/run-tool';
import { wholeNumber } from '../tests/rig/whole-number';
import { gatheringExtension } from './gather-facts/extension';
import { corpusPages, ownPages, type GatherPage } from './gather-facts/pages';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    own: { type: 'boolean', default: false },
    only: { type: 'string' },
    out: { type: 'string', default: 'out/facts' },
    parallel: { type: 'string', default: '4' },
  },
});

/** Hung pages are given up after this long (ms). */
const PAGE_LIMIT_MS = 25_000;

interface Gathered {
  frames: Record<string, FrameFacts>;
  gate: 'words' | 'act' | null;
}

function tabFacts(frames: FrameFacts[]): TabFacts {
  const top = frames.find((frame) => frame.top);
  const rest = frames.filter((frame) => frame !== top);
  const route = emptyRoute();
  return { frames: top ? [top, ...rest] : rest, route };
}

class Gatherer {
  private done = 0;
  private readonly failed: string[] = [];

  constructor(
    private readonly context: BrowserContext,
    private readonly worker: Worker,
    private readonly server: PageServer,
    private readonly pages: readonly GatherPage[],
    private readonly out: string,
  ) {}

  /** Facts told by all frames of a site so far; asks for the detector where the gate stayed shut. */
  private async factsOf(site: string): Promise<Gathered> {
    const force = await this.worker.evaluate((name) => (globalThis as never as { force(name: string): Promise<boolean> }).force(name), site); // prettier-ignore
    if (force) await sleep(400);
    return this.worker.evaluate((name) => (globalThis as never as { gathered(name: string): Gathered }).gathered(name), site); // prettier-ignore
  }

  private save(page: GatherPage, stage: 'load' | 'click', { frames, gate }: Gathered): void {
    const facts = tabFacts(Object.values(frames));
    if (facts.frames.length === 0) throw new Error(`no facts at ${stage}`);
    const { id, language, kind = '', kit = '' } = page;
    const row = { id, class: page.class, language, kind, kit, stage, gate, facts };
    writeFileSync(join(this.out, `${id}.${stage}.json`), JSON.stringify(row));
  }

  private async gather(page: GatherPage, site: string): Promise<void> {
    const tab = await this.context.newPage();
    tab.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
    try {
      await tab.goto(this.server.address(site, page.path), {
        waitUntil: 'domcontentloaded',
        timeout: 10_000,
      });
      await sleep(page.waitMs);
      this.save(page, 'load', await this.factsOf(site));
      if (!page.clicks) return;
      await within(3_000, 'click', tab.mouse.click(640, 360));
      await sleep(page.clickWaitMs);
      this.save(page, 'click', await this.factsOf(site));
    } finally {
      void tab.close().catch(() => {});
    }
  }

  private async takeTurns(queue: GatherPage[]): Promise<void> {
    for (let page = queue.shift(); page; page = queue.shift()) {
      const site = `p${this.pages.indexOf(page)}`;
      try {
        await within(PAGE_LIMIT_MS, page.id, this.gather(page, site));
      } catch (error) {
        this.failed.push(`${page.id}: ${String(error).split('\n')[0] ?? ''}`);
      }
      this.done += 1;
      if (this.done % 10 === 0) process.stderr.write(`${this.done}/${this.pages.length}\n`);
    }
  }

  async run(parallel: number): Promise<void> {
    const queue = [...this.pages];
    await Promise.all(Array.from({ length: parallel }, () => this.takeTurns(queue)));
    process.stderr.write(`${this.done} pages, ${this.failed.length} failed\n${this.failed.join('\n')}\n`);
  }
}

/** @throws Error where there is none: gathered from nothing would look like a run that went well */
async function choosePages(): Promise<GatherPage[]> {
  const { only = '' } = options;
  const [folder] = positionals;
  if (positionals.length + Number(options.own) > 1)
    throw new Error('One folder, or --own: npm run gather -- DIR');
  const all = folder === undefined ? await ownPages() : corpusPages(resolve(folder));
  const pages = all.filter(({ id }) => id.includes(only));
  if (pages.length === 0) throw new Error('There is no such page.');
  return pages;
}

async function main(): Promise<void> {
  const parallel = wholeNumber('parallel', options.parallel);
  const pages = await choosePages();
  const out = resolve(options.out);
  mkdirSync(out, { recursive: true });
  const extension = await gatheringExtension(resolve('out/gather-extension'));
  const server = await servePages(({ site, path }) =>
    path.startsWith('/-/') ? undefined : pages[Number(site.slice(1))]?.html(),
  );
  const profile = temporaryFolder('gather');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: false,
    args: ['--headless=new', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1280, height: 720 },
  });
  const worker = await workerOf(context);
  await new Gatherer(context, worker, server, pages, out).run(parallel);
  await within(10_000, 'closing', context.close()).catch(() => {});
  server.close();
  removeFolder(profile);
}

runTool(main);
