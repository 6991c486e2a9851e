import type { BrowserRig, OpenPage } from './browser-rig';
import type { ChromiumRaw } from './chromium-raw';
import type { Firefox } from './firefox';

/** Ends the process of a page in the middle of whatever it does: its tab stays and shows that it crashed. */
export async function crashPage(rig: BrowserRig, page: OpenPage): Promise<void> {
  if (rig.kind === 'firefox') {
    const pid = await (rig as Firefox).processOf(page);
    if (pid > 0) process.kill(pid, 'SIGKILL');
    return;
  }
  const chromium = rig as ChromiumRaw;
  const session = await chromium.attach(page);
  // A page that has crashed never answers.
  void chromium.pipe.send('Page.crash', {}, session).catch(() => undefined);
}
