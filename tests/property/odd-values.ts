import fc from 'fast-check';

/** So many random and mutated messages at each boundary. */
export const RUNS = 100_000;
export const LIMIT_MS = 120_000;

/** As `expect(…).toBe(true)`, which costs more than all that is tested here where it is called some 100,000 times. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not so: ${what}.`);
}

/** What nobody sends: other types, endless texts, numbers that are none, names that lie on every object. */
const odd = fc.oneof(
  fc.anything({ maxDepth: 1, maxKeys: 3 }),
  fc.string({ maxLength: 2_000 }),
  fc.double(),
  fc.constantFrom(null, undefined, NaN, Infinity, -1, '', '__proto__', {}, []),
  fc.constantFrom('x'.repeat(5_000), 2 ** 53, '<img src=x>', 'javascript:0', [[[]]]),
);

/** Anything at all, a few levels deep. */
export const anyValue = fc.anything({ maxDepth: 2, maxKeys: 4 });

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function put(target: unknown, path: Path, value: unknown): void {
  const [key, ...rest] = path;
  if (typeof target !== 'object' || target === null || key === undefined) return;
  const holder = target as Record<string | number, unknown>; // every path was read off this very object
  if (rest.length === 0) holder[key] = value;
  else put(holder[key], rest, value);
}

/** One of the valid values with something odd in one place, at any depth, and one key added. */
export function mutated<T extends object>(valid: readonly T[]): fc.Arbitrary<unknown> {
  const known = valid.map((one) => ({ one, paths: pathsOf(one) }));
  return fc
    .tuple(fc.constantFrom(...known), fc.nat(), odd, fc.string({ maxLength: 5 }), odd)
    .map(([{ one, paths }, at, value, extra, more]) => {
      const copy: object = structuredClone(one);
      put(copy, paths[at % paths.length] ?? [], value);
      return extra in copy ? copy : { ...copy, [extra]: more };
    });
}
