import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  KEEPER_FILE,
  WAIT_FOR_WELCOME,
  type BrowserRig,
  type LaunchOptions,
  type OpenPage,
} from './browser-rig';
import { geckoId } from './dist';
import { findBrowser } from './ensure-browsers';
import { connect, HEADLESS_SIZE, writeProfile } from './firefox-profile';
import { answerBoxes } from './answer-boxes';
import type { Marionette } from './marionette';
import { end, removeFolder, sleep, start, temporaryFolder, until } from './processes';

interface Handle {
  value?: string;
  handle?: string;
}

const NAVIGABLES = `const { NavigableManager } =
  ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');`;

/** Script text: the <browser> element of a handle, its tab brought to the front. */
const FIND_BROWSER = `${NAVIGABLES}
  const browserOf = (handle) => {
    for (const win of Services.wm.getEnumerator('navigator:browser'))
      for (const tab of win.gBrowser.tabs)
        if (NavigableManager.getIdForBrowser(tab.linkedBrowser) === handle) {
          win.gBrowser.selectedTab = tab;
          return tab.linkedBrowser;
        }
  };`;

/** Firefox with the extension as a temporary add-on, driven by Marionette with dialogs left alone. */
export class Firefox implements BrowserRig {
  readonly kind = 'firefox' as const;
  version = '';
  base = '';
  welcomed = false;
  private keeper = '';
  /** The extension's own, as its manifest gives it; '' without one. */
  id = '';

  private get keeperFile(): string {
    return this.options.keeper ?? KEEPER_FILE;
  }

  private constructor(
    private readonly child: ReturnType<typeof start>,
    readonly marionette: Marionette,
    private readonly profile: string,
    private readonly options: LaunchOptions,
  ) {}

