/** At most so many of a list, spread evenly over all of it. */
export function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  const places = Array.from({ length: Math.min(most, list.length) }, (_, at) => Math.floor(at * step));
  return places.flatMap((place) => list.slice(place, place + 1));
}
