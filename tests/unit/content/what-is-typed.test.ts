// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Detector } from '../../../src/content/detector/detector';
import { MovingParts } from '../../../src/content/detector/moving-parts';
import { attributeTexts } from '../../../src/content/detector/other-texts';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { documentState } from '../../../src/content/document-state';
import { readText } from '../../../src/content/gate/read-text';
import { useOwnTime, useRealTime } from './own-time';

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

describe('what moves by typing is no scan that runs by itself:', () => {
  it.each(['style="width: 100%"', 'class="progress-step"'])('a field with %s', (look) => {
    document.body.innerHTML = `<p class="progress"><input ${look}></p>`;
    const moving = new MovingParts();
    const looks = ['a', 'ab', 'abc', 'abcd'].map((words) => (type(words), moving.look([])));
    expect(looks).toEqual([false, false, false, false]);
  });

  it('a count of letters', () => {
    const moving = new MovingParts();
    for (let count = 1; count < 9; count += 1) {
      moving.forget();
      expect(moving.look([`${count}/500`])).toBe(false);
    }
    expect([9, 10].map((count) => moving.look([`${count}/500`])), 'it goes on by itself').toEqual([false, true]);
  }); // prettier-ignore
});

describe('the detector takes moving parts anew', () => {
  const forgot = vi.spyOn(MovingParts.prototype, 'forget');
  let input: (event: Partial<Event>) => void = () => undefined;

  beforeEach(() => {
    useOwnTime();
    vi.stubGlobal('chrome', { runtime: { id: 'extension', sendMessage: () => undefined } });
    const listen = vi.spyOn(window, 'addEventListener').mockImplementation((name, listener) => {
      if (name === 'input') input = listener as typeof input;
    });
    new Detector().start();
    listen.mockRestore();
    forgot.mockClear();
  });
  afterEach(() => {
    documentState().stoodDown = true;
    vi.unstubAllGlobals();
    useRealTime();
  });

  it('at a click or a key, and at no act', () => {
    documentState().onChange?.('act');
    expect(forgot).not.toHaveBeenCalled();
    documentState().onChange?.('gesture');
    expect(forgot).toHaveBeenCalledTimes(1);
  });

  it('while a key is held down, and not where a page makes that up', () => {
    input({ isTrusted: false });
    expect(forgot).not.toHaveBeenCalled();
    press();
    input({ isTrusted: true });
    expect(forgot).toHaveBeenCalledTimes(1);
  });

  it('not where nobody has pressed anything yet: a page that writes by execCommand brings trusted events', () => {
    input({ isTrusted: true });
    expect(forgot).not.toHaveBeenCalled();
  });
});
