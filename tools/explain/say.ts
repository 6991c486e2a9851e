/** What a terminal would obey instead of showing it: control signs, and those that turn the direction of writing. */
const OBEYED = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** Prints words that may come from a scam page: signs that the terminal would obey are shown by their number. */
export function say(words: string): void {
  console.log(words.replaceAll(OBEYED, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`));
}
