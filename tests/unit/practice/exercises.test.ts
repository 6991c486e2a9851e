// @vitest-environment jsdom
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ shortcut: '' }));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    commands: {
      getAll: () => Promise.resolve([{ name: 'close-scam-tab', shortcut: world.shortcut }]),
      onCommand: { addListener: () => undefined, removeListener: () => undefined },
    },
    windows: { onRemoved: { addListener: () => undefined, removeListener: () => undefined } },
  },
}));

import { HOLD_MS } from '../../../src/ui/practice/esc-hold';
import { escExercise } from '../../../src/ui/practice/exercise-esc';
import { keysExercise } from '../../../src/ui/practice/exercise-keys';
import { windowExercise } from '../../../src/ui/practice/exercise-window';
import { windowScreen } from '../../../src/ui/practice/window-screen';
import { enterFullScreen } from '../../../src/ui/practice/full-screen';
import { loadTexts } from '../../../src/ui/shared/i18n';

const settled = () => new Promise((done) => setTimeout(done));
const focused = () => document.activeElement;
const hinted = () => document.getElementById('hint')?.textContent;

/** The practice's page with one exercise in it. */
function start(exercise: typeof escExercise) {
  const root = document.createElement('div');
  const title = document.createElement('h1');
  document.body.replaceChildren(title, root);
  const succeed = vi.fn();
  return { title, succeed, end: exercise({ root, leave: () => undefined, succeed }) };
}

beforeAll(() => loadTexts('en', ['common', 'errors', 'practice']));

describe('our keys', () => {
  it('are spoken with what to press', async () => {
    world.shortcut = 'Alt+Shift+Q';
    start(keysExercise);
    await settled();
    expect(focused()?.id).toBe('leave');
    const described = document.getElementById(focused()?.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('Alt + Shift ⇧ + Q');
  });

  it('leave the keyboard at the title where none are set', async () => {
    world.shortcut = '';
    const { title } = start(keysExercise);
    await settled();
    expect(document.body.textContent).toContain('No keys are set');
    expect(focused()).toBe(title);
  });
});

it('the window that fills the screen: its button is spoken with what comes; the keys only the window names', () => {
  start(windowExercise);
  expect(focused()?.id).toBe('open-window');
  const described = document.getElementById(focused()?.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toContain('A window will fill your screen.');
  expect(document.body.textContent, 'pressed now they close this window').not.toContain('F4');
  document.body.replaceChildren(...windowScreen());
  expect(document.body.textContent).toContain('Press Alt + F4 to close this window.');
});

describe('the long Esc', () => {
  let now = 0;
  let full: Element | null = null;
  const options: unknown[] = [];
  const changed = (part: Element | null): void => {
    full = part;
    document.dispatchEvent(new Event('fullscreenchange'));
  };
  const key = (type: 'keydown' | 'keyup', at: number): void => {
    now = at;
    document.dispatchEvent(new KeyboardEvent(type, { key: 'Escape' }));
  };

  beforeAll(() => {
    Object.defineProperty(document, 'fullscreenElement', { get: () => full });
    Element.prototype.requestFullscreen = function (this: Element, wanted) {
      options.push(wanted);
      changed(this);
      return Promise.resolve();
    };
    document.exitFullscreen = () => Promise.resolve(changed(null));
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  beforeEach(() => {
    full = null;
    options.length = 0;
  });

  it('is asked to be needed, as on a real trap', async () => {
    await enterFullScreen(document.body);
    expect(options).toEqual([{ keyboardLock: 'browser' }]);
  });

  it('is not done where a short press has left full screen: it is told so, and can be held then', async () => {
    const { succeed, end } = start(escExercise);
    await settled();
    changed(null); // such a browser keeps the key to itself
    expect(succeed).not.toHaveBeenCalled();
    expect(hinted()).toBe('A little longer. Count to three.');
    key('keydown', 1_000);
    expect(hinted()).toBe('Good. Keep holding…');
    key('keyup', 1_000 + HOLD_MS - 1);
    expect([succeed.mock.calls.length, hinted()]).toEqual([0, 'A little longer. Count to three.']);
    key('keydown', 9_000);
    key('keydown', 9_000 + HOLD_MS);
    expect(succeed).toHaveBeenCalled();
    end();
  });

  it('is done where the browser lets the person out while the key is held', async () => {
    const { succeed, end } = start(escExercise);
    await settled();
    key('keydown', 1_000);
    changed(null);
    expect(succeed).toHaveBeenCalledTimes(1);
    end();
  });

  it('is not done by leaving full screen otherwise after a short press', async () => {
    const { succeed, end } = start(escExercise);
    await settled();
    key('keydown', 1_000);
    key('keyup', 1_100);
    changed(null);
    expect(succeed).not.toHaveBeenCalled();
    end();
  });
});
