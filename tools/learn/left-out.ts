import * as v from 'valibot';
import { wordingSchema } from '../../rules/schema/detection';

/** The sets that the text of rules/wording.json was learned without. */
export const keptOut = (text: string): string[] => v.parse(wordingSchema, JSON.parse(text)).without;

/**
 * The sets to leave out now.
 * @param kept those of the last time, @param asked `all`: from these too; `without`: from these not
 * @throws Error where there is no such set: it would be learned from under its right name
 */
export function setsLeftOut(
  kept: readonly string[],
  { all, without }: { all: boolean; without: readonly string[] },
  sets: readonly string[],
): string[] {
  const left = [...(all ? [] : kept), ...without];
  const unknown = left.filter((name) => !sets.includes(name));
  if (unknown.length > 0) throw new Error(`There is no set ${unknown.join(', ')}.`);
  return sets.filter((set) => left.includes(set));
}
