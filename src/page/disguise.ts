import { apply, defineProperty, getOwnPropertyDescriptor, type Native, type PageWindow } from './natives';

/** Puts one property back as it was. Never throws. */
export type Undo = () => void;

/** What a wrap does: gets the native, `this` and the arguments, and gives what the page shall get. */
export type Call = (native: Native, self: unknown, args: unknown[]) => unknown;

const nativeOf = new WeakMap<object, Native>();
const mapGet = WeakMap.prototype.get as unknown as Native;
const mapSet = WeakMap.prototype.set as unknown as Native;

/** A function that looks in every way like `native` (name, length, no prototype, not a constructor). */
function disguise(native: Native, call: Call): Native {
  // Without a prototype, so that a trap the page puts on Object.prototype is not found.
  const handler = { __proto__: null, apply: call } as ProxyHandler<Native>;
  const wrapped = new Proxy(native, handler);
  apply(mapSet, nativeOf, [wrapped, apply(mapGet, nativeOf, [native]) ?? native]);
  return wrapped;
}

/** Replaces one function of a descriptor (`value`, `get` or `set`) and gives the way back, null if it cannot. */
function replace(owner: object, name: string, part: 'value' | 'get' | 'set', call: Call): Undo | null {
  const before = getOwnPropertyDescriptor(owner, name);
  const native = before?.[part] as Native | undefined;
  if (!before?.configurable || typeof native !== 'function') return null;
  let live = true;
  const wrapped = disguise(native, (target, self, args) =>
    live ? call(target, self, args) : apply(target, self, args),
  );
  if (!defineProperty(owner, name, { ...before, [part]: wrapped })) return null;
  return () => {
    live = false;
    // A wrap of the page's own over ours stays; it then reaches the native through ours.
    if (getOwnPropertyDescriptor(owner, name)?.[part] === wrapped) defineProperty(owner, name, before);
  };
}

export const wrapMethod = (owner: object, name: string, call: Call): Undo | null =>
  replace(owner, name, 'value', call);
export const wrapGetter = (owner: object, name: string, call: Call): Undo | null =>
  replace(owner, name, 'get', call);
export const wrapSetter = (owner: object, name: string, call: Call): Undo | null =>
  replace(owner, name, 'set', call);

/** Lets Function.prototype.toString print our wraps, itself included, as the natives they stand for. */
export function keepSourceText(window: PageWindow): Undo | null {
  return wrapMethod(window.Function.prototype, 'toString', (native, self, args) => {
    const known = typeof self === 'function' ? apply(mapGet, nativeOf, [self]) : undefined;
    return apply(native, known ?? self, args);
  });
}
