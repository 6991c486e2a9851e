import type { BrowserRig, OpenPage } from '../rig/browser-rig';
import type { ChromiumRaw } from '../rig/chromium-raw';
import type { Firefox } from '../rig/firefox';
import { axeFindings } from './axe';
import { comesTrue } from './browsing';

/** Two frames, for the theme's colours to begin to change (src/ui/shared/adapt.css), then until nothing changes any more; 2 s at most. */
const SETTLED = `Promise.race([
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    .then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished))),
  new Promise((done) => setTimeout(done, 2_000)),
]).then(() => true)`;

type Theme = 'light' | 'dark';

/** Firefox's own numbers for what it tells pages about the theme. */
const FIREFOX_THEMES = { dark: 0, light: 1 };

async function setTheme(rig: BrowserRig, page: OpenPage, theme: Theme): Promise<void> {
  if (rig.kind === 'firefox') {
    const set = `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${FIREFOX_THEMES[theme]})`;
    await (rig as Firefox).chrome(set);
  } else {
    const chromium = rig as ChromiumRaw;
    const features = [{ name: 'prefers-color-scheme', value: theme }];
    await chromium.pipe.send('Emulation.setEmulatedMedia', { features }, await chromium.attach(page));
  }
  // Firefox tells its pages a moment later.
  const shown = `matchMedia('(prefers-color-scheme: ${theme})').matches`;
  if (!(await comesTrue(5_000, () => rig.inPage<boolean>(page, shown))))
    throw new Error(`The page is not ${theme}.`);
  await rig.inPage(page, SETTLED);
}

/** Opens what is folded, for axe to see it, and folds it again. */
const UNFOLD = `document.querySelectorAll('details:not([open])').forEach((fold) => {
  fold.open = true; fold.dataset.unfolded = ''; }), 1`;
const FOLD = `document.querySelectorAll('[data-unfolded]').forEach((fold) => {
  fold.open = false; delete fold.dataset.unfolded; }), 1`;

/** What is to be mended on a page, also in its folds, in both themes; empty is what every screen must give. */
export async function findingsInBothThemes(rig: BrowserRig, page: OpenPage): Promise<string[]> {
  const found: string[] = [];
  await rig.inPage(page, UNFOLD);
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(rig, page, theme);
    const lines = await axeFindings((expression) => rig.inPage(page, expression));
    found.push(...lines.map((line) => `${theme}: ${line}`));
  }
  await rig.inPage(page, FOLD);
  return found;
}
