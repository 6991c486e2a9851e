/**
 * `npm start [-- --browser firefox]`: shows the main job. Builds, finds or installs a browser, opens it with the
 * extension and a harmless locker of our own, and says what is seen and done. Without a display it runs unseen and
 * leaves pictures in out/demo/.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Case } from '../src/messages/ui-messages';
import { browserKind } from '../tests/rig/browser-kinds';
import { casesOf, tabIsGone, type BrowserKind, type BrowserRig } from '../tests/rig/browser-rig';
import { buildExtension, ROOT } from '../tests/rig/dist';
import { ensureBrowsers, hasBrowser } from '../tests/rig/ensure-browsers';
import { launch } from '../tests/rig/launch';
import { folderSource, servePages } from '../tests/rig/page-server';
import { sleep, until } from '../tests/rig/processes';
import { runTool } from '../tests/rig/run-tool';

const DEMO_PAGE = '/fullscreen-keyboard-lock.html';
const PICTURES = join(ROOT, 'out/demo');
const begin = Date.now();

const { values: options } = parseArgs({ options: { browser: { type: 'string' } } });

function say(words: string): void {
  console.log(`[${((Date.now() - begin) / 1000).toFixed(1).padStart(5)} s] ${words}`);
}

/** The browser asked for, else one that is there, else Chromium. */
function chooseBrowser(): BrowserKind {
  if (options.browser !== undefined) return browserKind(options.browser);
  return !hasBrowser('chromium') && hasBrowser('firefox') ? 'firefox' : 'chromium';
}

/** Reasons in English words, as the warning page shows them. */
function inWords(found: Case): string[] {
  const texts = JSON.parse(readFileSync(join(ROOT, 'src/texts/en/reasons.json'), 'utf8')) as Record<
    string,
    string
  >;
  const telling = found.reasons.filter(({ weight }) => weight > 0).slice(0, 4);
  return telling.map(({ id, values = {} }) => {
    const sentence = texts[`reason.${id}`] ?? id;
    return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  });
}

async function pressClose(rig: BrowserRig, caseId: string): Promise<void> {
  const warning = await until(5_000, () => rig.find(`${rig.base}src/ui/warning/warning.html?case=${caseId}`));
  if (!warning) throw new Error('The warning page did not open.');
  await sleep(1_000); // the page looks, and its button counts only once it could be read
  await rig.shoot(warning, join(PICTURES, 'warning.png'));
  say('Picture of the warning: out/demo/warning.png');
  const box = await rig.inPage<{ x: number; y: number } | null>(
    warning,
    `(() => { const box = document.querySelector('#close-scam')?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null })()`,
  );
  if (!box) throw new Error('The warning page has no close button.');
  say('Pressing "Close this scam tab"…');
  await rig.click(warning, box);
}

/** Waits until the scam is closed; a person may take their time, a run without a display may not. */
async function waitForEnd(rig: BrowserRig, caseId: string, limit: number): Promise<Case> {
  const ended = await until(
    limit,
    async () => {
      if (!rig.alive()) throw new Error('The browser was closed before the scam was.');
      return (await casesOf(rig)).find(
        ({ id, state }) => id === caseId && state !== 'warned' && state !== 'closing',
      );
    },
    100,
  );
  if (!ended) throw new Error('The scam page is still open.');
  return ended;
}

/** Has the rig's own page remember when the browser began to show a page of this address (ms since 1970). */
const whenBegun = (address: string): string => `
  globalThis.begun = null;
  browser.webNavigation.onCommitted.addListener(({ frameId, url, timeStamp }) => {
    if (frameId === 0 && url.startsWith(${JSON.stringify(address)})) globalThis.begun ??= timeStamp;
  });`;

/** The warning comes after the page has been noticed; a page that is closed at once has none. */
async function howFast(rig: BrowserRig, { noticedAt, timing }: Case): Promise<string> {
  const begun = await rig.ask<number | null>('return globalThis.begun');
  const noticed = begun === null ? '' : ` ${Math.round(noticedAt - begun)} ms after it appeared`;
  return timing.warnedMs === null ? noticed : `${noticed}; warning in front ${timing.warnedMs} ms later`;
}

async function show(rig: BrowserRig, address: string, seen: boolean): Promise<void> {
  say(`Opening the harmless locker ${address}`);
  await rig.ask(whenBegun(address));
  await rig.open(address);
  const first = await until(15_000, async () => (await casesOf(rig))[0]);
  const timed = async () => (await casesOf(rig)).find(({ timing }) => timing.warnedMs !== null);
  const found = (await until(1_000, timed)) ?? first;
  if (!found) throw new Error('The locker was not noticed.');
  say(`Scam noticed${await howFast(rig, found)} (${found.level}). Because:`);
  for (const reason of inWords(found)) console.log(`            – ${reason}`);
  if (found.state === 'warned' && seen) say('The warning is in front. Press its big button in the browser.');
  if (found.state === 'warned' && !seen) await pressClose(rig, found.id);
  const ended = await waitForEnd(rig, found.id, seen ? 3_600_000 : 15_000);
  if (ended.state !== 'closed') return say(`You chose: ${ended.state}.`);
  const gone = await tabIsGone(rig, ended.tabId);
  say(
    `Tab closed in ${ended.timing.closedMs ?? '?'} ms${gone ? ', checked: the browser has no such tab' : ''}.`,
  );
  const guide = await until(8_000, () => rig.find(`${rig.base}src/ui/guide/guide.html`));
  if (!guide) throw new Error('The guide did not open.');
  say('Guide open.');
  if (seen) return;
  await sleep(800);
  await rig.shoot(guide, join(PICTURES, 'guide.png'));
  say('Picture of the guide: out/demo/guide.png');
}

async function main(): Promise<void> {
  const kind = chooseBrowser();
  say(`Looking for ${kind === 'firefox' ? 'Firefox' : 'Chrome or Chromium'}…`);
  const program = (await ensureBrowsers([kind])).get(kind);
  say(`Found ${program}. Building the extension…`);
  await buildExtension(kind === 'firefox' ? 'firefox' : 'chrome');
  const display = process.platform === 'linux' ? process.env.DISPLAY : 'here';
  const seen = display !== undefined && display !== '';
  if (!seen) mkdirSync(PICTURES, { recursive: true });
  say(seen ? 'Starting the browser…' : 'Starting the browser without a window (there is no display)…');
  const server = await servePages(folderSource(join(ROOT, 'tests/pages/e2e')));
  // A person is here to look: what stands beside the demo is a page worth reading, and Firefox is left by one key.
  const preferences = { 'browser.warnOnQuitShortcut': false };
  const rig = await launch(
    kind,
    seen ? { display, keeper: 'src/ui/practice/practice.html', preferences } : {},
  );
  say(`${rig.version} is open with the extension.`);
  try {
    await show(rig, server.address('demo', DEMO_PAGE), seen);
    if (seen) say('The window stays open for you. Close it when you have seen enough.');
    while (seen && rig.alive()) await sleep(500);
  } finally {
    await rig.close();
    server.close();
  }
}

runTool(main);
