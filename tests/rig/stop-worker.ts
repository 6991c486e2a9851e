import type { BrowserRig } from './browser-rig';
import type { ChromiumRaw } from './chromium-raw';
import type { Firefox } from './firefox';

/** Ends the worker in the middle of whatever it does. Nothing happens where it is not running. */
export async function stopWorker(rig: BrowserRig): Promise<void> {
  if (rig.kind === 'firefox') {
    const firefox = rig as Firefox;
    const extension = `WebExtensionPolicy.getByID(${JSON.stringify(firefox.id)}).extension`;
    await firefox
      .chrome(`await ${extension}.terminateBackground({ ignoreDevToolsAttached: true })`)
      .catch(() => undefined);
    return;
  }
  const chromium = rig as ChromiumRaw;
  const worker = (await chromium.targets()).find(({ type }) => type === 'service_worker');
  if (worker)
    await chromium.pipe.send('Target.closeTarget', { targetId: worker.targetId }).catch(() => undefined);
}
