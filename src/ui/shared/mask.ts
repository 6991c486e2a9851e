/** How many signs stay readable at each end: enough to recognise a number, too few to dial it. */
const SHOWN = 2;

/** What is dialled: letters too, for those of 1-800-GET-HELP stand on the keys, and O or | may stand for a digit. */
const DIALLED = /[\p{L}\p{N}|]/gu;

/** A scam number with its middle hidden. What is not dialled stays, so that it is recognised: "+1 8•• •••-••42". */
export function maskNumber(number: string): string {
  const all = number.match(DIALLED)?.length ?? 0;
  let seen = 0;
  return number.replace(DIALLED, (sign) => {
    seen += 1;
    return seen <= SHOWN || seen > all - SHOWN ? sign : '•';
  });
}
