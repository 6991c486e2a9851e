/** What an exercise gets: where to draw, how to leave, what to call when it was done. It returns its own end. */
export interface ExerciseRun {
  root: HTMLElement;
  leave: () => unknown;
  succeed: () => void;
}
