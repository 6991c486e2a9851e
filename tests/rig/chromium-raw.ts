import { writeFileSync } from 'node:fs';
import {
  asyncBody,
  KEEPER_FILE,
  WAIT_FOR_WELCOME,
  type BrowserRig,
  type LaunchOptions,
  type OpenPage,
} from './browser-rig';
import { CdpPipe } from './cdp-pipe';
import { ChromiumClicks } from './chromium-clicks';
import { switches } from './chromium-switches';
import { findBrowser } from './ensure-browsers';
import { end, removeFolder, sleep, start, temporaryFolder, until } from './processes';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

interface Evaluation<T> {
  result: { value: T };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Chromium 120 adds no extension once it is up (150 does): it takes it from its command line. */
const NO_SUCH_COMMAND = "'Extensions.loadUnpacked' wasn't found";

const isOurWorker = ({ type, url }: TargetInfo) =>
  type === 'service_worker' && url.startsWith('chrome-extension://');

/** Chromium (or Chrome, Edge) on the debugging pipe, with no driver attached to any page until one is clicked. */
export class ChromiumRaw implements BrowserRig {
  readonly kind = 'chromium' as const;
  version = '';
  base = '';
  welcomed = false;
  private readonly sessions = new Map<string, string>();
  private readonly clicks: ChromiumClicks;
  private keeper: string | undefined;

  private get keeperFile(): string {
    return this.options.keeper ?? KEEPER_FILE;
  }

  private constructor(
    private readonly child: ReturnType<typeof start>,
    readonly pipe: CdpPipe,
    private readonly profile: string,
    private readonly options: LaunchOptions,
  ) {
    this.clicks = new ChromiumClicks(pipe);
  }

  /** Starts the browser and loads the extension. Throws when there is no browser or it does not answer. */
  static async launch(options: LaunchOptions): Promise<ChromiumRaw> {
    const profile = options.profile ?? temporaryFolder('chromium');
    const rig = ChromiumRaw.begin(profile, options);
    try {
      await rig.prepare();
      return rig;
    } catch (error) {
      await rig.close(); // it is tried again: the first one would stay open as long as this process
      if (!options.asSwitch && String(error).includes(NO_SUCH_COMMAND))
        return ChromiumRaw.launch({ ...options, asSwitch: true });
      throw error;
    }
  }

  private static begin(profile: string, options: LaunchOptions): ChromiumRaw {
    const child = start(findBrowser('chromium'), switches(profile, options), {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(options.display && { DISPLAY: options.display }) },
    });
    return new ChromiumRaw(child, new CdpPipe(child), profile, options);
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  private async prepare(): Promise<void> {
    this.version = (await this.pipe.send<{ product: string }>('Browser.getVersion')).product;
    await this.pipe.send('Target.setDiscoverTargets', { discover: true });
    if (this.options.dist === null) return;
    if (this.options.addedAfter) await sleep(this.options.addedAfter);
    this.base = this.options.asSwitch ? await this.startedWith() : await this.added(this.options.dist);
    if (!this.options.bare) this.keeper = await this.createTab(this.base + this.keeperFile);
    // The tab is there before its page is: its API has to answer first, and an older Chromium may bring it in pieces.
    const there = 'return browser.tabs !== undefined && browser.storage !== undefined';
    const answers = () => this.ask<boolean>(there).catch(() => false);
    if (!(await until(15_000, async () => (await answers()) || undefined)))
      throw new Error('The extension does not answer in Chromium.');
    this.welcomed = await this.ask<boolean>(WAIT_FOR_WELCOME);
    await this.closeOthers();
  }

  private async added(path: string): Promise<string> {
    const enableInIncognito = this.options.privateAllowed ?? false;
    const what = { path, enableInIncognito };
    return `chrome-extension://${(await this.pipe.send<{ id: string }>('Extensions.loadUnpacked', what)).id}/`;
  }

  /** The extension of the command line, once its worker is there. */
  private async startedWith(): Promise<string> {
    const worker = () => this.targets().then((all) => all.find(isOurWorker)?.url);
    const url = await until(15_000, worker);
    if (url === undefined) throw new Error('The extension does not start in Chromium.');
    return new URL('/', url).href;
  }

