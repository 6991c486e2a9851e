// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Visibility, visibleTexts } from '../../../src/content/detector/page-text';
import { readText } from '../../../src/content/gate/read-text';
import { isInBody, isLoading, isVisible, shadowOf } from '../../../src/content/safe-document';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.head.replaceChildren();
  document.body.replaceChildren();
});

it('a page is loading while it is parsed, not while its pictures come', () => {
  const state = vi.spyOn(Document.prototype, 'readyState', 'get');
  const loads = ['loading', 'interactive', 'complete'].map((now) => {
    state.mockReturnValue(now as DocumentReadyState);
    return isLoading();
  });
  expect(loads).toEqual([true, false, false]);
});

it('a page is visible only where the browser says so', () => {
  const state = vi.spyOn(Document.prototype, 'visibilityState', 'get');
  const seen = ['visible', 'hidden'].map((now) => {
    state.mockReturnValue(now as DocumentVisibilityState);
    return isVisible();
  });
  expect(seen).toEqual([true, false]);
});

it('a script of the head stands not in the body, one of the body does, whatever stands in the head', () => {
  document.head.append(document.createElement('script'));
  expect(isInBody('script')).toBe(false);
  document.body.append(document.createElement('script'));
  expect(isInBody('script')).toBe(true);
});

it('a script of the body stands in it though another stands behind the body', () => {
  document.body.append(document.createElement('script'));
  const behind = document.createElement('script');
  document.documentElement.append(behind);
  expect(isInBody('script')).toBe(true);
  document.body.replaceChildren();
  expect(isInBody('script')).toBe(false);
  behind.remove();
});

describe('the shadow root of an element', () => {
  const closed = document.createElement('p').attachShadow({ mode: 'closed' });

  it('is told in Firefox by the element itself, also where there is none', () => {
    const host = document.createElement('p');
    host.attachShadow({ mode: 'open' });
    for (const own of [closed, null]) {
      Object.assign(host, { openOrClosedShadowRoot: own });
      expect(shadowOf(host)).toBe(own);
    }
  });

  it('is told in Chromium by the browser, which takes elements of HTML only', () => {
    const openOrClosedShadowRoot = (element: unknown): ShadowRoot => {
      if (!(element instanceof HTMLElement)) throw new TypeError('no element of HTML');
      return closed;
    };
    vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot } });
    expect(shadowOf(document.createElement('p'))).toBe(closed);
    expect(shadowOf(document.createElementNS('http://www.w3.org/2000/svg', 'a'))).toBeNull();
  });

  it('is the open one where the browser tells of no other', () => {
    const host = document.createElement('p');
    const open = host.attachShadow({ mode: 'open' });
    expect(shadowOf(host)).toBe(open);
  });

  it('is none of a form, whose fields may bear that name: the page is read all the same', () => {
    document.body.innerHTML = '<form></form><p>Call us now</p>';
    Object.assign(document.forms[0] ?? {}, { openOrClosedShadowRoot: document.createElement('input') });
    expect(visibleTexts(new Visibility()).map(({ text }) => text)).toEqual(['Call us now']);
    expect(readText().text).toContain('Call us now');
  });
});
