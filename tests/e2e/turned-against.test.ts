import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, tabsOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { HONEST, KINDS, openHonest, WARNING } from './browsing';

const EVENTS = 1_000_000;

/** A page that says everything it could think of to whoever listens, a million times. */
const FLOOD = `
  const forged = { type: 'act', act: 'alert', doc: 'x', detail: 'Microsoft: call +1 888 555 0142', at: 1,
    unasked: true, count: 9, title: 'x', tabId: 1, caseId: 'x', address: 'http://other.localhost/' };
  const names = ['sangfroid', 'message', 'act', 'click', 'mousedown', 'facts', 'case-close', 'address-trust'];
  for (let round = 0; round < ${EVENTS} / 4; round += 1) {
    const name = names[round % names.length];
    document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(forged) }));
    window.dispatchEvent(new MessageEvent('message', { data: forged, source: window }));
    document.dispatchEvent(new MouseEvent(name, { relatedTarget: document.body }));
    window.dispatchEvent(new CustomEvent(name, { detail: forged }));
  }
  document.title = 'Flooded';`;

describe.each(KINDS)('a page that wants to turn it against the person in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(() => HONEST);
    rig = await launch(kind);
  });
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  it('forges and floods a million events: no tab is closed or opened, no site trusted, no case, no delay', async () => {
    const other = await openHonest(rig, server.address('other'));
    const page = await openHonest(rig, server.address('flood'));
    const stores = `return JSON.stringify(await browser.storage.local.get(null))`;
    const before = { tabs: (await tabsOf(rig)).map(({ id }) => id), local: await rig.ask<string>(stores) };
    await rig.inPage(page, `(setTimeout(() => { ${FLOOD} }, 50), 1)`);
    await sleep(500);
    const from = Date.now();
    await rig.ask(
      `return browser.runtime.sendMessage({ type: 'tab-status', tabId: ${before.tabs[0] ?? 0} })`,
    );
    expect(Date.now() - from, 'ms until the worker answers').toBeLessThan(2_000);
    for (let wait = 0; wait < 60; wait += 1) {
      if (
        (await rig.ask<string[]>(`return (await browser.tabs.query({})).map(({ title }) => title)`)).includes(
          'Flooded',
        )
      )
        break;
      await sleep(500);
    }
    expect((await tabsOf(rig)).map(({ id }) => id)).toEqual(before.tabs);
    expect(await rig.ask<string>(stores)).toBe(before.local);
    expect(await casesOf(rig)).toEqual([]);
    expect(await rig.inPage(other, 'document.title')).toBe('Bread');
  }, 90_000);

  it('cannot speak to the extension, nor read a file of it', async () => {
    const page = await openHonest(rig, server.address('reader'));
    const file = (path: string) => JSON.stringify(rig.base + path);
    expect(
      await rig.inPage(page, `typeof globalThis.browser + typeof globalThis.chrome?.runtime?.sendMessage`),
    ).toBe('undefinedundefined');
    const paths = [
      'manifest.json',
      'src/content/gate.iife.js',
      'icons/icon-16.png',
      'src/ui/guide/guide.html',
    ];
    if (kind === 'chromium') paths.push(WARNING); // Firefox: open to those who know the random host, which no page does
    for (const path of paths)
      expect(await rig.inPage(page, `fetch(${file(path)}).then(() => 'read', () => 'refused')`), path).toBe(
        'refused',
      );
  });

  it('cannot frame the warning and steal a click', async () => {
    const page = await openHonest(rig, server.address('framer'));
    const framed = `new Promise((done) => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(`${rig.base}${WARNING}?blocked=1&case=x`)};
      frame.onload = frame.onerror = () => setTimeout(() => done(1), 300);
      document.body.append(frame);
      setTimeout(() => done(0), 3000);
    })`;
    await rig.inPage(page, framed);
    const own = await rig.ask<number>(
      `return browser.extension.getViews?.({ type: 'tab' }).filter((view) => view !== view.top).length ?? 0`,
    );
    expect(own, 'no page of ours runs inside another').toBe(0);
  });

  it('sees natives where it looks: names, lengths and source of what is watched', async () => {
    const page = await openHonest(rig, server.address('looker'));
    const looks = `['alert', 'confirm', 'prompt', 'print', 'open'].every((name) =>
      window[name].name === name && Function.prototype.toString.call(window[name]).includes('[native code]')
      && !Object.hasOwn(window[name], 'prototype'))`;
    expect(await rig.inPage(page, looks)).toBe(true);
    // What a page may hand to a watched call sees who called it: never under an address of ours.
    const stacks = `(() => {
      const seen = [];
      const look = { toString() { seen.push(new Error().stack); return location.href; } };
      history.replaceState(null, '', look);
      document.createElement('canvas').getContext('2d').fillText(look, 1, 1);
      try { history.pushState(null, '', 'https://elsewhere.example/'); } catch (error) { seen.push(error.stack); }
      return seen;
    })()`;
    const seen = await rig.inPage<string[]>(page, stacks);
    expect(seen).toHaveLength(3);
    expect(seen.join('\n')).not.toMatch(/extension/);
  });
});
