// @vitest-environment jsdom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameFacts } from '../../../../src/detection/facts';
import { collectFacts } from '../../../../src/content/detector/collect-facts';
import { MovingParts } from '../../../../src/content/detector/moving-parts';
import { documentState } from '../../../../src/content/document-state';
import { asContentMessage } from '../../../../src/messages/validate';

const SCAM = 'Your computer is infected with a virus. Call Microsoft support now: 1-888-555-0134';

// jsdom has no layout: every element has the size of the window and stands in front.
let fullscreen: Element | null = null;
const own = Object.getOwnPropertyDescriptors(Document.prototype);
Object.assign(Document.prototype, {
  elementFromPoint: () => null,
  elementsFromPoint: () => [...document.body.children, document.body, document.documentElement],
});
Object.defineProperty(Document.prototype, 'fullscreenElement', { configurable: true, get: () => fullscreen });
const styleOf = getComputedStyle;
vi.stubGlobal('getComputedStyle', (element: Element) => styleOf(element)); // nor styles of pseudo-elements
const { getBoundingClientRect } = Element.prototype;
Element.prototype.getBoundingClientRect = function (this: Element): DOMRect {
  return new DOMRect(0, this.className === 'below' ? 5_000 : 0, 1024, 768);
};
afterAll(() => {
  for (const name of ['elementFromPoint', 'elementsFromPoint', 'fullscreenElement'] as const)
    Reflect.deleteProperty(Document.prototype, name);
  for (const name of ['elementFromPoint', 'elementsFromPoint'] as const)
    if (own[name] as unknown) Object.defineProperty(Document.prototype, name, own[name]);
  Element.prototype.getBoundingClientRect = getBoundingClientRect;
});

const facts = (markup: string): FrameFacts => {
  document.body.innerHTML = markup;
  return collectFacts(documentState(), new MovingParts());
};

beforeEach(() => {
  document.title = '';
  document.body.removeAttribute('style');
  document.body.removeAttribute('onselectstart');
  fullscreen = null;
  Object.assign(documentState(), { acts: {}, actTexts: [] });
});

describe('a reading that the page has made fail', () => {
  const concepts = (): string[] => facts(`<p>${SCAM}</p>`).words.concepts.map(({ concept }) => concept);

  it.each([
    ['what style rules write', () => vi.stubGlobal('getComputedStyle', failsFor('::before'))],
    [
      'attributes',
      () => vi.spyOn(Document.prototype, 'querySelectorAll').mockImplementation(failsAt('[alt]')),
    ],
  ])('takes nothing else away: %s', (_what, breakIt) => {
    const whole = concepts();
    breakIt();
    failed = 0;
    expect(concepts()).toEqual(whole);
    expect(failed, 'it was read').toBeGreaterThan(0);
    expect(whole).toContain('infected');
    vi.restoreAllMocks();
    vi.stubGlobal('getComputedStyle', (element: Element) => styleOf(element));
  });

  let failed = 0;
  const fails = (): never => {
    failed += 1;
    throw new RangeError('Maximum call stack size exceeded');
  };
  const failsFor = (side: string) => (element: Element, asked?: string) =>
    asked === side ? fails() : styleOf(element);
  const find = Document.prototype.querySelectorAll;
  const failsAt = (begin: string) =>
    function (this: Document, selector: string) {
      return selector.startsWith(begin) ? fails() : find.call(this, selector);
    };
});

describe('sound that plays', () => {
  it.each(['<audio autoplay>', '<video autoplay>', '<audio loop>'])('%s', (markup) => {
    expect(facts(markup).looks.mediaPlaying).toBe(true);
  });

  it.each(['<audio>', '<video>', '<video loop>'])('is not that of %s', (markup) => {
    expect(facts(markup).looks.mediaPlaying).toBe(false);
  });

  it('is found behind many players that are silent', () => {
    expect(facts(`${'<audio></audio>'.repeat(60)}<audio loop></audio>`).looks.mediaPlaying).toBe(true);
  });

  it('is not that of a player without sound, as of a moving background', () => {
    document.body.innerHTML = '<video autoplay></video>';
    (document.querySelector('video') ?? expect.unreachable()).muted = true;
    expect(collectFacts(documentState(), new MovingParts()).looks.mediaPlaying).toBe(false);
  });
});

describe('a page that cannot be scrolled', () => {
  it.each(['hidden', 'clip'])('is so under a layer (%s), not by itself', (overflow) => {
    document.body.style.overflowY = overflow;
    expect(facts('<p style="position: fixed">Hello</p>').looks.scrollLocked).toBe(true);
    expect(facts('<p>Hello</p>').looks.scrollLocked).toBe(false);
    document.body.removeAttribute('style');
    expect(facts('<p style="position: fixed">Hello</p>').looks.scrollLocked).toBe(false);
  });
});

