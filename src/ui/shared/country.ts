import { localeOf } from './locale';

/** As a setting: a country that is not in our list. Only what holds everywhere is shown then. */
export const OTHER_COUNTRY = '*';

interface Guess {
  country: string;
  /** Of a language without a region ("en"), or of en-US, which browsers all over the world are set to. */
  isRough: boolean;
}

function guess(languages: readonly string[]): Guess | null {
  let ofMany = false; // "es-419", Latin America: the bare "es" that browsers put behind it does not mean Spain
  for (const language of languages) {
    try {
      const locale = new Intl.Locale(language);
      const { region } = ofMany ? locale : locale.maximize();
      const isRough = locale.region === undefined || (locale.language === 'en' && region === 'US');
      if (region && /^[A-Z]{2}$/.test(region)) return { country: region, isRough };
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
