import { cpuOfAll, processesWith } from '../../rig/process-cost';
import { BenchChromium } from './bench-chromium';
import type { BenchFirefox } from './bench-firefox';
import type { BenchBrowser } from './visit';

/** Counts how often an extension's worker starts, and what its process takes of the CPU. */
export interface WorkerWatch {
  /** Starts since the last call. */
  starts(): Promise<number>;
  /** ms of CPU of the extension's process since it started; 0 where it has ended with its worker, NaN where nobody tells. */
  cpu(): Promise<number>;
  /** True while the worker runs. */
  running(): Promise<boolean>;
}

function inChromium({ rig, base }: BenchChromium): WorkerWatch {
  let starts = 0;
  rig.pipe.on('Target.targetCreated', ({ targetInfo }) => {
    const { type, url } = targetInfo as { type: string; url: string };
    if (type === 'service_worker' && url.startsWith(base)) starts += 1;
  });
  return {
    starts: () => {
      const since = starts;
      starts = 0;
      return Promise.resolve(since);
    },
    cpu: () => Promise.resolve(cpuOfAll(processesWith(rig.pid, ['--type=renderer', '--extension-process']))),
    running: async () =>
      (await rig.targets()).some(({ type, url }) => type === 'service_worker' && url.startsWith(base)),
  };
}

/** Firefox is asked five times a second: a worker that has started lives for 30 s. */
function inFirefox({ rig, base }: BenchFirefox): WorkerWatch {
  const host = JSON.stringify(new URL(base).hostname);
  const extension = `const { extension } = WebExtensionPolicy.getActiveExtensions()
    .find(({ mozExtensionHostname }) => mozExtensionHostname === ${host});`;
  const ready = rig.chrome(`${extension} window.benchStarts = 0; let before = extension.backgroundState;
    window.setInterval(() => { const now = extension.backgroundState;
      if (before === 'stopped' && now !== 'stopped') window.benchStarts += 1; before = now; }, 200)`);
  return {
    starts: async () => {
      await ready;
      return rig.chrome<number>('const since = window.benchStarts; window.benchStarts = 0; return since');
    },
    cpu: async () => {
      const pids = await rig.chrome<number[]>(
        `const { children } = await ChromeUtils.requestProcInfo();
         return children.filter(({ type }) => type === 'extension').map(({ pid }) => pid)`,
      );
      return cpuOfAll(pids);
    },
    running: () => rig.chrome<boolean>(`${extension} return extension.backgroundState !== 'stopped'`),
  };
}

/** Watches the worker of the browser's extension from outside: nothing is attached to it, so that it can sleep. */
export function watchWorker(browser: BenchBrowser): WorkerWatch {
  return browser instanceof BenchChromium ? inChromium(browser) : inFirefox(browser as BenchFirefox); // there are two
}
