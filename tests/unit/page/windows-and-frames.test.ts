// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { watchOpen } from '../../../src/page/acts/windows';
import { makeAdopt, watchFrames } from '../../../src/page/frames';
import type { PageWindow } from '../../../src/page/natives';
import { getter, unitScope } from './unit-scope';

describe('a window that a page opens', () => {
  it.each([
    ['/x', true],
    ['', false],
    ['about:blank', false],
  ])('is hooked before the page gets it where it has an address to load: "%s"', (address, isHooked) => {
    const opened = {};
    const open: (address: string) => unknown = () => opened;
    const window = { open };
    const { scope, adopted, claims } = unitScope(window);
    watchOpen(scope);
    expect(window.open(address)).toBe(opened);
    expect(adopted).toEqual(isHooked ? [opened] : []);
    expect(claims).toEqual([`open-window ${address}`.trim()]);
  });

  it('is none where the browser opened none', () => {
    const window: { open: (address: string) => unknown } = { open: () => null };
    const { scope, adopted } = unitScope(window);
    watchOpen(scope);
    expect(window.open('/x')).toBeNull();
    expect(adopted).toEqual([]);
  });
});

describe('a frame', () => {
  it.each([
    ['src', '/x', true],
    ['src', 'about:blank', false],
    ['src', '', false],
    ['srcdoc', '', true],
    ['data', '/x', true],
    ['name', 'x', false],
  ])('is hooked where it has a page to load: %s="%s"', (name, value, isHooked) => {
    const inner = {};
    class Frame extends EventTarget {}
    getter(Frame.prototype, 'contentWindow', () => inner);
    getter(Frame.prototype, 'contentDocument', () => 'document');
    const getAttribute = (asked: string): string | null => (asked === name ? value : null);
    const { scope, adopted } = unitScope({ HTMLIFrameElement: Frame, HTMLFrameElement: Frame, HTMLObjectElement: Frame, Element: { prototype: { getAttribute } } });
    watchFrames(scope);
    const frame = new Frame() as unknown as HTMLIFrameElement;
    expect([frame.contentWindow, frame.contentDocument]).toEqual([inner, 'document']);
    expect(adopted.includes(inner)).toBe(isHooked);
  }); // prettier-ignore

  it('of another origin has no document: its window is not touched, which would throw at each read', () => {
    class Frame extends EventTarget {}
    const inner = {};
    getter(Frame.prototype, 'contentWindow', () => inner);
    getter(Frame.prototype, 'contentDocument', () => null);
    const { scope, adopted } = unitScope({ HTMLIFrameElement: Frame, HTMLFrameElement: Frame, HTMLObjectElement: Frame, Element: { prototype: { getAttribute: () => '/x' } } });
    watchFrames(scope);
    const frame = new Frame() as unknown as HTMLIFrameElement;
    expect(frame.contentWindow).toBe(inner);
    expect(adopted).toEqual([]);
  }); // prettier-ignore

  it('is hooked once, while it is empty, and not where another site is in it', () => {
    const install = vi.fn();
    const adopt = makeAdopt(install);
    const empty = { document: {}, location: { href: 'about:blank' } };
    adopt(empty);
    adopt(empty);
    expect(install.mock.calls).toEqual([[empty]]);
    adopt({ document: {}, location: { href: 'https://one.example/' } });
    adopt(null);
    const foreign = {};
    getter(foreign, 'document', () => {
      throw new Error('another origin');
    });
    expect(() => adopt(foreign as PageWindow)).not.toThrow();
    expect(install).toHaveBeenCalledTimes(1);
    empty.document = {};
    adopt(empty);
    expect(install, 'a new document').toHaveBeenCalledTimes(2);
  });
});
