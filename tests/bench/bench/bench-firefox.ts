import { join } from 'node:path';
import type { OpenPage } from '../../rig/browser-rig';
import { geckoId } from '../../rig/dist';
import { launchFirefox, type Firefox } from '../../rig/firefox';
import { processCpu, sharedOutMemory } from '../../rig/process-cost';
import { sleep } from '../../rig/processes';
import { scriptTime, startProfiler } from './firefox-profiler';
import { emptySample, isLoaded, TIMES, type PageTimes, type Sample } from './sample';
import { median } from './statistics';
import {
  BUSY_FROM_MS,
  LOADED_LIMIT_MS,
  NEXT_WATCH_MS,
  SETTLE_MS,
  type BenchBrowser,
  type Visit,
} from './visit';

/**
 * Sound needs no click; content processes go with their tabs, so that each tab starts in a new one; the pages before
 * the one that is measured are not kept for the back button, where they would count as its heap.
 */
const PREFERENCES = {
  'browser.sessionhistory.max_total_viewers': 0,
  'media.autoplay.default': 0,
  'media.volume_scale': '0.0',
  'dom.ipc.keepProcessesAlive.webIsolated.max': 0,
  'dom.ipc.processReuse.unusedGraceMs': 0,
};

/**
 * Bytes in use; the memory reporter would give whole chunks of 1 MB. Pages before this one that our scripts ran in are
 * gone after a few collections of both kinds only.
 */
const HEAP = `for (let times = 0; times < 4; times += 1) {
    Components.utils.forceGC();
    Components.utils.forceCC();
  }
  return Components.utils.getJSTestingFunctions().gcparam('gcBytes')`;

/** Firefox with a variant's extension; the tab of the remote control shows about:blank in all variants. */
export class BenchFirefox implements BenchBrowser {
  readonly kind = 'firefox' as const;

  private constructor(
    readonly rig: Firefox,
    readonly base: string,
  ) {}

  /** @param folder the extension; null for none */
  static async start(folder: string | null): Promise<BenchFirefox> {
    const rig = await launchFirefox({ dist: null, preferences: PREFERENCES, popupsAllowed: true });
    if (folder === null) return new BenchFirefox(rig, '');
    await rig.marionette.send('Addon:Install', { path: folder, temporary: true });
    const id = geckoId(join(folder, 'manifest.json'));
    const host = await rig.chrome<string>(
      `return WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`,
    );
    const bench = new BenchFirefox(rig, `moz-extension://${host}/`);
    await bench.closeWelcome();
    return bench;
  }

  get version(): string {
    return this.rig.version;
  }

  get pid(): number {
    return this.rig.pid;
  }

  /** The page that greets after the installation, if there is one, is no part of what is measured. */
  private async closeWelcome(): Promise<void> {
    await sleep(2_500);
    await this.rig.chrome(`for (const tab of [...gBrowser.tabs])
      if (tab.linkedBrowser.currentURI.spec.startsWith('moz-extension:')) gBrowser.removeTab(tab)`);
  }

  open(url: string): Promise<OpenPage> {
    return this.rig.open(url);
  }

  inPage<T>(page: OpenPage, expression: string): Promise<T> {
    return this.rig.inPage<T>(page, expression);
  }

  async closeTab(page: OpenPage): Promise<void> {
    await this.rig.chrome(`const { NavigableManager } =
        ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      for (const tab of [...gBrowser.tabs])
        if (NavigableManager.getIdForBrowser(tab.linkedBrowser) === ${JSON.stringify(page.handle)})
          gBrowser.removeTab(tab, { skipPermitUnload: true })`);
    await sleep(SETTLE_MS);
  }

  /** Id of the process that shows the page in front. */
  private process(): Promise<number> {
    return this.rig.chrome<number>(
      'return gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid',
    );
  }

  private async watched(page: OpenPage, ms: number): Promise<number> {
    for (const end = Date.now() + LOADED_LIMIT_MS; Date.now() < end;) {
      await sleep(ms);
      const cpu = processCpu(await this.process());
      if (await this.inPage<boolean>(page, isLoaded(page.url, ms / 2))) return cpu;
    }
    throw new Error(`${page.url} has not loaded.`);
  }

  /** MB of the script heap of the page's process, after a collection. */
  private heap(page: OpenPage): Promise<number> {
    const { marionette } = this.rig;
    return marionette.together(async () => {
      const { value: own } = await marionette.send<{ value: string }>('WebDriver:GetWindowHandle');
      await marionette.send('WebDriver:SwitchToWindow', { handle: page.handle, focus: false });
      try {
        const script = { script: HEAP, args: [], sandbox: 'system' };
        return (await marionette.send<{ value: number }>('WebDriver:ExecuteScript', script)).value / 1e6;
      } finally {
        await marionette.send('WebDriver:SwitchToWindow', { handle: own, focus: false });
      }
    });
  }

  async visit({ url, again, watch, busy, profiled }: Visit): Promise<Sample> {
    const sample = emptySample();
    const memory = sharedOutMemory(this.pid);
    if (profiled) await startProfiler(this.rig);
    const page = await this.open(url);
    try {
      if (busy) sample.busy = await this.measureBusy(watch);
      else sample.cpu = await this.watched(page, watch);
      if (profiled) sample.script = await scriptTime(this.rig, await this.process());
      Object.assign(sample, await this.inPage<PageTimes>(page, TIMES));
      sample.memory = sharedOutMemory(this.pid) - memory;
      if (again > 0) Object.assign(sample, await this.nextPages(page, again));
      // Last of all: a forced collection throws compiled script away, and the next page would pay for it.
      sample.heap = await this.heap(page);
    } finally {
      await this.closeTab(page);
    }
    return sample;
  }

  /** What the page takes of a core while it is never at rest, percent. */
  private async measureBusy(watch: number): Promise<number> {
    await sleep(BUSY_FROM_MS);
    const pid = await this.process();
    const [cpu, at] = [processCpu(pid), performance.now()];
    await sleep(watch - BUSY_FROM_MS);
    return ((processCpu(pid) - cpu) * 100) / (performance.now() - at);
  }

  /** Further pages in the same tab: medians of them. */
  private async nextPages(page: OpenPage, again: number): Promise<Partial<Sample>> {
    const cpus: number[] = [];
    const loads: number[] = [];
    for (let index = 0; index < again; index += 1) {
      const url = `${page.url}?next=${index}`;
      const before = processCpu(await this.process());
      await this.rig.chrome(`gBrowser.selectedBrowser.loadURI(Services.io.newURI(${JSON.stringify(url)}),
        { triggeringPrincipal: Services.scriptSecurityManager.createNullPrincipal({}) })`);
      cpus.push((await this.watched({ ...page, url }, NEXT_WATCH_MS)) - before);
      loads.push((await this.inPage<PageTimes>(page, TIMES)).load);
    }
    return { cpuNext: median(cpus), loadNext: median(loads) };
  }

  close(): Promise<void> {
    return this.rig.close();
  }
}
