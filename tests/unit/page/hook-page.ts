import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { findBrowser } from '../../rig/ensure-browsers';
import { CLAIM_ATTRIBUTE, CLAIM_EVENT, HELLO_EVENT, type HookClaim } from '../../../src/messages/page-bridge';

/** The hook's bundle, as the build makes it. */
export const bundleHook = (): Promise<string> => bundleOf('src/page/watch.iife.ts');

/** One file with all it imports, as a script that sets the global `bundle` to what it exports. */
export async function bundleOf(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bundle' },
    },
  });
  const output = (Array.isArray(result) ? result[0] : result) as Rollup.RollupOutput; // no watch mode
  return output.output[0].code;
}

/** Plays the isolated script in the page's own world: takes the claims, gives orders. */
const OTHER_END = `
  const channel = document.createElement('i'), host = document.createElement('div');
  host.setHTMLUnsafe('<p><template shadowrootmode="open"></template></p>'); // attachShadow is told of
  const shadow = host.firstChild.shadowRoot;
  const claims = [], { parse } = JSON, get = Element.prototype.getAttribute, { defineProperty } = Object;
  channel.addEventListener('${CLAIM_EVENT}', () => { 
    defineProperty(claims, claims.length, { value: parse(get.call(channel, '${CLAIM_ATTRIBUTE}')), enumerable: true }); });
  window.dispatchEvent(new FocusEvent('${HELLO_EVENT}', { relatedTarget: channel }));
  Object.defineProperty(window, Symbol.for('line'), { value: {
    claims, order: (order) => { shadow.append(channel); channel.dispatchEvent(new Event(order)); } } });`;

export interface HookPages {
  /** A page that has the hook, with the other end of its line. */
  hooked: Page;
  /** The same without it. */
  plain: Page;
  address: string;
  /** A new `hooked` in a new window: the browser's own questions of earlier tests would take its keys. */
  fresh(): Promise<void>;
  close(): Promise<void>;
}

/** Two pages in one real Chromium, one with the hook in every frame before the page's first script. */
export async function openHookPages(): Promise<HookPages> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>t</title><body><p>hello</p>'),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium'),
    args: ['--no-sandbox', '--js-flags=--expose-gc'],
  });
  // A function of its own, so that its directive counts as it does in the extension's file.
  const init = `{ (() => { ${await bundleHook()} })(); ${OTHER_END} }`;
  const openPage = async (script: string): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    if (script) await page.addInitScript(script);
    page.on('dialog', (dialog) => void dialog.accept('typed').catch(() => undefined));
    await page.goto(address);
    return page;
  };
  const pages: HookPages = {
    hooked: await openPage(init),
    plain: await openPage(''),
    address,
    fresh: async () => {
      await pages.hooked.context().close();
      pages.hooked = await openPage(init);
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
  return pages;
}

const LINE = `window[Symbol.for('line')]`;

export const claimsOf = (page: Page): Promise<HookClaim[]> => page.evaluate<HookClaim[]>(`${LINE}.claims`);
export const give = (page: Page, order: string): Promise<unknown> =>
  page.evaluate(`${LINE}.order(${JSON.stringify(order)})`);
