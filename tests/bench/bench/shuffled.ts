/** The items in random order. @param random gives 0..1 */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const list = items.map((item) => ({ item, place: random() }));
  return list.sort((a, b) => a.place - b.place).map(({ item }) => item);
}
