// @vitest-environment jsdom
import { JSDOM, VirtualConsole } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installHook, type Hook } from '../../../src/page/install';
import type { PageWindow } from '../../../src/page/natives';

let page: PageWindow;
let hook: Hook;
const claim = vi.fn<(act: string, detail?: string, times?: number) => void>();
const alerted = vi.fn();

/** jsdom has no dialogs, and of the classes of a browser some: what the hook does not find it leaves out. */
beforeEach(() => {
  const virtualConsole = new VirtualConsole(); // which says nothing
  page = new JSDOM('<p>Hello', { url: 'https://one.example/', virtualConsole })
    .window as unknown as PageWindow; // as a page has it
  claim.mockReset();
  alerted.mockReset();
  page.alert = alerted;
  hook = installHook(page, claim);
});

const told = (): string[] => claim.mock.calls.map(([act]) => act);

describe('the hook of a page', () => {
  it('tells of a call and lets it through, until the page was judged', () => {
    page.alert('one');
    hook.defuse();
    page.alert('two');
    expect(claim.mock.calls.map(([, detail]) => detail)).toEqual(['one', 'two']);
    expect(alerted.mock.calls).toEqual([['one']]);
  });

  it('lets all calls through again, untold, once the person trusts a page that was judged', () => {
    const { alert } = page;
    hook.defuse();
    hook['stand-down']();
    page.alert('one');
    alert('kept by the page');
    expect(alerted.mock.calls).toEqual([['one'], ['kept by the page']]);
    expect(told()).toEqual([]);
    expect(page.alert).toBe(alerted);
  });

  it('stays away from a page that is trusted, whatever comes later', () => {
    const { alert } = page;
    page.onbeforeunload = () => undefined;
    claim.mockReset();
    hook['stand-down']();
    hook.defuse();
    alert('one');
    page.alert('two');
    expect(alerted).toHaveBeenCalledTimes(2);
    expect(told()).toEqual([]);
    expect(page.onbeforeunload).toBeTypeOf('function');
  });

  it('leaves what the page has put over it where it is', () => {
    const ours = page.alert;
    const mine = vi.fn((text?: string) => ours(text));
    page.alert = mine;
    hook['stand-down']();
    expect(page.alert).toBe(mine);
    page.alert('one');
    expect([alerted.mock.calls, told()]).toEqual([[['one']], []]);
  });

  it('takes the handler of "Leave this page?" away only once', () => {
    page.onbeforeunload = () => undefined;
    hook.defuse();
    expect(page.onbeforeunload).toBeNull();
    const set = vi.fn();
    Object.defineProperty(page, 'onbeforeunload', { configurable: true, set });
    hook.defuse();
    expect(set).not.toHaveBeenCalled();
  });
});

describe('"Leave this page?"', () => {
  const asked = vi.fn();
  const body = (): HTMLBodyElement => page.document.body as HTMLBodyElement; // the page is one of HTML
  const leave = (): void => void page.dispatchEvent(new page.Event('beforeunload', { cancelable: true }));
  beforeEach(() => void asked.mockReset());

  it('is told where a handler is set, not where one is taken away or another event is listened for', () => {
    page.addEventListener('unload', asked);
    page.onbeforeunload = null;
    body().onbeforeunload = null;
    expect(told()).toEqual([]);
    page.addEventListener('beforeunload', asked);
    page.onbeforeunload = asked;
    body().onbeforeunload = asked;
    expect(told()).toEqual(['beforeunload', 'beforeunload', 'beforeunload']);
  });

  it('is asked by an honest page as ever, by a judged one no more, by a trusted one again', () => {
    page.addEventListener('beforeunload', asked, true);
    leave();
    expect(asked).toHaveBeenCalledTimes(1);
    hook.defuse();
    leave();
    expect(asked).toHaveBeenCalledTimes(1);
    hook['stand-down']();
    leave();
    expect(asked).toHaveBeenCalledTimes(2);
  });
});

