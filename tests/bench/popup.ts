/**
 * `node tools/bootstrap.mjs tests/bench/popup.ts [--browser firefox] [--rounds 20]`: how long the popup takes, from its
 * document until its button takes the keyboard (what the browser's own window takes is told apart). Measured in a real
 * popup, with the worker awake and asleep.
 */
import { parseArgs } from 'node:util';
import { quantile } from '../eval/row';
import { browserKinds } from '../rig/browser-kinds';
import type { BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages } from '../rig/page-server';
import { sleep, until } from '../rig/processes';
import { stopWorker } from '../rig/stop-worker';
import { wholeNumber } from '../rig/whole-number';

const { values: options } = parseArgs({
  options: { browser: { type: 'string' }, rounds: { type: 'string', default: '20' } },
});
const kinds = browserKinds(options.browser);
const rounds = wholeNumber('rounds', options.rounds);

const PAGE = '<!doctype html><title>Bread</title><p>How to bake bread with four things from the kitchen.</p>';

/** One opening, ms. */
interface Opening {
  /** From the call to the popup's own document: what the browser takes for its window. */
  window: number;
  /** From there until all of it stands and its button to close has the keyboard. */
  drawn: number;
  /** Until it also says what the worker answered about the page. */
  filled: number;
  /** The browser's first paint with contents, null where it tells none (Firefox). */
  painted: number | null;
}

/** Bodies for the extension's own tab, which sees the popup's document: open it, read its own clock, close it. */
const OPEN = `
  const asked = performance.timeOrigin + performance.now();
  void browser.action.openPopup().catch(() => 0);
  return asked;`;
const CLOSE = `for (const view of browser.extension.getViews({ type: 'popup' })) view.close();`;
/** The popup marks its own moments on its own clock (src/ui/popup/popup.ts). */
const READ = `
  const view = browser.extension.getViews({ type: 'popup' })[0];
  const at = (name) => view?.performance.getEntriesByName(name)[0]?.startTime ?? null;
  if (at('filled') === null) return null;
  return { start: view.performance.timeOrigin, drawn: at('drawn'), filled: at('filled'),
    painted: at('first-contentful-paint'), usable: view.document.activeElement?.id };`;

interface Read extends Omit<Opening, 'window'> {
  start: number;
  usable: string;
}

async function openOnce(rig: BrowserRig): Promise<Opening> {
  const asked = await rig.ask<number>(OPEN);
  const found = await until(6_000, async () => (await rig.ask<Read | null>(READ)) ?? undefined, 40);
  await rig.ask(CLOSE);
  if (!found) throw new Error('The popup did not open.');
  if (found.usable !== 'close') throw new Error(`The keyboard is on ${found.usable}.`);
  const { drawn, filled, painted } = found;
  return { window: found.start - asked, drawn, filled, painted };
}

/** The middle and the ninth of ten. */
function said(values: readonly number[]): string {
  if (values.length === 0) return 'not told by this browser';
  const at = (share: number): number => quantile([...values], share);
  return `median ${at(0.5).toFixed(0)}, 90 % ${at(0.9).toFixed(0)}, worst ${at(1).toFixed(0)}`;
}

async function measure(rig: BrowserRig, asleep: boolean): Promise<Opening[]> {
  const seen: Opening[] = [];
  for (let round = -1; round < rounds; round += 1) {
    if (asleep) await stopWorker(rig);
    await sleep(300);
    const found = await openOnce(rig);
    if (round >= 0) seen.push(found); // the first opening warms caches up
  }
  return seen;
}

for (const kind of kinds) {
  const server = await servePages(() => PAGE);
  const preferences = { 'extensions.openPopupWithoutUserGesture.enabled': true };
  const rig = await launch(kind, { preferences });
  try {
    await rig.open(server.address('bread'));
    await sleep(1_500);
    console.log(`${rig.version}, ${rounds} openings, ms`);
    for (const asleep of [false, true]) {
      const all = await measure(rig, asleep);
      console.log(`  worker ${asleep ? 'asleep' : 'awake'}`);
      console.log(`    the browser's window       ${said(all.map((one) => one.window))}`);
      console.log(`    the popup, ready to press  ${said(all.map(({ drawn }) => drawn))}`);
      console.log(`    … and painted              ${said(all.flatMap(({ painted }) => painted ?? []))}`);
      console.log(`    … and about this page      ${said(all.map(({ filled }) => filled))}`);
    }
  } finally {
    await rig.close();
    server.close();
  }
}
process.exit(0);
