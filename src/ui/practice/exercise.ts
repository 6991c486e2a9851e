/** What an exercise gets: where to draw, how to leave, what to call when it was done. It returns its own end. */
export interface ExerciseRun {
  root: HTMLElement;
  leave: () => unknown;
  succeed: () => void;
}

/** Puts the keyboard at the title of what is shown: there a screen reader begins. */
export function focusTitle(): void {
  const title = document.querySelector('h1');
  title?.setAttribute('tabindex', '-1');
  title?.focus();
}
