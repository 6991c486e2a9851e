// @vitest-environment jsdom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attributeTexts, generatedTexts } from '../../../../src/content/detector/other-texts';
import { measurePlace } from '../../../../src/content/detector/prominence';
import { Visibility, visibleTexts } from '../../../../src/content/detector/page-text';

const SCAM = 'Windows is locked. Call 1-888-555-0134';
const shown = (): string[] => visibleTexts(new Visibility()).map(({ text }) => text.trim());
const shadowOf = (selector: string): ShadowRoot =>
  document.querySelector(selector)?.attachShadow({ mode: 'open' }) ?? expect.unreachable();

beforeEach(() => {
  document.title = '';
  document.body.innerHTML = '';
});

describe('an element that is displayed as its contents', () => {
  // As CSSOM View has it: false for what has no box, "display: contents" as well as "none", and for what is in "none".
  const isHidden = (one: Element | null): boolean =>
    one !== null && (getComputedStyle(one).display === 'none' || isHidden(one.parentElement));
  function checkVisibility(this: Element): boolean {
    return !isHidden(this) && getComputedStyle(this).display !== 'contents';
  }
  const { Element: Class } = window;
  beforeEach(async () => {
    Object.assign(Class.prototype, { checkVisibility });
    vi.resetModules();
  });
  afterAll(() => Reflect.deleteProperty(Class.prototype, 'checkVisibility'));

  /** The module takes the method when it is loaded. */
  async function read(): Promise<string[]> {
    const page = await import('../../../../src/content/detector/page-text');
    return page.visibleTexts(new page.Visibility()).map(({ text }) => text.trim());
  }

  it.each([
    ['is read', `<p style="display: contents">${SCAM}</p>`, [SCAM]],
    ['in another one', `<p style="display: contents"><b style="display: contents">${SCAM}</b></p>`, [SCAM]],
    [
      'is not read in a hidden one',
      `<p style="display: none"><b style="display: contents">${SCAM}</b></p>`,
      [],
    ],
    ['is not read where it is invisible', `<p style="display: contents; visibility: hidden">${SCAM}</p>`, []],
    ['and a hidden one is none', `<p style="display: none">${SCAM}</p>`, []],
  ])('%s', async (_what, markup, texts) => {
    document.body.innerHTML = markup;
    expect(await read()).toEqual(texts);
  });

  it('is read in a shadow root', async () => {
    document.body.innerHTML = '<p style="display: contents"></p>';
    shadowOf('p').append(SCAM);
    expect(await read()).toEqual([SCAM]);
  });

  it('is read where many stand in one another', async () => {
    let inner: Element = document.body;
    for (let depth = 0; depth < 60; depth += 1) {
      inner.innerHTML = '<b style="display: contents"></b>';
      inner = inner.firstElementChild ?? inner;
    }
    inner.textContent = SCAM;
    expect(await read()).toEqual([SCAM]);
  });

  it('stands where its contents stand', () => {
    document.body.innerHTML = `<p style="display: contents; font-size: 40px">${SCAM}</p>`;
    const { elementFromPoint } = Document.prototype;
    Document.prototype.elementFromPoint = () => null; // jsdom has neither this nor the next
    Range.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 500, 50);
    const { prominence } = measurePlace(document.querySelector('p') ?? document.body, []);
    Document.prototype.elementFromPoint = elementFromPoint;
    delete (Range.prototype as Partial<Range>).getBoundingClientRect;
    expect(prominence).toBeGreaterThan(0.7);
  });
});

describe('words that are no text, in a shadow root', () => {
  it('are read from its attributes', () => {
    document.body.innerHTML = '<div></div>';
    shadowOf('div').innerHTML = `<img alt="${SCAM}"><a href="tel:1-888-555-0134">Call now</a>`;
    shown();
    const read = attributeTexts(new Visibility()).map(({ text }) => text);
    expect(read).toEqual([SCAM, 'Call now 1-888-555-0134']);
  });
});

describe('a number that only a press would tell', () => {
  it.each([
    [
      'of a button',
      `<button onclick="location.href='tel:1-888-555-0134'">Call now</button>`,
      'Call now 1-888-555-0134',
    ],
    ['of a part of a picture', '<map><area href="tel:1-888-555-0134"></map>', ' 1-888-555-0134'],
    ['of a field that cannot be changed', `<input disabled value="${SCAM}">`, SCAM],
  ])('%s', (_what, markup, text) => {
    document.body.innerHTML = markup;
    shown();
    expect(attributeTexts(new Visibility()).map((one) => one.text)).toEqual([text]);
  });

  it('is none in a script that does something else', () => {
    document.body.innerHTML = '<button onclick="hotel:for (;;) break hotel">Call</button>';
    shown();
    expect(attributeTexts(new Visibility())).toEqual([]);
  });
});

