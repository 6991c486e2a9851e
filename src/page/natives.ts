/**
 * A built-in function that the hook needs; all of them are taken before any script of the page runs. A page may overwrite all of
 * them later: nothing in src/page looks one up again, nor uses for-of, spread or destructuring of arrays while the
 * page runs, because those go through Array.prototype; nor at the start, where the first for-of costs every frame
 * 0.08 ms in Firefox (docs/browser-facts.md).
 */
export type Native = (...args: unknown[]) => unknown;

/** A window of this page, or a same-origin one it holds. */
export type PageWindow = Window & typeof globalThis;

export const apply: (target: Native, self: unknown, args: unknown[]) => unknown = Reflect.apply;
export const { defineProperty, getOwnPropertyDescriptor } = Reflect;
export const prototypeOf = Reflect.getPrototypeOf as (of: object) => object;

/** The getter of an accessor, as a function that takes the object. Throws if there is no such property. */
export function getterOf<T>(owner: object, name: string): (self: object) => T {
  const { get } = getOwnPropertyDescriptor(owner, name) as { get: Native }; // of the browser's own accessors
  return (self) => apply(get, self, []) as T;
}

const sliceText = String.prototype.slice as Native;
/** The first `length` characters of a text. */
export const cut = (text: string, length: number): string => apply(sliceText, text, [0, length]) as string;

/** ms, for the gaps between calls; `performance` would be one more built-in class to bring to life. */
export const { now } = Date;

export const addListener = EventTarget.prototype.addEventListener as Native;
export const removeListener = EventTarget.prototype.removeEventListener as Native;
export const stopEvent = Event.prototype.stopImmediatePropagation as Native;
export const cancelEvent = Event.prototype.preventDefault as Native;
export const targetOf = getterOf<object>(Event.prototype, 'target');
export const later = setTimeout;

const ObjectNow = Object;
/** Whether it is an object or a function. */
export const isObject = (given: unknown): given is object => ObjectNow(given) === given;

/** What a defused call that gives nothing does. */
export const nothing = (): void => undefined;

export const Weak = WeakRef;
export const ProxyNow = Proxy;
export const deref = Weak.prototype.deref as unknown as Native;

const PromiseNow = Promise;
/** What a defused call that should give a promise gives: one that never settles, so nothing can loop on it. */
export const never = (): Promise<never> => new PromiseNow<never>(nothing);

/** Filled with `add`. Without a prototype: writing to an array goes through the setters a page puts on Array.prototype. */
export interface List<T> {
  length: number;
  [index: number]: T;
}
/** An empty list. */
export const newList = <T>(): List<T> => ({ __proto__: null, length: 0 }) as unknown as List<T>;
/** Puts an item at the end of a list. @returns it */
export const add = <T>(list: List<T>, item: T): T => (list[list.length++] = item);
