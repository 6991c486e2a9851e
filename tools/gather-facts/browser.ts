import { resolve } from 'node:path';
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import { emptyRoute } from '../../src/detection/frames/empty-facts';
import type { FrameFacts, TabFacts } from '../../src/detection/facts';
import { workerOf } from '../../tests/rig/chromium';
import { findBrowser } from '../../tests/rig/ensure-browsers';
import { removeFolder, sleep, temporaryFolder, within } from '../../tests/rig/processes';
import { gatheringExtension } from './extension';

/** What a tab has told so far. */
export interface Gathered {
  facts: TabFacts;
  /** Why the gate opened; null where it stayed shut and the detector was called all the same. */
  gate: 'words' | 'act' | null;
}

/** What the background of the gathering extension offers (extension.ts). */
interface Notes {
  force(site: string): Promise<boolean>;
  gathered(site: string): { frames: Record<string, FrameFacts>; gate: Gathered['gate'] };
}

/** A real Chromium with the extension that only takes notes. */
export interface GatheringBrowser {
  context: BrowserContext;
  worker: Worker;
  close(): Promise<void>;
}

/** How long it may take to close (ms). */
const CLOSING_MS = 10_000;

/**
 * Builds the extension and starts the browser with it.
 * @param name of the profile's folder
 * @param args further ones of the browser's command line
 * @throws Error where no Chromium is found
 */
export async function gatheringBrowser(name: string, args: string[] = []): Promise<GatheringBrowser> {
  const extension = await gatheringExtension(resolve('out/gather-extension'));
  const profile = temporaryFolder(name);
  const load = [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: false,
    args: ['--headless=new', ...load, ...args],
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: { width: 1280, height: 720 },
  });
  const close = async (): Promise<void> => {
    await within(CLOSING_MS, 'closing', context.close()).catch(() => {});
    removeFolder(profile);
  };
  return { context, worker: await workerOf(context), close };
}

/**
 * What all frames of a site have told; asks for the detector where the gate stayed shut.
 * @param waitMs how long the detector is then waited for
 */
export async function gatheredOf(worker: Worker, site: string, waitMs: number): Promise<Gathered> {
  const forced = await worker.evaluate((name) => (globalThis as unknown as Notes).force(name), site);
  if (forced) await sleep(waitMs);
  const { frames, gate } = await worker.evaluate((name) => (globalThis as unknown as Notes).gathered(name), site); // prettier-ignore
  const all = Object.values(frames);
  const facts = {
    frames: [...all.filter(({ top }) => top), ...all.filter(({ top }) => !top)],
    route: emptyRoute(),
  };
  return { facts, gate };
}
