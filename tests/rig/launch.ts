import type { BrowserKind, BrowserRig, LaunchOptions } from './browser-rig';
import { launchChromiumRaw } from './chromium-raw';
import { ensureBuilt } from './dist';
import { launchFirefox } from './firefox';
import { sleep } from './processes';

/**
 * Starts either browser with the built extension, tried twice because a busy machine sometimes misses the start.
 * Throws what the second try threw.
 */
export async function launch(kind: BrowserKind, options: Partial<LaunchOptions> = {}): Promise<BrowserRig> {
  const dist =
    options.dist === undefined ? await ensureBuilt(kind === 'chromium' ? 'chrome' : 'firefox') : options.dist;
  const once = () => (kind === 'chromium' ? launchChromiumRaw : launchFirefox)({ ...options, dist });
  try {
    return await once();
  } catch {
    await sleep(1_000);
    return once();
  }
}
