/** A page can take a short Esc away, never a long one: the browser itself listens from about 2 seconds on. */
export const HOLD_MS = 2_000;

/** What a press of Esc has come to. */
export type Hold = 'none' | 'holding' | 'too-short' | 'long-enough';

/** Follows one key: hand it every press (repeats included) and release with its time in ms. */
export class EscHold {
  private since: number | null = null;
  private state: Hold = 'none';

  press(now: number): Hold {
    this.since ??= now;
    this.state = now - this.since >= HOLD_MS ? 'long-enough' : 'holding';
    return this.state;
  }

  release(now: number): Hold {
    if (this.since === null) return this.state;
    this.state = now - this.since >= HOLD_MS ? 'long-enough' : 'too-short';
    this.since = null;
    return this.state;
  }
}
