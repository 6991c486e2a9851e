import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { comesTrue, HONEST, KINDS, openHonest } from './browsing';

/** After this (ms) the entries that a page may make at once are made. */
const SETTLED_MS = 12_000;
/** A browser at rest answers in some 10 ms; a flooded one in seconds, or not at all. */
const ANSWER_MS = 700;
const IN_A_ROW = 4;

const CALLS: Record<string, string> = {
  pushState: `history.pushState(entry, '', '?' + entry)`,
  replaceState: `history.replaceState(entry, '', '?' + entry)`,
  fragment: `location.hash = entry`,
  replace: `location.replace('#' + entry)`,
};
/** Three hundred changes, of two kinds. @returns where they lead; throws where the browser refuses one */
const MIXED = `(() => {
  for (let entry = 0; entry < 150; entry += 1) history.pushState(entry, '', '#pushed-' + entry);
  for (let entry = 0; entry < 150; entry += 1) location.hash = 'set-' + entry;
  return location.hash })()`;
const FLOOD = (
  call = '',
): string => `<!doctype html><title>Bread</title><h1>Bread</h1><p>Flour and water.</p><script>
  onload = () => setTimeout(() => { for (let entry = 0; ; entry += 1) try { ${call} } catch {} }, 300)</script>`;

describe.each(KINDS)('a page that never ends to change its history, in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  /** Paths that the browser has asked for. */
  const asked = new Set<string>();
  beforeAll(async () => {
    server = await servePages(({ path }) => {
      asked.add(path);
      return path === '/' ? HONEST : FLOOD(CALLS[path.slice(1)]);
    });
  });
  afterAll(() => server?.close());

  it.each(Object.keys(CALLS))('by %s leaves the browser time to answer', async (call) => {
    rig = await launch(kind);
    try {
      void rig.open(server.address('flood', `/${call}`)).catch(() => undefined); // it may never say that it is there
      expect(await comesTrue(SETTLED_MS, async () => asked.has(`/${call}`)), 'the page came').toBe(true);
      let inTime = 0;
      const answersInTime = async (): Promise<boolean> => {
        const from = Date.now();
        await rig.ask('return 1');
        inTime = Date.now() - from < ANSWER_MS ? inTime + 1 : 0;
        return inTime >= IN_A_ROW;
      };
      await new Promise((done) => setTimeout(done, 2_000));
      expect(await comesTrue(SETTLED_MS, answersInTime), `${IN_A_ROW} answers in time`).toBe(true);
      expect(rig.alive()).toBe(true);
    } finally {
      await rig.close();
    }
  });

  it('may make as many changes as in Chromium, new entries and #fragments together', async () => {
    rig = await launch(kind);
    try {
      const page = await openHonest(rig, server.address('mixed', '/'));
      expect(await rig.inPage<string>(page, MIXED)).toBe('#set-49');
    } finally {
      await rig.close();
    }
  });
});
