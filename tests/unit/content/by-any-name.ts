import { afterAll, describe, expect, it } from 'vitest';
import { collectFacts } from '../../../src/content/detector/collect-facts';
import { MovingParts } from '../../../src/content/detector/moving-parts';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { shadowRoots } from '../../../src/content/detector/shadow-roots';
import { documentState } from '../../../src/content/document-state';
import { longText, readText, shadows } from '../../../src/content/gate/read-text';
import { isInBody } from '../../../src/content/safe-document';
import { giveAllNamesAway, twoFields } from './given-away';

const SCAM = 'Your computer is infected with a virus. Call Microsoft support now: 1-888-555-0134';
const XHTML = 'http://www.w3.org/1999/xhtml';

// jsdom has no layout: what stands at every point is said by the test.
let stack: Element[] = [];
const { elementsFromPoint } = Document.prototype;
Document.prototype.elementsFromPoint = () => stack;
afterAll(() => Object.assign(Document.prototype, { elementsFromPoint }));

/** A form of that name, in the page or all of it, whose properties are all fields of it. */
function addForm(name: string, field?: object): Element {
  const form = document.createElementNS(XHTML, name);
  expect(form).toBeInstanceOf(HTMLFormElement);
  giveAllNamesAway(form, field);
  return form;
}

function expectToBeRead(): void {
  expect(readText().text).toContain(SCAM);
  expect(shadows).toEqual([]);
  const { words } = collectFacts(documentState(), new MovingParts());
  expect(words.phones.map(({ shown }) => shown)).toEqual(['1-888-555-0134']);
  expect(shadowRoots).toEqual([]);
}

/** A form with a text in it and one without anything. */
function addForms(name: string, field?: object): Element[] {
  const [full, empty] = [addForm(name, field), addForm(name, field)];
  const inside = document.createElementNS(XHTML, name.replace('form', 'b'));
  inside.append('Hello');
  Node.prototype.appendChild.call(full, inside);
  empty.setAttribute('style', 'width: 5%');
  return [full, empty];
}

/** The same in HTML and in XHTML. To be called once in a file of tests. */
export function readsPagesWithForms(): void {
  it.each([
    ['one', undefined],
    ['two', twoFields()],
  ])(
    'a page with forms is read, by whatever name, though %s of their fields bear all names',
    (_count, field) => {
      const text = document.createElement('p');
      text.textContent = SCAM;
      const forms = ['form', 'x:form', 'x-y:form'].flatMap((name) => addForms(name, field));
      document.body.replaceChildren(text, ...forms);
      stack = [...forms, document.body];
      expectToBeRead();
      stack = [];
      text.append('The harbour is open. '.repeat(200));
      expect(longText()).toContain(SCAM);
      document.body.replaceChildren();
    },
  );

  it.each(['form', 'x:form'])('and a page that is nothing but a %s', (name) => {
    const { documentElement } = document;
    const form = addForm(name);
    Node.prototype.appendChild.call(form, document.createTextNode(SCAM));
    document.replaceChild(form, documentElement);
    try {
      expect([longText(), readText().text]).toEqual([null, `\n${SCAM}`]);
    } finally {
      document.replaceChild(documentElement, form);
    }
  });
}

/** An element of HTML of that name with these parts. */
function make(name: string, ...parts: (Node | string)[]): Element {
  const made = document.createElementNS(XHTML, name);
  made.append(...parts);
  return made;
}

/** The same in HTML and in XHTML. To be called once in a file of tests. */
export function readsLines(): void {
  describe.each(['', 'x:'])('with the prefix "%s"', (prefix) => {
    it('a break ends a line, also right before a word of its own; bold letters are of the word around them', () => {
      const bold = make(`${prefix}b`, 'so');
      const last = make(`${prefix}span`, make(`${prefix}i`, 'Call us'));
      const [one, other] = [make(`${prefix}br`), make(`${prefix}br`)];
      document.body.replaceChildren(make('p', 'Micro', bold, 'ft', one, 'Alert', other, last));
      expect(readText().text).toBe('\nMicrosoft\nAlert\nCall us');
      const texts = visibleTexts(new Visibility()).map(({ text, glued }) => (glued ? text : `|${text}`));
      expect(texts.join('')).toBe('|Microsoft|Alert|Call us');
    });

    it('what stands in a script is no word of the page, and that there is one is known', () => {
      document.body.replaceChildren('Hello', make(`${prefix}style`, 'p { color: red }'));
      expect([isInBody('script'), isInBody('style')]).toEqual([false, true]);
      document.body.append(make(`${prefix}script`, '0'));
      expect(readText().text).toBe('\nHello');
      expect(isInBody('script')).toBe(true);
    });
  });

  it('sound that goes round and round plays, though it does not yet', () => {
    const sound = make('audio');
    document.body.replaceChildren(sound);
    const plays = (): boolean => collectFacts(documentState(), new MovingParts()).looks.mediaPlaying;
    expect(plays()).toBe(false);
    sound.setAttribute('loop', '');
    expect(plays()).toBe(true);
  });
}
