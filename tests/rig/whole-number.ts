/**
 * The whole number above zero that somebody wrote after an option: what is none would be taken for "not one page", and
 * a run over nothing ends well. @throws one clear line
 */
export function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value > 0) return value;
  throw new Error(`--${option} is a whole number above zero, not "${text}".`);
}
