/** Chromium's Keyboard Lock: with it a short Esc stays in the page and only the long one leaves, as on a real trap. */
interface KeyboardLock {
  lock?: (keys: string[]) => Promise<void>;
  unlock?: () => void;
}

function keyboard(): KeyboardLock | undefined {
  return (navigator as Navigator & { keyboard?: KeyboardLock }).keyboard; // not in TypeScript's DOM types, not in Firefox
}

/** The same in Firefox: 153 reads this option, Chromium 156 does not (docs/browser-facts.md). Not in TypeScript's DOM types yet. */
const HOLD_ESC = { keyboardLock: 'browser' } as FullscreenOptions;

/** Puts a part of the page into full screen, Esc held back where the browser can. False where it is refused. */
export async function enterFullScreen(part: HTMLElement): Promise<boolean> {
  try {
    await part.requestFullscreen(HOLD_ESC);
    await keyboard()
      ?.lock?.(['Escape'])
      .catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}

/** Leaves full screen if the page is in it. */
export async function leaveFullScreen(): Promise<void> {
  keyboard()?.unlock?.();
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined);
}
