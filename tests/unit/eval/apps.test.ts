import type { BrowserContext } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { alarmsIn, unusedOf, wasShown, wasUsed } from '../../eval/apps/compare';
import { lookAtApp } from '../../eval/apps/look';

const ADDRESS = 'http://bread.localhost/';

/** A tab that comes to an address, with the answer of its server, if any. */
function tabAt(url: string, ok?: boolean): BrowserContext {
  const goto = () => (ok === undefined ? Promise.reject(new Error('net::ERR')) : Promise.resolve({ ok: () => ok }));
  const evaluate = (script: string) => Promise.resolve(script.includes('outerHTML') ? '<p>' : { fields: [], buttons: [] });
  const done = () => Promise.resolve();
  const page = { on: vi.fn(), addInitScript: done, goto, url: () => url, evaluate, mouse: { wheel: done }, close: done };
  return { newPage: () => Promise.resolve(page) } as unknown as BrowserContext; // all that a look asks of it
} // prettier-ignore

describe('a look at a web app', { timeout: 20_000 }, () => {
  it.each([
    [true, 'came whole', ADDRESS, true],
    [true, 'was slow to load', ADDRESS, undefined],
    [false, 'has no server', 'chrome-error://chromewebdata/', undefined],
    [false, 'never came', 'about:blank', undefined],
    [false, 'is not there', ADDRESS, false],
  ])('was one (%s) where the page %s', async (shown, _what, url, ok) => {
    expect(wasShown(await lookAtApp(tabAt(url, ok), ADDRESS))).toBe(shown);
  });
});

describe('a web app that was shown', { timeout: 20_000 }, () => {
  it('was used where the clicks and keys came to their end', async () => {
    expect(wasUsed(await lookAtApp(tabAt(ADDRESS, true), ADDRESS))).toBe(true);
    expect(wasUsed(await lookAtApp(tabAt('about:blank'), ADDRESS))).toBe(false);
    expect(wasUsed({ dom: ['<p>', '<p>'], said: ['log: hi', 'could not be used'] })).toBe(false);
  });

  it('and not used is one that could not be used; one never shown is not', () => {
    const row = (used: boolean, outcome: string) => ({ used, outcome });
    const rows = [row(true, 'same'), row(false, 'same'), row(false, 'different'), row(false, 'not shown')];
    expect(unusedOf(rows)).toEqual(rows.slice(1, 3));
  });
});

describe('the alarms of a run', () => {
  it('are those of the cases that are there', () => {
    const stored = {
      'case:1': { host: 'bread.localhost' },
      'case:2': null,
      'tab:3': { host: 'milk.localhost' },
    };
    expect(alarmsIn(stored)).toEqual(['bread.localhost']);
  });
});
