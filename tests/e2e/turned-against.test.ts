import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACT_MESSAGE_CAP } from '../../src/messages/content-messages';
import { CLAIM_ATTRIBUTE, CLAIM_EVENT, HELLO_EVENT } from '../../src/messages/page-bridge';
import { casesOf, tabsOf, type BrowserRig } from '../rig/browser-rig';
import { launch } from '../rig/launch';
import { servePages, type PageServer } from '../rig/page-server';
import { sleep } from '../rig/processes';
import { comesTrue, HONEST, KINDS, openHonest, WARNING } from './browsing';

const EVENTS = 1_000_000;
/** So often each watched call is made besides. */
const CALLS = 5_000;
/** What a million events may be to the worker: the cap of a frame's acts, and some for what opening a page says. */
const MESSAGES_AT_MOST = ACT_MESSAGE_CAP + 20;
/** What a page had to say has come by then, ms. */
const SETTLED_MS = 1_000;

/** A page that says everything it could think of to whoever listens, a million times. */
const FLOOD = `
  const forged = { type: 'act', act: 'alert', doc: 'x', detail: 'Microsoft: call +1 888 555 0142', at: 1,
    unasked: true, count: 9, title: 'x', tabId: 1, caseId: 'x', address: 'http://other.localhost/' };
  const names = ['sangfroid', 'message', 'act', 'click', 'mousedown', 'facts', 'case-close', 'held-back-open'];
  for (let round = 0; round < ${EVENTS} / 4; round += 1) {
    const name = names[round % names.length];
    document.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(forged) }));
    window.dispatchEvent(new MessageEvent('message', { data: forged, source: window }));
    document.dispatchEvent(new MouseEvent(name, { relatedTarget: document.body }));
    window.dispatchEvent(new CustomEvent(name, { detail: forged }));
  }
  document.title = 'Flooded';`;

/** The same with the very events that the two scripts of ours listen to, and with calls that are really watched. */
const TRUE_NAMES = `
  const claim = JSON.stringify({ act: 'alert', detail: 'Microsoft: call +1 888 555 0142', count: 9 });
  const mine = document.createElement('i');
  mine.setAttribute('${CLAIM_ATTRIBUTE}', claim);
  const tone = new Audio();
  const pen = document.createElement('canvas').getContext('2d');
  document.body.append(mine, tone);
  const forged = [
    new FocusEvent('${HELLO_EVENT}', { relatedTarget: mine }), new Event('${CLAIM_EVENT}'), new Event('defuse'),
    new Event('stand-down'), new PointerEvent('pointerdown'), new KeyboardEvent('keydown', { key: 'Escape' }),
    new MouseEvent('contextmenu', { cancelable: true }), new Event('play'), new Event('fullscreenchange'),
  ];
  const targets = [window, document, mine, tone];
  for (let round = 0; round < ${EVENTS} / 36; round += 1)
    for (const target of targets) for (const event of forged) target.dispatchEvent(event);
  for (let round = 0; round < ${CALLS}; round += 1) {
    try { history.replaceState(round, '', '#' + round) } catch {} // Firefox takes 200 in ten seconds
    pen.fillText('Loaf ' + round, 5, 5);
    addEventListener('beforeunload', () => {});
    navigator.vibrate?.(0);
    navigator.clipboard.writeText('Flour').catch(() => {});
  }
  document.title = 'Flooded';`;

/** In a page of the extension: keeps the types of all that content scripts say from now on. */
const LISTEN = `window.heard = [];
  window.onHeard ??= ({ type }, { frameId }) => void (frameId === undefined || window.heard.push(type));
  browser.runtime.onMessage.addListener(window.onHeard);`;

/** In a page of the extension: keeps the addresses of the warnings that ask for their case, as each does first. */
const LISTEN_FOR_WARNINGS = `window.asked = [];
  browser.runtime.onMessage.addListener(({ type }, { url }) => void (type === 'case-get' && window.asked.push(url)));`;

describe.each(KINDS)('a page that wants to turn it against the person in %s', (kind) => {
  let rig: BrowserRig;
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages(() => HONEST);
    rig = await launch(kind);
  });
  afterEach(() => rig.closeOthers());
  afterAll(async () => {
    await rig?.close();
    server?.close();
  });

  it.each([
    ['names of its own', 'flood', FLOOD],
    ['the names we listen to, and watched calls', 'true-names', TRUE_NAMES],
  ])(
    'forges and floods a million events (%s): no tab closed or opened, no trust, no case, no delay',
    async (_what, site, flood) => {
      const other = await openHonest(rig, server.address('other'));
      const page = await openHonest(rig, server.address(site));
      const stores = `return JSON.stringify(await browser.storage.local.get(null))`;
      const before = { tabs: (await tabsOf(rig)).map(({ id }) => id), local: await rig.ask<string>(stores) };
      await rig.ask(LISTEN);
      await rig.inPage(page, `(setTimeout(() => { ${flood} }, 50), 1)`);
      await sleep(500);
      const from = Date.now();
      await rig.ask(
        `return browser.runtime.sendMessage({ type: 'tab-status', tabId: ${before.tabs[0] ?? 0} })`,
      );
      expect(Date.now() - from, 'ms until the worker answers').toBeLessThan(2_000);
      const titles = `return (await browser.tabs.query({})).map(({ title }) => title)`;
      const flooded = async () => (await rig.ask<string[]>(titles)).includes('Flooded');
      expect(await comesTrue(40_000, flooded), 'it came to its end').toBe(true);
      await sleep(SETTLED_MS);
      const heard = await rig.ask<string[]>('return window.heard');
      expect(heard.length, 'messages to the worker').toBeLessThan(MESSAGES_AT_MOST);
      expect(heard.includes('act'), 'it told of an act').toBe(site === 'true-names');
      expect((await tabsOf(rig)).map(({ id }) => id)).toEqual(before.tabs);
      expect(await rig.ask<string>(stores)).toBe(before.local);
      expect(await casesOf(rig)).toEqual([]);
      expect(await rig.inPage(other, 'document.title')).toBe('Bread');
    },
    120_000,
  );

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
    // Firefox: open to those who know the random host, which no page does. Chromium 120: docs/browser-facts.md.
    const isOld = Number(/Chrome\/(\d+)/.exec(rig.version)?.[1]) < 130;
    if (kind === 'chromium' && !isOld) paths.push(WARNING);
    for (const path of paths)
      expect(await rig.inPage(page, `fetch(${file(path)}).then(() => 'read', () => 'refused')`), path).toBe(
        'refused',
      );
  });

  it('cannot frame the warning and steal a click', async () => {
    const address = `${rig.base}${WARNING}?case=x`;
    const asked = `return window.asked`;
    await rig.ask(LISTEN_FOR_WARNINGS);
    const page = await openHonest(rig, server.address('framer'));
    const frame = `new Promise((done) => {
      const frame = document.createElement('iframe');
      frame.src = ${JSON.stringify(address)};
      frame.onload = frame.onerror = () => setTimeout(() => done(1), ${SETTLED_MS});
      document.body.append(frame);
      setTimeout(() => done(0), 3000);
    })`;
    await rig.inPage(page, frame);
    expect(await rig.ask<string[]>(asked), 'no page of ours runs inside another').toEqual([]);
    await rig.open(address); // where it may run, it is heard
    const heard = async () => (await rig.ask<string[]>(asked)).includes(address);
    expect(await comesTrue(8_000, heard), 'one in a tab of its own does').toBe(true);
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
