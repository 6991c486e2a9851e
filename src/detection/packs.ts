import de from '../../rules/packs/de.json';
import en from '../../rules/packs/en.json';
import es from '../../rules/packs/es.json';
import fr from '../../rules/packs/fr.json';
import ja from '../../rules/packs/ja.json';

/** A language pack as it stands in rules/packs. */
export interface Pack {
  language: string;
  /** How many words `~` and `~~` may skip. */
  gaps: number[];
  concepts: Record<string, string[]>;
}

/** Every pack is run on every text: kits mix languages. */
export const PACKS: readonly Pack[] = [de, en, es, fr, ja];
