/**
 * The words that stand in the page's HTML for the time before its script has run go, and so does the language in the
 * address: by the time somebody loads the page again, the scam may be closed or no scam.
 */
export function dropFirstWords(): void {
  for (const words of document.querySelectorAll('.first-words')) words.remove();
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
}
