import { CLAIM_GAP_MS } from '../../messages/page-bridge';
import { later, now } from '../later';
import { shadows } from './read-text';
import { DEEPEST, hasMoreThan, isInBody, isLoading, startedRoot, walkElements } from '../safe-document';

/** Shortest time (ms) between two looks while the page keeps changing; LAST_WAIT goes on for as long as it does. */
const WAITS = [150, 350, 700, 1_200, 2_000, 3_500, 6_000, 10_000];
const LAST_WAIT = 30_000;
/** A change is looked at this soon (ms) if the last look is long enough ago. */
const SOON_MS = 50;
/** While it is parsed, a long page, where a look takes longest, is looked at after so long (ms), later after half its age. */
const LONG_WAIT = 700;
/** While the page is still being parsed: early enough for pages that wait for slow pictures or frames. */
const LOADING_WAITS = [60, 250, 700];
/** So many looks come before a script that follows the first text can jam the page; a timer would be too late. */
const EARLY_LOOKS = 2;
/** After so many changes without a script the page is a long one: looked at now if it never was, then by the clock. */
const CALM_CHANGES = 3;
/**
 * So many changes told at once while the page is parsed: it is a long one, too. The browser makes an object of each for
 * us, looked at or not; in Firefox tens of thousands come together, some µs each.
 */
const MANY_CHANGES = 500;
/** So many elements by then: no scam has them (the recorded ones have up to 900), and the next piece may bring as many. */
const MANY_ELEMENTS = 3_000;
/** Who types or clicks puts off a look that a change asked for no longer than this (ms) after the last look. */
const PUT_OFF_MS = 2_000;
/** After a click or full screen the waits start here again: kits go on building themselves then. */
const AFTER_GESTURE = 1;

/** Calls `look` while a page builds and changes itself, less and less often, and never while nothing changes. */
export class LookSchedule {
  #step = 0;
  #lookedAt = -Infinity;
  #loadingStep = 0;
  #earlyLooks = 0;
  #calmChanges = 0;
  /** Its changes are not watched before it is parsed. */
  #isLong = false;
  /** When the look that is waited for is due, by now(); Infinity where none is. */
  #dueAt = Infinity;
  /** A look is waited for by a timer, the observer on. */
  #waits = false;
  #afterGestureAt = 0;
  /** A change was told since the last look. */
  #hasChanged = false;
  /** DOMContentLoaded, or a document that was there before, has been looked at. */
  #parsed = false;
  #ended = false;
  readonly #observer = new MutationObserver(({ length }) => this.#changed(length));

  readonly #look: () => void;

  constructor(look: () => void) {
    this.#look = look;
  }

  /** Starts watching; the first look comes with the first content, the surest one when the document is parsed. */
  start(): void {
    this.#watchParser();
    const first = (): void => {
      this.#parsed = true;
      this.#lookNow();
    };
    if (isLoading()) return addEventListener('DOMContentLoaded', first, { once: true });
    // No parser will tell that it is done: what is put into it is looked at by timers that no page can clear.
    this.#parsed = true;
    setTimeout(first);
  }

