import { bare } from '../page';
import type { Technique } from '../technique';

const GO = 'document.documentElement.requestFullscreen().catch(() => {});';

/** Full screen, keyboard, pointer, cursor and keys. */
export const SCREEN: Technique[] = [
  { id: 'fullscreen-click', does: 'full screen at the first click', at: 'click', script: GO },
  {
    id: 'fullscreen-every-click',
    does: 'full screen at every click',
    at: 'click',
    script: `${GO} addEventListener('click', () => { ${GO} });`,
    clicks: 2,
  },
  {
    id: 'fullscreen-key',
    does: 'full screen at any key',
    at: 'click',
    script: `addEventListener('keydown', () => { ${GO} });`,
    keys: 'a',
  },
  {
    id: 'fullscreen-again',
    does: 'full screen entered again whenever it is left',
    at: 'click',
    script: `${GO} addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) { ${GO} } });`,
  },
  {
    id: 'fullscreen-webkit',
    does: 'full screen by its older names',
    at: 'click',
    script: `const d = document.documentElement; (d.webkitRequestFullscreen ?? d.mozRequestFullScreen).call(d);`,
  },
  {
    id: 'fullscreen-keyboard-option',
    does: 'full screen with the keyboardLock option',
    at: 'click',
    script: `document.documentElement.requestFullscreen({ keyboardLock: 'browser' }).catch(() => {});`,
  },
  {
    id: 'fullscreen-frame',
    does: 'full screen from a frame that may',
    at: 'click',
    markup: `<iframe allow="fullscreen" src="/frame" style="position:fixed;inset:0;width:100%;height:100%;border:0"></iframe>`,
    script: '',
    files: {
      '/frame': {
        body: bare(`document.body.style.height = '90vh';
          addEventListener('click', () => { parent.postMessage('go', '*'); ${GO} });`),
      },
    },
  },
  {
    id: 'keyboard-lock',
    does: 'full screen and every key locked',
    at: 'click',
    script: `${GO} navigator.keyboard.lock().catch(() => {});`,
    only: 'chromium',
    traps: true,
  },
  {
    id: 'pointer-lock',
    does: 'the mouse pointer locked, again and again',
    at: 'click',
    script: `const lock = () => document.body.requestPointerLock(); lock();
      addEventListener('mousemove', lock); document.addEventListener('pointerlockchange', () => setTimeout(lock, 50));`,
  },
  {
    id: 'cursor-none',
    does: 'no cursor',
    at: 'load',
    script: `document.documentElement.style.cursor = 'none';`,
  },
  {
    id: 'cursor-giant',
    does: 'a giant cursor',
    at: 'load',
    script: `const c = document.createElement('canvas'); c.width = c.height = 128;
      c.getContext('2d').fillRect(0, 0, 128, 128);
      document.documentElement.style.cursor = 'url(' + c.toDataURL() + ') 0 0, auto';`,
  },
  {
    id: 'cursor-fake',
    does: 'a drawn cursor beside the real one',
    at: 'load',
    script: `document.documentElement.style.cursor = 'none';
      const m = document.createElement('b'); m.textContent = '➤'; m.style.cssText = 'position:fixed;z-index:9';
      document.body.append(m);
      addEventListener('mousemove', (e) => { m.style.left = e.x + 120 + 'px'; m.style.top = e.y + 80 + 'px'; });`,
  },
  {
    id: 'block-keys',
    does: 'Esc, F11, Ctrl and Alt blocked',
    at: 'click',
    script: `addEventListener('keydown', (e) => { e.preventDefault(); e.stopPropagation(); }, true);`,
    keys: 'Escape',
  },
  {
    id: 'block-menu',
    does: 'context menu and selection blocked',
    at: 'load',
    script: `for (const name of ['contextmenu', 'selectstart', 'mousedown', 'dragstart'])
      addEventListener(name, (e) => { e.preventDefault(); return false; }, true);`,
  },
];
