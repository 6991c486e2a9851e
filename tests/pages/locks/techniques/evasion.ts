import { bare } from '../page';
import { HELLO_EVENT } from '../../../../src/messages/page-bridge';
import type { Technique } from '../technique';
import { loop } from './dialogs';

/** Attempts to get round the product's hook. */
export const EVASION: Technique[] = [
  {
    id: 'natives-frame',
    does: 'alert taken from the empty document of a frame that has an address',
    at: 'load',
    script: `const f = document.createElement('iframe'); f.src = '/frame'; document.body.append(f);
      const native = f.contentWindow.alert; ${loop('native.call(f.contentWindow, words)')}`,
    files: { '/frame': { body: bare('') } },
    traps: true,
    loop: true,
  },
  {
    id: 'natives-frame-index',
    does: 'the same by window[0]',
    at: 'load',
    script: `const f = document.createElement('iframe'); f.src = '/frame'; document.body.append(f);
      const w = window[window.length - 1]; ${loop('w.alert(words)')}`,
    files: { '/frame': { body: bare('') } },
    traps: true,
    loop: true,
  },
  {
    id: 'natives-javascript',
    does: 'alert from a frame made by a javascript: address',
    at: 'load',
    script: `window.due = '/second'; const f = document.createElement('iframe');
      f.src = "javascript:'<script>for(let i=0;;i++){if(i===1)parent.navigator.sendBeacon(parent.due);alert(parent.document.title)}<\\\\/script>'";
      document.body.append(f);`,
    traps: true,
    loop: true,
  },
  {
    id: 'natives-popup',
    does: 'alert taken from a window just opened',
    at: 'click',
    script: `const w = open('/again', '_blank', 'width=300,height=200'); ${loop('w.alert(words)')}`,
    popups: true,
    traps: true,
    loop: true,
  },
  {
    id: 'hook-removal',
    does: 'deletes and redefines our wraps, then loops',
    at: 'load',
    script: `delete window.alert; delete Window.prototype.alert;
      try { Object.defineProperty(window, 'confirm', { value: Window.prototype.confirm ?? confirm }); } catch {}
      ${loop('(window.alert ?? window.confirm)(words)')}`,
    traps: true,
    loop: true,
  },
  {
    id: 'forged-events',
    does: 'forges the events of our own scripts, then loops',
    at: 'load',
    script: `const fake = document.createElement('i');
      dispatchEvent(new FocusEvent('${HELLO_EVENT}', { relatedTarget: fake }));
      fake.dispatchEvent(new Event('stand-down'));
      ${loop('alert(words)')}`,
    traps: true,
    loop: true,
  },
  {
    id: 'flooding-events',
    does: 'a flood of calls to drown the one that counts',
    at: 'load',
    script: `for (let i = 0; i < 1e5; i++) { try { navigator.vibrate?.(0); document.execCommand('copy'); } catch {} }
      ${loop('alert(words)')}`,
    traps: true,
    loop: true,
  },
  {
    id: 'overwritten-builtins',
    does: 'overwrites the built-ins a hook might use, then loops',
    at: 'parse',
    script: `const boom = () => { throw new Error('gone'); };
      Event = CustomEvent = MouseEvent = Promise = Proxy = WeakMap = boom;
      JSON.stringify = JSON.parse = Reflect.apply = boom;
      Array.prototype[Symbol.iterator] = Array.prototype.push = Array.prototype.map = boom;
      EventTarget.prototype.dispatchEvent = EventTarget.prototype.addEventListener = boom;
      Object.prototype.toJSON = boom; Object.prototype.apply = boom; String.prototype.slice = boom;
      ${loop('alert(words)')}`,
    traps: true,
    loop: true,
  },
];
