/** What Enter or Space presses; in a field they write, and beside it Space scrolls. */
const PRESSED = 'button, a, summary';

/** A key that is held down presses once: what has come under it since, or by it, was not meant. */
function pressOnce(event: KeyboardEvent): void {
  if (!event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return;
  if (event.target instanceof Element && event.target.closest(PRESSED)) event.preventDefault();
}

/** Has every button and link of the page pressed once by a key, however long it is held. */
export function heldKeyPressesOnce(): void {
  document.addEventListener('keydown', pressOnce);
}
