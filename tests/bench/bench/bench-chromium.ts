import type { OpenPage } from '../../rig/browser-rig';
import { launchChromiumRaw, type ChromiumRaw } from '../../rig/chromium-raw';
import { processCpu, processesWith, sharedOutMemory } from '../../rig/process-cost';
import { sleep } from '../../rig/processes';
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

interface Metrics {
  metrics: { name: string; value: number }[];
}

/** No process stands ready before a tab (it could not be told from the tab's own); sound needs no click. */
const SWITCHES = [
  '--disable-features=SpareRendererForSitePerProcess',
  '--autoplay-policy=no-user-gesture-required',
];

/** Chromium with a variant's extension; no driver is attached to the extension's worker, so that it can sleep. */
export class BenchChromium implements BenchBrowser {
  readonly kind = 'chromium' as const;

  private constructor(
    readonly rig: ChromiumRaw,
    readonly base: string,
  ) {}

  /** @param folder the extension; null for none */
  static async start(folder: string | null): Promise<BenchChromium> {
    const rig = await launchChromiumRaw({ dist: null, switches: SWITCHES, popupsAllowed: true });
    if (folder === null) return new BenchChromium(rig, '');
    const { id } = await rig.pipe.send<{ id: string }>('Extensions.loadUnpacked', { path: folder });
    const bench = new BenchChromium(rig, `chrome-extension://${id}/`);
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
    await sleep(2_000);
    for (const { targetId, type, url } of await this.rig.targets())
      if (type === 'page' && url.startsWith(this.base))
        await this.rig.pipe.send('Target.closeTarget', { targetId });
  }

  open(url: string): Promise<OpenPage> {
    return this.rig.open(url);
  }

  inPage<T>(page: OpenPage, expression: string): Promise<T> {
    return this.rig.inPage<T>(page, expression);
  }

  async closeTab(page: OpenPage): Promise<void> {
    await this.rig.pipe.send('Target.closeTarget', { targetId: page.handle }).catch(() => undefined);
    await sleep(SETTLE_MS);
  }

  private pageProcesses(): number[] {
    return processesWith(this.pid, ['--type=renderer'], ['--extension-process']);
  }

  /**
   * Opens a page whose session counts from before its first script. The empty tab it starts from has the page's
   * process already, but no content script has run there.
   */
  private async openCounted(url: string): Promise<{ page: OpenPage; session: string }> {
    const page = await this.rig.open('about:blank');
    const session = await this.rig.attach(page);
    await this.rig.pipe.send('Performance.enable', { timeDomain: 'threadTicks' }, session);
    await this.rig.pipe.send('Page.navigate', { url }, session);
    return { page: { ...page, url }, session };
  }

  /** The browser's own figures of the page that is shown now; they begin anew with each page. */
  private async metrics(session: string): Promise<{ script: number; heap: number }> {
    const { metrics } = await this.rig.pipe.send<Metrics>('Performance.getMetrics', {}, session);
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const script = (value('ScriptDuration') + value('V8CompileDuration')) * 1000;
    return { script, heap: value('JSHeapUsedSize') / 1e6 };
  }

  /** Waits until the page has been watched after its load event; gives the script until then. */
  private async watched(page: OpenPage, session: string, ms: number): Promise<number> {
    for (const end = Date.now() + LOADED_LIMIT_MS; Date.now() < end;) {
      await sleep(ms);
      // Read before anything is evaluated: that would be script of the page, too.
      const { script } = await this.metrics(session);
      if (await this.inPage<boolean>(page, isLoaded(page.url, ms / 2))) return script;
    }
    throw new Error(`${page.url} has not loaded.`);
  }

  async visit({ url, again, watch, busy }: Visit): Promise<Sample> {
    const sample = emptySample();
    const others = new Set(this.pageProcesses());
    const memory = sharedOutMemory(this.pid);
    const { page, session } = await this.openCounted(url);
    try {
      if (busy) Object.assign(sample, await this.measureBusy(session, others, watch));
      else sample.script = await this.watched(page, session, watch);
      const renderer = this.pageProcesses().find((pid) => !others.has(pid)) ?? -1;
      sample.cpu = busy ? NaN : processCpu(renderer);
      Object.assign(sample, await this.inPage<PageTimes>(page, TIMES));
      sample.memory = sharedOutMemory(this.pid) - memory;
      if (again > 0) Object.assign(sample, await this.nextPages(page, session, renderer, again));
      // Last of all: a forced collection throws compiled script away, and the next page would pay for it.
      await this.rig.pipe.send('HeapProfiler.collectGarbage', {}, session);
      sample.heap = (await this.metrics(session)).heap;
    } finally {
      await this.closeTab(page);
    }
    return sample;
  }

  /** What the page takes of a core while it is never at rest. */
  private async measureBusy(
    session: string,
    others: ReadonlySet<number>,
    watch: number,
  ): Promise<Partial<Sample>> {
    await sleep(BUSY_FROM_MS);
    const renderer = this.pageProcesses().find((pid) => !others.has(pid)) ?? -1;
    const before = { cpu: processCpu(renderer), ...(await this.metrics(session)), at: performance.now() };
    await sleep(watch - BUSY_FROM_MS);
    const share = 100 / (performance.now() - before.at);
    const { script } = await this.metrics(session);
    return {
      busy: (processCpu(renderer) - before.cpu) * share,
      busyScript: (script - before.script) * share,
    };
  }

  /** Further pages in the same tab: medians of them. */
  private async nextPages(
    page: OpenPage,
    session: string,
    renderer: number,
    again: number,
  ): Promise<Partial<Sample>> {
    const scripts: number[] = [];
    const cpus: number[] = [];
    const loads: number[] = [];
    for (let index = 0; index < again; index += 1) {
      const url = `${page.url}?next=${index}`;
      const before = processCpu(renderer);
      await this.rig.pipe.send('Page.navigate', { url }, session);
      scripts.push(await this.watched({ ...page, url }, session, NEXT_WATCH_MS));
      cpus.push(processCpu(renderer) - before);
      loads.push((await this.inPage<PageTimes>(page, TIMES)).load);
    }
    return { scriptNext: median(scripts), cpuNext: median(cpus), loadNext: median(loads) };
  }

  close(): Promise<void> {
    return this.rig.close();
  }
}
