import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHookPages, type HookPages } from './hook-page';

let pages: HookPages;
beforeAll(async () => {
  pages = await openHookPages();
}, 60_000);
afterAll(() => pages?.close());

/** Everything the hook touches, as expressions of the object that owns it and the name of the property. */
const TOUCHED: readonly (readonly [string, string])[] = [
  // Wrapped until they are read for the first time.
  ...['navigator', 'clientInformation', 'history', 'speechSynthesis'].map(
    (name) => ['window', name] as const,
  ),
  ['Navigator.prototype', 'keyboard'],
  ['Navigator.prototype', 'clipboard'],
  ...['alert', 'confirm', 'prompt', 'print', 'open', 'onbeforeunload'].map(
    (name) => ['window', name] as const,
  ),
  ...['requestFullscreen', 'webkitRequestFullscreen', 'webkitRequestFullScreen', 'requestPointerLock'].map(
    (name) => ['Element.prototype', name] as const,
  ),
  ['Keyboard.prototype', 'lock'],
  ['History.prototype', 'pushState'],
  ['History.prototype', 'replaceState'],
  ['HTMLMediaElement.prototype', 'play'],
  ['AudioScheduledSourceNode.prototype', 'start'],
  ['AudioBufferSourceNode.prototype', 'start'],
  ['SpeechSynthesis.prototype', 'speak'],
  ['Notification', 'requestPermission'],
  ['Navigator.prototype', 'vibrate'],
  ['Clipboard.prototype', 'writeText'],
  ['Clipboard.prototype', 'write'],
  ['Document.prototype', 'execCommand'],
  ['HTMLElement.prototype', 'click'],
  ['EventTarget.prototype', 'addEventListener'],
  ['HTMLBodyElement.prototype', 'onbeforeunload'],
  ['CanvasRenderingContext2D.prototype', 'fillText'],
  ['Function.prototype', 'toString'],
  ['HTMLIFrameElement.prototype', 'contentWindow'],
  ['HTMLIFrameElement.prototype', 'contentDocument'],
  ['HTMLObjectElement.prototype', 'contentDocument'],
];

/** In the page: all one can learn of a property without calling it. */
const LOOK = (owner: string, name: string): string => `(() => {
  const owner = ${owner}, found = Object.getOwnPropertyDescriptor(owner, ${JSON.stringify(name)});
  const tell = (f) => typeof f !== 'function' ? String(f) : { text: f.toString(), again: Function.prototype.toString.call(f),
    joined: f + '', name: f.name, length: f.length, keys: Reflect.ownKeys(f).map(String), prototype: 'prototype' in f,
    own: Object.entries(Object.getOwnPropertyDescriptors(f)).map(([k, d]) => [k, d.value, d.writable, d.configurable]),
    parent: Object.getPrototypeOf(f) === Function.prototype, kind: Object.prototype.toString.call(f),
    made: (() => { try { return String(new f()); } catch (e) { return e.name + ': ' + e.message; } })() };
  return { ...found, value: tell(found.value), get: tell(found.get), set: tell(found.set),
    order: Object.keys(owner).indexOf(${JSON.stringify(name)}) >= 0 };
})()`;

describe('what a page can see of the hook', () => {
  test.each(TOUCHED)('%s.%s looks the same', async (owner, name) => {
    const look = LOOK(owner, name);
    expect(await pages.hooked.evaluate(look)).toEqual(await pages.plain.evaluate(look));
  });

  test('no name is added to the window', async () => {
    const names = `[Object.getOwnPropertyNames(window), Object.getOwnPropertyNames(document),
      Object.getOwnPropertyNames(Element.prototype), Object.getOwnPropertyNames(EventTarget.prototype)]`;
    expect(await pages.hooked.evaluate(names)).toEqual(await pages.plain.evaluate(names));
  });

  test('the comparison would see a plain function in the place of a native one', async () => {
    const fake = `window.print = function print() {}; ${LOOK('window', 'print')}`;
    const page = await pages.plain.context().newPage();
    await page.goto(pages.address);
    expect(await page.evaluate(fake)).not.toEqual(await pages.plain.evaluate(LOOK('window', 'print')));
    await page.close();
  });
});

