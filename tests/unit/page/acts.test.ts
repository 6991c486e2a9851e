import { describe, expect, test } from 'vitest';
import { bundleHook, claimsOf } from './hook-page';
import { useHookPages } from './use-hook-pages';

const pages = useHookPages();
const { acts, run } = pages;

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
  'print command': ['print', `document.execCommand('print')`],
  'shadow root': ['root', `document.createElement('div').attachShadow({ mode: 'closed' })`],
  'open window': ['open-window', `open('about:blank')?.close()`],
  'download in page': [
    'download',
    `const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x'; document.body.append(a); a.click()`,
  ],
  'download outside the page': [
    'download',
    `const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x'; a.click()`,
  ],
  'download by what stands in its link': [
    'download',
    `document.body.innerHTML = '<a href="data:,x" download><b>x</b></a>'; document.querySelector('b').click()`,
  ],
  'download by a picture': [
    'download',
    `const a = document.createElement('area'); a.href = 'data:,x'; a.download = 'x'; document.body.append(a); a.click()`,
  ],
  'download in a shadow root': [
    'download',
    `const p = document.body.appendChild(document.createElement('p')), a = document.createElement('a');
     a.href = 'data:,x'; a.download = 'x'; p.attachShadow({ mode: 'closed' }).append(a); a.click()`,
  ],
  'link of a drawing': [
    'external-link',
    `document.body.innerHTML = '<svg><a href="tel:555-0147"><text>x</text></a></svg>';
     document.querySelector('text').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
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
  'history, with another class in the place of its own': [
    'history',
    `window.History = { prototype: {} }; for (let i = 0; i < 40; i++) history.pushState(i, '')`,
  ],
  'clipboard, with another class in the place of its own': [
    'clipboard',
    `window.Clipboard = { prototype: {} }; navigator.clipboard.writeText('x').catch(() => {})`,
  ],
  'speech, with another class in the place of its own': [
    'speech',
    `window.SpeechSynthesis = { prototype: {} }; speechSynthesis.speak(new SpeechSynthesisUtterance('call us'))`,
  ],
  'keyboard lock, with another class in the place of its own': [
    'keyboard-lock',
    `window.Keyboard = { prototype: {} }; navigator.keyboard.lock().catch(() => {})`,
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

test('the bundle stays small', async () => {
  expect(Buffer.byteLength(await bundleHook())).toBeLessThan(11_000);
});
