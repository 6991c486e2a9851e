/** Who listens, and to what. */
export interface Listener {
  /** Of the texts that are read, such as "pt". */
  language: string;
  /** ISO 3166 alpha-2, or `*` where it is not known. */
  country: string;
  /** Those of the browser, best first: "fr-CA" says which French the person is used to. */
  languages: readonly string[];
}

/** Where our texts come from, in a language that is written quite differently elsewhere. */
const REGION_OF_TEXTS: Readonly<Record<string, string>> = { pt: 'PT' };

/** The one that the person has chosen on the device, else the first. */
function best(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  return voices.find((voice) => voice.default) ?? voices[0];
}

/** "en-GB" is also "en_GB" (Android) and "en-gb-x-rp" (Linux), but "fi" is no "fil". */
function speaks(voice: SpeechSynthesisVoice, tag: string): boolean {
  return `${voice.lang.replaceAll('_', '-')}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase());
}

/**
 * The voice of this device that sounds most like home. Never one that would send the text elsewhere.
 * @returns undefined where the device has none for the language
 */
export function pickVoice(
  voices: readonly SpeechSynthesisVoice[],
  { language, country, languages }: Listener,
): SpeechSynthesisVoice | undefined {
  const main = language.split('-')[0] ?? language;
  const near = voices.filter((voice) => voice.localService && speaks(voice, main));
  const ofTexts = REGION_OF_TEXTS[main];
  const wanted = [
    ...(ofTexts === undefined ? [] : [`${main}-${ofTexts}`]),
    ...languages.filter((tag) => tag.toLowerCase().startsWith(`${main}-`)),
    `${main}-${country}`,
  ];
  for (const tag of wanted) {
    const found = best(near.filter((voice) => speaks(voice, tag)));
    if (found) return found;
  }
  return best(near);
}
