import type { BrowserContext, Page } from 'playwright-core';
import { sleep, within } from '../../rig/processes';

/** Everything that the two runs of a page are compared by. */
export interface Look {
  /** The document with its same-origin frames after it has settled, and again after it was used; less where it did not get so far. */
  dom: string[];
  /** What the page wrote to the console, threw, or said in a dialog; in this order, each line once. */
  said: string[];
}

const SETTLE_MS = 1_200;
const LOAD_LIMIT_MS = 12_000;
const PAGE_LIMIT_MS = 40_000;

/** The same dice and ids in every run, so that what differs is not chance. */
const SAME_DICE = `{ let state = 1; Math.random = () => (state = (state * 16807) % 2147483647) / 2147483647; }`;

/** In the page: its document as text, frames and the values of fields included. */
const SERIALISE = `(() => {
  const whole = (document) => document.documentElement.outerHTML +
    [...document.querySelectorAll('input, textarea, select')].map(({ value, checked }) => value + checked).join('|') +
    [...document.querySelectorAll('iframe')].map((frame) => {
      try { return frame.contentDocument ? whole(frame.contentDocument) : 'closed'; } catch { return 'foreign'; }
    }).join('|');
  return whole(document);
})()`;

/** In the page: the middles of its first fields and buttons that can be seen. */
const PLACES = `(() => {
  const middles = (selector, most) => [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())
    .filter((box) => box.width > 4 && box.height > 4 && box.x >= 0 && box.y >= 0 && box.right < innerWidth && box.bottom < innerHeight)
    .slice(0, most).map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 }));
  return { fields: middles('input:not([type]), input[type=text], textarea, [contenteditable=true]', 2),
    buttons: middles('button, input[type=checkbox], input[type=button], [role=button], a[href^="#"], [onclick]', 4) };
})()`;

interface Places {
  fields: { x: number; y: number }[];
  buttons: { x: number; y: number }[];
}

/** A person's hands: writes into the first fields, presses the first buttons, scrolls. */
async function use(page: Page): Promise<void> {
  const { fields } = await page.evaluate<Places>(PLACES);
  for (const { x, y } of fields) {
    await page.mouse.click(x, y);
    await page.keyboard.type('Bread');
    await page.keyboard.press('Enter');
  }
  await sleep(300);
  const { buttons } = await page.evaluate<Places>(PLACES);
  for (const { x, y } of buttons) await page.mouse.click(x, y);
  await page.mouse.wheel(0, 400);
  await sleep(SETTLE_MS);
}

async function lookAt(page: Page, address: string, look: Look): Promise<void> {
  const say = (line: string): void => {
    if (!look.said.includes(line)) look.said.push(line);
  };
  page.on('console', (message) => say(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => say(`thrown: ${error.message}`));
  page.on('dialog', (dialog) => {
    say(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss().catch(() => undefined);
  });
  await page.addInitScript(SAME_DICE);
  const answer = await page.goto(address, { waitUntil: 'load', timeout: LOAD_LIMIT_MS }).catch(() => {
    say('slow to load');
    return null;
  });
  await sleep(SETTLE_MS);
  // Nothing came, or the browser's own page about that.
  if (answer?.ok() === false || !page.url().startsWith('http')) throw new Error(`${address} was not shown.`);
  look.dom.push(await page.evaluate<string>(SERIALISE));
  await use(page).catch(() => say('could not be used'));
  look.dom.push(await page.evaluate<string>(SERIALISE));
}

/** Opens one page in a tab of its own, uses it as a person would, and tells how it looked and what it said. */
export async function lookAtApp(context: BrowserContext, address: string): Promise<Look> {
  const look: Look = { dom: [], said: [] };
  const page = await context.newPage();
  await within(PAGE_LIMIT_MS, address, lookAt(page, address, look)).catch(() =>
    look.said.push('did not end'),
  );
  await page.close().catch(() => undefined);
  return look;
}
