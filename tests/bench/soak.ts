/**
 * `npm run soak -- [--minutes 120] [--pages N] [--browser chromium|firefox] [--seed N] [--json FILE] [--only NAME]`: a
 * scripted person browses the project's honest pages and scams, and the recorded ones where ../shared/corpus is there,
 * while the worker is stopped at random, tabs crash and the stores are full. With `--only` nothing but the scams of that
 * name (a part of it), the worker stopped each time. Ends after the minutes or the pages, whichever is
 * first. Prints what was lost; ends with 1 when a window, an honest tab or a scam was.
 */
import { parseArgs } from 'node:util';
import { browserKinds } from '../rig/browser-kinds';
import type { BrowserKind } from '../rig/browser-rig';
import { keepFile } from '../rig/keep-file';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { soakPages, soakSource, type SoakPages } from './soak/pages';
import { BROWSING, ONLY_STOPS, Person } from './soak/person';
import { hasTrouble, inShort, newTally, thinned, type Tally } from './soak/tally';

/** A browser that gives no answer so many times in a row is not coming back. */
const LOST_IN_A_ROW = 5;
/** Values of the memory that are kept. */
const MEMORY_VALUES = 100;

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
): Promise<Tally> {
  const rig = await launch(kind, { popupsAllowed: true });
  const tally = newTally(rig);
  const person = new Person(
    rig,
    server,
    tally,
    pages,
    seed,
    values.only === undefined ? BROWSING : ONLY_STOPS,
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
    if (tally.pages % 20 === 0) console.log(inShort(tally));
  }
  tally.windowLost = !rig.alive() || lost >= LOST_IN_A_ROW;
  tally.minutes = Number(minutes().toFixed(1));
  if (!tally.windowLost) await person.finish();
  await rig.close();
  tally.memoryMb = thinned(tally.memoryMb, MEMORY_VALUES);
  return tally;
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '120' },
    pages: { type: 'string', default: 'Infinity' },
    browser: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
    only: { type: 'string' },
  },
});
const kinds = browserKinds(values.browser);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const limits = { minutes: Number(values.minutes), pages: Number(values.pages) };
// A word that is no number is never reached: not one page would be seen, and nothing lost.
for (const [name, value] of Object.entries({ ...limits, seed }))
  if (Number.isNaN(value)) throw new Error(`--${name} is a number.`);
const pages = soakPages(undefined, values.only);
const server = await servePages(soakSource(pages));
const tallies: Tally[] = [];
const recorded = [...pages.scams, ...pages.honest].filter(({ fromCorpus }) => fromCorpus).length;
console.log(
  `seed ${seed}, ${pages.scams.length} scams, ${pages.honest.length} honest pages, ${recorded} of them of the corpus`,
);
for (const kind of kinds) tallies.push(await soak(kind, server, pages, limits, seed));
server.close();
console.log(JSON.stringify(tallies, null, 2));
if (values.json) keepFile(values.json, JSON.stringify(tallies, null, 2));
process.exit(tallies.some(hasTrouble) ? 1 : 0);
