// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { attributeTexts } from '../../../src/content/detector/other-texts';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { documentState } from '../../../src/content/document-state';
import { readText } from '../../../src/content/gate/read-text';

type Box = HTMLInputElement | HTMLTextAreaElement;
const box = (): Box => document.querySelector<Box>('input,textarea') as Box; // each page here has one

/** What a page does that keeps its boxes in the markup, as React does. */
const type = (words: string): void => void (box().value = box().defaultValue = words);
const press = (): void => void (documentState().gestureAt = 5);

const inText = (): string => visibleTexts(new Visibility()).map(({ text }) => text).join('|'); // prettier-ignore
const inAttributes = (): string => attributeTexts(new Visibility()).map(({ text }) => text).join('|'); // prettier-ignore
const forGate = (): string => readText().text;

beforeEach(() => {
  document.body.innerHTML = '<textarea></textarea>';
  Reflect.deleteProperty(globalThis, Symbol.for('sf-frame'));
});

describe.each([
  ['detector', () => `${inText()}|${inAttributes()}`],
  ['gate', forGate],
])('what is typed into a box is not read by the %s', (_who, read) => {
  it('where a page keeps it in the markup', () => {
    press();
    type('my secret');
    expect(read()).not.toContain('secret');
  });

  it.each(['readOnly', 'disabled'])(
    'nor where that box is %s then, as in a form that is being sent',
    (closed) => {
      read();
      press();
      type('my secret');
      Object.assign(box(), { [closed]: true });
      expect(read()).not.toContain('secret');
    },
  );
});

it.each(['readOnly', 'disabled'])('nor in a field that is %s then', (closed) => {
  document.body.innerHTML = '<input>';
  inAttributes();
  press();
  type('01632 960123');
  Object.assign(box(), { [closed]: true });
  expect(inAttributes()).toBe('');
});

it('nor where a box that nobody could write in was opened and closed again', () => {
  document.body.innerHTML = '<input readonly value="Your name">';
  expect(inAttributes()).toBe('Your name');
  press();
  type('Ada Example');
  expect(inAttributes()).toBe('');
});

describe('what a page writes in a box that nobody can write in', () => {
  beforeEach(() => {
    document.body.innerHTML = '<textarea readonly>Windows is locked</textarea>';
  });

  it('is read', () => {
    expect(forGate()).toContain('Windows is locked');
    expect(inText()).toBe('Windows is locked');
    expect(inAttributes()).toBe('Windows is locked');
  });

  it('is still read by the detector once somebody has pressed anything, where it was there before', () => {
    inText();
    press();
    expect(inText()).toBe('Windows is locked');
    expect(inAttributes()).toBe('Windows is locked');
  });

  it('is read on buttons, too', () => {
    document.body.innerHTML = '<input type="button" value="Call us">';
    press();
    expect(inAttributes()).toBe('Call us');
  });
});
