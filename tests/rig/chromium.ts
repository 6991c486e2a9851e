import { chromium, type BrowserContext, type Worker } from 'playwright-core';
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

const WORKER_LIMIT_MS = 20_000;

/** The worker of the one extension in a browser. @throws one clear line where it does not start in 20 s */
export async function workerOf(
  context: Pick<BrowserContext, 'serviceWorkers' | 'waitForEvent'>,
): Promise<Worker> {
  const [known] = context.serviceWorkers();
  if (known) return known;
  return context.waitForEvent('serviceworker', { timeout: WORKER_LIMIT_MS }).catch((error: unknown) => {
    throw new Error(
      "The browser did not start the extension. Google's own Chrome takes none from the command line since version 137: " +
        'install Chromium, or name it in CHROMIUM.',
      { cause: error },
    );
  });
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
  const close = async () => {
    await context.close();
    removeFolder(profile);
  };
  try {
    const worker = await workerOf(context);
    return { context, base: `chrome-extension://${new URL(worker.url()).host}/`, close };
  } catch (error) {
    await close(); // it would stay open as long as this process
    throw error;
  }
}
