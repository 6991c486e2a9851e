// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { Visibility, type PlacedText } from '../../../../src/content/detector/page-text';
import { findRoots } from '../../../../src/content/detector/shadow-roots';
import { readStructure } from '../../../../src/content/detector/structure';

/** jsdom has no layout: what has the attribute `hidden`, or stands in such a thing, is not seen. */
const visibility = Object.assign(new Visibility(), {
  of: (element: Element): boolean => element.closest('[hidden]') === null,
});

/** Makes a shadow root of each template, in the element around it. */
function growRoots(within: ParentNode): void {
  for (const { content, parentElement } of within.querySelectorAll('template')) {
    const root = parentElement?.attachShadow({ mode: 'open' });
    root?.append(content);
    if (root) growRoots(root);
  }
}

function structure(markup: string, texts: [text: string, glued?: boolean][] = []) {
  document.body.innerHTML = markup;
  growRoots(document);
  findRoots();
  const placed = texts.map(([text, glued = false]): PlacedText => ({ text, glued, element: document.body }));
  return readStructure(placed, visibility);
}
const link = (href: string, more = ''): string => `<a href="${href}" ${more}>more</a>`;

describe('the links of a page', () => {
  it('count once for each other page of the site and each other site', () => {
    const own = [link('/one'), link('/one?again#there'), link('/two'), link('/'), link('#top'), link('?page=2')];
    const others = [link('https://a.example/1'), link('https://a.example/2'), link('http://b.example/')];
    expect(structure([...own, ...others].join(''))).toMatchObject({ siteLinks: 3, outLinks: 2 });
  }); // prettier-ignore

  it('are pages where only a query or a route tells them apart, once for what stands on them', () => {
    const named = (to: string, name: string): string => `<a href="${to}">${name}</a>`;
    const site = ['?page=cards', '?page=loans', '#/news', '#!/help'].map((to) => named(to, to)).join('');
    expect(structure(site)).toMatchObject({ siteLinks: 4 });
    const dead = ['?a', '?b', '?c', '#/'].map((to) => named(to, 'Scan now')).join('');
    expect(structure(dead)).toMatchObject({ siteLinks: 1 });
    expect(structure(['?', '#', '#part', ''].map((to) => named(to, to)).join(''))).toMatchObject({
      siteLinks: 0,
    });
  });

  it('are none where they lead to no page', () => {
    const none = ['tel:555-0134', 'mailto:a@one.example', 'javascript:void 0', 'ms-settings:x'].map((to) => link(to));
    expect(structure(none.join(''))).toMatchObject({ siteLinks: 0, outLinks: 0 });
  }); // prettier-ignore

  it('count only where a person can see them', () => {
    const unseen = link('/one', 'hidden') + link('https://a.example/', 'hidden');
    expect(structure(unseen)).toMatchObject({ siteLinks: 0, outLinks: 0 });
  });

  it('are also the parts of a picture, where the picture is seen', () => {
    const map = '<map name="m"><area href="/one"><area href="/two"></map>';
    expect(structure(map)).toMatchObject({ siteLinks: 0 });
    expect(structure(`${map}<img usemap="#m">`)).toMatchObject({ siteLinks: 2 });
    expect(structure(`${map}<img usemap="#m" hidden>`)).toMatchObject({ siteLinks: 0 });
  });

  it('are counted up to a limit: a page can have tens of thousands', () => {
    const many = Array.from({ length: 450 }, (_, index) => link(`/${index}`)).join('');
    expect(structure(many).siteLinks).toBe(400);
  });
});

describe('a site made of components', () => {
  /** An element with a shadow root, and what it shows in a slot. */
  const component = (inside: string, slotted = ''): string =>
    `<x-part><template>${inside}</template>${slotted}</x-part>`;

  it('shows its links, its footer and its form in shadow roots', () => {
    const parts = component(link('/one') + link('https://a.example/')) + component('<footer>2026</footer>');
    const form = component('<input type="password">');
    expect(structure(parts + form)).toMatchObject({ siteLinks: 1, outLinks: 1, footer: true, signIn: true });
    expect(structure(`<div>${link('/one')}</div>`)).toMatchObject({
      siteLinks: 1,
      footer: false,
      signIn: false,
    });
  });

  it.each([
    ['all of it in one root', component(`<nav>${link('/one')}</nav>`)],
    ['each entry a component in it', `<nav>${component(link('/one'))}</nav>`],
    ['each entry a component in a component', component(`<nav>${component(link('/one'))}</nav>`)],
    ['in a slot of which the entries stand', component('<nav><slot></slot></nav>', component(link('/one')))],
  ])('has a menu, %s', (_, markup) => {
    expect(structure(markup).navigation).toBe(true);
    expect(structure(markup.replaceAll('nav>', 'div>')).navigation).toBe(false);
  });

  it('has none where the links are in another place', () => {
    expect(structure(`<nav>Menu</nav>${component(link('/one'))}`).navigation).toBe(false);
  });
});