  /** Pages are discarded first: a discarded page cannot ask whether one really wants to leave. */
  async closeOthers(): Promise<void> {
    const isOther = this.options.bare
      ? `url?.startsWith('${this.base}')`
      : `url !== '${this.base}${this.keeperFile}'`;
    await this.ask(`
      const all = await browser.tabs.query({});
      const others = all.filter(({ url }) => ${isOther});
      if (others.length === all.length) await browser.tabs.create({ url: 'about:blank' });
      await Promise.all(others.map(async ({ id }) => {
        const asleep = await browser.tabs.discard(id).catch(() => undefined);
        await browser.tabs.remove(asleep?.id ?? id).catch(() => undefined);
      }))`);
    const left = new Set((await this.targets()).map(({ targetId }) => targetId));
    for (const targetId of this.sessions.keys()) if (!left.has(targetId)) this.sessions.delete(targetId);
  }

  async targets(): Promise<TargetInfo[]> {
    return (await this.pipe.send<{ targetInfos: TargetInfo[] }>('Target.getTargets')).targetInfos;
  }

  private async createTab(url: string): Promise<string> {
    return (await this.pipe.send<{ targetId: string }>('Target.createTarget', { url })).targetId;
  }

  private async sessionOf(targetId: string): Promise<string> {
    const known = this.sessions.get(targetId);
    if (known) return known;
    const { sessionId } = await this.pipe.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    this.sessions.set(targetId, sessionId);
    return sessionId;
  }

  private async evaluate<T>(targetId: string, expression: string): Promise<T> {
    const sessionId = await this.sessionOf(targetId);
    const params = { expression, awaitPromise: true, returnByValue: true };
    const answer = await this.pipe.send<Evaluation<T>>('Runtime.evaluate', params, sessionId);
    const trouble = answer.exceptionDetails;
    if (trouble) throw new Error(trouble.exception?.description ?? trouble.text);
    return answer.result.value;
  }

  async open(url: string): Promise<OpenPage> {
    return { handle: await this.createTab(url), url };
  }

  /** The boxes are the driver's then, not the browser's: how such a page is closed says nothing about a person's. */
  async openAnswering(url: string, readsMs: number): Promise<OpenPage> {
    const page = await this.open('about:blank');
    const session = await this.sessionOf(page.handle);
    const send = (method: string, params?: object) =>
      this.pipe.send(method, params, session).catch(() => undefined); // the page may have been closed meanwhile
    this.pipe.on('Page.javascriptDialogOpening', (_box, from) => {
      if (from === session)
        setTimeout(() => void send('Page.handleJavaScriptDialog', { accept: true }), readsMs);
    });
    await send('Page.enable');
    void send('Page.navigate', { url });
    return { ...page, url };
  }

  /** The session of a page, for commands that this class does not know. */
  attach(page: OpenPage): Promise<string> {
    return this.sessionOf(page.handle);
  }

  /** Throws where the page has crashed: it was not clicked, whatever became of it. */
  async click({ handle }: OpenPage, at = { x: 640, y: 400 }): Promise<void> {
    await this.clicks.click(handle, await this.sessionOf(handle), at);
  }

  inPage<T>(page: OpenPage, expression: string): Promise<T> {
    return this.evaluate<T>(page.handle, expression);
  }

  async ask<T>(body: string): Promise<T> {
    const target = this.keeper ?? (await this.worker());
    return this.evaluate<T>(target, asyncBody(body));
  }

  /** The worker's target once its API is there; a worker that is just starting has none yet. */
  private async worker(): Promise<string> {
    const ready = await until(10_000, async () => {
      const all = await this.targets();
      const found = all.find(({ type, url }) => type === 'service_worker' && url.startsWith(this.base));
      if (!found) return undefined;
      const hasApi = await this.evaluate<boolean>(found.targetId, '!!globalThis.chrome?.storage').catch(
        () => false,
      );
      return hasApi ? found.targetId : undefined;
    });
    if (!ready) throw new Error('The extension has no running worker.');
    return ready;
  }

  async shoot(page: OpenPage, file: string): Promise<void> {
    const sessionId = await this.sessionOf(page.handle);
    const { data } = await this.pipe.send<{ data: string }>('Page.captureScreenshot', {}, sessionId);
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async find(prefix: string): Promise<OpenPage | undefined> {
    const target = (await this.targets()).find(({ type, url }) => type === 'page' && url.startsWith(prefix));
    return target && { handle: target.targetId, url: target.url };
  }

  alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && !this.pipe.closed;
  }

  async close(): Promise<void> {
    end(this.child);
    await until(2_000, () => this.pipe.closed || undefined);
    if (this.options.profile === undefined) removeFolder(this.profile);
  }
}

/** A Chromium with the extension and no driver on its pages. */
export function launchChromiumRaw(options: LaunchOptions): Promise<ChromiumRaw> {
  return ChromiumRaw.launch(options);
}
