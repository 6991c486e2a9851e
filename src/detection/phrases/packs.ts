import ar from '../../../rules/packs/ar.json';
import de from '../../../rules/packs/de.json';
import en from '../../../rules/packs/en.json';
import es from '../../../rules/packs/es.json';
import fr from '../../../rules/packs/fr.json';
import hi from '../../../rules/packs/hi.json';
import it from '../../../rules/packs/it.json';
import ja from '../../../rules/packs/ja.json';
import ko from '../../../rules/packs/ko.json';
import nl from '../../../rules/packs/nl.json';
import pl from '../../../rules/packs/pl.json';
import pt from '../../../rules/packs/pt.json';
import ru from '../../../rules/packs/ru.json';
import sv from '../../../rules/packs/sv.json';
import tr from '../../../rules/packs/tr.json';
import zhHans from '../../../rules/packs/zh-Hans.json';
import zhHant from '../../../rules/packs/zh-Hant.json';

/** A language pack as it stands in rules/packs. */
export interface Pack {
  language: string;
  /** How many words `~` and `~~` may skip. */
  gaps: number[];
  concepts: Record<string, string[]>;
}

/** Every pack is run on every text: kits mix languages. */
export const PACKS: readonly Pack[] = [
  ar,
  de,
  en,
  es,
  fr,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  zhHans,
  zhHant,
];
