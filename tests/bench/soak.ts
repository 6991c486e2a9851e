/**
 * `npm run soak -- [--minutes 120] [--browser chromium|firefox] [--seed N] [--json FILE]`: a scripted person browses the
 * project's honest pages and scams while the worker is stopped at random, tabs crash and the stores are full. Prints
 * what was lost; ends with 1 when a window, an honest tab or a scam was.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { soakPages, soakSource } from './soak/pages';
import { Person } from './soak/person';
import { hasTrouble, inShort, newTally, type Tally } from './soak/tally';

/** A browser that gives no answer so many times in a row is not coming back. */
const LOST_IN_A_ROW = 5;

async function soak(kind: BrowserKind, server: PageServer, minutes: number, seed: number): Promise<Tally> {
  const rig = await launch(kind, { popupsAllowed: true });
  const tally = newTally(rig, minutes);
  const person = new Person(rig, server, tally, seed);
  const end = Date.now() + minutes * 60_000;
  let lost = 0;
  while (Date.now() < end && rig.alive() && lost < LOST_IN_A_ROW) {
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
  if (!tally.windowLost)
    tally.sessionBytes = await rig
      .ask<number>(`return JSON.stringify(await browser.storage.session.get(null)).length`)
      .catch(() => -1);
  await rig.close();
  return tally;
}

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '120' },
    browser: { type: 'string', default: 'chromium,firefox' },
    seed: { type: 'string' },
    json: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const { scams, honest } = soakPages();
const server = await servePages(soakSource([...scams, ...honest]));
const tallies: Tally[] = [];
console.log(`seed ${seed}, ${scams.length} scams, ${honest.length} honest pages`);
for (const kind of values.browser.split(',') as BrowserKind[])
  // checked by launch()
  tallies.push(await soak(kind, server, Number(values.minutes), seed));
server.close();
console.log(JSON.stringify(tallies, null, 2));
if (values.json) writeFileSync(values.json, JSON.stringify(tallies, null, 2));
process.exit(tallies.some(hasTrouble) ? 1 : 0);
