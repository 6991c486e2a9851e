// @vitest-environment jsdom
import { afterAll, beforeEach, expect, it } from 'vitest';
import { collectFacts } from '../../../src/content/detector/collect-facts';
import { MovingParts } from '../../../src/content/detector/moving-parts';
import { documentState } from '../../../src/content/document-state';
import { longText, readText } from '../../../src/content/gate/read-text';
import { textNodes } from '../../../src/content/text-nodes';
import { giveAllNamesAway } from './given-away';

// jsdom has no layout: the form stands in front everywhere.
const { elementFromPoint, elementsFromPoint } = Document.prototype;
Document.prototype.elementFromPoint = () => document.forms[0] ?? null;
Document.prototype.elementsFromPoint = () => [...document.forms, document.body];
afterAll(() => Object.assign(Document.prototype, { elementFromPoint, elementsFromPoint }));

const SCAM = 'Your computer is infected with a virus. Call Microsoft support now: 1-888-555-0134';

beforeEach(() => {
  document.title = '';
  document.body.innerHTML = `<form title="Windows" style="position: fixed; width: 100%">${SCAM}<p style="width: 5%">${SCAM}</p></form>`;
  giveAllNamesAway(document.forms[0] as HTMLFormElement);
});

it('a form whose fields bear the names of its properties is read by the detector', () => {
  const { words, looks } = collectFacts(documentState(), new MovingParts());
  expect(words.concepts.map(({ concept }) => concept)).toContain('infected');
  expect(words.phones.map(({ shown }) => shown)).toEqual(['1-888-555-0134']);
  expect(looks.viewportWidth).toBeGreaterThan(0);
});

it('and by the gate', () => {
  expect(readText().text).toContain(SCAM);
  document.body.firstElementChild?.append('The harbour is open. '.repeat(200));
  expect(longText()).toContain(SCAM);
});

/** As above: of a form without children, whose fields stand elsewhere, names that no form has of itself. */
it.each([['readOnly'], ['readOnly', 'value']])('by the gate where they are called %j, too', (...names) => {
  document.body.innerHTML = `<p>${SCAM}</p><form></form>`;
  const field = document.createElement('input');
  for (const name of names) Object.defineProperty(document.forms[0], name, { get: () => field });
  expect(readText().text).toContain(SCAM);
});

it('a page is read to its end, whatever a form says its last child is', () => {
  document.forms[0]?.querySelector('p')?.replaceChildren('the end');
  const found = textNodes(document.body, { head: 20, tail: 20, nodes: 10, ms: 1_000, node: 1_000 });
  expect(found.map(({ words }) => words)).toEqual([SCAM, 'the end']);
});

it('a bar that is a form is seen to move as any other is', () => {
  const moving = new MovingParts();
  const { setAttribute } = Element.prototype;
  const moves = ['5%', '6%', '7%'].map((width) => {
    setAttribute.call(document.forms[0], 'style', `width: ${width}`);
    return moving.look([]);
  });
  expect(moves).toEqual([false, false, true]);
});
