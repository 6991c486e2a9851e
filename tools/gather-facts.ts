/**
 * Facts of many pages, gathered in a real Chromium as in production: hook and gate in every frame, detector where the
 * gate opens (and, at the end, where it did not: then `gate` is null). For calibration.
 *
 *   npm run gather -- [DIR | --own] [--only TEXT] [--out out/facts] [--parallel 4]
 *
 * DIR holds pages as JSON (tests/eval/corpus.ts); --own takes the project's own pages.
 * Writes <out>/<id>.load.json and <id>.click.json: {id, class, language, kind, kit, stage, gate, facts: TabFacts}.
 * Ends with 1 when a page failed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sleep, within } from '../tests/rig/processes';
import { servePages, type PageServer } from '../tests/rig/page-server';
import { runTool } from '../tests/rig/run-tool';
import { wholeNumber } from '../tests/rig/whole-number';
import { gatheredOf, gatheringBrowser, type Gathered, type GatheringBrowser } from './gather-facts/browser';
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

/** Where the gate stayed shut the detector is waited for so long (ms). */
const FORCED_MS = 400;

const STAGES = ['load', 'click'] as const;
type Stage = (typeof STAGES)[number];

class Gatherer {
  private done = 0;
  private readonly failed: string[] = [];

  constructor(
    private readonly browser: GatheringBrowser,
    private readonly server: PageServer,
    private readonly pages: readonly GatherPage[],
    private readonly out: string,
  ) {}

  private factsOf(site: string): Promise<Gathered> {
    return gatheredOf(this.browser.worker, site, FORCED_MS);
  }

  private fileOf({ id }: GatherPage, stage: Stage): string {
    return join(this.out, `${id}.${stage}.json`);
  }

  private save(page: GatherPage, stage: Stage, { facts, gate }: Gathered): void {
    if (facts.frames.length === 0) throw new Error(`no facts at ${stage}`);
    const { id, language, kind = '', kit = '' } = page;
    const row = { id, class: page.class, language, kind, kit, stage, gate, facts };
    writeFileSync(this.fileOf(page, stage), JSON.stringify(row));
  }

  private async gather(page: GatherPage, site: string): Promise<void> {
    const tab = await this.browser.context.newPage();
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
      // `calibrate` would take what an earlier run left for the facts of this one.
      for (const stage of STAGES) rmSync(this.fileOf(page, stage), { force: true });
      try {
        await within(PAGE_LIMIT_MS, page.id, this.gather(page, site));
      } catch (error) {
        this.failed.push(`${page.id}: ${String(error).split('\n')[0] ?? ''}`);
      }
      this.done += 1;
      if (this.done % 10 === 0) process.stderr.write(`${this.done}/${this.pages.length}\n`);
    }
  }

  /** @returns how many pages failed */
  async run(parallel: number): Promise<number> {
    const queue = [...this.pages];
    await Promise.all(Array.from({ length: parallel }, () => this.takeTurns(queue)));
    process.stderr.write(`${this.done} pages, ${this.failed.length} failed\n${this.failed.join('\n')}\n`);
    return this.failed.length;
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
  const browser = await gatheringBrowser('gather');
  const server = await servePages(({ site, path }) =>
    path.startsWith('/-/') ? undefined : pages[Number(site.slice(1))]?.html(),
  );
  const failed = await new Gatherer(browser, server, pages, out).run(parallel);
  await browser.close();
  server.close();
  if (failed > 0) throw new Error(`${failed} of ${pages.length} pages failed.`);
}

runTool(main);
