import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleHook, claimsOf, give, openHookPages, type HookPages } from './hook-page';

let pages: HookPages;
beforeAll(async () => {
  pages = await openHookPages();
}, 60_000);
afterAll(() => pages?.close());
beforeEach(() => pages.hooked.goto(pages.address));

const run = (code: string): Promise<unknown> => pages.hooked.evaluate(`(async () => { ${code} })()`);
const acts = async (): Promise<string[]> => [
  ...new Set((await claimsOf(pages.hooked)).map(({ act }) => act)),
];

/** Code of a page, and the act it must be told as. */
const ACTS: Record<string, [string, string]> = {
  alert: ['alert', `alert('call us')`],
  confirm: ['confirm', `confirm('call us')`],
  prompt: ['prompt', `prompt('call us')`],
  'full screen': ['fullscreen', `document.body.requestFullscreen().catch(() => {})`],
  'keyboardLock option': [
    'keyboard-lock',
    `document.body.requestFullscreen({ keyboardLock: 'browser' }).catch(() => {})`,
  ],
  'older full screen': ['fullscreen', `document.body.webkitRequestFullScreen()`],
  'keyboard lock': ['keyboard-lock', `navigator.keyboard.lock().catch(() => {})`],
  'pointer lock': ['pointer-lock', `document.body.requestPointerLock().catch(() => {})`],
  'history flood': ['history', `for (let i = 0; i < 100; i++) history.pushState(i, '')`],
  'fragment flood': ['history', `for (let i = 0; i < 100; i++) location.hash = i`],
  audio: ['sound', `new Audio('data:,').play().catch(() => {})`],
  oscillator: ['sound', `new OscillatorNode(new AudioContext()).start()`],
  buffer: ['sound', `new AudioBufferSourceNode(new AudioContext()).start(0, 0, 1)`],
  speech: ['speech', `speechSynthesis.speak(new SpeechSynthesisUtterance('call us'))`],
  notification: ['notification', `Notification.requestPermission()`],
  vibration: ['vibrate', `navigator.vibrate(1)`],
  clipboard: ['clipboard', `navigator.clipboard.writeText('call us').catch(() => {})`],
  'copy command': [
    'clipboard',
    `const t = document.createElement('textarea'); t.value = 'call us'; document.body.append(t); t.select();
     document.execCommand('copy')`,
  ],
  'open window': ['open-window', `open('about:blank')?.close()`],
  'download in page': [
    'download',
    `const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x'; document.body.append(a); a.click()`,
  ],
  'download outside the page': [
    'download',
    `const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x'; a.click()`,
  ],
  'tel link': [
    'external-link',
    `const a = document.createElement('a'); a.href = 'tel:555-0147'; document.body.append(a);
     a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
  ],
  'link of two lines, outside the page': [
    'external-link',
    `const a = document.createElement('a'); a.href = ' te\\nl:555-0147'; a.click()`,
  ],
  'keyboard lock by the other name': ['keyboard-lock', `clientInformation.keyboard.lock().catch(() => {})`],
  'settings address': ['external-link', `location.href = 'ms-settings:x'`],
  'beforeunload listener': ['beforeunload', `addEventListener('beforeunload', () => {})`],
  'beforeunload property': ['beforeunload', `onbeforeunload = () => {}`],
  'beforeunload of body': ['beforeunload', `document.body.onbeforeunload = () => {}`],
  'canvas text': [
    'canvas-text',
    `document.createElement('canvas').getContext('2d').fillText('call us now', 1, 1);
     await new Promise((done) => setTimeout(done, 300))`,
  ],
  'canvas text in outline': [
    'canvas-text',
    `document.createElement('canvas').getContext('2d').strokeText('call us now', 1, 1);
     await new Promise((done) => setTimeout(done, 300))`,
  ],
  'native of a frame that loads': [
    'alert',
    `const f = document.createElement('iframe'); f.src = '/q'; document.body.append(f); f.contentWindow.alert('call us')`,
  ],
};

describe('acts', () => {
  test.each(Object.entries(ACTS))('%s', async (_name, [act, code]) => {
    await run(code);
    expect(await acts()).toContain(act);
  });

  test('the text of a dialog travels', async () => {
    await run(`alert({ toString: () => 'call 555-0147' })`);
    expect((await claimsOf(pages.hooked))[0]).toMatchObject({
      act: 'alert',
      detail: 'call 555-0147',
      count: 1,
    });
  });

  test('words that come late in a dialog travel too: as much as a browser shows', async () => {
    await run(`alert('\u200b'.repeat(9_000) + 'call 555-0147' + ' '.repeat(9_000))`);
    const [{ detail } = { detail: '' }] = await claimsOf(pages.hooked);
    expect(detail).toContain('call 555-0147');
    expect(detail).toHaveLength(10_240);
  });

  test('what honest pages do all the time is not told', async () => {
    await run(`for (let i = 0; i < 10; i++) { history.pushState(i, '', '?' + i); addEventListener('x' + i, () => {}); }
      for (const href of ['page.html', '/a:b', '?c:d', '#e:f', '']) { const link = document.createElement('a');
        link.href = href; link.onclick = (click) => click.preventDefault(); link.click(); }
      document.execCommand('bold'); document.createElement('canvas').getContext('2d').fillText('12', 1, 1);
      const a = document.createElement('a'); a.href = '#there'; document.body.append(a); a.click();
      const offline = new OfflineAudioContext(1, 99, 44100); const tone = new OscillatorNode(offline);
      tone.connect(offline.destination); tone.start(0); await offline.startRendering();
      await new Promise((done) => setTimeout(done, 200))`);
    await pages.hooked.keyboard.press('Escape');
    expect(await acts()).toEqual([]);
  });

  test('a flood is counted and few claims are sent', async () => {
    await run(`for (let i = 0; i < 20000; i++) navigator.vibrate(0); await new Promise((done) => setTimeout(done, 300));
      navigator.vibrate(0)`);
    const claims = await claimsOf(pages.hooked);
    expect(claims.length).toBeLessThan(40);
    expect(claims.at(-1)?.count).toBe(20_001);
  });
});

describe('a page that works against it', () => {
  test('overwritten built-ins change nothing', async () => {
    const told = await run(`const boom = () => { throw new Error('gone'); };
      const owners = [window, JSON, Reflect, Array.prototype, String.prototype, EventTarget.prototype, Object.prototype];
      const saved = owners.map((owner) => [owner, Object.getOwnPropertyDescriptors(owner)]);
      const { defineProperty } = Object, { ownKeys } = Reflect;
      Event = CustomEvent = Promise = Proxy = WeakMap = boom; JSON.stringify = Reflect.apply = boom;
      Array.prototype[Symbol.iterator] = Array.prototype.push = String.prototype.slice = boom;
      EventTarget.prototype.dispatchEvent = boom; Object.prototype.toJSON = Object.prototype.apply = boom;
      let threw = null;
      try { alert('call us'); } catch (error) { threw = String(error); }
      for (let i = 0; i < saved.length; i++) {
        const owner = saved[i][0], all = saved[i][1], keys = ownKeys(owner);
        for (let k = 0; k < keys.length; k++)
          if (!(keys[k] in all) || !all[keys[k]]) delete owner[keys[k]];
          else if (all[keys[k]].configurable) defineProperty(owner, keys[k], all[keys[k]]);
      }
      return [threw, window[Symbol.for('line')].claims.length]`);
    expect(told).toEqual([null, 1]);
  });

  test('a second hello is not listened to', async () => {
    await run(`const mine = document.createElement('i'); window.stolen = 0;
      mine.addEventListener('sf-claim', () => window.stolen++);
      dispatchEvent(new FocusEvent('sf-hello', { relatedTarget: mine }));
      mine.dispatchEvent(new Event('stand-down')); alert('x')`);
    expect(await pages.hooked.evaluate('window.stolen')).toBe(0);
    expect(await acts()).toEqual(['alert']);
  });

  test('setters in the place of list entries get to see nothing of ours, and undo nothing', async () => {
    const caught = await run(`window.caught = []; const { defineProperty } = Object; let n = 0;
      for (let index = 0; index < 200; index++) defineProperty(Array.prototype, index, { configurable: true, get: () => undefined,
        set(value) { const at = n++; defineProperty(caught, at, { value, writable: true, configurable: true });
          caught.length = n; if (typeof value === 'function') value(); } });
      try {
        navigator.vibrate(0); history.length; speechSynthesis.cancel(); navigator.clipboard; new Audio().play().catch(() => {});
        document.createElement('canvas').getContext('2d'); onbeforeunload = () => {}; onbeforeunload = null;
      } finally { for (let index = 0; index < 200; index++) delete Array.prototype[index]; }
      navigator.vibrate(0); history.pushState(0, '');
      return caught.length`);
    expect(caught).toBe(0);
    const vibrations = (await claimsOf(pages.hooked)).filter(({ act }) => act === 'vibrate');
    expect(vibrations.length).toBe(2);
    await give(pages.hooked, 'defuse');
    expect(await run(`return navigator.vibrate(9)`), 'still watched').toBe(false);
  });

  test('what an order runs finds neither the channel nor a function of ours', async () => {
    await run(`window.found = []; const look = function look() {
        let up = null; try { up = look.caller; } catch {}
        const before = Error.prepareStackTrace;
        Error.prepareStackTrace = (_error, sites) => sites.map((site) => [site.getThis(), site.getFunction()]);
        for (const [self, by] of new Error().stack.slice(1)) found.push(by, self === window ? null : self);
        Error.prepareStackTrace = before;
        found.push(up, window.event?.target);
      };
      const setNatively = Object.getOwnPropertyDescriptor(window, 'onbeforeunload').set;
      Object.defineProperty(window, 'onbeforeunload', { set: look });
      Object.defineProperty(document, 'fullscreenElement', { get: look });
      Object.defineProperty(document, 'pointerLockElement', { get: look });
      document.querySelectorAll = look;`);
    await give(pages.hooked, 'defuse');
    expect(await pages.hooked.evaluate('found.length')).toBeGreaterThan(8);
    expect(
      await pages.hooked.evaluate(`found.filter(Boolean).map((one) => Object.prototype.toString.call(one))`),
    ).toEqual([]);
    expect(await run(`return navigator.vibrate(9)`), 'still disarmed').toBe(false);
  });

  test('what a watch leaves out is not taken from where the page has put its own', async () => {
    const asked = await run(`const asked = [], names = ['act', 'detail', 'when', 'instead'];
      for (const name of names)
        Object.defineProperty(Object.prototype, name, { configurable: true, get: () => void asked.push(name) });
      navigator.vibrate(0); history.pushState(0, ''); navigator.clipboard.write([]).catch(() => {});
      for (const name of names) delete Object.prototype[name];
      return asked`);
    expect(asked).toEqual([]);
    expect(await acts()).toEqual(['vibrate', 'clipboard']);
  });

  test('a Proxy of its own is handed nothing of ours', async () => {
    const handed =
      await run(`const handed = []; Proxy = function (target, handler) { handed.push(handler); return target; };
      navigator.vibrate(0); history.pushState(0, '');
      const f = document.createElement('iframe'); f.src = '/q'; document.body.append(f); f.contentWindow.alert('call us');
      return handed.length`);
    expect(handed).toBe(0);
    expect(await acts()).toEqual(['vibrate', 'alert']);
  });

  test('a navigator of its own does not hide that it locks the keys', async () => {
    await run(`const real = navigator;
      Object.defineProperty(window, 'navigator', { get: () => { throw new Error('mine'); } });
      await real.keyboard.lock().catch(() => {})`);
    expect(await acts()).toEqual(['keyboard-lock']);
  });

  test('what an event is for is asked of the browser', async () => {
    await run(`Object.defineProperty(Event.prototype, 'target', { get: () => document });
      const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x'; document.body.append(a); a.click()`);
    expect(await acts()).toEqual(['download']);
  });

  test('a document that it writes anew is watched like the first one', async () => {
    await run(`document.open(); document.write('<p>hello'); document.close();
      const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x'; document.body.append(a); a.click()`);
    expect(await acts()).toEqual(['download']);
  });

  test('words painted before the page cleared all timers are told with the next ones', async () => {
    await run(`const c = document.createElement('canvas').getContext('2d'); c.fillText('call us now', 1, 1);
      for (let id = 0; id < 1e4; id++) clearTimeout(id);
      await new Promise((done) => setTimeout(done, 400)); c.fillText('or lose it all', 1, 1);`);
    expect((await claimsOf(pages.hooked))[0]?.detail).toBe('call us now\nor lose it all\n');
  });
});

