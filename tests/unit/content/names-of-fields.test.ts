// @vitest-environment jsdom
import { afterAll, beforeEach, expect, it } from 'vitest';
import { collectFacts } from '../../../src/content/detector/collect-facts';
import { MovingParts } from '../../../src/content/detector/moving-parts';
import { documentState } from '../../../src/content/document-state';
import { longText, readText } from '../../../src/content/gate/read-text';
import { textNodes } from '../../../src/content/text-nodes';

// jsdom has no layout: the form stands in front everywhere.
const { elementFromPoint, elementsFromPoint } = Document.prototype;
Document.prototype.elementFromPoint = () => document.forms[0] ?? null;
Document.prototype.elementsFromPoint = () => [...document.forms, document.body];
afterAll(() => Object.assign(Document.prototype, { elementFromPoint, elementsFromPoint }));

/** Whether the code that asks is ours: jsdom itself asks elements for their properties, too, and stands between. */
function isAskedByUs(): boolean {
  const callers = new Error().stack?.split('\n').slice(3) ?? [];
  return callers.find((caller) => !caller.includes('ProxyHandler'))?.includes('/src/content/') ?? false;
}

/**
 * What a browser does, and jsdom does not: `<input name="closest">` takes the place of `form.closest`
 * ([LegacyOverrideBuiltIns] of HTMLFormElement, html.spec.whatwg.org). Here for every name that a form has.
 */
function giveAllNamesAway(form: HTMLFormElement): void {
  const field = document.createElement('input');
  for (const { prototype } of [HTMLFormElement, HTMLElement, Element, Node, EventTarget])
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const get = (): unknown => (isAskedByUs() ? field : Reflect.get(prototype, name, form));
      if (name !== 'constructor') Object.defineProperty(form, name, { get, configurable: true });
    }
}

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
