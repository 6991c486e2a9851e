import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHookPages, type HookPages } from './hook-page';

let pages: HookPages;
beforeAll(async () => {
  pages = await openHookPages();
}, 60_000);
afterAll(() => pages?.close());

const FRAMES = 30;
/** Chromium itself keeps the last few. */
const KEPT_BY_ITSELF = 8;

/** Makes frames, touches their windows before they have loaded, removes them, and counts those that are still there. */
const frames = (page: Page, address: string): Promise<number> =>
  page.evaluate(
    async ([count, source]) => {
      const documents: WeakRef<Document>[] = [];
      for (let made = 0; made < count; made += 1) {
        const frame = document.createElement('iframe');
        const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
        if (source.startsWith('<')) frame.srcdoc = source;
        else frame.src = `${source}?${made}`;
        document.body.append(frame);
        if (frame.contentDocument) documents.push(new WeakRef(frame.contentDocument));
        if (!source.startsWith('javascript')) await loaded;
        frame.remove();
      }
      for (let round = 0; round < 6; round += 1) {
        await new Promise((done) => setTimeout(done, 100));
        (globalThis as unknown as { gc: () => void }).gc(); // by the flag of hook-page.ts
      }
      return documents.filter((one) => one.deref() !== undefined).length;
    },
    [FRAMES, address] as const,
  );

// Pages make and drop frames for hours: for adverts, for renewing a sign-in, for downloads.
test.each([
  ['of the same site', ''],
  ['with their page in an attribute', '<p>hello'],
])('frames %s that the page has dropped are let go', async (_what, source) => {
  const address = source || pages.address;
  expect(await frames(pages.plain, address), 'without us').toBeLessThanOrEqual(KEPT_BY_ITSELF);
  expect(await frames(pages.hooked, address), 'with us').toBeLessThanOrEqual(KEPT_BY_ITSELF);
});
