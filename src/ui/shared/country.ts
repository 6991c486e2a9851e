import { localeOf } from './locale';

/**
 * The country whose help comes first: the person's choice, else the region of the browser's language ("fr-CA"), else
 * where that language is spoken most ("fr" → FR). ISO 3166 alpha-2; null where nothing can be told.
 */
export function countryOf(
  setting: string,
  languages: readonly string[] = navigator.languages,
): string | null {
  if (setting !== 'auto') return setting;
  let ofMany = false; // "es-419", Latin America: the bare "es" that browsers put behind it does not mean Spain
  for (const language of languages) {
    try {
      const locale = new Intl.Locale(language);
      const { region } = ofMany ? locale : locale.maximize();
      if (region && /^[A-Z]{2}$/.test(region)) return region;
      ofMany ||= locale.region !== undefined;
    } catch {
      continue; // not a language tag
    }
  }
  return null;
}

/** A country's name in a language: "Frankreich". */
export function countryName(country: string, language: string): string {
  return new Intl.DisplayNames([localeOf(language)], { type: 'region' }).of(country) ?? country;
}