  /** Something has changed that no change of the document tells of: a shadow root stands where none was. */
  soon(): void {
    if (!this.#ended && this.#dueAt === Infinity) this.#wait(Math.max(CLAIM_GAP_MS, this.#nextWait()));
  }

  /** A click, a key, full screen: the page may build anew from here. */
  restart(): void {
    if (this.#ended) return;
    this.#step = Math.min(this.#step, AFTER_GESTURE);
    const wait = WAITS[this.#step] ?? 0;
    this.#afterGestureAt = now() + wait;
    if (!this.#hasChanged || now() - this.#lookedAt < PUT_OFF_MS) this.#dueAt = Infinity;
    this.#wait(wait);
  }

  /** Ends it for good: the gate is open, or nobody is left to tell. */
  stop(): void {
    this.#ended = true;
    this.#observer.disconnect();
  }

  /** One change is enough to know: the observer is off until the next look, whatever the page does. */
  #changed(changes: number): void {
    this.#hasChanged = true;
    const early = this.#earlyLooks < EARLY_LOOKS && isLoading();
    this.#isLong ||= changes > MANY_CHANGES || (early && hasMoreThan(MANY_ELEMENTS));
    // Firefox tells of the last piece right before the look of DOMContentLoaded.
    const isLastPiece = !this.#parsed && !isLoading();
    if (early ? this.#letPass() : isLastPiece && this.#waitForMore()) return this.#watchParser();
    this.#observer.disconnect();
    const looksNow = this.#earlyLooks < EARLY_LOOKS || this.#lookedAt === -Infinity;
    if (!early || !looksNow) return this.#wait(this.#nextWait());
    this.#earlyLooks += 1;
    this.#lookNow();
  }

  /**
   * While the page is parsed: lets this change pass where it can wait. The parser tells of a script before it runs it, and
   * only a script can keep the look that is waited for from coming.
   * @returns whether it has let it pass
   */
  #letPass(): boolean {
    const place = startedRoot();
    // Nothing to read yet: the next change comes with the body, or with what stands in its place.
    if (!place) return true;
    if (place.getElementsByTagNameNS('*', 'script')[0]) return !place.textContent?.trim();
    if (!this.#isLong && this.#waitForMore()) return true;
    this.#earlyLooks = EARLY_LOOKS;
    return false;
  }

  /**
   * Waits with the observer on, for the first few changes: by a timer, which costs every frame less than later() does.
   * Where the page clears it, the next change, the end of the parsing or a click tells.
   * @returns whether it waits
   */
  #waitForMore(): boolean {
    if (++this.#calmChanges > CALM_CHANGES) return false;
    if (this.#dueAt === Infinity && !this.#waits) {
      this.#waits = true;
      setTimeout(() => this.#waits && this.#lookNow(), this.#nextWait());
    }
    return true;
  }

  #isFirstLoading(): boolean {
    return isLoading() && this.#loadingStep < LOADING_WAITS.length;
  }

  #nextWait(): number {
    if (this.#isLong && isLoading()) return Math.min(LAST_WAIT, Math.max(LONG_WAIT, now() / 2));
    if (this.#isFirstLoading()) return LOADING_WAITS[this.#loadingStep++] ?? 0;
    return Math.max(SOON_MS, (WAITS[this.#step++] ?? LAST_WAIT) - (now() - this.#lookedAt));
  }

  /** A look that is due sooner takes the place of the one that is waited for: what a click shows may jam the page. */
  #wait(ms: number): void {
    const dueAt = now() + ms;
    if (this.#dueAt <= dueAt) return;
    this.#dueAt = dueAt;
    // It cannot be called off: one that was overtaken, or put off, comes for nothing.
    later(() => this.#dueAt === dueAt && this.#lookNow(), ms);
  }

  #lookNow(): void {
    if (this.#ended) return;
    this.#dueAt = Infinity;
    this.#waits = this.#hasChanged = false;
    this.#lookedAt = now();
    // What has changed up to here is looked at now, and is no reason to look again. (takeRecords() would bring each
    // record into this world: a millisecond on a large page.)
    this.#observer.disconnect();
    this.#look();
    if (this.#ended) return;
    // A page that is still parsed changes all the time: nobody need tell, which would take longer than the looks.
    const byClock = this.#earlyLooks >= EARLY_LOOKS && (this.#isLong ? isLoading() : this.#isFirstLoading());
    if (byClock) this.#wait(this.#nextWait());
    else this.#watch();
    // The look that the click asked for still comes: styles may show what no change of the document tells.
    if (this.#lookedAt < this.#afterGestureAt) this.#wait(this.#afterGestureAt - this.#lookedAt);
  }

  #watch(): void {
    const all = { childList: true, subtree: true, characterData: true };
    this.#observer.observe(document, all);
    shadows.forEach((root) => {
      try {
        this.#observer.observe(root, all);
      } catch {
        // Whatever it is: the others are watched, and the looks go on.
      }
    });
  }

  /**
   * Before the body has a script all changes are the parser's, which adds to what it has not closed yet: only that is
   * watched, so that an element which comes with all that is in it is one change. (Not in frames, which are many and
   * small: to tell what is open costs them more than the changes.)
   */
  #watchParser(): void {
    this.#observer.disconnect();
    if (parent !== self || !isLoading() || isInBody('script')) return this.#watch();
    const open = walkElements();
    let depth = 0;
    do this.#observer.observe(open.currentNode, { childList: true });
    while (open.lastChild() && ++depth < DEEPEST);
  }
}
