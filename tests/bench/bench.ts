/**
 * `npm run bench [-- --rounds 30] [--page NAME,NAME] [--json FILE] [--no-doc]`: what the extension costs a page in
 * Chromium, against no extension and an empty one, paired and interleaved. Writes docs/performance.md.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildExtension, distFolder } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { servePages } from '../rig/page-server';
import { emptyExtension } from './bench/empty-extension';
import { Bench, VARIANTS, type Sample, type Variant } from './bench/measure';
import { BENCH_PAGES, benchSource } from './bench/pages';
import { benchTable, overTheFloor, rowsOf, writeDocument, type Samples } from './bench/report';
import { randomStream } from './bench/statistics';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    page: { type: 'string' },
    json: { type: 'string' },
    'no-doc': { type: 'boolean', default: false },
    build: { type: 'boolean', default: process.env.SANGFROID_DIST === undefined },
  },
});

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const list = items.map((item) => ({ item, place: random() }));
  return list.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

async function measure(benches: Record<Variant, Bench>, pages: string[], rounds: number): Promise<Samples> {
  const server = await servePages(benchSource());
  const random = randomStream(7);
  const samples: Samples = new Map(pages.map((page) => [page, { none: [], empty: [], ours: [] }]));
  for (let round = -1; round < rounds; round += 1) {
    for (const page of pages) {
      const byVariant: Partial<Record<Variant, Sample>> = {};
      for (const variant of shuffled(VARIANTS, random))
        byVariant[variant] = await benches[variant].load(server.address('bench', `/${page}`));
      // The first round warms caches up and does not count.
      if (round >= 0)
        for (const variant of VARIANTS) samples.get(page)?.[variant].push(byVariant[variant] as Sample); // all were just set
    }
    console.log(`round ${round + 1} of ${rounds}, load average ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  }
  server.close();
  return samples;
}

async function main(): Promise<void> {
  const pages = Object.keys(BENCH_PAGES).filter(
    (name) => options.page === undefined || options.page.split(',').includes(name),
  );
  if (pages.length === 0)
    throw new Error(`There is no such page; there are ${Object.keys(BENCH_PAGES).join(', ')}.`);
  await ensureBrowsers(['chromium']);
  if (options.build) await buildExtension('chrome');
  const dist = distFolder('chrome');
  const benches = {
    none: await Bench.start(null),
    empty: await Bench.start(emptyExtension(dist)),
    ours: await Bench.start(dist),
  };
  const samples = await measure(benches, pages, Number(options.rounds));
  const { version } = benches.ours;
  for (const bench of Object.values(benches)) await bench.close();
  const rows = rowsOf('chromium', samples);
  console.log(benchTable(rows));
  for (const [page, ms] of overTheFloor(samples))
    console.log(`script time over the floor, ${page}: ${ms} ms`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 1)}\n`);
  if (!options['no-doc']) writeDocument(version, Number(options.rounds), samples, rows);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
