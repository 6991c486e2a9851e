/**
 * The country whose help comes first: the person's choice, else the region of the browser's language ("fr-CA"), else
 * where that language is spoken most ("fr" → FR). ISO 3166 alpha-2; null where nothing can be told.
 */
export function countryOf(
  setting: string,
  languages: readonly string[] = navigator.languages,
): string | null {
  if (setting !== 'auto') return setting;
  for (const language of languages) {
    try {
      const region = new Intl.Locale(language).maximize().region;
      if (region && /^[A-Z]{2}$/.test(region)) return region;
    } catch {
      continue; // not a language tag
    }
  }
  return null;
}

/** A country's name in a language: "Frankreich". */
export function countryName(country: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
