/**
 * Takes the keyboard to what has come of a press, and says these words of it there: announced as well, they would be
 * heard twice.
 */
export function focusSaying(box: HTMLElement, words: string): void {
  box.tabIndex = -1;
  box.setAttribute('role', 'group'); // which may have a name
  box.setAttribute('aria-label', words);
  box.focus();
}
