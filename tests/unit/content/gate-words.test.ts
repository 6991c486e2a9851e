// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentState } from '../../../src/content/document-state';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { longText, readText } from '../../../src/content/gate/read-text';
import { scanGate } from '../../../src/detection/scan-gate';
import { grow, show, type Tree } from './tree';

beforeEach(() => {
  document.title = '';
  show();
  // A look is limited by time, too, which a busy machine would use up.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

describe('the capped reading of the gate', () => {
  it('reads title and text, not scripts and styles', () => {
    document.title = 'Warning';
    show(['p', 'Call us'], ['script', 'let hidden = 1'], ['style', 'p{}'], ['p', 'now']);
    const { text } = readText();
    expect(text).toContain('Warning');
    expect(text).toMatch(/Call us\s+now/);
    expect(text).not.toContain('hidden');
  });

  it('reads a word split over inline elements as one', () => {
    show(['p', 'Mi', ['b', 'cro'], 'soft'], ['div', ['span', 'infec'], ['span', 'ted']]);
    expect(readText().text).toContain('Microsoft');
    expect(readText().text).toContain('infected');
  });

  it('reads a line break as a gap', () => {
    show(['p', ['b', 'Call us', ['br'], '555-0142']]);
    expect(readText().text).toMatch(/us\s+555/);
  });

  it('reads a number apart from the words before it, which a style may have put above it', () => {
    const box = (number: string): Tree => [
      'div',
      ['b', 'Payment desk'],
      ['span', number],
      ['span', 'each day'],
    ];
    for (const number of ['01632 960 174', '+44 1632 960174', '(888) 555-0143']) {
      show(box(number));
      expect(scanGate(readText().text), number).toBe(true);
    }
    show(['p', 'Win', ['b', '32'], ' and v', ['b', '1'], 'rus']);
    expect(readText().text).toContain('Win32 and v1rus');
    show(['p', 'Payment desk: 01 99 ', ['b', '00 12 34'], ['i', ' 56']]);
    expect(readText().text, 'the parts of one number').toContain('01 99 00 12 34 56');
    show(['p', 'Payment desk: 0199', ['b', '00 12 34']]);
    expect(readText().text).toContain('019900 12 34');
  });

  it('reads what style rules may show, where the page has next to no text of its own', () => {
    show(['style', '.a::before{content:"Call Microsoft"}'], ['span']);
    document.querySelector('span')?.setAttribute('data-t', 'Your account is locked');
    const { text } = readText();
    expect(text).toContain('Your account is locked');
    expect(text).toContain('Call Microsoft');
    show(['style', '.a::before{content:"Call Microsoft"}'], ['p', 'The harbour is open. '.repeat(20)]);
    expect(readText().text).not.toContain('Microsoft');
  });

  it('is not led astray by a form whose fields bear the names of its properties', () => {
    show(['form'], ['span']);
    document.querySelector('form')?.setAttribute('id', 'f');
    const field = document.createElement('input');
    field.name = 'attributes';
    field.setAttribute('form', 'f');
    document.body.append(field);
    document.querySelector('span')?.setAttribute('data-t', 'Call us');
    expect(readText().text).toContain('Call us');
  });

  it('tries a long text whole, and reads it by nodes where letters stand apart', () => {
    show(['p', 'The harbour is open. '.repeat(200)], ['p', 'Call us']);
    expect(longText()).toContain('Call us');
    show(
      ['p', 'The harbour is open. '.repeat(200)],
      ['p', ...[...'infected'].map((letter): Tree => ['span', letter])],
    );
    expect(longText()).toBeNull();
    show(['p', 'Short']);
    expect(longText()).toBeNull();
  });

  it.each([
    ['invisible letters', '\u200b'],
    ['signs outside the first plane', '\u{e0041}'],
    ['selectors outside the first plane', '\u{e0100}'],
    ['blanks', ' '],
  ])('finds the words behind thousands of %s before each text', (_name, filler) => {
    const said = ['Windows', 'is locked', 'Call us'];
    show(...said.map((text): Tree => ['p', filler.repeat(6_100) + text]));
    expect(longText(), 'not to be read whole').toBeNull();
    for (const text of said) expect(readText().text).toContain(text);
  });

  it.each([
    ['invisible letters', '\u200b'],
    ['blanks', ' '],
    ['both in turn', ' \u200b'],
    ['invisible letters with visible ones between', '\u200b\u2060\u200b.'],
    ['several kinds of them', '\u2060\u3164\ufeff\u00ad\u2800'],
    ['fillers and joiners', '\u115f\u034f\u1160\uffa0\u180b'],
    ['selectors outside the first plane', '\u{e0100}'],
  ])('finds the words behind a few hundred %s before each of many texts', (_name, filler) => {
    const more = Array.from({ length: 80 }, (): Tree => ['p', filler.repeat(280 / filler.length) + 'More']);
    const said = ['Windows', 'is locked', 'Call us'];
    show(...more, ...said.map((text): Tree => ['p', filler.repeat(280 / filler.length) + text]), ...more);
    for (const text of said) expect(readText().text).toContain(text);
  });

  it('finds the words between whose letters invisible ones stand, in texts of a few letters each', () => {
    const apart = (text: string): Tree[] => [...text].map((letter) => ['span', letter + '\u200b'.repeat(39)]);
    const more = Array.from({ length: 30 }, (): Tree => ['p', ...apart('The harbour is open.')]);
    show(...more, ['p', ...apart('Windows is locked')], ...more);
    expect(longText(), 'not to be read whole').toBeNull();
    expect(readText().text).toContain('Windows is locked');
    const seen = visibleTexts(new Visibility());
    expect(seen.map(({ text }) => text).join('')).toContain('Windows is locked');
  });

  it('reads what a nearly empty page may show by a style or in boxes that nobody can write in', () => {
    show(
      ['div'],
      ['textarea'],
      ['textarea'],
      ['input'],
      ['style', 'Windows is locked'],
      ['style', 'p { color: red }'],
    );
    document.querySelector('div')?.setAttribute('w', 'Your account');
    const [box, own] = document.querySelectorAll('textarea');
    if (!box || !own) throw new Error('Two boxes are expected.');
    Object.assign(box, { readOnly: true, value: 'Call us' });
    own.value = 'what somebody types';
    const secret = { readOnly: true, type: 'password', value: 'hunter2' };
    Object.assign(document.querySelector('input') ?? {}, secret);
    const { text } = readText();
    for (const words of ['Your account', 'Call us', 'Windows is locked']) expect(text).toContain(words);
    expect(text).not.toMatch(/color|types|hunter/);
    documentState().gestureAt = 5;
    expect(readText().text, 'a form that is being sent').not.toContain('Call us');
    documentState().gestureAt = null;
  });

  it('does not glue what stands in two boxes', () => {
    show(['p', 'one'], ['p', 'two'], ['ul', ['li', ['a', 'three']], ['li', ['a', 'four']]]);
    expect(readText().text).not.toMatch(/onetwo|threefour/);
  });

  it('does not glue over a line break', () => {
    show(['p', 'Call us', ['br'], ['b', '555-0101']]);
    expect(visibleTexts(new Visibility()).map(({ glued }) => glued)).toEqual([false, false]);
  });

  it('counts single letters', () => {
    show(['p', ...[...'computer'].map((letter): Tree => ['span', letter])]);
    expect(readText().pieces).toBe(8);
  });

  it('counts texts that begin inside a word, as where letters that nobody sees stand in each', () => {
    show(['p', 'Mic', ['i', 'xqv'], 'rosoft and Вир', ['b', 'ус'], 'ы']);
    expect(readText().pieces).toBe(3 + 1); // the last has one letter, too
    show(
      ['p', 'the ', ['a', 'harbour'], ', its boats ', ['b', 'and'], ' 12', ['br'], ['i', 'days']],
      ['p', 'Of'],
      ['p', '港', ['b', '町の'], '船は'],
    );
    expect(readText().pieces).toBe(1); // one sign in a node of its own
  });

  it('counts them in boxes too, which a style may put into one line', () => {
    show(['div', ['div', 'Mic'], ['x-y', 'roso'], ['section', 'ft Wi'], ['div', 'ndows']]);
    expect(readText().pieces).toBe(3);
    show([
      'ul',
      ...['Home', 'About us', '2025', '2026', 'OK'].map((said): Tree => ['li', said]),
      ' ',
      ['li', 'end'],
    ]);
    expect(readText().pieces).toBe(0);
    show([
      'ul',
      ['li', 'the harbour walk at seven'],
      ['li', 'past old boats and people'],
      ['li', 'a red light'],
    ]);
    expect(readText().pieces).toBe(1); // lists of whole lines; only the last is as short as a piece
  });

  it('reads a shadow root inside another one', () => {
    show(['div'], ['p', 'The harbour is open.']);
    const outer = document.querySelector('div')?.attachShadow({ mode: 'open' });
    const host = document.createElement('section');
    outer?.append(document.createElement('p'), host);
    host.attachShadow({ mode: 'open' }).textContent = 'Call us';
    expect(readText().text).toContain('Call us');
  });

  it('does not follow shadow roots without end', () => {
    show(['div']);
    let host: Element | null = document.querySelector('div');
    for (let depth = 0; depth < 200 && host; depth += 1) {
      const root: ShadowRoot = host.attachShadow({ mode: 'open' });
      root.append(`floor ${depth}.`, document.createElement('div'));
      host = root.querySelector('div');
    }
    expect(readText().text).toContain('floor 20.');
    expect(readText().text).not.toContain('floor 30.');
  });

  it('reads the beginning and the end of a long page, and stays short', () => {
    const rows = Array.from({ length: 5_000 }, (_, index): Tree => ['p', `row ${index} of the table`]);
    show(['p', 'the first words'], ...rows, ['p', 'the last words']);
    const { text } = readText();
    expect(text).toContain('the first words');
    expect(text).toContain('the last words');
    expect(text.length).toBeLessThan(20_000);
  });

  it('reads only a part of a text node of megabytes', () => {
    show(['pre', 'x'.repeat(10_000_000)], ['p', 'the end']);
    const { text } = readText();
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('the end');
  });

  it('reads past elements that stand in the place of properties of the document', () => {
    const image = document.createElement('img');
    image.setAttribute('name', 'body');
    show(['p', 'Call us']);
    document.body.append(image);
    expect(readText().text).toContain('Call us');
  });

  it('reads an open shadow root', () => {
    const host = document.createElement('div');
    document.body.append(host);
    host.attachShadow({ mode: 'open' }).append(grow(['p', 'in the shade']));
    expect(readText().text).toContain('in the shade');
  });
});
