import { resolve } from 'node:path';
import { chromium, type Worker } from 'playwright-core';
import { emptyRoute } from '../../src/detection/empty-facts';
import type { FrameFacts, TabFacts } from '../../src/detection/facts';
import { workerOf } from '../../tests/rig/chromium';
import { findBrowser } from '../../tests/rig/ensure-browsers';
import { servePages } from '../../tests/rig/page-server';
import { removeFolder, sleep, temporaryFolder, within } from '../../tests/rig/processes';
import { gatheringExtension } from '../gather-facts/extension';

/** What a look gives, or why it could not be taken. */
export interface Look {
  stage: 'load' | 'click';
  /** Why the gate opened; null where it stayed shut and the detector was called all the same. */
  gate: 'words' | 'act' | null;
  facts: TabFacts;
}

/** The page is looked at after this long, and again after a click in its middle (ms). */
const WAIT_MS = { load: 3_000, click: 2_500 };
const LIMIT_MS = 40_000;
/** Nothing but the page itself can be reached. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE localhost';

interface Notes {
  force(site: string): Promise<boolean>;
  gathered(site: string): { frames: Record<string, FrameFacts>; gate: Look['gate'] };
}

async function notesOf(worker: Worker, stage: Look['stage']): Promise<Look> {
  const forced = await worker.evaluate((site) => (globalThis as unknown as Notes).force(site), 'saved');
  if (forced) await sleep(500);
  const { frames, gate } = await worker.evaluate((site) => (globalThis as unknown as Notes).gathered(site), 'saved'); // prettier-ignore
  const route = emptyRoute();
  const all = Object.values(frames);
  const facts = { frames: [...all.filter((f) => f.top), ...all.filter((f) => !f.top)], route };
  return { stage, gate, facts };
}

/**
 * Opens a saved page in a real Chromium with the product's own content scripts and no network, lets its scripts run,
 * and looks twice: after load and after one click.
 * @param path the address's path and query it is opened with
 * @throws Error where no Chromium is found or the page tells nothing
 */
export async function lookAtPage(html: string, path = '/'): Promise<Look[]> {
  const extension = await gatheringExtension(resolve('out/gather-extension'));
  const server = await servePages((request) => (request.path.startsWith('/-/') ? undefined : html));
  const profile = temporaryFolder('explain');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: false,
    args: [
      '--headless=new',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      OFFLINE,
    ],
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1280, height: 720 },
  });
  try {
    const worker = await workerOf(context);
    const tab = await context.newPage();
    tab.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
    return await within(LIMIT_MS, 'looking at the page', takeLooks());

    async function takeLooks(): Promise<Look[]> {
      await tab.goto(server.address('saved', path), { waitUntil: 'domcontentloaded', timeout: 15_000 });
      await sleep(WAIT_MS.load);
      const looks = [await notesOf(worker, 'load')];
      await within(3_000, 'click', tab.mouse.click(640, 360)).catch(() => {});
      await sleep(WAIT_MS.click);
      looks.push(await notesOf(worker, 'click'));
      return looks;
    }
  } finally {
    await within(8_000, 'closing', context.close()).catch(() => {});
    server.close();
    removeFolder(profile);
  }
}
