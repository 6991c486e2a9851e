import { it } from 'vitest';

const NOTHING = 'nothing';

/** A value as a title says it: `{ host: '', file: true }` is "host '', file". */
function inWords(value: unknown): string {
  if (value === '') return "''";
  if (Array.isArray(value)) return value.map(oneInWords).join(' and ') || NOTHING;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, one]) =>
    one === true ? name : `${name} ${inWords(one)}`,
  );
  return fields.join(', ') || NOTHING;
}

function oneInWords(value: unknown): string {
  const words = inWords(value);
  return words === NOTHING ? 'one' : words;
}

/** As `it.each`, each row with its first value in words before it: the `%s` of a title that can be read. */
export const eachInWords = <Row extends [unknown, ...unknown[]]>(rows: readonly Row[]) =>
  it.each(rows.map((row): [string, ...Row] => [inWords(row[0]), ...row]));
