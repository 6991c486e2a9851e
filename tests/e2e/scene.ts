import { join } from 'node:path';
import type { Case } from '../../src/messages/ui-messages';
import {
  casesOf,
  tabIsGone,
  tabsOf,
  type BrowserKind,
  type BrowserRig,
  type LaunchOptions,
  type OpenPage,
  type TabInfo,
} from '../rig/browser-rig';
import { ROOT } from '../rig/dist';
import { launch } from '../rig/launch';
import { folderSource, servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';

/** The browsers of this run: both, or those named in BROWSERS (chromium,firefox). */
export const BROWSERS = (process.env.BROWSERS ?? 'chromium,firefox').split(',') as BrowserKind[];

export const GUIDE = 'src/ui/guide/guide.html';
export const WARNING = 'src/ui/warning/warning.html';

/** The person needs to see our page this long before its buttons count (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 700;
const NOTICE_LIMIT_MS = 10_000;

/** One browser with the extension, the project's small pages, and what a person sees and does. */
export class Scene {
  private count = 0;

  private constructor(
    readonly rig: BrowserRig,
    private readonly server: PageServer,
  ) {}

  static async open(kind: BrowserKind, options: Partial<LaunchOptions> = {}): Promise<Scene> {
    const server = await servePages(folderSource(join(ROOT, 'tests/pages/e2e')));
    return new Scene(await launch(kind, options), server);
  }

  /** Address of a page on a host that no other test uses. */
  address(file: string): string {
    this.count += 1;
    return this.server.address(`page-${this.count}`, `/${file}`);
  }

  visit(file: string): Promise<OpenPage> {
    return this.rig.open(this.address(file));
  }

  /** The case about a page's host, once there is one. */
  noticed(page: OpenPage): Promise<Case | undefined> {
    const { host } = new URL(page.url);
    return until(NOTICE_LIMIT_MS, async () => {
      const cases = await casesOf(this.rig);
      return cases.find((found) => found.host === host || found.host === new URL(page.url).hostname);
    });
  }

  /** Every tab that still shows a page of this host. */
  async tabsWith(page: OpenPage): Promise<TabInfo[]> {
    const { host } = new URL(page.url);
    return (await tabsOf(this.rig)).filter(({ url }) => url !== '' && new URL(url).host === host);
  }

  /** The tab is gone by its id, and no tab of its host is left. False when that does not come true in time. */
  async isClosed(page: OpenPage, { tabId }: Case, ms = 6_000): Promise<boolean> {
    const gone = await until(ms, async () => {
      const left = await this.tabsWith(page);
      return (left.length === 0 && (await tabIsGone(this.rig, tabId))) || undefined;
    });
    return gone === true;
  }

  /** Waits until the tab in front shows one of our pages about this case; its path without the query. */
  async inFront(file: string, caseId: string, ms = 6_000): Promise<boolean> {
    const start = this.rig.base + file;
    const seen = await until(ms, async () => {
      const active = (await tabsOf(this.rig)).filter((tab) => tab.active);
      return active.some(({ url }) => url.startsWith(start) && url.includes(caseId)) || undefined;
    });
    return seen === true;
  }

  /** What a person does who is warned: reads, then presses the one big button. */
  async pressClose(caseId: string): Promise<void> {
    const warning = await until(5_000, () => this.rig.find(`${this.rig.base}${WARNING}?case=${caseId}`));
    if (!warning) throw new Error('The warning page is not open.');
    await until(5_000, () => this.middleOf(warning, '#close-scam'));
    await sleep(CAREFUL_MS);
    await this.press(warning, '#close-scam');
  }

  /** A trusted click on the middle of an element. Throws when there is none. */
  async press(page: OpenPage, selector: string): Promise<void> {
    const spot = await this.middleOf(page, selector);
    if (!spot) throw new Error(`${page.url} has no ${selector}.`);
    await this.rig.click(page, spot);
  }

  private async middleOf(page: OpenPage, selector: string): Promise<{ x: number; y: number } | undefined> {
    const spot = await this.rig.inPage<{ x: number; y: number } | null>(
      page,
      `(() => { const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null })()`,
    );
    return spot ?? undefined;
  }

  /** Brings a page's tab to the front again. */
  async show(page: OpenPage): Promise<void> {
    const [tab] = await this.tabsWith(page);
    if (tab) await this.rig.ask(`await browser.tabs.update(${tab.id}, { active: true })`);
  }

  /** Between two tests: no tab but the rig's own, no case. */
  async clear(): Promise<void> {
    await this.rig.closeOthers();
    await this.rig.ask(
      `const all = await browser.storage.session.get(null);
       await browser.storage.session.remove(Object.keys(all).filter((key) => key.startsWith('case:')))`,
    );
  }

  async close(): Promise<void> {
    await this.rig.close();
    this.server.close();
  }
}
