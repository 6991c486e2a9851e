import type { BrowserKind, BrowserRig, LaunchOptions, OpenPage } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import type { Firefox } from '../rig/firefox';
import { launch } from '../rig/launch';
import { folderSource, servePages, type PageServer } from '../rig/page-server';
import { until } from '../rig/processes';
import { axeFindings } from './axe';

/** A browser with an honest page open, and our own screens opened beside it as a person would. */
export class OwnScreens {
  private others = 0;

  private constructor(
    readonly rig: BrowserRig,
    private readonly server: PageServer,
    /** The extension's id of the honest tab. */
    readonly quiet: number,
  ) {}

  static async start(kind: BrowserKind, options: Partial<LaunchOptions> = {}): Promise<OwnScreens> {
    const server = await servePages(folderSource('tests/pages/e2e'));
    const rig = await launch(kind, options);
    return new OwnScreens(rig, server, await openQuiet(rig, server, 'garden'));
  }

  /** One more honest tab on a site of its own, for a test that closes it (a closed site does not come back). */
  anotherTab(): Promise<number> {
    this.others += 1;
    return openQuiet(this.rig, this.server, `porch-${this.others}`);
  }

  /** Address of a page of tests/pages/e2e. */
  address(site: string, file: string): string {
    return this.server.address(site, `/${file}`);
  }

  async open(path: string, ready: string): Promise<OpenPage> {
    const page = await this.rig.open(`${this.rig.base}src/ui/${path}`);
    await this.becomes(page, `document.querySelector(${JSON.stringify(ready)}) !== null`);
    return page;
  }

  /** The popup about a tab, once it shows this state. */
  async popup(state: string, tab = this.quiet): Promise<OpenPage> {
    const page = await this.open(`popup/popup.html?tab=${tab}`, '.state');
    await this.shows(page, state);
    return page;
  }

  /** Waits until a popup shows this state. */
  shows(page: OpenPage, state: string): Promise<void> {
    return this.becomes(page, `document.querySelector('.state')?.dataset.state === '${state}'`);
  }

  /** Waits until an expression is true in the page; throws when it does not become so. */
  async becomes(page: OpenPage, expression: string): Promise<void> {
    const look = () => this.rig.inPage<boolean>(page, `!!(${expression})`).catch(() => false);
    if (!(await until(10_000, async () => (await look()) || undefined)))
      throw new Error(`It did not come true: ${expression}`);
  }

  press(page: OpenPage, id: string): Promise<unknown> {
    return this.rig.inPage(page, `(document.getElementById('${id}').click(), 1)`);
  }

  /** Puts a value into a field or list and tells the page, as typing and leaving it does. */
  enter(page: OpenPage, id: string, value: string): Promise<unknown> {
    return this.rig.inPage(
      page,
      `(() => { const field = document.getElementById('${id}'); field.value = ${JSON.stringify(value)};
        field.dispatchEvent(new Event('change')); return 1 })()`,
    );
  }

  stored(): Promise<Record<string, unknown>> {
    return this.rig.ask(`return (await browser.storage.local.get('settings')).settings ?? {}`);
  }

  findings(page: OpenPage): Promise<string[]> {
    return axeFindings((expression) => this.rig.inPage(page, expression));
  }

  /** The toolbar button's words, for one tab or for all. */
  toolbar(tabId?: number): Promise<{ title: string; badge: string }> {
    const where = tabId === undefined ? '{}' : `{ tabId: ${tabId} }`;
    return this.rig.ask(
      `return { title: await browser.action.getTitle(${where}), badge: await browser.action.getBadgeText(${where}) }`,
    );
  }

  /** The person takes "access to all sites" away or gives it back, where each browser lets them. */
  async giveSites(access: boolean): Promise<void> {
    if (this.rig.kind === 'firefox') {
      const ask = `{ permissions: [], origins: ['<all_urls>'] }`;
      const call = access ? 'add' : 'remove'; // about:addons does the same
      await (this.rig as Firefox).chrome(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify((this.rig as Firefox).id)});
        await ExtensionPermissions.${call}(extension.id, ${ask}, extension)`);
      return;
    }
    const id = new URL(this.rig.base).host;
    const page = await this.rig.open('chrome://extensions/');
    await this.becomes(page, 'chrome.developerPrivate !== undefined');
    const hostAccess = access ? 'ON_ALL_SITES' : 'ON_CLICK';
    const change = JSON.stringify({ extensionId: id, hostAccess });
    await this.rig.inPage(page, `chrome.developerPrivate.updateExtensionConfiguration(${change})`);
  }

  /** A press on "Open carefully" over a link, as the browser tells the worker of it. */
  async pressCareful(linkUrl: string): Promise<void> {
    const click = `{ menuItemId: 'open-carefully', linkUrl: ${JSON.stringify(linkUrl)}, editable: false, modifiers: [] }`;
    if (this.rig.kind === 'firefox') {
      await (this.rig as Firefox).chrome(`
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify((this.rig as Firefox).id)});
        extension.emit('webext-menu-menuitem-click', ${click}, gBrowser.selectedTab)`);
      return;
    }
    const chromium = this.rig as ChromiumRaw;
    await this.rig.ask(`await browser.runtime.sendMessage({ type: 'tab-status', tabId: ${this.quiet} })`); // wakes the worker
    const worker = (await chromium.targets()).find(({ type }) => type === 'service_worker');
    if (!worker) throw new Error('The worker is not awake.');
    const tab = JSON.stringify({ id: this.quiet });
    await this.rig.inPage(
      { handle: worker.targetId, url: worker.url },
      `chrome.contextMenus.onClicked.dispatch(${click}, ${tab})`,
    );
  }

  /** Chromium saves files there without asking; Firefox is told by its preferences. */
  async saveFilesIn(folder: string): Promise<void> {
    if (this.rig.kind === 'firefox') return;
    const allow = { behavior: 'allow', downloadPath: folder };
    await (this.rig as ChromiumRaw).pipe.send('Browser.setDownloadBehavior', allow);
  }

  async close(): Promise<void> {
    await this.rig?.close();
    this.server?.close();
  }
}

/** Right after its start a busy Firefox may lose a tab that was opened too early. */
async function openQuiet(rig: BrowserRig, server: PageServer, site: string): Promise<number> {
  const find = `return (await browser.tabs.query({})).find(({ url }) => url?.includes('//${site}.'))?.id`;
  for (let tries = 0; tries < 4; tries += 1) {
    await rig.open(server.address(site, '/form-beforeunload.html'));
    const found = await until(8_000, async () => (await rig.ask<number | null>(find)) ?? undefined); // Firefox: null
    if (found !== undefined) return found;
  }
  throw new Error('The honest page has no tab.');
}
