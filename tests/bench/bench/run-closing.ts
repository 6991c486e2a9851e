import { join } from 'node:path';
import type { BrowserKind, BrowserRig } from '../../rig/browser-rig';
import { ROOT } from '../../rig/dist';
import { launch } from '../../rig/launch';
import { folderSource, servePages, type PageServer } from '../../rig/page-server';
import { sleep } from '../../rig/processes';
import { stopWorker } from '../../rig/stop-worker';
import { LIMIT_MS, watchBody, type Seen } from './closing-watch';
import { headOf, rounded, type TimesResult } from './results';
import { shuffled } from './shuffled';
import { randomStream } from '../random-stream';
import { pairedDifference, type Difference } from './statistics';
import { ACTED, CLOSED, FIRST, PRESSED, timeName, WARNED } from './targets';
import { AGAINST, variantFolder } from './variants';

/** When words could be read: the page tells its server. */
const TELL_PAINT = `<script>new PerformanceObserver((list) => { for (const one of list.getEntriesByName('first-contentful-paint'))
  navigator.sendBeacon('/painted?at=' + (performance.timeOrigin + one.startTime)) }).observe({ type: 'paint', buffered: true })</script>`;

/** When its dialogs began: the page tells its server before the first one holds it. */
const TELL_ACT = `navigator.sendBeacon('/acted?at=' + (performance.timeOrigin + performance.now()));`;
/** The line in the traps that opens dialogs. */
const LOOP = /for \(let round = 0; /;

/** A page of the end-to-end tests that tells its server when it could be read, or began to hold the person. */
export function telling(path: string, markup: string): string {
  return path === '/words-only-locker.html'
    ? markup.replace('</title>', `</title>${TELL_PAINT}`)
    : markup.replace(LOOP, (loop) => TELL_ACT + loop);
}

/** What pages told of themselves by their sites, ms since 1970. */
type Told = Record<'/painted' | '/acted', Map<string, number>>;

/** Serves the pages of the end-to-end tests, which tell when they were painted and when they acted. */
async function serve(told: Told): Promise<PageServer> {
  const files = folderSource(join(ROOT, 'tests/pages/e2e'));
  return servePages(async (request) => {
    if (request.path === '/painted' || request.path === '/acted') {
      told[request.path].set(request.site, Number(request.query.get('at')));
      return '';
    }
    const file = await files(request);
    if (typeof file !== 'object' || !request.path.endsWith('.html')) return file;
    return { ...file, body: telling(request.path, file.body.toString()) };
  });
}

async function clear(rig: BrowserRig): Promise<void> {
  await rig.closeOthers();
  await rig.ask(
    `const all = await browser.storage.session.get(null);
     await browser.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('case:')))`,
  );
}

/** Closed by itself. In Firefox a loop that begins before the page is disarmed waits behind the warning (docs/locks.md). */
export const TRAPS: Record<BrowserKind, string> = {
  chromium: 'alert-loop.html',
  firefox: 'alert-after-load.html',
};

/** The state of the worker when the page comes, and the page. */
const scenesOf = (kind: BrowserKind) => [
  { page: TRAPS[kind], asleep: false, presses: false },
  { page: TRAPS[kind], asleep: true, presses: false },
  { page: 'words-only-locker.html', asleep: false, presses: true },
  { page: 'words-only-locker.html', asleep: true, presses: true },
];

type Scene = ReturnType<typeof scenesOf>[number];
type Times = Record<string, number[]>;

/** Adds one page's times; NaN where it did not come to that, so that the same place is the same round in two builds. */
export function addTimes(
  times: Times,
  seen: Seen,
  { asleep, presses }: Pick<Scene, 'asleep' | 'presses'>,
): void {
  const add = (what: string, from: number | null, to: number | null) => {
    const time = from === null || to === null ? Number.NaN : rounded(to - from, 1);
    (times[timeName(what, asleep)] ??= []).push(time);
  };
  if (presses) {
    add(PRESSED, seen.pressed, seen.gone);
    add(WARNED, seen.visible, seen.warned);
  } else {
    const alone = seen.pressed === null ? seen.gone : null;
    add(CLOSED, seen.decided, alone);
    add(FIRST, seen.noticed, alone);
    add(ACTED, seen.acted, alone);
  }
}

/** A browser with one build. */
interface Lane {
  rig: BrowserRig;
  times: Times;
  missed: number;
}

async function startLanes(kind: BrowserKind): Promise<Lane[]> {
  const builds = AGAINST === undefined ? (['ours'] as const) : (['ours', 'empty'] as const);
  const lanes: Lane[] = [];
  for (const build of builds)
    lanes.push({ rig: await launch(kind, { dist: variantFolder(kind, build) }), times: {}, missed: 0 });
  return lanes;
}

/** Lets one scene happen in one browser. @param site a name that no page had before */
async function play(lane: Lane, scene: Scene, site: string, server: PageServer, told: Told) {
  const { page, asleep, presses } = scene;
  if (asleep) await stopWorker(lane.rig);
  await sleep(asleep ? 500 : 100);
  const seen = await lane.rig.ask<Seen>(watchBody(server.address(site, `/${page}`), presses));
  seen.visible = told['/painted'].get(site) ?? null;
  seen.acted = told['/acted'].get(site) ?? null;
  if (seen.gone === null) lane.missed += 1;
  addTimes(lane.times, seen, scene);
  await clear(lane.rig);
}

/** Times that are known. */
const known = (times: Times): Times =>
  Object.fromEntries(Object.entries(times).map(([name, all]) => [name, all.filter(Number.isFinite)]));

/** In how many rounds a trap was closed by the button, or was not seen to be decided on. */
function notByItself(times: Times): number {
  const all = [false, true].flatMap((asleep) => times[timeName(CLOSED, asleep)] ?? []);
  return all.filter((time) => !Number.isFinite(time)).length;
}

/** How much longer each time is in this build than in the other, ms, by pairs of the same round. */
function differences(ours: Times, other: Times): Record<string, Difference> {
  return Object.fromEntries(
    Object.entries(ours).map(([name, times]) => [name, pairedDifference(times, other[name] ?? [])]),
  );
}

/**
 * Lets each scene happen `count` times, in one browser; with SANGFROID_AGAINST in two, one a build, in turn and in
 * random order, and the result tells the differences too.
 */
export async function runClosing(kind: BrowserKind, count: number): Promise<TimesResult> {
  const told: Told = { '/painted': new Map(), '/acted': new Map() };
  const server = await serve(told);
  const lanes = await startLanes(kind);
  const random = randomStream(7);
  for (let round = 0; round < count; round += 1) {
    for (const [index, scene] of scenesOf(kind).entries())
      for (const lane of shuffled(lanes, random))
        await play(lane, scene, `closing-${round}-${index}-${lanes.indexOf(lane)}`, server, told);
    const missed = lanes.map((lane) => lane.missed).join(' and ');
    const alone = lanes.map((lane) => notByItself(lane.times)).join(' and ');
    console.log(
      `${kind} closing: round ${round + 1} of ${count}, ${missed} not closed in ${LIMIT_MS / 1000} s, ${alone} not seen to close by themselves`,
    );
  }
  const [ours, other] = lanes;
  if (!ours) throw new Error('No browser was started.');
  const { version } = ours.rig;
  for (const { rig } of lanes) await rig.close();
  server.close();
  return {
    kind: 'closing',
    ...headOf(kind, version, 'closing', count),
    times: known(ours.times),
    missed: ours.missed,
    ...(other && { against: differences(ours.times, other.times) }),
  };
}
