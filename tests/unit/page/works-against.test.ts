import { describe, expect, test } from 'vitest';
import { claimsOf, give } from './hook-page';
import { useHookPages } from './use-hook-pages';

const pages = useHookPages();
const { acts, run } = pages;

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
    const asked = await run(`const asked = [], names = ['act', 'detail', 'instead', 'through'];
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
