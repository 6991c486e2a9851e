import { describe, expect, test } from 'vitest';
import { give } from './hook-page';
import { useHookPages } from './use-hook-pages';

const pages = useHookPages();
const { acts, run } = pages;

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

  test('defuse: neither a video nor a window gets above all else', async () => {
    const call = `const waits = (p) => Promise.race([p.then((got) => void got.close?.(), () => {}).then(() => false),
        new Promise((done) => setTimeout(done, 200, true))]);
      return [await waits(document.createElement('video').requestPictureInPicture()),
        await waits(documentPictureInPicture.requestWindow())]`;
    expect(await run(call), 'the browser answers').toEqual([false, false]);
    await give(pages.hooked, 'defuse');
    expect(await run(call)).toEqual([true, true]);
  });

  test('stand-down after a defuse: the page is as it was', async () => {
    await pages.hooked.mouse.click(5, 5);
    await run(`window.asks = () => {}; onbeforeunload = asks;
      window.c = new AudioContext(); const o = new OscillatorNode(c); o.connect(c.destination); o.start();
      window.still = new AudioContext(); new OscillatorNode(still).start(); await still.suspend();
      await new Promise((done) => setTimeout(done, 100))`);
    const now = () => pages.hooked.evaluate('[c.state, still.state, onbeforeunload === asks]');
    expect(await now()).toEqual(['running', 'suspended', true]);
    await give(pages.hooked, 'defuse');
    await run('await new Promise((done) => setTimeout(done, 200))');
    expect(await now()).toEqual(['suspended', 'suspended', false]);
    await give(pages.hooked, 'stand-down');
    await run('await new Promise((done) => setTimeout(done, 200))');
    expect(await now()).toEqual(['running', 'suspended', true]);
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
