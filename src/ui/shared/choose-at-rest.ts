/** The keyboard rests (ms): whoever types a name or goes on with the arrow keys presses again before that. */
const REST_MS = 1_000;

/**
 * For a list whose choice draws the page anew: each key pressed in it is a "change", so what is chosen with keys counts
 * only at rest, on Enter or once the list is left. What is chosen with a mouse or a finger counts at once.
 */
export function chooseAtRest(list: HTMLSelectElement, act: () => unknown): void {
  let byKey = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function soon(ms: number): void {
    clearTimeout(waiting);
    waiting = setTimeout(now, ms);
  }
  function now(): void {
    clearTimeout(waiting);
    waiting = undefined;
    void act(); // a failure is told by the page
  }
  list.addEventListener('pointerdown', () => (byKey = false));
  list.addEventListener('keydown', ({ key }) => {
    byKey = true;
    if (waiting !== undefined && key === 'Enter') now();
    else if (waiting !== undefined) soon(REST_MS);
  });
  list.addEventListener('change', () => (byKey ? soon(REST_MS) : now()));
  list.addEventListener('blur', () => {
    byKey = false;
    if (waiting !== undefined) soon(0); // the keyboard is then where it went
  });
}