describe('orders', () => {
  test('defuse: lock calls have no effect', async () => {
    let dialogs = 0;
    pages.hooked.on('dialog', () => dialogs++);
    await run(
      `window.audio = new Audio(); window.paused = 0; audio.pause = () => {}; audio.play().catch(() => {})`,
    );
    await give(pages.hooked, 'defuse');
    const gave = await run(`const length = history.length; history.pushState(0, '');
      return [alert('x'), confirm('x'), prompt('x'), print(), open('/q'), navigator.vibrate(9),
        document.execCommand('copy'), document.body.webkitRequestFullscreen(), history.length - length,
        await Promise.race([document.body.requestFullscreen(), new Promise((done) => setTimeout(done, 50, 'waits'))])]`);
    expect(gave).toEqual([undefined, false, null, undefined, null, false, false, undefined, 0, 'waits']);
    expect(dialogs).toBe(0);
  });

  test('defuse: "Leave this page?" is swallowed, whoever registered first', async () => {
    await run(
      `window.asked = 0; addEventListener('beforeunload', () => window.asked++); onbeforeunload = () => window.asked++`,
    );
    await run(`dispatchEvent(new Event('beforeunload', { cancelable: true }))`);
    expect(await pages.hooked.evaluate('window.asked')).toBe(2);
    await give(pages.hooked, 'defuse');
    await run(`dispatchEvent(new Event('beforeunload', { cancelable: true }))`);
    expect(await pages.hooked.evaluate('window.asked')).toBe(2);
  });

  test('defuse: "Leave this page?" is swallowed in a document that was written anew', async () => {
    await run(`window.asked = 0; const ask = () => void window.asked++; addEventListener('beforeunload', ask);
      document.open(); document.write('<p>hello'); document.close(); addEventListener('beforeunload', ask)`);
    await give(pages.hooked, 'defuse');
    await run(`dispatchEvent(new Event('beforeunload', { cancelable: true }))`);
    expect(await pages.hooked.evaluate('window.asked')).toBe(0);
  });

  test('defuse: players are silent, whatever else was asked to play', async () => {
    const playing = await run(`window.junk = {}; HTMLMediaElement.prototype.play.call(junk).catch(() => {});
      window.a = new Audio(); a.play().catch(() => {}); return !a.paused`);
    expect(playing).toBe(true);
    await give(pages.hooked, 'defuse');
    expect(await pages.hooked.evaluate('a.paused')).toBe(true);
  });

  test('defuse: full screen ends, also where the page has its document say that there is none', async () => {
    await pages.fresh(); // full screen is for the window in front
    await pages.hooked.mouse.click(5, 5);
    await run(`await document.documentElement.requestFullscreen();
      Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true })`);
    await give(pages.hooked, 'defuse');
    await run(`delete document.fullscreenElement;
      for (let n = 0; n < 60 && document.fullscreenElement; n++) await new Promise((done) => setTimeout(done, 50))`);
    expect(await pages.hooked.evaluate('document.fullscreenElement')).toBe(null);
  });

  test('defuse: sound contexts stop and do not start again', async () => {
    await pages.hooked.mouse.click(5, 5);
    await run(`window.c = new AudioContext(); const o = new OscillatorNode(c); o.connect(c.destination); o.start();
      await new Promise((done) => setTimeout(done, 100))`);
    expect(await pages.hooked.evaluate('c.state')).toBe('running');
    await give(pages.hooked, 'defuse');
    await run(`void c.resume(); await new Promise((done) => setTimeout(done, 200))`);
    expect(await pages.hooked.evaluate('c.state')).toBe('suspended');
  });

  test('stand-down: every original is back and nothing is told', async () => {
    await give(pages.hooked, 'stand-down');
    const same = await run(`const f = document.createElement('iframe'); document.body.append(f);
      alert('x'); return typeof f.contentWindow.alert`);
    expect(same).toBe('function');
    expect(await acts()).toEqual([]);
    expect(await run('return String(open)')).toBe('function open() { [native code] }');
  });
});

test('the bundle stays small', async () => {
  expect(Buffer.byteLength(await bundleHook())).toBeLessThan(11_000);
});
