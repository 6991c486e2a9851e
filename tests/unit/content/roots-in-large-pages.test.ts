// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { readText } from '../../../src/content/gate/read-text';

const SCAM = 'Windows is locked. Call 1-888-555-0134';

function addHost(words: string): void {
  const host = document.createElement('div');
  document.body.append(host);
  host.attachShadow({ mode: 'open' }).append(words);
}

beforeEach(() => {
  document.body.innerHTML = '';
  document.title = '';
  vi.spyOn(performance, 'now').mockReturnValue(0); // a busy machine would use up the time for the search
});

const read = (): string[] => visibleTexts(new Visibility()).map(({ text }) => text);

it('a root over a page of thousands of elements is read', () => {
  document.body.innerHTML = `<main>${'<br>'.repeat(3_000)}</main>`;
  addHost(SCAM);
  expect(read()).toEqual([SCAM]);
});

it('a root over a page of many others is read, and each once', () => {
  for (let count = 0; count < 150; count += 1) addHost(`Part ${count}.`);
  addHost(SCAM);
  document.body.lastElementChild?.before(document.createElement('p'));
  const texts = read();
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toContain('Part 0.');
  expect(texts).toContain(SCAM);
});

it('words that have a root each are read in their order', () => {
  const words = Array.from({ length: 35 }, (_, index) => `word${index}`);
  for (const word of words) addHost(word);
  expect(read()).toEqual(words);
});

it('the gate asks a box over a page for its root, whatever pictures of an icon font stand before it', () => {
  document.body.innerHTML = `<main>${'<p>A page. <i class="icon"></i></p>'.repeat(40)}</main>`;
  addHost(SCAM);
  expect(readText().text).toContain(SCAM);
});
