import type { BrowserRig, OpenPage } from './browser-rig';
import type { ChromiumRaw } from './chromium-raw';
import type { Firefox } from './firefox';
import { until } from './processes';

/** A page that crashes has done so after this long at the latest. */
const CRASHED_MS = 5_000;

/**
 * Ends the process of a page in the middle of whatever it does: its tab stays and shows that it crashed.
 * @returns whether it did: one that has no process any more cannot
 */
export function crashPage(rig: BrowserRig, page: OpenPage): Promise<boolean> {
  // A rig is one of the two classes of its kind.
  return rig.kind === 'firefox'
    ? crashInFirefox(rig as Firefox, page)
    : crashInChromium(rig as ChromiumRaw, page);
}

/** Throws where the process has just ended by itself. */
async function crashInFirefox(firefox: Firefox, page: OpenPage): Promise<boolean> {
  const pid = await firefox.processOf(page);
  return pid > 0 && process.kill(pid, 'SIGKILL');
}

async function crashInChromium(chromium: ChromiumRaw, page: OpenPage): Promise<boolean> {
  let hasCrashed = false;
  chromium.pipe.on('Target.targetCrashed', ({ targetId }) => (hasCrashed ||= targetId === page.handle));
  const session = await chromium.attach(page);
  // A page that has crashed never answers.
  void chromium.pipe.send('Page.crash', {}, session).catch(() => undefined);
  return (await until(CRASHED_MS, () => hasCrashed || undefined)) === true;
}
