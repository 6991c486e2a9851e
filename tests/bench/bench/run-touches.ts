import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { servePages } from '../../rig/page-server';
import { temporaryFolder } from '../../rig/processes';
import { BenchChromium } from './bench-chromium';
import { benchSource } from './pages';
import { headOf, rounded, type TouchesResult } from './results';
import { randomStream } from '../random-stream';
import { median } from './statistics';
import { shuffled } from './shuffled';

type World = 'MAIN' | 'ISOLATED';

/** What a content script cannot do its work without, each alone; read only, unless its line says otherwise. */
const TOUCHES: Record<string, string> = {
  document: 'document',
  'the first element (`document.documentElement`)': 'document.documentElement',
  Element: 'Element.prototype',
  HTMLElement: 'HTMLElement.prototype',
  HTMLMediaElement: 'HTMLMediaElement.prototype',
  HTMLIFrameElement: 'HTMLIFrameElement.prototype',
  Event: 'Event.prototype',
  FocusEvent: 'FocusEvent.prototype',
  Navigator: 'Navigator.prototype',
  Notification: 'Notification',
  navigation: 'navigation',
  'one listener on the window': 'addEventListener("pointerdown", () => {}, true)',
  'one observer of the document':
    'new MutationObserver(() => {}).observe(document, { childList: true, subtree: true, characterData: true })',
  'one timer': 'setTimeout(() => {}, 150)',
  'one wait by a signal (`AbortSignal.timeout`)': 'AbortSignal.timeout(150).onabort = () => {}',
  'one task (`scheduler.postTask`)': 'void scheduler.postTask(() => {}, { delay: 150 })',
  'five calls wrapped in a Proxy': `['alert', 'confirm', 'prompt', 'print', 'open'].forEach((name) => {
    const { value } = Reflect.getOwnPropertyDescriptor(window, name);
    Reflect.defineProperty(window, name, { value: new Proxy(value, {}) });
  })`,
};
const WORLDS: readonly World[] = ['MAIN', 'ISOLATED'];
/** The page and its 40 frames. */
const DOCUMENTS = 41;
/** Pages one after the other in a tab, and how long each is left alone after its load event, ms. */
const AGAIN = 4;
const WATCH_MS = 400;

/** An extension of two content scripts, one in each world, both empty but for `code` in one of them. */
function extensionWith(code: string, into: World): string {
  const folder = temporaryFolder('touch');
  const content_scripts = WORLDS.map((world) => {
    writeFileSync(join(folder, `${world}.js`), `(() => {${world === into ? code : ''}})();\n`);
    return {
      matches: ['<all_urls>'],
      js: [`${world}.js`],
      world,
      run_at: 'document_start',
      all_frames: true,
      match_about_blank: true,
    };
  });
  const manifest = { manifest_version: 3, name: 'touch', version: '1', content_scripts };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** µs a document that each touch costs in one world, on the next pages of a process. */
async function touchesIn(world: World, url: string, rounds: number): Promise<Record<string, number>> {
  const codes = Object.entries({ nothing: '', ...TOUCHES });
  const random = randomStream(11);
  const times: Record<string, number[]> = {};
  const browsers: [string, BenchChromium][] = [];
  for (const [name, code] of codes)
    browsers.push([name, await BenchChromium.start(extensionWith(code, world))]);
  // The first round warms caches up and does not count.
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, browser] of shuffled(browsers, random)) {
      const { scriptNext } = await browser.visit({ url, again: AGAIN, watch: WATCH_MS, busy: false });
      if (round >= 0) (times[name] ??= []).push(scriptNext);
    }
    console.log(`touches ${world}: round ${round + 1} of ${rounds}`);
  }
  for (const [, browser] of browsers) await browser.close();
  const nothing = median(times.nothing ?? []);
  const costOf = (name: string) => ((median(times[name] ?? []) - nothing) / DOCUMENTS) * 1000;
  return Object.fromEntries(Object.keys(TOUCHES).map((name) => [name, rounded(costOf(name), 0)]));
}

/** What the first touch of what the browser has costs each document, in both worlds: the floor under every script. */
export async function runTouches(rounds: number): Promise<TouchesResult> {
  const server = await servePages(benchSource());
  const url = server.address('bench', '/frames');
  const page = await touchesIn('MAIN', url, rounds);
  const isolated = await touchesIn('ISOLATED', url, rounds);
  server.close();
  const probe = await BenchChromium.start(null);
  const head = headOf('chromium', probe.version, 'touches', rounds);
  await probe.close();
  const touches = Object.fromEntries(
    Object.keys(TOUCHES).map((name) => [name, { page: page[name] ?? 0, isolated: isolated[name] ?? 0 }]),
  );
  return { kind: 'touches', ...head, touches };
}
