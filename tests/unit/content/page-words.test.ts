// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attributeTexts, generatedTexts } from '../../../src/content/detector/other-texts';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { splitAtQuotes, toBlocks } from '../../../src/content/detector/text-blocks';
import { unreversed } from '../../../src/content/detector/visual-order';
import { readText } from '../../../src/content/gate/read-text';
import { textNodes } from '../../../src/content/text-nodes';
import { timeLimit } from '../../../src/content/time-limit';
import { grow, show, type Tree } from './tree';

beforeEach(() => {
  document.title = '';
  show();
});

describe('shadow roots that stand in the place of other words', () => {
  it.each([
    ['on the body', ''],
    ['on a box in it', 'div'],
    ['one further inside', 'div p'],
  ])('%s', (_where, path) => {
    // A body of its own: a root cannot be taken off again.
    document.documentElement.replaceChild(document.createElement('body'), document.body);
    show(['div', ['p', 'A quiet page']]);
    const host = path === '' ? document.body : document.querySelector(path);
    host?.attachShadow({ mode: 'open' }).append(grow(['p', 'in the shade']));
    expect(readText().text).toContain('in the shade');
    document.documentElement.replaceChild(document.createElement('body'), document.body);
  });
});

it('reads a style element that a style shows, and no other', () => {
  show(
    ['style', 'p { color: red }'],
    ['style', 'Your account is locked'],
    ['script', 'let one = 1'],
    ['p', 'A page'],
  );
  const shown = document.querySelectorAll('style')[1];
  if (shown) shown.style.display = 'block';
  const said = visibleTexts(new Visibility()).map(({ text }) => text);
  expect(said).toEqual(['Your account is locked', 'A page']);
});

it('reads boxes that nobody can write in, whoever filled them, and no others', () => {
  show(['textarea'], ['textarea'], ['textarea', 'in the markup'], ['input'], ['input']);
  const [filled, own, off] = document.querySelectorAll('textarea');
  const [field, secret] = document.querySelectorAll('input');
  Object.assign(filled ?? {}, { readOnly: true, value: 'Your account is locked' });
  Object.assign(own ?? {}, { value: 'what somebody types' });
  Object.assign(off ?? {}, { disabled: true });
  Object.assign(field ?? {}, { readOnly: true, value: 'Call us' });
  Object.assign(secret ?? {}, { readOnly: true, type: 'password', value: 'secret' });
  const said = attributeTexts(new Visibility()).map(({ text }) => text);
  expect(said).toEqual(['Your account is locked', 'in the markup', 'Call us']);
});

it('a menu full of boxes leaves no box at the end of the page out', () => {
  show(['nav', ...Array.from({ length: 40 }, (_, index): Tree => ['p', `entry ${index}`])]);
  const host = document.createElement('div');
  document.body.append(host);
  host.attachShadow({ mode: 'open' }).append(grow(['p', 'in the shade']));
  expect(readText().text).toContain('in the shade');
});

describe('text nodes within limits', () => {
  it('never gives one twice where beginning and end meet', () => {
    show(...Array.from({ length: 40 }, (_, index): Tree => ['p', `row ${index}`]));
    for (const head of [10, 100, 200, 1_000]) {
      const found = textNodes(document.body, { head, tail: 120, nodes: 100, ms: 1_000, node: 1_000 });
      expect(new Set(found.map(({ node }) => node)).size).toBe(found.length);
      expect(found.at(-1)?.words).toBe('row 39');
    }
  });
});

