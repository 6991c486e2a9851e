import data from '../../../rules/wording.json';
import { listTerms } from './wording-terms';

/** rules/wording.json as a page reads it. */
export interface WordingData {
  /** Where a text without a known term lies (log-odds). */
  bias: number;
  /** Known terms that a text is taken to have besides its own: a short one says little. */
  spread: number;
  /** Fewer known terms say nothing. */
  least: number;
  /** As a TermList takes it. */
  listed: string;
}

/** The data that ship: put together here in tests and tools; a build puts the finished data in this file's place. */
export function wordingData(): WordingData {
  const { bias, spread, least, terms } = data;
  return { bias, spread, least, listed: listTerms(terms) };
}
