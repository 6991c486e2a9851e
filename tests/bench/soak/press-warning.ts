import { tabsOf, type BrowserRig } from '../../rig/browser-rig';
import { sleep } from '../../rig/processes';
import { middleOf, tabsAt, WARNING } from '../../e2e/browsing';
import { SETTLE_MS } from '../../../src/ui/shared/careful-press';
import type { Met } from './dealt-with';

/**
 * What a person does who is warned: turns to the warning where the scam's page was clicked meanwhile, reads, and
 * presses its button. A case that found no room in the store is known to its warning alone: that is found by its tab.
 * @returns whether there was a button to press
 */
export async function pressOnWarning(
  rig: BrowserRig,
  { address, tabId }: Met,
  caseId = '',
): Promise<boolean> {
  const [scam] = await tabsAt(rig, address);
  const shown = (await tabsOf(rig)).filter(({ url }) => url.includes(`${WARNING}?case=${caseId}`));
  const own = shown.find(({ url }) => url.endsWith(`&tab=${scam?.id ?? tabId}`)) ?? shown.at(-1);
  const warning = own && (await rig.find(own.url));
  if (!warning) return false;
  if (!own.active) await rig.ask(`await browser.tabs.update(${own.id}, { active: true })`);
  await sleep(SETTLE_MS + 100);
  const button = await middleOf(rig, warning, '#close-scam').catch(() => null);
  if (!button) return false;
  await rig.click(warning, button);
  return true;
}
