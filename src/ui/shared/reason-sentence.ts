import type { Reason } from '../../detection/verdict';
import { hasText, t } from './i18n';

/**
 * The sentence of a reason, with its values filled in. Where a value is missing (nothing is kept of a private
 * window), the plain sentence without it. Null where there is no sentence at all.
 */
function reasonSentence({ id, values }: Reason): string | null {
  const key = `reason.${id}`;
  if (!hasText(key)) return null;
  const sentence = t(key, values);
  const plain = `${key}.plain`;
  return /\{\w+\}/.test(sentence) && hasText(plain) ? t(plain) : sentence;
}

/** The sentences that speak for a scam, in the judgement's order (the most telling first), at most `most`. */
export function tellingSentences(reasons: readonly Reason[], most = Infinity): string[] {
  return reasons
    .filter(({ weight }) => weight > 0)
    .map(reasonSentence)
    .filter((sentence) => sentence !== null)
    .slice(0, most);
}
