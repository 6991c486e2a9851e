// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { attributeTexts, calledNumber, contentText } from '../../../../src/content/detector/other-texts';
import { isCounter } from '../../../../src/content/detector/moving-parts';
import { Visibility, visibleTexts } from '../../../../src/content/detector/page-text';
import { readByPlace, reorderedTexts, type PlacedPiece } from '../../../../src/content/detector/visual-order';
import { show, type Tree } from '../tree';

beforeEach(() => {
  document.title = '';
  show();
});

describe('what the eye reads', () => {
  const letter = (text: string, left: number, top = 0): PlacedPiece => ({
    text,
    left,
    top,
    width: 10,
    height: 20,
  });

  it('reads letters by their place', () => {
    expect(readByPlace([letter('c', 20), letter('a', 0), letter('b', 10)])).toBe('abc');
  });

  it('reads lines from the top, and gaps as spaces', () => {
    const pieces = [letter('d', 0, 30), letter('b', 30), letter('a', 0), letter('c', 40)];
    expect(readByPlace(pieces)).toBe('a bc\nd');
  });

  it('reads the words of a line together whose letters were moved within them', () => {
    const word = (letters: string): Tree => ['b', ...[...letters].map((one): Tree => ['i', one])];
    show(['p', word('llac'), ' ', word('su'), ' ', word('won')]);
    const places = [3, 2, 1, 0, 6, 5, 10, 9, 8];
    const letters = [...document.querySelectorAll('i')];
    const box = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      return new DOMRect(10 * (places[letters.indexOf(this as HTMLElement)] ?? 0), 0, 10, 20); // an `i`
    });
    const read = reorderedTexts(visibleTexts(new Visibility())).map(({ text }) => text);
    box.mockRestore();
    expect(read).toEqual(['call us now']);
  });

  it.each([
    ['a letter', ['c', 'a', 'l', 'l'], ['u', 's'], ['n', 'o', 'w']],
    ['two letters', ['ca', 'll'], ['us'], ['no', 'w']],
  ])('reads words together that have a box for each %s', (_what, ...words) => {
    show(['div', ...words.flat().map((letters): Tree => ['div', letters])]);
    const left = words.flatMap((word, before) => word.map((_, index) => 100 * before + 10 * index));
    const boxes = [...document.querySelectorAll('div > div')];
    const box = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      return new DOMRect(left[boxes.indexOf(this)] ?? 0, 0, 10, 20);
    });
    const read = reorderedTexts(visibleTexts(new Visibility())).map(({ text }) => text);
    box.mockRestore();
    expect(read).toEqual(['call us now']);
  });

  it('leaves the boxes of a menu and of a month as they are', () => {
    show(['div', ...['Home', 'News', 'Shop', 'Us', 'FAQ'].map((entry): Tree => ['div', entry])]);
    expect(reorderedTexts(visibleTexts(new Visibility()))).toEqual([]);
    show(['div', ...Array.from({ length: 30 }, (_, day): Tree => ['div', String(day + 1)])]);
    expect(reorderedTexts(visibleTexts(new Visibility()))).toEqual([]);
  });

  const link = (address: string, text: string): Element => {
    show(['a', text]);
    document.querySelector('a')?.setAttribute('href', address);
    return document.querySelector('a') ?? document.body;
  };

  it('reads the number that a link calls where its words leave it out', () => {
    expect(calledNumber(link('tel:+15550100142', 'Call support'))).toBe('Call support +15550100142');
    expect(attributeTexts(new Visibility()).map(({ text }) => text)).toEqual(['Call support +15550100142']);
    expect(calledNumber(link('TEL:555-0142', ''))).toBe(' 555-0142');
    expect(calledNumber(link('tel:555-0142', 'Call 555 0142'))).toBeNull();
    expect(calledNumber(link('tel:555-0142', 'Call 24/7, 365 days'))).toBe('Call 24/7, 365 days 555-0142');
    expect(calledNumber(link('tel:911', 'Emergency'))).toBeNull();
    expect(calledNumber(link('tel:%E0%A4%A', 'Call'))).toBeNull();
    expect(calledNumber(link('https://tel.example/5550142', 'Call'))).toBeNull();
    expect(attributeTexts(new Visibility())).toEqual([]);
  });

  it.each([
    ['tel:+1 888 555 0134', '+1 888 555 0134'],
    ['tel:01 99 00 12 34', '01 99 00 12 34'],
    ['tel: +1-888-555-0134', '+1-888-555-0134'],
    ['tel:%2B18885550134', '+18885550134'],
    ['tel://+18885550134', '+18885550134'],
    ['tel:+1%20(888)%20555-0134;ext=2', '+1 (888) 555-0134'],
    ['tel:+18885550134%', '+18885550134'],
  ])('the number that a link calls is read however it is written: %s', (href, number) => {
    expect(calledNumber(link(href, 'Call'))).toBe(`Call ${number}`);
  });

  it.each([
    ['invisible letters', '\u200b'],
    ['blanks', ' '],
  ])('reads all texts, whatever %s stand before each', (_what, sign) => {
    const texts = Array.from({ length: 12 }, (_, index) => `line ${index}`);
    show(...texts.map((text): Tree => ['p', sign.repeat(6_100) + text]));
    expect(visibleTexts(new Visibility()).map(({ text }) => text.trim())).toEqual(texts);
  });

  it.each([
    ['"Call now"', 'Call now'],
    ['"Call " attr(x) "now"', 'Call now'],
    ['"\\e900"', ''],
    ['"\uE900"', ''],
    ['none', ''],
    ['url("x.png") "Call"', 'Call'],
    ['"→"', ''],
  ])('reads the content %s', (content, text) => {
    expect(contentText(content)).toBe(text);
  });

  it('reads the beginning of a content of millions of characters', () => {
    const long = 'a'.repeat(12_000_000);
    expect(contentText(`"${long}" "behind"`)).toBe('a'.repeat(500));
    expect(contentText(`"Call \\"now\\" ${long}`)).toMatch(/^Call "now" a{100}/);
  });

  it('reads what stands behind a picture of many characters, and nothing of that', () => {
    const picture = `url("data:image/svg+xml,${'M 888 555 0134 '.repeat(400)}")`;
    expect(contentText(picture)).toBe('');
    expect(contentText(`${picture} "Call 1-888-555-0134"`)).toBe('Call 1-888-555-0134');
    expect(contentText(`url("data:${'a'.repeat(300_000)}")`), 'cut off').toBe('');
  });

  it('knows counters from clocks and dates', () => {
    expect(['43 %', '1,204 files', 'Threats: 7'].every(isCounter)).toBe(true);
    expect(['12:45', '2026', 'March', 'a long sentence with 7 in the middle'].some(isCounter)).toBe(false);
  });
});
