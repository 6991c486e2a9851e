import type { ClaimName, Claim } from './claims';
import { wrapGetter, wrapMethod, type Undo } from './disguise';
import { addListener, apply, isObject, removeListener, type Native, type PageWindow } from './natives';

/** What a unit gets: the window to watch, and the state it shares with the others. */
export interface Scope {
  window: PageWindow;
  claim: Claim;
  /** The page was judged: lock calls have no effect any more. */
  defused: () => boolean;
  /** Registers what a unit must do then beyond that; runs in a try, at once if it was judged: last in the unit. */
  onDefuse: (run: () => void) => void;
  /** Registers the way back of a wrap or listener. */
  undo: (undo: Undo) => void;
  /** Hooks another window of the page before the page gets hold of it, where it needs that (frames.ts). */
  adopt: (opened: unknown) => void;
}

/** One file of src/page/acts: installs its wraps in a window. May throw; its own try is in install.ts. */
export type Unit = (scope: Scope) => void;

/** How one call is watched. */
export interface Watch {
  /** The act, or what gives it, false if the call is of no interest: asked once, may claim by itself (history.ts). */
  act: ClaimName | ((args: unknown[], self: unknown) => ClaimName | false);
  /** The text of the claim. Runs before the native call; a throw loses the claim only. */
  detail?: (args: unknown[], self: unknown) => string;
  /** Gives what the page gets instead once it is defused. */
  instead: () => unknown;
  /** Calls the native, or does not; default always. What it gives or throws the page gets. */
  through?: typeof apply;
}

/** Wraps `owner[name]` (owner may be missing in this browser): claims each call, then lets it through. */
export function watch(scope: Scope, owner: object | undefined, name: string, how: Watch): void {
  if (!owner) return;
  // Without a prototype: what a unit leaves out is not taken from where the page could have put it. (The cast: to
  // TypeScript `__proto__` is one more field.)
  const { act, detail, instead, through = apply } = { __proto__: null, ...how } as Watch;
  wrapMethod(scope, owner, name, (native, self, args) => {
    let suppressed = false;
    try {
      const done = typeof act === 'function' ? act(args, self) : act;
      if (done) {
        suppressed = scope.defused();
        scope.claim(done, detail ? detail(args, self) : '');
      }
    } catch {
      // The claim is lost; the call goes on as if we were not there.
    }
    return suppressed ? instead() : through(native, self, args);
  });
}

/**
 * Runs `install` once, when the page first reads `owner[name]`, where that is the only way to the object to be
 * watched, with that object: the page may have put another class in the place of the global one. Most pages never do,
 * and a built-in class costs a page some 0.03 ms to bring to life.
 */
export function atFirstRead(
  scope: Scope,
  owner: object,
  name: string,
  install: (found: object) => void,
): void {
  const undo = wrapGetter(scope, owner, name, (native, self, args) => {
    const found = apply(native, self, args); // throws for who asks the prototype: that was no first read
    undo(); // from here on this is not called again
    try {
      install(found as object);
    } catch {
      // The page gets its object unwatched.
    }
    return found;
  });
}

/**
 * Listens with a native that the page cannot change. Gives what listens anew, which does nothing where it is there:
 * document.open() throws all listeners away.
 */
export function listen(
  scope: Scope,
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
): () => void {
  const put = (native: Native): unknown => apply(native, target, [type, listener, true]);
  const add = (): unknown => put(addListener);
  add();
  scope.undo(() => put(removeListener));
  return add;
}

/** An argument of a call, '' where none was given: Array.prototype, where the page could have it tell, is not asked. */
export const argument = (args: unknown[], at = 0): unknown => (at < args.length ? args[at] : '');

/**
 * A text argument, '' if it is none. An object is made a text as the native would, and that is handed on: it is known
 * then, and the page sees one conversion. Where that throws, the native throws the same.
 */
export function takeText(args: unknown[], at = 0): string {
  const given = argument(args, at);
  if (typeof given === 'string') return given;
  if (!isObject(given)) return '';
  try {
    return (args[at] = `${given as unknown as string}`); // which asks the object for its text
  } catch (error) {
    args[at] = {
      __proto__: null,
      toString() {
        throw error;
      },
    };
    throw error;
  }
}
