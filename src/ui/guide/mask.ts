/** How many digits stay readable at each end: enough to recognise a number, too few to dial it. */
const SHOWN = 2;

/** A scam number with its middle hidden. Everything but digits stays, so that it is recognised: "+1 8•• •••-••42". */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '').length;
  let seen = 0;
  return number.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= SHOWN || seen > digits - SHOWN ? digit : '•';
  });
}
