import type { Case } from '../../src/messages/ui-messages';
import type { BrowserRig } from '../rig/browser-rig';
import type { PageSource } from '../rig/page-server';
import { sleep, until } from '../rig/processes';

const LOAD_LIMIT_MS = 10_000;
/** By then a scam is noticed on any machine that can show pages. */
const NOTICED_LIMIT_MS = 10_000;

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

  /**
   * Shows a page on a host that no other page has; the case about it, if it was (wrongly) noticed.
   * @throws Error where it did not load in time: such a page was not quiet
   */
  async show(url: string): Promise<Case | undefined> {
    const tabId = await this.ready();
    this.tabId = undefined; // the warning, the guide or a page that hangs may stand there then
    const { hostname } = new URL(url);
    await this.rig.ask(`await browser.tabs.update(${tabId}, { url: ${JSON.stringify(url)} })`);
    const isLoaded = async () => (await this.isLoaded(tabId, hostname)) || undefined;
    const loaded = await until(LOAD_LIMIT_MS, isLoaded, 80);
    await sleep(this.settle);
    const found = await this.caseAbout(hostname);
    if (found) return found;
    if (!loaded) throw new Error(`not loaded in ${LOAD_LIMIT_MS} ms`);
    this.tabId = tabId;
    return undefined;
  }

  /**
   * Shows a scam in the window in which honest pages were quiet, and closes the window.
   * @throws Error where it is not noticed: nothing would have been, so their silence says nothing
   */
  async prove(url: string): Promise<void> {
    const tabId = await this.ready();
    const { hostname } = new URL(url);
    const atOnce = await this.show(url).catch(() => undefined); // its alarm may hold it from loading
    const found = atOnce ?? (await until(NOTICED_LIMIT_MS, () => this.caseAbout(hostname), 100));
    if (!found) throw new Error(`${url} was not noticed: what was quiet before it says nothing.`);
    this.tabId = undefined;
    await this.rig.ask(
      `const tab = await browser.tabs.get(${tabId}).catch(() => null);
       if (tab) await browser.windows.remove(tab.windowId)`,
    );
  }

  private async caseAbout(hostname: string): Promise<Case | undefined> {
    const found = await this.rig.ask<Case | null>(
      `const all = await browser.storage.session.get(null);
       return Object.keys(all).filter((key) => key.startsWith('case:')).map((key) => all[key])
         .find((one) => one?.host.startsWith(${JSON.stringify(hostname)})) ?? null`,
    );
    return found ?? undefined;
  }

  private isLoaded(tabId: number, hostname: string): Promise<boolean> {
    return this.rig.ask<boolean>(
      `const tab = await browser.tabs.get(${tabId}).catch(() => null);
       return tab !== null && tab.status === 'complete' && tab.url.includes(${JSON.stringify(hostname)})`,
    );
  }
}

/** A source that remembers which addresses it had something for: the browser shows "Not here." as quietly as a page. */
export class Served {
  private readonly given = new Set<string>();

  constructor(private readonly pages: PageSource) {}

  readonly source: PageSource = async (request) => {
    const found = await this.pages(request);
    if (found !== undefined) this.given.add(request.site + request.path);
    return found;
  };

  /** Whether this address was asked for and answered. */
  has(url: string): boolean {
    const { hostname, pathname } = new URL(url);
    return this.given.has((hostname.split('.')[0] ?? '') + pathname);
  }
}

/** The pages of a source as a company's help site would show them: with a line of its own at their end, such as a hotline. */
export function withFoot(pages: PageSource, foot: string): PageSource {
  return async (request) => {
    const found = await pages(request);
    if (foot === '' || typeof found !== 'object' || typeof found.body !== 'string') return found;
    const end = `<footer><p>${foot}</p></footer></body>`;
    return { ...found, body: found.body.replace(/<\/body>|$/i, () => end) };
  };
}
