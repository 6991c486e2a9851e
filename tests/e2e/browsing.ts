import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../src/messages/ui-messages';
import { casesOf, tabsOf, type BrowserRig, type OpenPage, type TabInfo } from '../rig/browser-rig';
import { browserKinds } from '../rig/browser-kinds';
import { ROOT } from '../rig/dist';
import { withParts } from '../rig/page-server';
import { until } from '../rig/processes';

/** What the tests about the worker need: addresses, tabs, cases. Pages come from the test's own server. */

/** The browsers of this run: both, or those named in BROWSERS (chromium,firefox). */
export const KINDS = browserKinds(process.env.BROWSERS);

const PAGES = join(ROOT, 'tests/pages/e2e');
const SMALL_PAGE = (name: string): string =>
  withParts(PAGES, readFileSync(join(PAGES, `${name}.html`), 'utf8'));
/** A page of ours that is closed by itself, and one that is only warned of. */
export const ALERT_LOOP = SMALL_PAGE('alert-loop');
export const WORDS_ONLY = SMALL_PAGE('words-only-locker');
export const HONEST =
  '<!doctype html><title>Bread</title><p>How to bake bread with four things from the kitchen.</p>';

export const WARNING = 'src/ui/warning/warning.html';
export const GUIDE = 'src/ui/guide/guide.html';

/** Waits for something to come true. @returns whether it did. */
export async function comesTrue(ms: number, look: () => Promise<boolean>): Promise<boolean> {
  return (await until(ms, async () => (await look().catch(() => false)) || undefined, 50)) === true;
}

/** Leaves no case of an earlier test, or of a first try of the same. */
export function forgetCases(rig: BrowserRig): Promise<unknown> {
  return rig.ask(
    `const all = await browser.storage.session.get(null);
     await browser.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('case:')))`,
  );
}

/** Tabs whose page comes from the host of this address. */
export async function tabsAt(rig: BrowserRig, address: string): Promise<TabInfo[]> {
  const { host } = new URL(address);
  return (await tabsOf(rig)).filter(({ url }) => url !== '' && new URL(url).host === host);
}

/**
 * What the popup over that page does, and its button where it says that the page does not answer: the page stays in
 * front all the while. Opening it wakes the worker, which may then finish what it had begun.
 * @returns whether it said so and the page went
 */
export async function popupClosesSilent(rig: BrowserRig, address: string): Promise<boolean> {
  const [tab] = await tabsAt(rig, address);
  if (!tab) return false;
  const asked = (type: string) =>
    rig.ask<{ ok: boolean }>(`return browser.runtime.sendMessage({ type: '${type}', tabId: ${tab.id} })`);
  if ((await asked('tab-answers')).ok) return false;
  await asked('tab-close');
  return comesTrue(8_000, async () => (await tabsAt(rig, address)).length === 0);
}

/**
 * Leaves no room in a store: from now on the worker can write nothing down there. Firefox sets no limit to
 * storage.local but the disk's, which no test fills: there that one is left as it is.
 * @returns whether it takes not even a little any more
 */
export async function fillStore(rig: BrowserRig, store: 'session' | 'local'): Promise<boolean> {
  if (rig.kind === 'firefox' && store === 'local') return false;
  return rig.ask<boolean>(`let fits = true;
    for (const size of [1_000_000, 100_000, 10_000, 1_000, 100])
      for (let part = 0; part < 20; part += 1) {
        const key = 'filling-' + size + '-' + part;
        fits = await browser.storage.${store}.set({ [key]: 'x'.repeat(size) }).then(() => true, () => false);
        if (!fits) break;
      }
    return !fits`);
}

/** Makes room again. */
export function emptyStore(rig: BrowserRig, store: 'session' | 'local'): Promise<unknown> {
  return rig.ask(`const all = Object.keys(await browser.storage.${store}.get(null));
    await browser.storage.${store}.remove(all.filter((key) => key.startsWith('filling-')))`);
}

/** The same, for the room that the worker keeps for itself, too. */
export async function fillSession(rig: BrowserRig): Promise<void> {
  await rig.ask(`await browser.storage.session.remove('reserve')`);
  await fillStore(rig, 'session');
}

/** The first case about the host of this address; throws when there is none in time. */
async function caseAbout(rig: BrowserRig, address: string, ms = 12_000): Promise<Case> {
  const { hostname } = new URL(address);
  const found = await until(ms, async () => (await casesOf(rig)).find(({ host }) => host === hostname), 50);
  if (!found) throw new Error(`${address} was not noticed.`);
  return found;
}

/**
 * Opens a scam page and waits until it is closed and a rule holds its address. Where it is only warned of (Firefox
 * keeps the first dialog open behind the warning), the close of the warning is asked for. @returns its case.
 */
export async function noticedAndClosed(rig: BrowserRig, address: string): Promise<Case> {
  await rig.open(address);
  const found = await caseAbout(rig, address);
  if (!(await comesTrue(2_000, async () => (await tabsAt(rig, address)).length === 0)))
    await rig.ask(`return browser.runtime.sendMessage({ type: 'case-close', caseId: '${found.id}' })`);
  if (!(await comesTrue(8_000, async () => (await tabsAt(rig, address)).length === 0)))
    throw new Error(`${address} is still open.`);
  if (!(await comesTrue(6_000, () => heldBack(rig, address))))
    throw new Error(`${address} is not held back.`);
  return found;
}

/** Whether a redirect rule covers this address. */
export function heldBack(rig: BrowserRig, address: string): Promise<boolean> {
  return rig.ask<boolean>(
    `const rules = await browser.declarativeNetRequest.getDynamicRules();
     return rules.some(({ condition }) => new RegExp(condition.regexFilter).test(${JSON.stringify(address)}))`,
  );
}

/** Opens an honest page and waits until it can be used. */
export async function openHonest(rig: BrowserRig, address: string): Promise<OpenPage> {
  const page = await rig.open(address);
  const ready = `document.URL === ${JSON.stringify(page.url)} && document.readyState === 'complete'`;
  if (!(await comesTrue(15_000, () => rig.inPage<boolean>(page, ready))))
    throw new Error(`${address} did not load.`);
  return page;
}

/** Has a page do something a moment later, so that the call itself returns. */
export async function later(rig: BrowserRig, page: OpenPage, statement: string): Promise<void> {
  await rig.inPage(page, `(setTimeout(() => { ${statement} }, 50), 1)`);
}

/** Middle of an element of a page, once it is there. */
export async function middleOf(
  rig: BrowserRig,
  page: OpenPage,
  selector: string,
): Promise<{ x: number; y: number }> {
  const spot = await until(6_000, async () => {
    const found = await rig
      .inPage<{ x: number; y: number } | null>(
        page,
        `(() => { const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null })()`,
      )
      .catch(() => null);
    return found ?? undefined;
  });
  if (!spot) throw new Error(`${page.url} has no ${selector}.`);
  return spot;
}
