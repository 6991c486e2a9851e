import { chromium, type BrowserContext } from 'playwright-core';
import { ensureBuilt, namedDist } from './dist';
import { findBrowser } from './ensure-browsers';
import { removeFolder, temporaryFolder } from './processes';

/** A Chromium under Playwright: for looking at the extension's own pages, never for proving that a trap closes. */
export interface PlaywrightRig {
  context: BrowserContext;
  /** chrome-extension://…/ */
  base: string;
  close(): Promise<void>;
}

/**
 * Starts Chromium with the extension under Playwright, headless. @param dist another build than the project's own.
 * @throws Error when there is none, or its worker does not start in 20 s
 */
export async function launchChromium(dist?: string, args: string[] = []): Promise<PlaywrightRig> {
  const folder = dist === undefined ? await ensureBuilt('chrome') : namedDist(dist, 'chrome');
  const profile = temporaryFolder('playwright');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium'),
    headless: false,
    args: ['--headless=new', `--disable-extensions-except=${folder}`, `--load-extension=${folder}`, ...args],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const close = async () => {
    await context.close();
    removeFolder(profile);
  };
  return { context, base: `chrome-extension://${new URL(worker.url()).host}/`, close };
}