  /** Starts Firefox and loads the extension. Throws when there is none or it does not answer. */
  static async launch(options: LaunchOptions): Promise<Firefox> {
    const profile = options.profile ?? temporaryFolder('firefox');
    writeProfile(profile, options);
    const headless = options.display === undefined ? ['--headless'] : [];
    const wanted = ['--no-remote', '--profile', profile, '--marionette', '--remote-allow-system-access'];
    const child = start(findBrowser('firefox'), [...headless, ...wanted, 'about:blank'], {
      stdio: 'ignore',
      env: { ...process.env, ...HEADLESS_SIZE, ...(options.display && { DISPLAY: options.display }) },
    });
    // Not with 0: on Windows a launcher ends so, and the browser goes on.
    const hasEnded = (): boolean => child.pid === undefined || Boolean(child.exitCode ?? child.signalCode);
    const marionette = await connect(profile, hasEnded);
    if (!marionette) {
      const ended = hasEnded();
      end(child);
      if (options.profile === undefined) removeFolder(profile);
      throw new Error(
        ended
          ? 'Firefox ended as soon as it was started.'
          : 'Firefox did not open its remote control within 60 s.',
      );
    }
    const rig = new Firefox(child, marionette, profile, options);
    try {
      await rig.prepare();
      return rig;
    } catch (error) {
      await rig.close(); // it is tried again: the first one would stay open as long as this process
      throw error;
    }
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  private async prepare(): Promise<void> {
    const session = await this.marionette.send<{ capabilities: { browserVersion: string } }>(
      'WebDriver:NewSession',
      { unhandledPromptBehavior: 'ignore', pageLoadStrategy: 'none' },
    );
    this.version = `Firefox/${session.capabilities.browserVersion}`;
    this.keeper = (await this.marionette.send<Handle>('WebDriver:GetWindowHandle')).value ?? '';
    const { dist } = this.options;
    if (dist === null) return;
    const allowPrivateBrowsing = this.options.privateAllowed ?? false;
    await this.marionette.send('Addon:Install', { path: dist, temporary: true, allowPrivateBrowsing });
    this.id = geckoId(join(dist, 'manifest.json'));
    const host = await this.chrome<string>(
      `return WebExtensionPolicy.getByID(${JSON.stringify(this.id)}).mozExtensionHostname`,
    );
    this.base = `moz-extension://${host}/`;
    await this.marionette.send('WebDriver:Navigate', { url: this.base + this.keeperFile });
    const ready = await until(15_000, () => this.isReady(), 100);
    if (!ready) throw new Error('The extension does not answer in Firefox.');
    this.welcomed = await this.ask<boolean>(WAIT_FOR_WELCOME);
    await this.closeOthers();
  }

  /** The rig's own tab has arrived at the extension's address and its API answers. */
  private async isReady(): Promise<true | undefined> {
    const here = await this.ask<boolean>(
      `return location.protocol === 'moz-extension:' && (await browser.tabs.query({})).length > 0`,
    ).catch(() => false);
    return here || undefined;
  }

  /** Runs a script with the browser's own rights in the front window; an async body, its value is returned. */
  chrome<T>(body: string, limit?: number): Promise<T> {
    return this.marionette.together(async () => {
      await this.marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await this.script<T>(body, limit);
      } finally {
        await this.marionette.send('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  /** Runs the body of an async function where the connection is now. */
  private async script<T>(body: string, limit?: number): Promise<T> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const { value } = await this.marionette.send<{ value: { value: T; error?: string } }>(
      'WebDriver:ExecuteAsyncScript',
      { script, args: [], sandbox: null },
      limit,
    );
    if (value?.error !== undefined) throw new Error(value.error);
    return value?.value;
  }

  async open(url: string): Promise<OpenPage> {
    const handle = await this.chrome<string>(`${NAVIGABLES}
      const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
      const security = Services.scriptSecurityManager;
      const own = ${url.startsWith('moz-extension:')}; // our pages may not be opened in the name of nobody
      const principal = own ? security.getSystemPrincipal() : security.createNullPrincipal({});
      gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal: principal });
      return NavigableManager.getIdForBrowser(gBrowser.selectedBrowser)`);
    return { handle, url };
  }

  async openAnswering(url: string, readsMs: number): Promise<OpenPage> {
    const page = await this.open(url);
    void answerBoxes(() => this.visit(page, () => this.marionette.send('WebDriver:AcceptAlert')), readsMs);
    return page;
  }

  /** Goes to a page's tab, does something there and comes back to the rig's own tab. */
  visit<T>(page: OpenPage, steps: () => Promise<T>): Promise<T> {
    return this.marionette.together(async () => {
      await this.marionette.send('WebDriver:SwitchToWindow', { handle: page.handle, focus: false });
      try {
        return await steps();
      } finally {
        await this.marionette.send('WebDriver:SwitchToWindow', { handle: this.keeper, focus: false });
      }
    });
  }

  /** Sent from the browser's own window, as a real mouse is: works behind dialogs, and counts as the person's. */
  async click(page: OpenPage, at?: { x: number; y: number }): Promise<void> {
    const { x, y } = at ?? { x: 640, y: 400 };
    await this.chrome(`${FIND_BROWSER}
      const browser = browserOf(${JSON.stringify(page.handle)});
      if (!browser) throw new Error('no such tab');
      const win = browser.ownerDocument.defaultView;
      // A person's click makes its window the active one; in another Firefox grants no full screen.
      if (Services.focus.activeWindow !== win) win.focus();
      const box = browser.getBoundingClientRect();
      const left = box.left + Math.min(${x}, box.width - 2), top = box.top + Math.min(${y}, box.height - 2);
      for (const type of ['mousemove', 'mousedown', 'mouseup'])
        win.synthesizeMouseEvent(type, left, top, { button: 0, clickCount: type === 'mousemove' ? 0 : 1 },
          { isDOMEventSynthesized: false, isWidgetEventSynthesized: false, isAsyncEnabled: true });`);
  }

  inPage<T>(page: OpenPage, expression: string): Promise<T> {
    return this.visit(page, () => this.script<T>(`return await (${expression})`));
  }

  ask<T>(body: string): Promise<T> {
    return this.marionette.together(() => this.script<T>(body));
  }

  async shoot(page: OpenPage, file: string): Promise<void> {
    const { value } = await this.visit(page, () =>
      this.marionette.send<{ value: string }>('WebDriver:TakeScreenshot', { full: false }),
    );
    writeFileSync(file, Buffer.from(value, 'base64'));
  }

  async find(prefix: string): Promise<OpenPage | undefined> {
    const found = await this.chrome<OpenPage | null>(`${NAVIGABLES}
      for (const win of Services.wm.getEnumerator('navigator:browser'))
        for (const { linkedBrowser } of win.gBrowser.tabs)
          if (linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(prefix)}))
            return { handle: NavigableManager.getIdForBrowser(linkedBrowser), url: linkedBrowser.currentURI.spec };
      return null`);
    return found ?? undefined;
  }

  /** Process that runs a page; -1 when it has none. */
  processOf(page: OpenPage): Promise<number> {
    return this.chrome<number>(`${FIND_BROWSER}
      return browserOf(${JSON.stringify(page.handle)})?.frameLoader?.remoteTab?.osPid ?? -1`);
  }

  async closeOthers(): Promise<void> {
    await this.chrome(`for (const win of [...Services.wm.getEnumerator('navigator:browser')]) {
      const others = [...win.gBrowser.tabs].filter(
        (tab) => !tab.linkedBrowser.currentURI.spec.endsWith('/${this.keeperFile}'));
      if (others.length === win.gBrowser.tabs.length && win !== window) win.close();
      else for (const tab of others) win.gBrowser.removeTab(tab, { skipPermitUnload: true });
    }`);
  }

  alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && !this.marionette.closed;
  }

  async close(): Promise<void> {
    this.marionette.close();
    end(this.child);
    await sleep(100);
    if (this.options.profile === undefined) removeFolder(this.profile);
  }
}

/** A Firefox with the extension. */
export function launchFirefox(options: LaunchOptions): Promise<Firefox> {
  return Firefox.launch(options);
}
