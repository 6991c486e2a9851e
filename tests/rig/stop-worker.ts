import type { BrowserRig } from './browser-rig';
import type { ChromiumRaw } from './chromium-raw';
import type { Firefox } from './firefox';
import { until } from './processes';

/** A worker that was ended is gone after so long at the latest. */
const GONE_MS = 5_000;

/**
 * Ends the worker in the middle of whatever it does. @returns whether one was running. Throws where it goes on: a
 * test would go by it as if it had been stopped.
 */
export async function stopWorker(rig: BrowserRig): Promise<boolean> {
  // A rig is one of the two classes of its kind.
  return rig.kind === 'firefox' ? stopInFirefox(rig as Firefox) : stopInChromium(rig as ChromiumRaw);
}

/** Whether the worker runs now. */
export function workerRuns(rig: BrowserRig): Promise<boolean> {
  // A rig is one of the two classes of its kind.
  return rig.kind === 'firefox' ? runsInFirefox(rig as Firefox) : runsInChromium(rig as ChromiumRaw);
}

function runsInFirefox(firefox: Firefox): Promise<boolean> {
  return firefox.chrome<boolean>(
    `return WebExtensionPolicy.getByID(${JSON.stringify(firefox.id)}).extension.backgroundState !== 'stopped'`,
  );
}

/** Another extension's worker is none of ours. */
const workersOf = async (chromium: ChromiumRaw) =>
  (await chromium.targets()).filter(
    ({ type, url }) => type === 'service_worker' && url.startsWith(chromium.base),
  );

const runsInChromium = async (chromium: ChromiumRaw): Promise<boolean> =>
  (await workersOf(chromium)).length > 0;

/** Firefox alone would spare a background that still answers a message: that is the very moment to be tried. */
async function stopInFirefox(firefox: Firefox): Promise<boolean> {
  const ended = await firefox.chrome<'none' | 'ended' | 'goes on'>(`
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(firefox.id)});
    const before = extension.backgroundContext ?? null;
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    if (before === null) return 'none';
    return extension.backgroundContext === before ? 'goes on' : 'ended'`);
  if (ended === 'goes on') throw new Error('The worker was not stopped.');
  return ended === 'ended';
}

/** One that starts again meanwhile is another target. */
async function stopInChromium(chromium: ChromiumRaw): Promise<boolean> {
  const [worker] = await workersOf(chromium);
  if (!worker) return false;
  const { targetId } = worker;
  // It may have ended by itself just now: what counts is whether it is gone.
  await chromium.pipe.send('Target.closeTarget', { targetId }).catch(() => undefined);
  const isGone = async () =>
    (await workersOf(chromium)).every((one) => one.targetId !== targetId) || undefined;
  if (!(await until(GONE_MS, isGone, 20))) throw new Error('The worker was not stopped.');
  return true;
}