/** Calls and what they give or throw, each run in both pages. */
const CALLS: readonly string[] = [
  `alert()`,
  `alert('x')`,
  `alert(Symbol('x'))`,
  `alert({ toString() { throw new RangeError('mine'); } })`,
  `(() => { let n = 0; confirm({ toString() { n++; return 'x'; } }); return n; })()`,
  // An object in the place of a text is asked for its text once, and what it throws is what the page gets.
  `(() => { let n = 0; prompt('x', { toString() { n++; return 'y'; } }); return n; })()`,
  `(() => { let n = 0; const c = document.createElement('canvas').getContext({ toString() { n++; return '2d'; } });
    c.fillText({ toString() { n++; return 'x'; } }, 1, 1); c.strokeText(['y'], 1, 1); return n; })()`,
  `(() => { let n = 0; addEventListener({ toString() { n++; return 'q'; } }, () => n += 10); dispatchEvent(new Event('q')); return n; })()`,
  `(() => { let n = 0; document.execCommand({ toString() { n++; return 'bold'; } }); return n; })()`,
  `(() => { let n = 0; const w = open({ toString() { n++; return 'about:blank'; } }); w && w.close(); return n; })()`,
  `document.execCommand({ toString() { throw new RangeError('mine'); } })`,
  `document.createElement('canvas').getContext('2d').fillText({ toString() { throw new RangeError('mine'); } }, 1, 1)`,
  `navigator.clipboard.writeText({ toString() { throw new RangeError('mine'); } }).then(String, (e) => e.name + e.message)`,
  `(async () => { let n = 0; await navigator.clipboard.writeText({ toString() { n++; throw 0; } }).catch(() => {}); return n; })()`,
  `addEventListener(Symbol('x'), () => {})`,
  `confirm('x')`,
  `prompt('x', 'y')`,
  // An argument that is not given is nowhere looked for.
  `(() => { let asked = 0; const canvas = document.createElement('canvas'), set = (on) => Object.getOwnPropertyDescriptor(on, 'onbeforeunload').set;
    const calls = [alert, prompt, addEventListener, () => open().close(), () => document.execCommand(), () => canvas.getContext(),
      () => speechSynthesis.speak(), () => document.body.requestFullscreen().catch(() => {}), () => set(window).call(window), () => addEventListener('beforeunload')];
    for (const at of [0, 1, 2]) Object.defineProperty(Array.prototype, at, { configurable: true, get: () => void asked++ });
    for (let index = 0; index < calls.length; index++) try { calls[index](); } catch {}
    for (const at of [0, 1, 2]) delete Array.prototype[at];
    return asked; })()`,
  `alert.call({}, 'x')`,
  `print.call(null)`,
  `new alert('x')`,
  `history.pushState(0, '', 'https://elsewhere.example/')`,
  `history.pushState()`,
  `History.prototype.pushState.call({}, 0, '')`,
  `history.pushState({ a: 1 }, '', '?q'); JSON.stringify(history.state) + location.search`,
  `document.body.requestFullscreen.call({})`,
  `Element.prototype.requestFullscreen.call(document.createElement('p')).then(String, (e) => e.name + e.message)`,
  `document.createElement('p').requestPointerLock().then(String, (e) => e.name + e.message)`,
  `HTMLMediaElement.prototype.play.call(1).then(String, (e) => e.name + e.message)`,
  `new Audio('data:,').play().then(String, (e) => e.name)`,
  `new OscillatorNode(new AudioContext()).start(-1)`,
  `AudioScheduledSourceNode.prototype.start.call({})`,
  `speechSynthesis.speak('text')`,
  `navigator.vibrate()`,
  `navigator.clipboard.writeText().then(String, (e) => e.name + e.message)`,
  `document.execCommand()`,
  `document.execCommand('copy')`,
  `document.execCommand.call({}, 'copy')`,
  `addEventListener('x')`,
  `navigator === clientInformation && navigator instanceof Navigator`,
  `history instanceof History && history === window.history`,
  `Object.getOwnPropertyDescriptor(window, 'navigator').get.call({})`,
  `Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard').get.call({})`,
  `EventTarget.prototype.addEventListener.call({}, 'x', () => {})`,
  `(() => { let n = 0; const f = () => n++; addEventListener('q', f); addEventListener('q', f); dispatchEvent(new Event('q')); return n; })()`,
  `(() => { const f = () => {}; onbeforeunload = f; const same = onbeforeunload === f; onbeforeunload = null; return same; })()`,
  `(() => { document.body.onbeforeunload = 5; return String(onbeforeunload); })()`,
  `HTMLElement.prototype.click.call({})`,
  `Element.prototype.attachShadow.call({}, { mode: 'open' })`,
  `document.createElement('input').attachShadow({ mode: 'open' })`,
  `(() => { let n = 0; const a = document.createElement('a'); a.href = '#h'; a.onclick = () => n++; document.body.append(a); a.click(); return n + location.hash; })()`,
  `document.createElement('canvas').getContext('2d').fillText('hello there')`,
  `document.createElement('canvas').getContext('2d').fillText('hello there', 1, 2)`,
  `(() => { const f = document.createElement('iframe'); return [f.contentWindow, f.contentDocument]; })()`,
  `(() => { const f = document.createElement('iframe'); f.src = '/q'; document.body.append(f); return f.contentWindow === window[window.length - 1] && f.contentDocument === f.contentWindow.document; })()`,
  `HTMLIFrameElement.prototype.__lookupGetter__('contentWindow').call({})`,
  `Function.prototype.toString.call({})`,
  `Function.prototype.toString.call(class A { b() {} })`,
  `(function f(a) { return a }).toString()`,
  `(() => { const own = (e) => e.stack.split('\\n').length > 0; try { null.x } catch (e) { return own(e) } })()`,
  `open.call({}, 'about:blank')`,
  `(() => { const w = open('about:blank'); const is = w && w.closed === false && w.opener === window; w && w.close(); return is; })()`,
  `Notification.requestPermission.length + typeof Notification.requestPermission`,
  `navigator.keyboard.lock.call({}).then(String, (e) => e.name + e.message)`,
  // What the page's own last match has left: old pages read it after such calls.
  `(() => { /(b)/.exec('abc'); document.execCommand('Copy'); return RegExp.$1; })()`,
  `(() => { /(b)/.exec('abc'); history.pushState(0, '', '#pushed'); return RegExp.$1; })()`,
  `(() => { /(b)/.exec('abc'); location.hash = 'set'; return RegExp.$1; })()`,
  `(() => { const a = document.createElement('a'); a.href = location.origin + '#clicked'; document.body.append(a);
    /(b)/.exec('abc'); a.click(); return RegExp.$1; })()`,
];

describe('what calls give', () => {
  test.each(CALLS)('%s', async (call) => {
    const told = `(async () => { try { return ['gave', String(await eval(${JSON.stringify(call)}))] }
      catch (e) { return ['threw', e.constructor.name, e.message] } })()`;
    expect(await pages.hooked.evaluate(told)).toEqual(await pages.plain.evaluate(told));
  });
});
