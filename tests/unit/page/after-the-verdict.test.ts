// @vitest-environment jsdom
import { JSDOM, VirtualConsole } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installHook, type Hook } from '../../../src/page/install';
import type { PageWindow } from '../../../src/page/natives';
import { getter } from './unit-scope';

let page: PageWindow & { speechSynthesis: { speak: () => void } };
/** The window of a frame that has an address to load: the empty one that it has until then. */
let inner: PageWindow;
let hook: Hook;
const [onTop, cancel, speak] = [vi.fn(), vi.fn(), vi.fn()];

const windowAt = (url: string): unknown =>
  new JSDOM('', { url, virtualConsole: new VirtualConsole() }).window;

beforeEach(() => {
  page = windowAt('https://one.example/') as typeof page; // as a page has it, and the next, too
  inner = windowAt('about:blank') as PageWindow;
  getter(page.HTMLIFrameElement.prototype, 'contentWindow', () => inner);
  getter(page.HTMLIFrameElement.prototype, 'contentDocument', () => inner.document);
  Object.assign(inner.HTMLVideoElement.prototype, { requestPictureInPicture: onTop });
  const SpeechSynthesis = { prototype: { cancel, speak } };
  const SpeechSynthesisUtterance = { prototype: {} };
  getter(SpeechSynthesisUtterance.prototype, 'text', () => 'Call us');
  Object.assign(page, { SpeechSynthesis, SpeechSynthesisUtterance });
  const voice: unknown = Object.create(SpeechSynthesis.prototype);
  getter(page, 'speechSynthesis', () => voice);
  vi.resetAllMocks();
  hook = installHook(page, () => undefined);
});

describe('what a page gets hold of only after the verdict', () => {
  const video = (): HTMLVideoElement => {
    const frame = page.document.createElement('iframe');
    frame.src = '/x';
    const { document } = frame.contentWindow as Window; // by the getter above
    return document.createElement('video');
  };

  it('is a window that gets nothing above all others either', () => {
    hook.defuse();
    expect(video().requestPictureInPicture()).toBeInstanceOf(Promise);
    expect(onTop).not.toHaveBeenCalled();
    hook['stand-down']();
    void video().requestPictureInPicture();
    expect(onTop, 'trusted, it may').toHaveBeenCalledTimes(1);
  });

  it('is a window like any other on a page that was not judged', () => {
    void video().requestPictureInPicture();
    expect(onTop).toHaveBeenCalledTimes(1);
  });

  it('is a voice that is silenced as soon as the page reaches for it', () => {
    hook.defuse();
    expect(cancel).not.toHaveBeenCalled();
    page.speechSynthesis.speak();
    expect([cancel.mock.calls.length, speak.mock.calls.length]).toEqual([1, 0]);
  });
});
