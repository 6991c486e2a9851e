/**
 * `npm run traces`: what a page can learn of us by time. For each watched call that pages make often: microseconds a
 * call without and with the extension, in both browsers; median of 15 rounds, in turn. Prints a table.
 */
import type { BrowserKind, BrowserRig, OpenPage } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages } from '../rig/page-server';
import { HONEST, openHonest } from '../e2e/browsing';

const ROUNDS = 15;

/** Each call, and how often it is made in a round: enough to be longer than a browser's coarse clock. */
const CALLS: Record<string, [call: string, times: number]> = {
  'history.replaceState': [`history.replaceState(null, '')`, 40],
  addEventListener: [`addEventListener('x' + at, none)`, 4_000],
  'canvas fillText': [`canvas.fillText('bread', 1, 1)`, 2_000],
  'frame.contentWindow': [`frame.contentWindow`, 20_000],
  'element.click()': [`div.click()`, 4_000],
  'Function.prototype.toString': [`String(alert)`, 20_000],
};

/** In the page: microseconds one call takes, over one round of it. */
const ROUND = (call: string, times: number): string => `(() => {
  const none = () => {}, div = document.createElement('div'), frame = document.body.appendChild(document.createElement('iframe'));
  const canvas = document.createElement('canvas').getContext('2d');
  const from = performance.now();
  for (let at = 0; at < ${times}; at += 1) ${call};
  const spent = performance.now() - from;
  frame.remove();
  return (spent * 1000) / ${times};
})()`;

const median = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;

interface Seat {
  rig: BrowserRig;
  page: OpenPage;
}

const server = await servePages(() => HONEST);
async function seat(kind: BrowserKind, dist?: null): Promise<Seat> {
  const rig = await launch(kind, dist === null ? { dist } : {});
  return { rig, page: await openHonest(rig, server.address('traces')) };
}

console.log('browser   call                          without     with   (µs a call)');
for (const kind of ['chromium', 'firefox'] as const) {
  const [without, withUs] = [await seat(kind, null), await seat(kind)];
  for (const [name, [call, times]] of Object.entries(CALLS)) {
    const spent: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [at, { rig, page }] of [without, withUs].entries())
        spent[at]?.push(await rig.inPage<number>(page, ROUND(call, times)));
    const [plain, ours] = spent.map((list) => median(list).toFixed(2).padStart(9));
    console.log(`${kind.padEnd(9)} ${name.padEnd(28)}${plain ?? ''}${ours ?? ''}`);
  }
  await without.rig.close();
  await withUs.rig.close();
}
server.close();
process.exit(0);
