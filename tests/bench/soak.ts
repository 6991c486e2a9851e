/**
 * `npm run soak -- [--minutes 120] [--pages N] [--browser chromium|firefox] [--seed N] [--json FILE] [--only NAME [--full]]`: a
 * scripted person browses the project's honest pages and scams, and the recorded ones where ../shared/corpus is there,
 * while the worker is stopped at random, tabs crash and the stores are full. With `--only` nothing but the scams of that
 * name (a part of it), the worker stopped each time, with `--full` in full stores. Ends after the minutes or the pages, whichever is
 * first. Prints what was lost, also when it is stopped half-way, and keeps it in FILE (out/soak.json) all along. Ends
 * with 1 when the browser or an honest tab was lost, an honest page was warned of, a scam stayed, a command had no
 * answer, no page was seen, or 200 pages and more without a scam, a stopped worker or (where there are honest pages) a
 * crash.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserKinds } from '../rig/browser-kinds';
import type { BrowserKind } from '../rig/browser-rig';
import { ROOT } from '../rig/dist';
import { ensureBrowsers } from '../rig/ensure-browsers';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { wholeNumber } from '../rig/whole-number';
import { KeptTallies } from './soak/kept-tallies';
import { soakPages, soakSource, type SoakPages } from './soak/pages';
import { BROWSING, FULL_STOPS, ONLY_STOPS, Person } from './soak/person';
import { hasTrouble, inShort, newTally } from './soak/tally';

/** A browser that gives no answer so many times in a row is not coming back. */
const LOST_IN_A_ROW = 5;
/** What is found is written down after so many pages. */
const WRITTEN_EVERY = 20;

interface Limits {
  minutes: number;
  /** Pages to be seen at most. */
  pages: number;
}

async function soak(
  kind: BrowserKind,
  server: PageServer,
  pages: SoakPages,
  limits: Limits,
  seed: number,
): Promise<void> {
  const rig = await launch(kind, { popupsAllowed: true });
  const tally = kept.add(newTally(rig));
  const person = new Person(
    rig,
    server,
    tally,
    pages,
    seed,
    values.only === undefined ? BROWSING : values.full ? FULL_STOPS : ONLY_STOPS,
  );
  const begin = Date.now();
  const minutes = () => (Date.now() - begin) / 60_000;
  const goesOn = () => minutes() < limits.minutes && tally.pages < limits.pages && rig.alive();
  let lost = 0;
  while (goesOn() && lost < LOST_IN_A_ROW) {
    try {
      await person.visitOne();
      lost = 0;
    } catch (error) {
      lost += 1;
      tally.lostCommands += 1;
      console.log(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
    }
    tally.minutes = Number(minutes().toFixed(1));
    if (tally.pages % WRITTEN_EVERY !== 0) continue;
    console.log(inShort(tally));
    kept.write();
  }
  tally.windowLost = !rig.alive() || lost >= LOST_IN_A_ROW;
  if (!tally.windowLost) await person.finish();
  await rig.close();
  console.log(kept.finish(tally));
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '120' },
    pages: { type: 'string' },
    browser: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string' },
    full: { type: 'boolean', default: false },
  },
});
const kinds = browserKinds(values.browser);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (Number.isNaN(seed)) throw new Error('--seed is a number.');
const limits: Limits = {
  minutes: wholeNumber('minutes', values.minutes),
  pages: values.pages === undefined ? Infinity : wholeNumber('pages', values.pages),
};
await ensureBrowsers(kinds);
const pages = soakPages(undefined, values.only);
const server = await servePages(soakSource(pages));
const kept = new KeptTallies(values.json ?? join(ROOT, 'out/soak.json'));
// However it ends: by Ctrl-C, or because a browser did not start.
process.on('exit', () => process.stdout.write(kept.leave()));
const recorded = [...pages.scams, ...pages.honest].filter(({ fromCorpus }) => fromCorpus).length;
console.log(
  `seed ${seed}, ${pages.scams.length} scams, ${pages.honest.length} honest pages, ${recorded} of them of the corpus`,
);
for (const kind of kinds) await soak(kind, server, pages, limits, seed);
server.close();
process.exit(kept.all.some(hasTrouble) ? 1 : 0);
