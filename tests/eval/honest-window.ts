import type { Case } from '../../src/messages/ui-messages';
import type { BrowserRig } from '../rig/browser-rig';
import { sleep, until } from '../rig/processes';

const LOAD_LIMIT_MS = 10_000;

/** A browser window of its own that shows one page after the other, so that each page is in front. */
export class HonestWindow {
  private tabId: number | undefined;

  constructor(
    private readonly rig: BrowserRig,
    /** ms to look at a page once it is whole. */
    private readonly settle: number,
  ) {}

  private async ready(): Promise<number> {
    if (this.tabId !== undefined) return this.tabId;
    this.tabId = await this.rig.ask<number>(
      `const made = await browser.windows.create({ url: 'about:blank', width: 1200, height: 850 });
       return made.tabs[0].id`,
    );
    return this.tabId;
  }

  /** Shows a page on a host that no other page has; the case about it, if it was (wrongly) noticed. */
  async show(url: string): Promise<Case | undefined> {
    const tabId = await this.ready();
    const { hostname } = new URL(url);
    await this.rig.ask(`await browser.tabs.update(${tabId}, { url: ${JSON.stringify(url)} })`);
    await until(
      LOAD_LIMIT_MS,
      () =>
        this.rig
          .ask<true | null>(
            `const tab = await browser.tabs.get(${tabId}).catch(() => null);
             const here = !tab || (tab.status === 'complete' && tab.url.includes(${JSON.stringify(hostname)}));
             return here || null`,
          )
          .then((here) => here ?? undefined),
      80,
    );
    await sleep(this.settle);
    const found = await this.rig.ask<Case | null>(
      `const all = await browser.storage.session.get(null);
       return Object.keys(all).filter((key) => key.startsWith('case:')).map((key) => all[key])
         .find(({ host }) => host.startsWith(${JSON.stringify(hostname)})) ?? null`,
    );
    if (found) this.tabId = undefined; // the warning or the guide stands there now
    return found ?? undefined;
  }
}
