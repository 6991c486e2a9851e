// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { longText, readText } from '../../../src/content/gate/read-text';
import { textNodes, type ReadLimits } from '../../../src/content/text-nodes';
import { wordsOf } from '../../../src/content/words-of';
import { show, type Tree } from './tree';

const SCAM = 'Windows is locked. Call 1-888-555-0134';
const PROSE = 'The river runs past the old mill. ';
const seen = (): string => visibleTexts(new Visibility()).map(({ text }) => text).join('\n'); // prettier-ignore

beforeEach(() => {
  document.title = '';
  // A look is limited by time, too, which a busy machine would use up.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

describe('words between more text nodes than are taken', () => {
  const fill = (count: number, part: () => Node): DocumentFragment => {
    const filler = document.createDocumentFragment();
    for (let index = 0; index < count; index += 1) filler.append(part(), document.createComment(''));
    return filler;
  };
  const around = (count: number, part: () => Node): void => {
    show(['p', SCAM]);
    document.body.prepend(fill(count, part));
    document.body.append(fill(count, part));
  };
  const text = (words: string) => () => document.createTextNode(words);
  const element = (name: string, words: string) => () => {
    const made = document.createElement(name);
    made.textContent = words;
    return made;
  };

  const LIMITS: ReadLimits = { head: 200, tail: 100, nodes: 30, ms: 100, node: 80 };
  const read = (limits = LIMITS): string => textNodes(document.body, limits).map(({ words }) => words).join('|'); // prettier-ignore

  it.each([
    ['blank ones', 40, text(' ')],
    ['so many blank ones that they fill the limits', 300, text('\n')],
    ['blank ones in boxes', 300, element('div', ' ')],
    ['empty ones', 40, text('')],
    ['ones with an invisible letter', 40, text('\u200b')],
    ['rules of style', 40, element('style', '#a')],
  ])('are read: %s', (_name, count, part) => {
    around(count, part);
    expect(read()).toContain(SCAM);
  });

  it('are read where nobody sees the others', () => {
    around(40, element('i', 'x'));
    expect(read()).not.toContain(SCAM);
    expect(read({ ...LIMITS, unseen: ({ data }) => data === 'x' })).toBe(SCAM);
  });

  it('are read by the gate and by the detector', () => {
    around(3_100, text(' '));
    expect(readText().text).toContain(SCAM);
    expect(seen()).toContain(SCAM);
  });

  it('are one word where an empty node stands inside it', () => {
    show(['p', 'Windows is lo', '', 'cked']);
    expect(readText().text).toContain('locked');
  });

  it('keep one blank between them where blanks fill the limits', () => {
    const blanks = Array.from({ length: 15 }, (): Tree => ['b', ' '.repeat(900)]);
    show(['p', ['b', 'Call'], '', ' ', ...blanks, ' ', ['b', 'us']]);
    expect(readText().text).toMatch(/Call us$/);
    expect(seen().replaceAll('\n', '')).toBe('Call us');
  });

  it.each(['', ' '])(
    'are not looked for longer than there is time, whatever is passed over: "%s"',
    (blank) => {
      document.body.replaceChildren(fill(2_000, text(blank)), SCAM);
      let asked = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => (asked += 10));
      let steps = 0;
      const unseen = (): boolean => (steps += 1) < 0;
      const limits: ReadLimits = { ...LIMITS, head: 10_000, tail: 0, ms: 100, filled: true, unseen };
      expect(read(limits)).not.toContain(SCAM);
      expect(steps).toBeLessThan(500);
    },
  );
});

describe('one long text node', () => {
  const node = (words: string): Text => document.createTextNode(words);

  it.each([4_100, 6_100, 9_100, 100_000, 1_000_000])('of %d characters is read to its end', (length) => {
    const words = PROSE.repeat(Math.ceil(length / PROSE.length)).slice(0, length);
    show(['pre', `${words}\n${SCAM}`]);
    expect(longText() ?? '').toContain(SCAM);
    expect(readText().text).toContain(SCAM);
    expect(seen()).toContain(SCAM);
  });

  it('is read to its end where what nobody sees fills it', () => {
    show(['pre', `${' '.repeat(200_000)}${SCAM}`]);
    expect(readText().text).toContain(SCAM);
    expect(seen()).toContain(SCAM);
  });

  it('gives its beginning and half as much from its end, parted by a line break', () => {
    expect(wordsOf(node('abcdefghij'), 4)).toBe('abcd\nij');
    expect(wordsOf(node('abcdef'), 4)).toBe('abcdef');
    expect(wordsOf(node(`${'ab'.repeat(200_000)}yz`), 4)).toBe('abab\nyz');
    expect(wordsOf(node(`abc${' '.repeat(200_000)}xyz`), 4, true)).toBe('abc \nyz');
  });

  it('of megabytes is not brought here whole', () => {
    const whole = vi.spyOn(CharacterData.prototype, 'data', 'get');
    wordsOf(node('x'.repeat(10_000_000)), 6_000);
    expect(whole).not.toHaveBeenCalled();
  });
});

describe('a page that says next to nothing', () => {
  const markup = (filler: string): string =>
    `<style>b::before{content:attr(data-t)}</style>${filler}<b data-t="${SCAM}"></b>`;

  it.each([
    ['blanks between empty elements', '<i></i>\n'.repeat(201)],
    ['blanks within a text', `<p>Hello${' '.repeat(300)}there</p>`],
    ['less than 200 letters', `<p>${'x '.repeat(199)}</p>`],
  ])('has what its style rules show read: %s', (_name, filler) => {
    document.body.innerHTML = markup(filler);
    expect(readText().text).toContain(SCAM);
  });

  it('is none where it says something', () => {
    document.body.innerHTML = markup(`<p>${'x '.repeat(200)}</p>`);
    expect(readText().text).not.toContain(SCAM);
  });
});
