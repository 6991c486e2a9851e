import en from '../../rules/packs/en.json';

/** A language pack as it stands in rules/packs. */
export interface Pack {
  language: string;
  /** How many words `~` and `~~` may skip. */
  gaps: number[];
  concepts: Record<string, string[]>;
}

/** Every pack is run on every text: kits mix languages. */
export const PACKS: readonly Pack[] = [en];
