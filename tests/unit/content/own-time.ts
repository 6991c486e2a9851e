import { vi } from 'vitest';

/** Numbers of the timers: a page can clear them all. Those of signals it cannot know. */
const numbers: unknown[] = [];
const { AbortSignal: realSignal } = globalThis;

/**
 * Fake timers for the content scripts, whose waits are signals (src/content/later.ts). To be called before each test.
 * jsdom's own signals wait by the clock of the machine, so these go by the fake one.
 */
export function useOwnTime(): void {
  useRealTime();
  vi.useFakeTimers();
  numbers.length = 0;
  const { setTimeout: wait, setInterval: repeat } = globalThis;
  const noting =
    (set: typeof wait | typeof repeat) =>
    (run: () => void, ms?: number): unknown => {
      const number = set(run, ms);
      numbers.push(number);
      return number;
    };
  const timeout = (ms: number): { onabort: (() => void) | null } => {
    if (!(ms >= 0 && Number.isInteger(ms))) throw new TypeError(`no time: ${ms}`);
    const signal: { onabort: (() => void) | null } = { onabort: null };
    wait(() => signal.onabort?.(), ms);
    return signal;
  };
  Object.assign(globalThis, {
    setTimeout: noting(wait),
    setInterval: noting(repeat),
    AbortSignal: { timeout },
  });
}

/** What a page can do: clears every timer of the document, whoever set it. */
export function sweepTimers(): void {
  for (const number of numbers) clearTimeout(number as number);
}

export function useRealTime(): void {
  globalThis.AbortSignal = realSignal;
  vi.useRealTimers();
}
