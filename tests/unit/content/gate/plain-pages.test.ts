// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { longText, readText } from '../../../../src/content/gate/read-text';
import { scanGate, scanGlued } from '../../../../src/detection/scan-gate';
import { article, BENCH_PAGES } from '../../../bench/bench/pages';

/** The gate opens for so many pieces of words (gate.ts). */
const SUSPICIOUS = 24;

const PAGES: Record<string, () => string> = {
  ...Object.fromEntries(Object.entries(BENCH_PAGES).map(([name, { html }]) => [name, html])),
  // More elements than are read natively, as on the page of 60,000, which takes the parser here many seconds.
  big: () => article(7_000, 'Seven thousand elements', 18),
};

afterEach(() => vi.restoreAllMocks());

describe('the pages of the bench', () => {
  it.each(Object.keys(PAGES))('%s keeps the gate shut, so that what is measured is the gate', (name) => {
    vi.spyOn(performance, 'now').mockReturnValue(0);
    const page = new DOMParser().parseFromString(PAGES[name]?.() ?? '', 'text/html');
    page.querySelectorAll('iframe').forEach((frame) => frame.remove());
    document.replaceChild(page.documentElement, document.documentElement);
    const long = longText();
    expect(long !== null && scanGlued(long)).toBe(false);
    const { text, pieces } = readText();
    expect(text).not.toBe('');
    expect(pieces).toBeLessThan(SUSPICIOUS);
    expect(scanGate(text)).toBe(false);
  });
});
