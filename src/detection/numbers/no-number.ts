/** What is no number: dates, times, opening hours, addresses of machines (four numbers up to 255), amounts, versions, books. */
const NONE = [
  /^\(?(?:19|20)\d\d[-./ ] ?(?:0?\d|1[0-2])[-./ ] ?[0-3]?\d(?!\d)/,
  /^[0-3]?\d[-./ ] ?(?:0?\d|1[0-2])[-./ ] ?(?:19|20)\d\d(?!\d)/,
  // The month first: 11/25/2026.
  /^(?:0?\d|1[0-2])[-./][0-3]\d[-./](?:19|20)\d\d(?!\d)/,
  /^\(?(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|(?=$|[:/]))){4}(?:[:/]\d+)?$/,
  /^\d{1,3}(?:[,. ]000)+$/,
  // Also as in India, and with cents behind a comma: 12,34,567 and 345.678,90.
  /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/,
  /^\d{1,3}(?:[. ]\d{3})+,\d\d$/,
  /\d:\d\d:\d\d|^\d{1,2}:\d\d\b|\s\d{1,2}:\d\d$/,
  /^\(?\d{1,2}\.[0-5]\d\s?[-–—]\s?\d{1,2}\.[0-5]\d$/,
  // 10.0.19045.2130, and a Windows of one's own: 00330-80000-00000
  /^\d{1,3}\.0\.\d+\.\d+$|^(?:\d{5}-){2}\d{5}/,
  // CPF and CNPJ of Brazil.
  /^\d{2,3}(?:\.\d{3}){2}(?:\/\d{4})?-\d\d$/,
  /^97[89](?:[- ]?\d){10}$/,
  /^\(?\d+[.,]\d+$/,
  /^(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)\d\d$/,
];

const NOT_A_NUMBER = new RegExp(NONE.map(({ source }) => source).join('|'));

/** 6 7 8 9 10 11: the pages of a list, the days of a week. */
function isCounted(shown: string): boolean {
  if (!/^\d+(?: \d+){4}/.test(shown)) return false;
  const parts = shown.split(' ').map(Number);
  return parts.every((part, at) => part === (parts[0] ?? 0) + at);
}

/** Of so few characters there is nothing to tell. */
const TOO_SHORT = 3;

/** Whether digits, as shown, are anything else than a telephone number. */
export const isNoNumber = (shown: string): boolean =>
  shown.length > TOO_SHORT && (NOT_A_NUMBER.test(shown) || isCounted(shown));
