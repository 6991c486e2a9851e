import { servePages } from '../../tests/rig/page-server';
import { sleep, within } from '../../tests/rig/processes';
import { gatheredOf, gatheringBrowser, type Gathered } from '../gather-facts/browser';

/** What a look gives. */
export interface Look extends Gathered {
  stage: 'load' | 'click';
}

/** The page is looked at after this long, and again after a click in its middle (ms). */
const WAIT_MS = { load: 3_000, click: 2_500 };
const LIMIT_MS = 40_000;
/** Where the gate stayed shut the detector is waited for so long (ms). */
const FORCED_MS = 500;
/** Nothing but the page itself can be reached. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE localhost';

/**
 * Opens a saved page in a real Chromium with the product's own content scripts and no network, lets its scripts run,
 * and looks twice: after load and after one click.
 * @param path the address's path and query it is opened with
 * @throws Error where no Chromium is found or the page tells nothing
 */
export async function lookAtPage(html: string, path = '/'): Promise<Look[]> {
  const { context, worker, close } = await gatheringBrowser('explain', [OFFLINE]);
  const server = await servePages((request) => (request.path.startsWith('/-/') ? undefined : html));
  try {
    const tab = await context.newPage();
    tab.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
    return await within(LIMIT_MS, 'looking at the page', takeLooks());

    async function look(stage: Look['stage']): Promise<Look> {
      return { stage, ...(await gatheredOf(worker, 'saved', FORCED_MS)) };
    }

    async function takeLooks(): Promise<Look[]> {
      await tab.goto(server.address('saved', path), { waitUntil: 'domcontentloaded', timeout: 15_000 });
      await sleep(WAIT_MS.load);
      const looks = [await look('load')];
      await within(3_000, 'click', tab.mouse.click(640, 360)).catch(() => {});
      await sleep(WAIT_MS.click);
      looks.push(await look('click'));
      return looks;
    }
  } finally {
    await close();
    server.close();
  }
}
