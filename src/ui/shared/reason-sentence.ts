import type { Reason } from '../../detection/verdict';
import { hasText, t } from './i18n';
import { maskNumber } from './mask';

/** How a scam's number stands in a sentence: `whole` is for the journal alone, which the police and the bank read. */
type Numbers = 'masked' | 'whole';

/**
 * The sentence of a reason, with its values filled in. Where a value is missing (nothing is kept of a private
 * window), the plain sentence without it. Null where there is no sentence at all.
 */
function reasonSentence({ id, values }: Reason, numbers: Numbers): string | null {
  const key = `reason.${id}`;
  if (!hasText(key)) return null;
  const sentence = t(key, numbers === 'whole' ? values : withMask(values));
  const plain = `${key}.plain`;
  return /\{\w+\}/.test(sentence) && hasText(plain) ? t(plain) : sentence;
}

function withMask(values: Reason['values']): Reason['values'] {
  return values?.phone === undefined ? values : { ...values, phone: maskNumber(values.phone) };
}

/**
 * The sentences that speak for a scam, in the judgement's order (the most telling first), at most `most`.
 * A frightened person must not find the number there to call it.
 */
export function tellingSentences(
  reasons: readonly Reason[],
  most = Infinity,
  numbers: Numbers = 'masked',
): string[] {
  return reasons
    .filter(({ weight }) => weight > 0)
    .map((reason) => reasonSentence(reason, numbers))
    .filter((sentence) => sentence !== null)
    .slice(0, most);
}