describe('a page on which every step is slow', () => {
  const rows = (count: number): Tree[] =>
    Array.from({ length: count }, (_, index): Tree => ['p', `row ${index}`]);
  /** The clock goes on by so much (ms) each time it is read. */
  function slow(step: number): void {
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += step));
  }
  afterEach(() => vi.restoreAllMocks());

  it('is walked through for no longer than allowed, in each direction', () => {
    show(...rows(1_000));
    slow(10);
    const found = textNodes(document.body, { head: 5_000, tail: 4_000, nodes: 2_000, ms: 50, node: 1_000 });
    expect(found.length).toBeLessThan(500);
    expect(found.at(0)?.words).toBe('row 0');
    expect(found.at(-1)?.words).toBe('row 999');
  });

  it('is read from the beginning until the time is over, and at its end', () => {
    show(...rows(1_000));
    slow(1);
    const read = visibleTexts(new Visibility(), timeLimit(70)).map(({ text }) => text);
    expect(read.length).toBeLessThan(500);
    expect(read[0]).toBe('row 0');
    expect(read).toContain('row 950');
    expect(read.at(-1)).toBe('row 999');
  });

  it('is asked for no more attributes and style rules once the time is over', () => {
    show(...Array.from({ length: 200 }, (): Tree => ['p', 'text']));
    for (const paragraph of document.querySelectorAll('p')) paragraph.title = 'Call us';
    expect(attributeTexts(new Visibility())).toHaveLength(200);
    slow(10);
    expect(attributeTexts(new Visibility(), timeLimit(20)).length).toBeLessThan(100);
    const styled = vi.spyOn(window, 'getComputedStyle');
    generatedTexts(new Visibility(), timeLimit(20));
    expect(styled.mock.calls.length).toBeLessThan(200);
  });
});

describe('blocks of text', () => {
  const blocks = (isProse: boolean): { text: string; quoted: boolean }[] =>
    toBlocks(visibleTexts(new Visibility()), { isProse }).map(({ text, quoted }) => ({ text, quoted }));

  it('puts the parts of a line together', () => {
    show(['p', 'Your ', ['b', 'computer'], ' is fine']);
    expect(blocks(false)).toEqual([{ text: 'Your computer is fine', quoted: false }]);
  });

  it('keeps the blanks between words that have an element each, in an element of their own', () => {
    show(['p', ['span', ['b', 'Call'], ' ', ['i', 'us'], ' ', ['b', 'now']]]);
    expect(blocks(false)).toEqual([{ text: 'Call us now', quoted: false }]);
  });

  it('reads what a style rule turned round as the eye does', () => {
    show(['p', ['bdo', 'won'], ' ', ['bdo', 'llac'], ' left alone']);
    for (const turned of document.querySelectorAll('bdo'))
      turned.setAttribute('style', 'direction: rtl; unicode-bidi: bidi-override');
    const read = unreversed(visibleTexts(new Visibility())).map(({ text }) => text);
    expect(read.join('')).toBe('now call left alone');
  });

  it('knows quotations, code and, in articles, advice', () => {
    const own = 'Words of the page itself, longer than what it quotes from others.';
    show(['p', own], ['blockquote', ['p', 'Call now']], ['p', own], ['ul', ['li', 'Do not call']]);
    expect(blocks(true).map(({ quoted }) => quoted)).toEqual([false, true, false, true]);
    expect(blocks(false).map(({ quoted }) => quoted)).toEqual([false, true, false, false]);
  });

  it('a page that is nothing but quotation quotes nobody', () => {
    show(['blockquote', ['h1', 'Your computer is blocked'], ['p', 'Call support now']], ['p', 'OK']);
    expect(blocks(true).some(({ quoted }) => quoted)).toBe(false);
  });

  it('splits a sentence at what it quotes', () => {
    const text =
      'The red page says “Your computer is infected, call now” and plays a siren until it is closed.';
    const parts = splitAtQuotes({ text, element: document.body, quoted: false });
    expect(parts.filter(({ quoted }) => quoted).map((part) => part.text)).toEqual([
      '“Your computer is infected, call now”',
    ]);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });

  it('is not deceived by a page in quotation marks', () => {
    const text = '“Your computer is infected, call support now and do not close this page”';
    expect(splitAtQuotes({ text, element: document.body, quoted: false })[0]?.quoted).toBe(false);
  });
});
