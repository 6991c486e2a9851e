import { afterAll, beforeAll, beforeEach } from 'vitest';
import { claimsOf, openHookPages, type HookPages } from './hook-page';

/** A browser for the tests of one file; each begins on a fresh page with the hook. */
export function useHookPages() {
  let opened: HookPages | undefined;
  const pages = (): HookPages => {
    if (!opened) throw new Error('No browser yet.');
    return opened;
  };
  beforeAll(async () => {
    opened = await openHookPages();
  }, 60_000);
  afterAll(() => opened?.close());
  beforeEach(() => pages().hooked.goto(pages().address));
  return {
    get hooked() {
      return pages().hooked;
    },
    fresh: () => pages().fresh(),
    /** Runs code of the page. */
    run: (code: string): Promise<unknown> => pages().hooked.evaluate(`(async () => { ${code} })()`),
    /** The acts that it was told to have done, each once. */
    acts: async (): Promise<string[]> => [...new Set((await claimsOf(pages().hooked)).map(({ act }) => act))],
  };
}
