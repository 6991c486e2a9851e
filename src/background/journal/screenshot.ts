/** The picture of a scam page, taken before it goes. */
import { within } from '../../async/within';
import { browser } from '../../browser/api';

/** A picture may never come (docs/browser-facts.md): closing waits no longer for it. */
export const SCREENSHOT_LIMIT_MS = 150;
/**
 * Nothing waits for a picture from behind the warning. On a machine with three to six busy programs 150 ms were too
 * short for most (9 of 28 scams pictured; 14 of 14 with this), and the journal is what the police are shown.
 */
const BEHIND_SCREENSHOT_LIMIT_MS = 1_000;
/** Where the page traps the person, every moment counts. Measured: 9 to 32 ms where it works at all. */
const TRAP_SCREENSHOT_LIMIT_MS = 60;
/** A browser that cannot tell about a tab in this time takes no picture of it either. */
const ASK_LIMIT_MS = 60;

const PICTURE = { format: 'jpeg', quality: 60 } as const;
/** Known to Firefox alone: in CSS pixels, of which a dense screen shows each as four of its own. */
const SMALL_PICTURE = { ...PICTURE, scale: 1 } as const;

/** Firefox alone takes pictures of tabs that stand behind another. */
export const picturesFromBehind = (): boolean => typeof browser.tabs.captureTab === 'function';

/** A picture that is being taken. Neither promise rejects. */
export interface Screenshot {
  /**
   * The browser has been asked, where that has to come first: what comes in front of the page from now on is not in the
   * picture (docs/browser-facts.md).
   */
  asked: Promise<unknown>;
  /** A JPEG data URL; null where there is none in time. */
  image: Promise<string | null>;
}

/** No picture is taken. */
export const NO_SCREENSHOT: Screenshot = { asked: Promise.resolve(), image: Promise.resolve(null) };

/**
 * How long the picture of a scam page may take.
 * @param closesAtOnce it is closed at once, and that waits for the picture. @returns ms.
 */
export const screenshotLimit = (closesAtOnce: boolean): number =>
  closesAtOnce ? TRAP_SCREENSHOT_LIMIT_MS : BEHIND_SCREENSHOT_LIMIT_MS;

/**
 * Takes a picture of the tab, if it is the visible one of its window when this is called.
 * @param limitMs longest wait for the picture
 */
export function takeScreenshot(tabId: number, limitMs: number): Screenshot {
  const behind = picturesFromBehind();
  let late = false;
  // Asked right before: where only the tab in front is pictured, that may be the person's bank by now, or our warning.
  const looking = browser.tabs.get(tabId).then((tab) => {
    if (!tab.active || late) return { image: null };
    const image = behind
      ? browser.tabs.captureTab(tabId, SMALL_PICTURE)
      : browser.tabs.captureVisibleTab(tab.windowId, PICTURE);
    return { image }; // in an object: a promise would be waited for
  });
  const image = looking.then((looked) => looked.image);
  const asked = behind ? Promise.resolve() : within(looking, ASK_LIMIT_MS, null).then(() => (late = true));
  return {
    asked,
    image: within(image, limitMs, null),
  };
}
