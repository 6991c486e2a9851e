import { wrapGetter } from './disguise';
import { apply, getterOf, type Native, type PageWindow } from './natives';
import type { Scope } from './scope';

/** Installs the units in a same-origin window that has no hook of its own. */
export type Install = (window: PageWindow) => void;

/**
 * Gives the function that hooks another window of the page before the page gets hold of it, if it needs that: the
 * empty document that a frame or popup has until its address loads gets no content script in time (rows `natives-frame`
 * and `natives-popup` of docs/locks.md), so its alert() would be a fresh native one.
 */
export function makeAdopt(install: Install): (opened: unknown) => void {
  const known = new WeakSet<object>();
  const has = WeakSet.prototype.has as unknown as Native;
  const add = WeakSet.prototype.add as unknown as Native;
  return (opened) => {
    try {
      const window = opened as PageWindow;
      const { document, location } = window; // throws where the origin is another; no page can put its own there
      if (!document || apply(has, known, [document]) || location.href !== 'about:blank') return;
      apply(add, known, [document]);
      install(window);
    } catch {
      // Another origin: its own hook is there, or it has no hold on ours.
    }
  };
}

/** Hooks the window behind contentWindow and contentDocument of frames that have an address to load. */
export function watchFrames(scope: Scope): void {
  const { HTMLIFrameElement, HTMLFrameElement, HTMLObjectElement, Element } = scope.window;
  const getAttribute = Element.prototype.getAttribute as Native;
  const watchKind = ({ prototype }: { prototype: Element }): void => {
    const windowOf = getterOf<unknown>(prototype, 'contentWindow');
    const documentOf = getterOf<unknown>(prototype, 'contentDocument');
    const prepare = (native: Native, self: unknown, args: unknown[]): unknown => {
      const found = apply(native, self, args);
      // A frame without an address has its hook already: it gets the content script at once.
      // The document is asked for first: of another origin there is none, where a touch of the window would throw.
      if (found && hasAddress(getAttribute, self) && documentOf(self as object))
        scope.adopt(windowOf(self as object));
      return found;
    };
    wrapGetter(scope, prototype, 'contentWindow', prepare);
    wrapGetter(scope, prototype, 'contentDocument', prepare);
  };
  watchKind(HTMLIFrameElement);
  watchKind(HTMLFrameElement);
  watchKind(HTMLObjectElement);
}

function hasAddress(getAttribute: Native, frame: unknown): boolean {
  const read = (name: string) => apply(getAttribute, frame, [name]) as string | null;
  const address = read('src') ?? read('data');
  return read('srcdoc') !== null || (!!address && address !== 'about:blank');
}