describe('a link that a script clicks', () => {
  const link = (href: string, { download = false, placed = true } = {}): HTMLAnchorElement => {
    const made = page.document.createElement('a');
    made.href = href;
    if (download) made.download = 'x';
    if (placed) page.document.body.append(made);
    return made;
  };

  it.each([true, false])('is told where it saves a file or leaves the browser (in the page: %s)', (placed) => {
    const clicked = vi.fn((click: Event) => click.preventDefault());
    const links = [link('/x', { download: true, placed }), link('tel:555-0134', { placed }), link('#x', { placed })];
    for (const made of links) {
      made.addEventListener('click', clicked);
      made.click();
    }
    expect(claim.mock.calls.map(([act, where]) => `${act} ${where}`)).toEqual(['download /x', 'external-link tel:555-0134']);
    expect(clicked, 'the page hears its own clicks').toHaveBeenCalledTimes(3);
  }); // prettier-ignore

  it.each([true, false])('does nothing any more once the page was judged (in the page: %s)', (placed) => {
    hook.defuse();
    const clicked = vi.fn();
    const made = link('tel:555-0134', { placed });
    made.addEventListener('click', clicked);
    made.click();
    expect(clicked).not.toHaveBeenCalled();
    const ordinary = link('#x', { placed });
    ordinary.addEventListener('click', clicked);
    ordinary.click();
    expect(clicked, 'ordinary ones do').toHaveBeenCalled();
  });

  it('is not followed either once the page was judged', () => {
    const click = (): boolean =>
      link('tel:555-0134').dispatchEvent(new page.MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(click()).toBe(true);
    hook.defuse();
    expect(click()).toBe(false);
  });

  /** Something inside a link, and what of it is put into the page. */
  const inside = (made: Element, wrap = made): HTMLElement => {
    const part = page.document.createElement('span');
    made.append(part);
    page.document.body.append(wrap);
    return part;
  };
  const rooted = (mode: ShadowRootMode): [link: HTMLAnchorElement, host: HTMLElement] => {
    const host = page.document.createElement('div');
    const made = link('/x', { download: true, placed: false });
    host.attachShadow({ mode }).append(made);
    return [made, host];
  };
  it.each<[string, () => HTMLElement]>([
    ['something inside it', () => inside(link('/x', { download: true }))],
    ['something inside it, outside the page', () => {
      const made = link('/x', { download: true, placed: false });
      return made.appendChild(page.document.createElement('b'));
    }],
    ['it, in a shadow root', () => {
      const [made, host] = rooted('open');
      page.document.body.append(host);
      return made;
    }],
    ['something inside it, in a closed root', () => {
      const [made, host] = rooted('closed');
      return inside(made, host);
    }],
    ['a part of a picture that is one', () => {
      const area = page.document.createElement('area');
      area.href = '/x';
      area.setAttribute('download', '');
      return page.document.body.appendChild(area);
    }],
  ])('is told, and stopped on a judged page, where the script clicks %s', (_what, make) => {
    const clicked = vi.fn((click: Event) => click.preventDefault());
    const pressed = make();
    pressed.addEventListener('click', clicked);
    pressed.click();
    expect(claim.mock.calls.filter(([act]) => act !== 'root')).toEqual([['download', '/x', undefined]]);
    expect(clicked).toHaveBeenCalledTimes(1);
    hook.defuse();
    pressed.click();
    expect(clicked).toHaveBeenCalledTimes(1);
  }); // prettier-ignore

  it('is told where its name has a prefix, too', () => {
    const made = page.document.createElementNS('http://www.w3.org/1999/xhtml', 'x:a') as HTMLAnchorElement;
    expect(made.nodeName).toBe('X:A');
    made.href = 'tel:555-0134';
    made.click();
    page.document.body.append(made);
    made.click();
    expect(told()).toEqual(['external-link', 'external-link']);
  });

  it('is none where what is clicked is no element: nobody is told of a mistake', () => {
    const mistakes = vi.fn();
    page.addEventListener('error', mistakes);
    for (const target of [page, page.document, page.document.body.appendChild(new page.Text('x'))])
      target.dispatchEvent(new page.MouseEvent('click', { bubbles: true }));
    expect([mistakes.mock.calls, told()]).toEqual([[], []]);
  });

  it('is left alone where it is no link', () => {
    const clicked = vi.fn();
    const button = page.document.createElement('button');
    button.setAttribute('href', 'tel:555-0134');
    button.addEventListener('click', clicked);
    page.document.body.append(button);
    hook.defuse();
    button.click();
    expect([clicked.mock.calls.length, told()]).toEqual([1, []]);
  });
});
