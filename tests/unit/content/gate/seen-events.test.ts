// @vitest-environment jsdom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForActs, lookForActs, type ActWatch } from '../../../../src/content/gate/seen-acts';
import { useOwnTime, useRealTime } from '../own-time';

const acts: string[] = [];
let gestures = 0;
let seen: ActWatch;
/** What listens on the window, by event, and what it was given to listen with. */
const listening = new Map<string, [(event: unknown) => void, unknown]>();
let fullscreen: Element | null = null;
Object.defineProperty(Document.prototype, 'fullscreenElement', { configurable: true, get: () => fullscreen });
afterAll(() => {
  Reflect.deleteProperty(Document.prototype, 'fullscreenElement');
  useRealTime();
});

beforeEach(() => {
  useOwnTime();
  acts.length = gestures = 0;
  fullscreen = null;
  seen = {
    claimedAt: {},
    disarmed: false,
    unloadSeen: false,
    onAct: (act, detail) => acts.push(`${act} ${detail}`.trim()),
    onGesture: () => (gestures += 1),
  };
  const listen = vi.spyOn(window, 'addEventListener').mockImplementation((type, listener, options) => {
    listening.set(type, [listener as (event: unknown) => void, options]);
  });
  listenForActs(seen);
  listen.mockRestore();
});

/** An event as the browser itself sends it, which no script can make; gives what it was told to do. */
async function real(type: string, more: object = {}): Promise<string> {
  const stopImmediatePropagation = vi.fn();
  listening.get(type)?.[0]({ type, isTrusted: true, stopImmediatePropagation, ...more });
  await vi.advanceTimersByTimeAsync(10);
  return stopImmediatePropagation.mock.calls.length > 0 ? 'stopped' : 'let through';
}
function player(name: 'audio' | 'video', { muted = false, volume = 1 } = {}): HTMLMediaElement {
  return Object.assign(document.createElement(name), { muted, volume });
}

it('all of it is heard before the page hears it, whatever the page stops', () => {
  expect([...listening.keys()].sort()).toEqual(['contextmenu', 'fullscreenchange', 'input', 'keydown', 'play', 'pointerdown']);
  for (const [, options] of listening.values()) expect(options).toBe(true);
}); // prettier-ignore

describe('a key or a menu that a page keeps from the person', () => {
  it.each(['Escape', 'F11', 'F12', 'Alt', 'Control', 'F4', 'Meta'])('is told: %s', async (key) => {
    expect(await real('keydown', { key, defaultPrevented: true })).toBe('let through');
    expect(acts).toEqual([`block-key ${key}`]);
  });

  it('is told only where it leads out and was prevented', async () => {
    await real('keydown', { key: 'a', defaultPrevented: true });
    await real('keydown', { key: 'Escape', defaultPrevented: false });
    await real('contextmenu', { defaultPrevented: false });
    expect(acts).toEqual([]);
    await real('contextmenu', { defaultPrevented: true });
    expect(acts).toEqual(['block-menu']);
  });

  it('is no new key where it is only held down, which it may have been to answer a dialog', async () => {
    await real('keydown', { key: 'Enter', repeat: true });
    expect(gestures).toBe(0);
    await real('keydown', { key: 'Enter', repeat: false });
    expect(gestures).toBe(1);
  });

  it('is none, and no click either, where a script made the event', async () => {
    for (const [type, key] of [['keydown', 'Escape'], ['contextmenu', ''], ['pointerdown', '']] as const)
      await real(type, { key, isTrusted: false, defaultPrevented: true });
    expect([acts, gestures]).toEqual([[], 0]);
  }); // prettier-ignore

  it('is not told any more once the page was judged: it does not get to see it', async () => {
    seen.disarmed = true;
    expect(await real('keydown', { key: 'Escape', defaultPrevented: true })).toBe('stopped');
    expect(await real('contextmenu', { defaultPrevented: true })).toBe('stopped');
    expect(await real('keydown', { key: 'a' }), 'what is typed goes on').toBe('let through');
    expect(await real('pointerdown')).toBe('let through');
    expect([acts, gestures]).toEqual([[], 3]);
  });
});

describe('sound that starts by itself', () => {
  it('is told where it can be heard', async () => {
    await real('play', { target: player('audio') });
    await real('play', { target: player('video', { volume: 0.1 }) });
    expect(acts).toEqual(['sound', 'sound']);
  });

  it('is none where it cannot, nor what is no player', async () => {
    await real('play', { target: player('video', { muted: true }) });
    await real('play', { target: player('audio', { volume: 0 }) });
    await real('play', { target: window });
    expect(acts).toEqual([]);
  });

  it('is not told twice where the hook has just told it, but is a second later', async () => {
    seen.claimedAt.sound = performance.now();
    await real('play', { target: player('audio') });
    expect(acts).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    await real('play', { target: player('audio') });
    expect(acts).toEqual(['sound']);
  });

  it('is told where the hook has just told something else', async () => {
    seen.claimedAt.fullscreen = performance.now();
    await real('play', { target: player('audio') });
    expect(acts).toEqual(['sound']);
  });
});

describe('full screen that is really there', () => {
  it('is told, not its end', async () => {
    fullscreen = document.body;
    await real('fullscreenchange');
    fullscreen = null;
    await real('fullscreenchange');
    expect(acts).toEqual(['fullscreen']);
  });

  it('is the same one for some time after the hook has told it', async () => {
    fullscreen = document.body;
    seen.claimedAt.fullscreen = performance.now();
    await vi.advanceTimersByTimeAsync(1_500);
    await real('fullscreenchange');
    expect(acts).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    await real('fullscreenchange');
    expect(acts).toEqual(['fullscreen']);
  });
});

it('a handler of "Leave this page?" in the markup is told once', () => {
  lookForActs(seen);
  expect(acts).toEqual([]);
  document.body.setAttribute('onbeforeunload', 'return 1');
  lookForActs(seen);
  lookForActs(seen);
  expect(acts).toEqual(['beforeunload']);
  document.body.removeAttribute('onbeforeunload');
});
