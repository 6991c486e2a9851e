import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings } from '../../tests/e2e/axe';
import { brokenWords } from './broken-words';
import type { Screen } from './screens';

export interface Look {
  language: string;
  theme: 'light' | 'dark';
  /** % of the normal text size. */
  textSize: number;
  /** px. */
  width: number;
}

export interface Shot {
  file: string;
  /** Lines to mend: axe-core's findings, words that stick out or are broken, missing texts. Empty is good. */
  trouble: string[];
}

interface Runtime {
  sendMessage: (message: { type?: string }) => Promise<unknown>;
}

const HEIGHT = 800;
const POPUP_WIDTH = 440; // 24 rem at the base size
const POPUP_WIDEST = 780; // what browsers give a popup
const LONGEST_MS = 15_000;
/** Our warning takes no press sooner (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 700;

/** Names a shot: "popup.fr.dark.200.360.png". */
export function fileName(screen: Screen, look: Look): string {
  return [screen.name, look.language, look.theme, look.textSize, look.width, 'png'].join('.');
}

/** What axe cannot know: something wider than the window, a placeholder or a text key left in the words. */
function eyesOf(): string[] {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const words = document.body.innerText;
  const keys = words.match(
    /\{\w+\}|\b(?:common|popup|options|welcome|guide|warning|journal|practice|errors|reason)\.\w+/g,
  );
  return [
    ...(wide > 1 ? [`${wide} px wider than the window`] : []),
    ...(keys ?? []).map((key) => `raw text: ${key}`),
  ];
}

/** Run in the page before its scripts: the worker's answer about the tab says also what `status` says. */
function sayOfTab(status: Screen['status']): void {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome; // no type of this program
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = async (message) => {
    const answer = await send(message);
    return message.type === 'tab-status' ? { ...(answer as object), ...status } : answer;
  };
}

async function settle(page: Page, screen: Screen): Promise<void> {
  await page.waitForSelector('#app > *', { timeout: LONGEST_MS, state: 'attached' });
  if (screen.click !== undefined) {
    await page.waitForTimeout(CAREFUL_MS);
    await page.click(screen.click);
  }
  const rest = 'const rest = (ms) => new Promise((done) => setTimeout(done, ms));';
  await page.evaluate(`(async () => { ${rest} await rest(150); ${screen.then ?? ''} })()`);
}

/** Opens one screen with one look, writes its picture to `file` and says what is to be mended. */
export async function shoot(
  context: BrowserContext,
  address: string,
  screen: Screen,
  look: Look,
  file: string,
  whole = true,
): Promise<Shot> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`error: ${error.message}`));
  page.on(
    'console',
    (message) => void (message.type() === 'error' && errors.push(`console: ${message.text()}`)),
  );
  try {
    const popup = Math.min(POPUP_WIDEST, (POPUP_WIDTH * look.textSize) / 100);
    await page.setViewportSize({ width: screen.narrow ? popup : look.width, height: HEIGHT });
    await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' });
    if (screen.status) await page.addInitScript(sayOfTab, screen.status);
    await page.goto(address, { timeout: LONGEST_MS });
    await settle(page, screen);
    await page.screenshot({ path: file, fullPage: whole });
    const shown = new URL(page.url()).pathname;
    if (shown !== new URL(address).pathname) errors.push(`another page stands there: ${shown}`);
    const findings = await axeFindings((expression) => page.evaluate(expression));
    // Of letters twice as large in a window of a telephone long words are broken, with a hyphen where the browser can.
    const broken = look.textSize === 100 ? await page.evaluate(brokenWords) : [];
    const seen = [...(await page.evaluate(eyesOf)), ...broken];
    return { file, trouble: [...findings, ...seen, ...errors] };
  } catch (error) {
    return { file, trouble: [`could not be shown: ${String(error).split('\n')[0]}`, ...errors] };
  } finally {
    await page.close();
  }
}
