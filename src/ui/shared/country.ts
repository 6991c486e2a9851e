import { localeOf } from './locale';

/** As a setting: a country that is not in our list. Only what holds everywhere is shown then. */
export const OTHER_COUNTRY = '*';

interface Guess {
  country: string;
  /** Of a language without a region ("en"), or with one that the browser's translation brings along ("fr-FR"). */
  isRough: boolean;
}

/** Translations that Chrome has beside a language's main one: they too are set wherever one lives. */
const SHIPPED = new Set(['en-GB', 'pt-PT']);

/** Chrome in French says "fr-FR" in Belgium, too; "fr-BE" was chosen by somebody, or by the system for its country. */
function saysLittle({ language, region }: Intl.Locale): boolean {
  if (region === undefined || SHIPPED.has(`${language}-${region}`)) return true;
  return new Intl.Locale(language).maximize().region === region;
}

function guess(languages: readonly string[]): Guess | null {
  let ofMany = false; // "es-419", Latin America: the bare "es" that browsers put behind it does not mean Spain
  for (const language of languages) {
    try {
      const locale = new Intl.Locale(language);
      const { region } = ofMany ? locale : locale.maximize();
      if (region && /^[A-Z]{2}$/.test(region)) return { country: region, isRough: saysLittle(locale) };
      ofMany ||= locale.region !== undefined;
    } catch {
      continue; // not a language tag
    }
  }
  return null;
}

/**
 * The country whose help comes first: the person's choice, else the region of the browser's language ("fr-CA"), else
 * where that language is spoken most ("fr" → FR). ISO 3166 alpha-2, or OTHER_COUNTRY; null where nothing can be told.
 */
export function countryOf(
  setting: string,
  languages: readonly string[] = navigator.languages,
): string | null {
  return setting === 'auto' ? (guess(languages)?.country ?? null) : setting;
}

/** Whether `countryOf` may well be wrong: nobody chose it, and the browser's language says little of where one lives. */
export function isRoughGuess(setting: string, languages: readonly string[] = navigator.languages): boolean {
  return setting === 'auto' && guess(languages)?.isRough === true;
}

/** A country's name in a language: "Frankreich". */
export function countryName(country: string, language: string): string {
  return new Intl.DisplayNames([localeOf(language)], { type: 'region' }).of(country) ?? country;
}