it('the number of a link at the end of a page is read, whatever stands before it', () => {
  document.body.innerHTML = `${'<i title="Read more"></i>'.repeat(1_000)}<a href="tel:1-888-555-0134">Call now</a>`;
  shown();
  const read = attributeTexts(new Visibility()).map(({ text }) => text);
  expect(read.at(-1)).toBe('Call now 1-888-555-0134');
  expect(read.length).toBeLessThan(500);
});

describe('a field of the person', () => {
  it.each(['placeholder', 'title', 'aria-label'])(
    'is left alone, whatever stands in its value (%s)',
    (name) => {
      // React keeps what is typed in the attribute, too.
      document.body.innerHTML = `<input ${name}="Your number" value="01632 960 001">`;
      shown();
      expect(attributeTexts(new Visibility()).map(({ text }) => text)).toEqual(['Your number']);
    },
  );
});

describe('words that style rules write', () => {
  const styled = vi.spyOn(window, 'getComputedStyle');
  afterAll(() => styled.mockRestore());
  beforeEach(() =>
    styled.mockImplementation((element, side) => {
      const content = side ? (element.getAttribute(side.slice(2)) ?? '') : '';
      return { content: `"${content}"`, display: 'block', visibility: 'visible' } as CSSStyleDeclaration; // what is asked
    }),
  );
  const written = (): string => {
    shown();
    return generatedTexts(new Visibility())
      .map(({ text, glued }) => (glued ? text : ` ${text}`))
      .join('')
      .trim();
  };

  it('are read where other elements stand in theirs, on the body too', () => {
    document.body.innerHTML = `<div before="${SCAM}"><button>OK</button></div>`;
    expect(written()).toBe(SCAM);
    document.body.setAttribute('before', 'Windows');
    expect(written()).toBe(`Windows ${SCAM}`);
    document.body.removeAttribute('before');
  });

  it.each([
    ['nothing stands between', '<p> <b before="01 99 00 " after="12 34"></b>'],
    ['the rest of the number stands between', '<p> <b before="01 99 " after=" 12 34">00</b>'],
  ])('are one text before and after an element where %s', (_where, markup) => {
    document.body.innerHTML = markup;
    expect(written()).toBe('01 99 00 12 34');
  });

  it('are not read on with those of the next line', () => {
    document.body.innerHTML = '<p> <b before="01 99 00 12 34"></b><i before="Call now"></i>';
    shown();
    const boxes = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      return new DOMRect(0, this.localName === 'i' ? 20 : 0, 200, 20);
    });
    expect(generatedTexts(new Visibility()).map(({ glued }) => glued)).toEqual([false, false]);
    boxes.mockRestore();
  });

  it.each([
    ['a word begins right behind a number', '<b before="01 99 00 12 34" after="Call now"></b>'],
    ['the element has words of its own', '<b before="New" after="(opens elsewhere)">Garden chairs</b>'],
    ['figures stand in a text box', '<textarea before="01 99" after="12 34">00</textarea>'],
  ])('are two texts, not read as one, where %s', (_where, markup) => {
    document.body.innerHTML = markup;
    shown();
    expect(generatedTexts(new Visibility()).map(({ glued }) => glued)).toEqual([false, false]);
  });

  it('are two where the element has words of its own, which are read in their place', () => {
    document.body.innerHTML = '<p> <b before="New: " after=" (opens elsewhere)">Garden chairs</b>';
    expect(written()).toBe('New:   (opens elsewhere)');
  });

  it.each([
    ['attr(data-words)', SCAM],
    ['"Now: " attr(data-words, "none")', `Now: ${SCAM}`],
    ['attr(data-other)', ''],
  ])('are read out of the attribute that the browser only names: %s', (content, text) => {
    document.body.innerHTML = `<b data-words="${SCAM}"></b>`;
    styled.mockImplementation((element, side) => ({ content: element?.localName === 'b' && side === '::before' ? content : 'none', display: 'block', visibility: 'visible' }) as CSSStyleDeclaration); // prettier-ignore
    expect(written()).toBe(text);
  });

  it('are read in a shadow root', () => {
    document.body.innerHTML = '<div></div>';
    shadowOf('div').innerHTML = `<p before="${SCAM}"></p>`;
    expect(written()).toBe(SCAM);
  });

  it('are read in their order, with a blank where the markup has one', () => {
    document.body.innerHTML = [...SCAM.split(' ')].map((word) => `<b before="${word}"></b>`).join(' ');
    expect(written()).toBe(SCAM);
    document.body.innerHTML = [...'locked'].map((letter) => `<b before="${letter}"></b>`).join('');
    expect(written()).toBe('locked');
  });
});
