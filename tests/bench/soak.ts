/**
 * `npm run soak -- [--minutes 120] [--browser chromium|firefox] [--json FILE]`: a scripted person browses honest pages and
 * lockers of tests/pages/e2e while the worker is stopped at random. Prints what was lost; ends with 1 when anything was.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casesOf, type BrowserKind, type BrowserRig } from '../rig/browser-rig';
import { ROOT } from '../rig/dist';
import { launch } from '../rig/launch';
import { folderSource, servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { stopWorker } from '../rig/stop-worker';
import { comesTrue, tabsAt } from '../e2e/browsing';

const HONEST = ['game', 'video', 'form-beforeunload', 'alert-demo'];
const SCAMS = ['words-only-locker', 'alert-loop', 'confirm-loop', 'sound-loop', 'beforeunload'];
/** A new profile after so many pages would hide growth: there is none. Tabs are closed after each ten pages. */
const TABS_KEPT = 10;

interface Tally {
  browser: BrowserKind;
  minutes: number;
  pages: number;
  scams: number;
  workerStops: number;
  missed: string[];
  honestClosed: string[];
  windowLost: boolean;
  /** kB that the browser's process itself holds, after the first and the last ten pages. */
  memoryKb: { first: number; last: number };
  /** Bytes in storage.session at the end. */
  sessionBytes: number;
}

function memoryOf(pid: number): number {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0);
}

/** A different order each run, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function closeIfWarned(rig: BrowserRig, address: string): Promise<boolean> {
  if ((await tabsAt(rig, address)).length === 0) return true;
  const { hostname } = new URL(address);
  const found = (await casesOf(rig)).find(
    ({ host, state }) => host === hostname && /warned|stuck/.test(state),
  );
  if (found)
    await rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${found.id}' })`);
  return false;
}

async function visitScam(
  rig: BrowserRig,
  address: string,
  name: string,
  stopAt: number | null,
): Promise<string[]> {
  const page = await rig.open(address);
  if (stopAt !== null) {
    await sleep(stopAt);
    await stopWorker(rig);
  }
  await sleep(700);
  if (name === 'sound-loop' || name === 'beforeunload') await rig.click(page);
  const gone = await comesTrue(15_000, () => closeIfWarned(rig, address));
  return gone ? [] : [`${name}${stopAt === null ? '' : ` (worker stopped at ${stopAt} ms)`}`];
}

async function soak(rig: BrowserRig, server: PageServer, minutes: number): Promise<Tally> {
  const random = dice(Date.now());
  const tally: Tally = {
    browser: rig.kind,
    minutes,
    pages: 0,
    scams: 0,
    workerStops: 0,
    missed: [],
    honestClosed: [],
    windowLost: false,
    memoryKb: { first: 0, last: 0 },
    sessionBytes: 0,
  };
  const end = Date.now() + minutes * 60_000;
  let open: string[] = [];
  while (Date.now() < end && rig.alive()) {
    const scam = random() < 0.4;
    const names = scam ? SCAMS : HONEST;
    const name = names[Math.floor(random() * names.length)] ?? 'game';
    const address = server.address(`soak-${tally.pages}`, `/${name}.html`);
    const stopAt = random() < 0.3 ? Math.round(130 + random() * 900) : null;
    tally.pages += 1;
    if (stopAt !== null) tally.workerStops += 1;
    if (scam) {
      tally.scams += 1;
      tally.missed.push(...(await visitScam(rig, address, name, stopAt)));
    } else {
      await rig.open(address);
      if (stopAt !== null) await sleep(stopAt).then(() => stopWorker(rig));
      await sleep(500);
      open.push(address);
    }
    for (const one of open) if ((await tabsAt(rig, one)).length === 0) tally.honestClosed.push(one);
    if (tally.pages % TABS_KEPT === 0) {
      await rig.closeOthers();
      open = [];
      tally.memoryKb.last = memoryOf(rig.pid);
      tally.memoryKb.first ||= tally.memoryKb.last;
      console.log(
        `${rig.kind}: ${tally.pages} pages, ${tally.scams} scams, ${tally.missed.length} missed, ` +
          `${tally.honestClosed.length} honest closed, ${Math.round(tally.memoryKb.last / 1024)} MB`,
      );
    }
  }
  tally.windowLost = !rig.alive();
  if (rig.alive())
    tally.sessionBytes = await rig.ask<number>(
      `return JSON.stringify(await browser.storage.session.get(null)).length`,
    );
  return tally;
}

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, browser: { type: 'string' }, json: { type: 'string' } },
});
const server = await servePages(folderSource(join(ROOT, 'tests/pages/e2e')));
const tallies: Tally[] = [];
for (const kind of (values.browser ?? 'chromium,firefox').split(',') as BrowserKind[]) {
  const rig = await launch(kind, { popupsAllowed: true });
  tallies.push(await soak(rig, server, Number(values.minutes ?? 120)));
  await rig.close();
}
server.close();
console.log(JSON.stringify(tallies, null, 2));
if (values.json) writeFileSync(values.json, JSON.stringify(tallies, null, 2));
process.exit(
  tallies.some((one) => one.missed.length + one.honestClosed.length > 0 || one.windowLost) ? 1 : 0,
);
