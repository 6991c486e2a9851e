/** Full-width marks, as Japanese ends a sentence or opens a list: the space is part of the character. */
const ENDS_WITH_ITS_SPACE = /[\u3000-\u303F\uFF00-\uFF65]$/u;

/** What stands between a sentence and what follows it: a space, or nothing where the sentence ends with a full-width mark. */
export function gapAfter(sentence: string): '' | ' ' {
  return ENDS_WITH_ITS_SPACE.test(sentence) ? '' : ' ';
}

/** Sentences one after the other, as their language writes them: with a space between, in Japanese without. */
export function inARow(...sentences: readonly string[]): string {
  return sentences.reduce((before, next) => before + gapAfter(before) + next);
}
