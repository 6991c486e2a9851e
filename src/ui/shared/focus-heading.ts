/** Takes the keyboard to the heading of the screen that was just drawn: there a screen reader begins. */
export function focusHeading(): void {
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}
