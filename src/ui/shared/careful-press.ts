/** A press this soon after the page came up was meant for something else (a double click, a held Enter). */
export const SETTLE_MS = 600;

/** What the page knows at the moment of a press; times are performance.now(). */
export interface PressMoment {
  trusted: boolean;
  visible: boolean;
  focused: boolean;
  now: number;
  /** When the page became visible, and when its window was given the focus; null while it is not. */
  visibleSince: number | null;
  focusedSince: number | null;
}

/**
 * Whether a press counts. `safe` (closing the scam) needs a real press on a page that has been in sight for a moment.
 * `risky` (trusting a site) also needs the window to have had the focus for that long: a page that opens us
 * under the person's mouse cannot win a click that way.
 */
export function pressCounts(kind: 'safe' | 'risky', moment: PressMoment): boolean {
  const { trusted, visible, focused, now, visibleSince, focusedSince } = moment;
  if (!trusted || !visible || visibleSince === null || now - visibleSince < SETTLE_MS) return false;
  if (kind === 'safe') return true;
  return focused && focusedSince !== null && now - focusedSince >= SETTLE_MS;
}

let visibleSince: number | null = null;
let focusedSince: number | null = null;

function look(): void {
  const visible = document.visibilityState === 'visible';
  if (!visible) visibleSince = null;
  else visibleSince ??= performance.now();
  if (!document.hasFocus()) focusedSince = null;
  else focusedSince ??= performance.now();
}

/** Begins to watch whether the page is in sight and has the focus. Call once, before the first button is drawn. */
export function watchSight(): void {
  document.addEventListener('visibilitychange', look);
  window.addEventListener('focus', look);
  window.addEventListener('blur', look);
  look();
}

/** Starts the wait anew: a screen that has just changed under the pointer takes no press meant for the one before. */
export function settleAgain(): void {
  visibleSince = null;
  look();
}

/** A click listener that runs `act` only when the press counts. */
export function careful(kind: 'safe' | 'risky', act: () => unknown): (event: MouseEvent) => unknown {
  return (event) => {
    look();
    const moment: PressMoment = {
      trusted: event.isTrusted,
      visible: document.visibilityState === 'visible',
      focused: document.hasFocus(),
      now: performance.now(),
      visibleSince,
      focusedSince,
    };
    return pressCounts(kind, moment) ? act() : undefined;
  };
}
