import { ChromiumRaw, launchChromiumRaw } from '../../rig/chromium-raw';
import { sleep } from '../../rig/processes';

export const VARIANTS = ['none', 'empty', 'ours'] as const;
export type Variant = (typeof VARIANTS)[number];

/** One load of one page. Times in ms of the page's main thread, heap in MB. */
export interface Sample {
  script: number;
  task: number;
  load: number;
  paint: number;
  heap: number;
}

export const METRICS = ['script', 'task', 'load', 'paint', 'heap'] as const satisfies (keyof Sample)[];

/** What the page is watched for after its load event, ms: the looks of the content script fall into it. */
const AFTER_LOAD_MS = 1_000;
const TRIES = 4;

interface Metrics {
  metrics: { name: string; value: number }[];
}

const TIMES = `new Promise((done) => {
  const read = () => { const [nav] = performance.getEntriesByType('navigation');
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return { load: nav.loadEventEnd - nav.responseStart, paint: paint ? paint.startTime - nav.responseStart : 0 } };
  const wait = () => performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0
    ? setTimeout(() => done(read()), ${AFTER_LOAD_MS}) : setTimeout(wait, 20);
  wait();
})`;

/** A browser of one variant, kept open over all rounds. */
export class Bench {
  private constructor(private readonly rig: ChromiumRaw) {}

  static async start(dist: string | null): Promise<Bench> {
    return new Bench(await launchChromiumRaw({ dist, bare: dist !== null }));
  }

  get version(): string {
    return this.rig.version;
  }

  /** One load, tried again where the browser lost the page under our hands (its first document may be replaced). */
  async load(url: string): Promise<Sample> {
    for (let again = TRIES - 1; ; again -= 1)
      try {
        return await this.loadOnce(url);
      } catch (error) {
        if (again === 0) throw error;
        await sleep(500);
      }
  }

  /** Loads a page in a new tab, reads the browser's own metrics and closes the tab. */
  private async loadOnce(url: string): Promise<Sample> {
    const page = await this.rig.open(url);
    const session = await this.rig.attach(page);
    await this.rig.pipe
      .send('Performance.enable', { timeDomain: 'threadTicks' }, session)
      .catch(() => undefined);
    const { load, paint } = await this.rig.inPage<{ load: number; paint: number }>(page, TIMES);
    const { metrics } = await this.rig.pipe.send<Metrics>('Performance.getMetrics', {}, session);
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    await this.rig.pipe.send('Target.closeTarget', { targetId: page.handle });
    await sleep(50);
    return {
      script: value('ScriptDuration') * 1000,
      task: value('TaskDuration') * 1000,
      load,
      paint,
      heap: value('JSHeapUsedSize') / 1e6,
    };
  }

  close(): Promise<void> {
    return this.rig.close();
  }
}
