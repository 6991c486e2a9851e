import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import type { Firefox } from '../rig/firefox';

/** Keys a person needs to walk through a page, as the two remote controls name them. */
const KEYS = {
  Tab: { code: 'Tab', number: 9, text: '', webDriver: '\uE004' },
  Enter: { code: 'Enter', number: 13, text: '\r', webDriver: '\uE007' },
  Space: { code: 'Space', number: 32, text: ' ', webDriver: ' ' },
  Escape: { code: 'Escape', number: 27, text: '', webDriver: '\uE00C' },
} as const;
export type Key = keyof typeof KEYS;
type Move = 'keyDown' | 'keyUp';

async function inChromium(rig: ChromiumRaw, page: OpenPage, move: Move, key: Key): Promise<void> {
  const { code, number, text } = KEYS[key];
  const session = await rig.attach(page);
  const named = key === 'Space' ? ' ' : key;
  const event = { type: move, key: named, code, windowsVirtualKeyCode: number, nativeVirtualKeyCode: number };
  await rig.pipe.send(
    'Input.dispatchKeyEvent',
    { ...event, ...(move === 'keyDown' && text !== '' && { text }) },
    session,
  );
}

function inFirefox(rig: Firefox, page: OpenPage, moves: readonly Move[], key: Key): Promise<void> {
  const actions = moves.map((type) => ({ type, value: KEYS[key].webDriver }));
  const keyboard = { type: 'key', id: 'keyboard', actions };
  return rig.visit(page, () => rig.marionette.send('WebDriver:PerformActions', { actions: [keyboard] }));
}

/** Presses one key in a page and lets it go again after `holdMs`. */
export async function pressKey(rig: BrowserRig, page: OpenPage, key: Key, holdMs = 0): Promise<void> {
  const press = (moves: readonly Move[]): Promise<void> =>
    rig.kind === 'firefox'
      ? inFirefox(rig as Firefox, page, moves, key)
      : moves.reduce(
          (before, move) => before.then(() => inChromium(rig as ChromiumRaw, page, move, key)),
          Promise.resolve(),
        );
  if (holdMs === 0) return press(['keyDown', 'keyUp']);
  await press(['keyDown']);
  await new Promise((done) => setTimeout(done, holdMs));
  await press(['keyUp']);
}

/** Presses Tab until the element has the focus. @returns false when `most` presses did not meet it. */
export async function tabTo(rig: BrowserRig, page: OpenPage, selector: string, most = 60): Promise<boolean> {
  const there = `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`;
  for (let presses = 0; presses <= most; presses += 1) {
    if (await rig.inPage<boolean>(page, there)) return true;
    await pressKey(rig, page, 'Tab');
  }
  return false;
}
