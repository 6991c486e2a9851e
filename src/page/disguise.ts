import { apply, defineProperty, getOwnPropertyDescriptor, nothing, ProxyNow, type Native } from './natives';
import type { Scope } from './scope';

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
  const wrapped = new ProxyNow(native, handler);
  apply(mapSet, nativeOf, [wrapped, apply(mapGet, nativeOf, [native]) ?? native]);
  return wrapped;
}

type Part = 'value' | 'get' | 'set';

/** Makes the function that replaces one part of `owner[name]`, where that is possible, and gives the way back. */
const wrapPart =
  (part: Part) =>
  (scope: Scope, owner: object, name: string, call: Call): Undo => {
    const before = getOwnPropertyDescriptor(owner, name);
    const native = before?.[part] as Native | undefined;
    if (!before?.configurable || typeof native !== 'function') return nothing;
    let live = true;
    const wrapped = disguise(native, (target, self, args) =>
      live ? call(target, self, args) : apply(target, self, args),
    );
    // What a descriptor leaves out stays as it is. Without a prototype, as above.
    const put = (given: Native): boolean =>
      defineProperty(owner, name, { __proto__: null, [part]: given } as PropertyDescriptor);
    const undo = (): void => {
      live = false;
      // A wrap of the page's own over ours stays; it then reaches the native through ours.
      if (getOwnPropertyDescriptor(owner, name)?.[part] === wrapped) put(native);
    };
    if (put(wrapped)) scope.undo(undo);
    return undo;
  };

export const wrapMethod = wrapPart('value');
export const wrapGetter = wrapPart('get');
export const wrapSetter = wrapPart('set');

/** Lets Function.prototype.toString print our wraps, itself included, as the natives they stand for. */
export function keepSourceText(scope: Scope): void {
  wrapMethod(scope, scope.window.Function.prototype, 'toString', (native, self, args) => {
    const known = typeof self === 'function' ? apply(mapGet, nativeOf, [self]) : undefined;
    return apply(native, known ?? self, args);
  });
}
