/** What is made when it is first asked for, and once: what not every page or worker needs. @throws what `make` throws, each time */
export function late<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
