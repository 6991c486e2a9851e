import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserRig } from '../../rig/browser-rig';
import { crashPage } from '../../rig/crash-page';

const PAGE = { handle: 'target-1', url: 'http://page.test/' };

/** A Chromium that tells of these targets that they crashed, once a page was asked to. */
function chromium(crashed: readonly string[]): BrowserRig {
  const listeners: ((params: object) => void)[] = [];
  const pipe = {
    on: (_event: string, listener: (params: object) => void) => listeners.push(listener),
    send: () => {
      for (const targetId of crashed) for (const listener of listeners) listener({ targetId });
      return new Promise(() => undefined);
    },
  };
  // The rest of it is not asked for.
  return { kind: 'chromium', pipe, attach: () => Promise.resolve('session') } as unknown as BrowserRig;
}

/** A Firefox in which the page has that process. */
const firefox = (pid: number) =>
  ({ kind: 'firefox', processOf: () => Promise.resolve(pid) }) as unknown as BrowserRig; // the rest is not asked for

describe('a page that is to crash in Chromium', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('has crashed when the browser says so of it', async () => {
    const asked = crashPage(chromium(['target-2', PAGE.handle]), PAGE);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toBe(true);
  });

  it('has not when the browser says nothing, or names another one', async () => {
    for (const crashed of [[], ['target-2']]) {
      const asked = crashPage(chromium(crashed), PAGE);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await asked, crashed.join()).toBe(false);
    }
  });
});

describe('a page that is to crash in Firefox', () => {
  it('has crashed when its process was ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    const ended = once(child, 'exit');
    expect(await crashPage(firefox(child.pid ?? -1), PAGE)).toBe(true);
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('has not where it has no process', async () => {
    expect(await crashPage(firefox(-1), PAGE)).toBe(false);
  });
});
