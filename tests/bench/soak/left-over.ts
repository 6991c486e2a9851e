import { casesOf, type BrowserRig } from '../../rig/browser-rig';
import { tabsAt } from '../../e2e/browsing';

/** Enough for a case and the state of a tab, in characters. */
const LENGTH = 4_000;

/**
 * What the browser and the extension know of a scam that nothing was said of: its tabs, its cases, what is written of
 * those tabs, the alarms. For whoever looks for the reason later. Never rejects.
 */
export async function leftOver(rig: BrowserRig, address: string): Promise<string> {
  try {
    const { hostname } = new URL(address);
    const tabs = await tabsAt(rig, address);
    const cases = (await casesOf(rig)).filter(({ host }) => host === hostname);
    const keys = JSON.stringify(tabs.map(({ id }) => `tab:${id}`));
    const written = await rig.ask(`return browser.storage.session.get(${keys})`);
    const alarms = await rig.ask(`return browser.alarms.getAll()`);
    return JSON.stringify({ tabs, cases, written, alarms }).slice(0, LENGTH);
  } catch (error) {
    return String(error);
  }
}
