/**
 * Words of letters alone that are broken into two lines without a hyphen, for they are wider than their box. Run in the
 * page: it must not use anything from outside itself. @returns a line for each, at most five
 */
export function brokenWords(): string[] {
  const probe = document.body.appendChild(document.createElement('div'));
  probe.textContent = 'international';
  const height = (hyphens: string): number => {
    probe.style.cssText = `position: absolute; inline-size: 4ch; overflow-wrap: normal; hyphens: ${hyphens}`;
    return probe.offsetHeight;
  };
  // Without a dictionary for the language, as in most browsers that run this, "auto" puts no hyphen anywhere.
  const hyphenates = height('auto') > height('none');
  probe.remove();
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && found.size < 5; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!around || (hyphenates && getComputedStyle(around).hyphens === 'auto')) continue;
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\p{Script=Latin}{4,}/gu)) {
      const range = document.createRange();
      // The hyphen of a word that was divided for the browser is drawn as part of the letter after it.
      range.setStart(node, node.nodeValue?.[index - 1] === '\u00AD' ? index + 1 : index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.add(`broken in two: ${word}`);
    }
  }
  return [...found];
}
