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
import { browserKinds } from '../rig/browser-kinds';
import { ROOT } from '../rig/dist';
import { launch } from '../rig/launch';
import { folderSource, servePages, type PageServer } from '../rig/page-server';
import { sleep, until } from '../rig/processes';

/** The browsers of this run: both, or those named in BROWSERS (chromium,firefox). */
export const BROWSERS = browserKinds(process.env.BROWSERS);

export const GUIDE = 'src/ui/guide/guide.html';
export const WARNING = 'src/ui/warning/warning.html';

/** The person needs to see our page this long before its buttons count (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 700;
/** A page that traps is closed by itself before this; a warning that stays in front longer waits for a press. */
const PATIENCE_MS = 1_500;
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

  /** The same, and waits until the page is whole and painted: for pages that do not block. */
  async visitWhole(file: string): Promise<OpenPage> {
    const page = await this.visit(file);
    const painted = `document.URL === ${JSON.stringify(page.url)} && document.readyState === 'complete' &&
      new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 50)))`;
    const whole = await until(
      15_000,
      async () => (await this.rig.inPage<boolean>(page, painted).catch(() => false)) || undefined,
    );
    if (!whole) throw new Error(`${page.url} did not load.`);
    return page;
  }

  /** All cases about a page's host. */
  async casesAbout(page: OpenPage): Promise<Case[]> {
    const { host, hostname } = new URL(page.url);
    return (await casesOf(this.rig)).filter((found) => found.host === host || found.host === hostname);
  }

  /** The first case about a page, once there is one; throws when there is none in time. */
  async noticed(page: OpenPage): Promise<Case> {
    const found = await until(NOTICE_LIMIT_MS, async () => (await this.casesAbout(page))[0]);
    if (!found) throw new Error(`${page.url} was not noticed.`);
    return found;
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

  /** Waits until the tab in front shows one of our pages about one of these cases. */
  async inFront(file: string, cases: readonly Case[], ms = 6_000): Promise<boolean> {
    const start = this.rig.base + file;
    const seen = await until(ms, async () => {
      const active = (await tabsOf(this.rig)).filter((tab) => tab.active && tab.url.startsWith(start));
      return active.some(({ url }) => cases.some(({ id }) => url.includes(id))) || undefined;
    });
    return seen === true;
  }

  /**
   * What a person does: waits, and where a warning stays in front presses its button, until no tab of the page is left.
   * @returns how often the button was pressed; throws when the page is still there after 20 s.
   */
  async getRid(page: OpenPage): Promise<number> {
    const pressed = new Set<string>();
    const over = await until(20_000, async () => {
      for (const found of await this.casesAbout(page)) {
        const waits = found.state === 'warned' && Date.now() - found.noticedAt > PATIENCE_MS;
        if (!waits || pressed.has(found.id) || !(await this.inFront(WARNING, [found], 0))) continue;
        if (await this.pressedBeforeItWent(page, found.id)) pressed.add(found.id);
      }
      return (await this.tabsWith(page)).length === 0 || undefined;
    });
    if (!over) throw new Error(`${page.url} is still open.`);
    return pressed.size;
  }

  /** A page that is closed by itself while the person reaches for the button takes the button away: no press then. */
  private async pressedBeforeItWent(page: OpenPage, caseId: string): Promise<boolean> {
    try {
      await this.pressClose(caseId);
      return true;
    } catch (error) {
      const now = (await this.casesAbout(page)).find(({ id }) => id === caseId);
      if (now?.state === 'warned') throw error;
      return false;
    }
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
