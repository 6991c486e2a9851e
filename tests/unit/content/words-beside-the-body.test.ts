// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generatedTexts } from '../../../src/content/detector/other-texts';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { longText, readText } from '../../../src/content/gate/read-text';
import { scanGate, scanGlued } from '../../../src/detection/scan-gate';
import { grow, show, type Tree } from './tree';

const SCAM = 'Windows is locked. Call 1-888-555-0134';
const HARBOUR = 'The harbour is open. ';
const box = document.createElement('div');

beforeEach(() => {
  document.title = '';
  box.replaceChildren(grow(['p', SCAM]));
});
afterEach(() => box.remove());

const seen = (): string => visibleTexts(new Visibility()).map(({ text }) => text).join('\n'); // prettier-ignore

/** A box that lies over the page need not stand in its body. */
describe.each([
  ['behind the body', () => document.documentElement.append(box)],
  ['before the body', () => document.body.before(box)],
])('a box %s', (_where, place) => {
  it.each([
    ['a short page', 1],
    ['a long page', 300],
  ])('is read on %s', (_what, times) => {
    show(['p', HARBOUR.repeat(times)]);
    place();
    const long = longText();
    expect(long === null || scanGate(long)).toBe(true);
    expect(readText().text).toContain(SCAM);
    expect(seen()).toContain(SCAM);
    expect(seen()).toContain(HARBOUR);
  });

  it('is read where the page has no head', () => {
    show(['p', HARBOUR]);
    place();
    const { head } = document;
    head.remove();
    const { text } = readText();
    document.documentElement.prepend(head);
    expect(text).toContain(SCAM);
  });

  it('may say all of it in its root', () => {
    show(...Array.from({ length: 40 }, (): Tree => ['i']), ['p', HARBOUR]);
    place();
    const host = document.createElement('div');
    box.replaceChildren();
    box.replaceWith(host);
    host.attachShadow({ mode: 'open' }).append(SCAM);
    expect(readText().text).toContain(SCAM);
    expect(seen()).toContain(SCAM);
    host.remove();
  });
});

it.each<[string, () => Node]>([
  ['a second body', () => grow(['body', SCAM])],
  ['a frame set', () => grow(['frameset', SCAM])],
  ['bare text', () => document.createTextNode(SCAM)],
])('%s behind the body is read', (_what, make) => {
  show(['p', HARBOUR]);
  const node = make();
  document.documentElement.append(node);
  const { text } = readText();
  const all = seen();
  (node as ChildNode).remove();
  expect(text).toContain(SCAM);
  expect(all).toContain(SCAM);
});

it.each([8, 500])('%i boxes full of words do not push out what the page itself says', (count) => {
  show(['p', SCAM]);
  const boxes = Array.from({ length: count }, () => grow(['div', HARBOUR.repeat(200)]) as Element);
  document.documentElement.append(...boxes);
  const { text } = readText();
  boxes.forEach((one) => one.remove());
  expect(scanGate(text)).toBe(true);
  expect(text.length).toBeLessThan(120_000);
});

it('nor do roots full of words on a long page', () => {
  show(['p', SCAM], ['p', HARBOUR.repeat(200)], ...Array.from({ length: 8 }, (): Tree => ['div']));
  for (const host of document.querySelectorAll('div'))
    host.attachShadow({ mode: 'open' }).append(HARBOUR.repeat(190));
  const long = longText();
  expect(long === null || scanGlued(long)).toBe(true);
  expect(long).not.toBeNull();
});

it('a long page without one is still tried whole', () => {
  show(['p', HARBOUR.repeat(300)]);
  expect(longText()).toContain(HARBOUR);
});

it('what style rules write there is read', () => {
  document.documentElement.append(box);
  const asked = new Set<Element>();
  const { getComputedStyle } = window;
  window.getComputedStyle = (element, side) => {
    asked.add(element);
    return getComputedStyle(element, side ? undefined : side); // jsdom knows no other
  };
  generatedTexts(new Visibility());
  window.getComputedStyle = getComputedStyle;
  expect(asked.has(box.firstElementChild as Element)).toBe(true); // the p of beforeEach
  expect(asked.has(document.head)).toBe(false);
});
