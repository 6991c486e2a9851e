import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FrameFacts, LookFacts } from '../../src/detection/facts';
import type { BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { comesTrue, KINDS } from './browsing';

const READ_MS = 10_000;

/** A drill: a window over a still picture, which says who made it. */
const DRILL = `<style>
  .cover { position: fixed; inset: 0; background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E") #246; cursor: none }
  .window { position: fixed; inset: 20% 25%; background: #fff; cursor: none }
  .bar { display: flex; justify-content: space-between }
  h1 { font-size: 34px }</style>
  <div class="cover"></div>
  <div class="window"><div class="bar"><span>Security Center</span><span><b>_</b> <b>□</b> <b>✕</b></span></div>
    <h1>A virus was found on this computer</h1><p>Call support now: 1-888-555-0147.</p></div>`;

const HEAD = '<!doctype html><meta charset="utf-8"><title>Drill</title><body style="margin:0">';
const inRoot = (
  mode: string,
  style = '',
): string => `${HEAD}<x-drill></x-drill><template>${DRILL}${style}</template>
  <script>document.querySelector('x-drill').attachShadow({ mode: '${mode}' })
    .append(document.querySelector('template').content)</script>`;
/** The boxes in the root, all that they say in slots. */
const IN_SLOTS = `${HEAD}<x-drill><div slot="bar" class="bar"><span>Security Center</span><span><b>_</b> <b>□</b> <b>✕</b></span></div>
  <div><h1>A virus was found on this computer</h1><p>Call support now: 1-888-555-0147.</p></div></x-drill>
  <style>.bar { display: flex; justify-content: space-between } h1 { font-size: 34px }</style>
  <template>${DRILL.slice(0, DRILL.indexOf('<div class="window">'))}<div class="window"><slot name="bar"></slot><slot></slot></div></template>
  <script>document.querySelector('x-drill').attachShadow({ mode: 'closed' })
    .append(document.querySelector('template').content)</script>`;
const PAGES: Record<string, string> = {
  '/plain': HEAD + DRILL,
  '/open': inRoot('open'),
  '/closed': inRoot('closed'),
  '/slots': IN_SLOTS,
  '/without-box': inRoot('closed', '<style>:host { display: contents }</style>'),
};

describe.each(KINDS)('boxes laid over a page from a shadow root in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(({ path }) => PAGES[path] ?? HEAD);
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  /** What the detector told of how the page looks. */
  async function looksOf(path: string): Promise<LookFacts | undefined> {
    const address = server.address(`root${path.slice(1)}`, path);
    await rig.open(address);
    let looks: LookFacts | undefined;
    await comesTrue(READ_MS, async () => {
      const facts = await rig.ask<FrameFacts | null>(
        `const all = Object.values(await browser.storage.session.get(null));
         return all.flatMap((one) => one?.frames?.[0] ?? []).find((frame) => frame.address === '${address}')?.facts ?? null`,
      );
      looks = facts?.looks;
      return looks !== undefined && looks.threatFontPx > 0;
    });
    return looks;
  }

  it('are seen like those of the page itself', async () => {
    const plain = await looksOf('/plain');
    expect(plain).toMatchObject({ layerCover: 1, layerDepth: 2, pictureCover: 1, cursorHidden: true, systemWindow: true }); // prettier-ignore
    for (const path of ['/open', '/closed', '/slots', '/without-box'])
      expect(await looksOf(path), path).toEqual(plain);
  });
});