describe('the prose of a page', () => {
  const words = (length: number): string => 'x'.repeat(length);

  it('is what has the length of a paragraph, all of it', () => {
    expect(structure('', [[words(79)]]).proseLength).toBe(0);
    expect(structure('', [[words(80)], [words(20)], [words(100)]]).proseLength).toBe(180);
  });

  it('is measured over the parts of a paragraph, not over two paragraphs', () => {
    expect(structure('', [[words(50)], [words(50), true]]).proseLength).toBe(100);
    expect(structure('', [[words(50)], [words(50)]]).proseLength).toBe(0);
  });

  it('makes an article of a page only where there is a good deal of it', () => {
    const paragraphs = (count: number) => Array.from({ length: count }, (): [string] => [words(240)]);
    const marks = '<article><h1>Title</h1><time></time><a rel="author">Me</a></article>';
    expect(structure(marks, paragraphs(5)).article).toBe(1);
    expect(structure(marks, paragraphs(1)).article).toBeLessThan(0.5);
    expect(structure('', paragraphs(5)).article).toBe(0.4);
    expect(structure(marks).article).toBeLessThan(0.2);
  });
});

describe('a mark of an honest page counts only where a person can see it', () => {
  const hide = (markup: string): string => `<div hidden>${markup}</div>`;

  it.each([
    ['navigation', '<nav><a href="/">Home</a></nav>'],
    ['navigation', '<div class="main-menu"><a href="/">Home</a></div>'],
    ['footer', '<footer>2026</footer>'],
    ['signIn', '<input type="password">'],
    ['signIn', '<input autocomplete="cc-number">'],
    ['shop', '<p itemprop="price">1</p>'],
    ['shop', '<button class="add-to-cart">Buy</button>'],
  ] as const)('%s: %s', (mark, markup) => {
    expect(structure(markup)[mark]).toBe(true);
    expect(structure(hide(markup))[mark]).toBe(false);
    expect(structure('<p>none</p>')[mark]).toBe(false);
    expect(structure(hide(markup) + markup)[mark]).toBe(true);
  });

  it.each(['<h1>Title</h1>', '<main>All</main>'])('article: %s', (markup) => {
    expect(structure(markup).article).toBeGreaterThan(0);
    expect(structure(hide(markup)).article).toBe(0);
  });
});

describe('prose', () => {
  const SENTENCES = 'The river runs past the old mill, and children play there all summer long. '.repeat(3);

  it('is what stands in long runs', () => {
    expect(structure('', [[SENTENCES]]).proseLength).toBe(SENTENCES.trim().length);
    expect(structure('', [['Call us']]).proseLength).toBe(0);
  });

  it.each([
    ['a log', '[    3.0000] disk0: sector read\n[    3.7310] usb: driver not known\n'.repeat(6)],
    ['a dump', '0000FE10  25 81 DF 3F A1 05\n0000FE20  4A A7 08 6D D6 43\n'.repeat(6)],
    ['a list of times', '12:00:01 connected\n12:00:02 files copied\n'.repeat(6)],
  ])('is not %s that is to look like a machine at work', (_what, listing) => {
    expect(structure('', [[listing]])).toMatchObject({ proseLength: 0, article: 0 });
    expect(structure('', [[SENTENCES], [listing]]).proseLength).toBe(SENTENCES.trim().length);
  });

  it('is a text in lines, also one with numbered ones', () => {
    const text = `${SENTENCES}\n1. the mill\n2. the river\n${SENTENCES}\n${SENTENCES}`;
    expect(structure('', [[text]]).proseLength).toBe(text.trim().length);
  });
});
