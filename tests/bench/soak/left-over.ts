import { FRAME_KEY } from '../../../src/messages/content-messages';
import { casesOf, type BrowserRig } from '../../rig/browser-rig';
import { within } from '../../rig/processes';
import { tabsAt } from '../../e2e/browsing';

/** Enough for a case and the state of a tab, in characters. */
const LENGTH = 4_000;
/** A page that is held up answers nothing. */
const GATE_MS = 5_000;

/** What the gate in the top document of a tab knows: whether it has told anything, and whether the detector came. */
function gateOf(rig: BrowserRig, tabId: number): Promise<unknown> {
  const look = `() => {
    const gate = globalThis[Symbol.for('${FRAME_KEY}')];
    return gate ? { ...gate, onChange: !!gate.onChange, listenAnew: null, obey: null, age: performance.now() } : null;
  }`;
  return rig.ask(`
    const [told] = await browser.scripting.executeScript({ target: { tabId: ${tabId} }, func: ${look} });
    return told?.result`);
}

/**
 * What the browser and the extension know of a scam that nothing was said of: its tabs, its cases, what is written of
 * those tabs, the alarms, what their gates know. For whoever looks for the reason later. Never rejects.
 */
export async function leftOver(rig: BrowserRig, address: string): Promise<string> {
  try {
    const { hostname } = new URL(address);
    const tabs = await tabsAt(rig, address);
    const cases = (await casesOf(rig)).filter(({ host }) => host === hostname);
    const keys = JSON.stringify(tabs.map(({ id }) => `tab:${id}`));
    const written = await rig.ask(`return browser.storage.session.get(${keys})`);
    const alarms = await rig.ask(`return browser.alarms.getAll()`);
    const gates = await Promise.all(
      tabs.map(({ id }) => within(GATE_MS, 'gate', gateOf(rig, id)).catch(String)),
    );
    return JSON.stringify({ tabs, cases, written, alarms, gates }).slice(0, LENGTH);
  } catch (error) {
    return String(error);
  }
}