describe('other looks', () => {
  it('full screen', () => {
    expect(facts('<p>Hello</p>').looks.fullscreen).toBe(false);
    fullscreen = document.body;
    expect(facts('<p>Hello</p>').looks.fullscreen).toBe(true);
  });

  it('a body that hides the pointer, and one that lets nothing be selected', () => {
    expect(facts('<p>Hello</p>').looks).toMatchObject({ cursorHidden: false, selectBlocked: false });
    document.body.style.cursor = 'none';
    document.body.setAttribute('onselectstart', 'return false');
    expect(facts('<p>Hello</p>').looks).toMatchObject({ cursorHidden: true, selectBlocked: true });
    document.body.removeAttribute('onselectstart');
    expect(facts('<p>Hello</p>').looks.selectBlocked).toBe(false);
    document.body.style.userSelect = 'none';
    expect(facts('<p>Hello</p>').looks.selectBlocked).toBe(true);
  });
});

describe('what the worker is told of a frame', () => {
  it('is a copy: what comes later changes no report that was made', () => {
    const state = documentState();
    state.acts.alert = { count: 1, unasked: 1, firstAt: 1, lastAt: 1 };
    state.actTexts.push('Hello');
    const { acts, actTexts } = facts('<p>Hello</p>');
    state.acts.alert.count = 9;
    state.actTexts.push('again');
    expect([acts.alert?.count, actTexts]).toEqual([1, ['Hello']]);
  });

  it('has the words of dialogs and of the title in its words', () => {
    documentState().actTexts.push('Your computer is infected with a virus');
    document.title = 'Call Microsoft support now: 1-888-555-0134';
    const { words } = facts('<p>Hello</p>');
    expect(words.concepts.map(({ concept }) => concept)).toContain('infected');
    expect(words.phones.map(({ shown }) => shown)).toEqual(['1-888-555-0134']);
  });

  it('is not refused by the worker, however long the address and the language are called', () => {
    history.replaceState(null, '', `/${'x'.repeat(9_000)}`);
    document.documentElement.lang = 'x'.repeat(900);
    const made = facts('<p>Hello</p>');
    history.replaceState(null, '', '/');
    document.documentElement.lang = '';
    expect(asContentMessage({ type: 'facts', doc: 'd', facts: made })).not.toBeNull();
  });

  it('knows a number that the page has from its address', () => {
    const isFromAddress = (): boolean | undefined => facts(`<p>${SCAM}</p>`).words.phones[0]?.fromAddress;
    expect(isFromAddress()).toBe(false);
    history.replaceState(null, '', '/?phone=1-888-555-0134');
    expect(isFromAddress()).toBe(true);
    history.replaceState(null, '', '/');
  });

  it('says whether it is the page itself or a frame in it', () => {
    expect(facts('<p>Hello</p>').top).toBe(true);
    vi.stubGlobal('window', { top: {} });
    const { top } = facts('<p>Hello</p>');
    vi.stubGlobal('window', globalThis);
    expect(top).toBe(false);
  });

  it('has each telling text measured, and the size of those that are met by the eye', () => {
    const threat = 'Your computer is infected with a virus';
    const number = 'Call Microsoft support now: 1-888-555-0134';
    const { words, looks } = facts(`<p>${threat}</p><p style="font-size: 40px">${number}</p>`);
    expect(words.phones[0]?.prominence).toBeGreaterThan(0.7);
    expect(looks.threatFontPx).toBe(40);
    expect(facts(`<p class="below" style="font-size: 40px">${SCAM}</p>`).looks.threatFontPx).toBe(0);
  });

  it('has what tells something first in its excerpt', () => {
    const { excerpt } = facts(`<p>The harbour is open.</p><p>${SCAM}</p>`);
    expect(excerpt).toBe(`${SCAM}\nThe harbour is open.`);
  });

  it('weighs words in an attribute less than the same words on the screen, and takes their size for none', () => {
    const [aside, shown] = [`<p>Hello</p><p style="font-size: 40px" title="${SCAM}"></p>`, `<p style="font-size: 40px">${SCAM}</p>`].map(facts); // prettier-ignore
    expect(aside?.words.phones[0]?.prominence).toBe(0.3);
    expect(shown?.words.phones[0]?.prominence).toBeGreaterThan(0.7);
    expect(aside?.looks.threatFontPx).toBe(0);
    expect(shown?.looks.threatFontPx).toBe(40);
  });

  it('takes a list of an article for advice, not one in a box laid over it', () => {
    const prose = `<p>${'The harbour is open again after the storm. '.repeat(20)}</p>`;
    expect(facts(`${prose}<ul><li>${SCAM}</li></ul>`).structure.quotedShare).toBeGreaterThan(0.5);
    expect(facts(`${prose}<ul style="position: fixed"><li>${SCAM}</li></ul>`).structure.quotedShare).toBe(0);
    expect(facts(`<p>Hello</p><ul><li>${SCAM}</li></ul>`).structure.quotedShare).toBe(0);
  });
});
