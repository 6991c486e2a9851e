import type { Look } from './look';

/** What runs by the clock: times, dates, ids made of them, colours and places in the middle of a movement. */
const CLOCK: readonly [RegExp, string][] = [
  [/\b1[67]\d{8,11}\b/g, '<time>'],
  [/\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\b/g, '<clock>'],
  [/[\w-]*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'],
  [/\d+\.\d+/g, '<number>'],
];

function calm(text: string): string {
  return CLOCK.reduce((known, [pattern, instead]) => known.replace(pattern, instead), text);
}

/** Whether a page was there to its end: two that were not are no proof that nothing differs. */
export function wasShown({ dom }: Look): boolean {
  return dom.length === 2;
}

/** Whether it could be used: of one that could not, only the loaded document is compared. */
export function wasUsed({ dom, said }: Look): boolean {
  return dom.length === 2 && !said.includes('could not be used');
}

/** The pages of a run that were shown and could not be used. */
export function unusedOf<R extends { used: boolean; outcome: string }>(rows: readonly R[]): R[] {
  return rows.filter(({ used, outcome }) => !used && outcome !== 'not shown');
}

/** Hosts of the cases in what storage.session holds; one that was dropped may be left there as null. */
export function alarmsIn(stored: Record<string, { host?: string } | null>): string[] {
  return Object.entries(stored).flatMap(([key, found]) =>
    key.startsWith('case:') && found ? [found.host ?? key] : [],
  );
}

/** Where two looks at the same page differ: one line each, empty where they are the same. */
export function differences(one: Look, other: Look): string[] {
  const found: string[] = [];
  for (const [at, when] of ['loaded', 'used'].entries()) {
    const [before, after] = [calm(one.dom[at] ?? ''), calm(other.dom[at] ?? '')];
    if (before !== after) found.push(`${when}: …${around(before, after)}`);
  }
  const lines = (look: Look): Set<string> => new Set(look.said.map(calm));
  for (const line of lines(one))
    if (!lines(other).has(line)) found.push(`no longer said: ${line.slice(0, 120)}`);
  for (const line of lines(other)) if (!lines(one).has(line)) found.push(`newly said: ${line.slice(0, 120)}`);
  return found;
}

/** The first place where two texts part, from both. */
function around(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const piece = (text: string): string => text.slice(Math.max(0, at - 30), at + 60).replaceAll(/\s+/g, ' ');
  return `${piece(one)}… / …${piece(other)}…`;
}
