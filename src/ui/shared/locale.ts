/** Where our texts come from, in a language that the browser takes for that of another country. */
const LOCALES: Readonly<Record<string, string>> = { pt: 'pt-PT' };

/** A language of ours as `Intl` is to be asked: for "pt" alone it writes as in Brazil ("Polônia"), our texts as in Portugal. */
export function localeOf(language: string): string {
  return LOCALES[language] ?? language;
}
