import type { FrameFacts } from '../../detection/facts';
import { documentState, randomId, type DocumentState } from '../document-state';
import { later, now } from '../later';
import { alive, send } from '../runtime';
import { actWeight, ENOUGH } from '../act-weight';
import { ANIMATION_LIMIT, countElements, runningAnimations } from '../safe-document';
import { Beats } from './beats';
import { collectFacts } from './collect-facts';
import { HalfRead } from './half-read';
import { MovingParts } from './moving-parts';
import { News } from './news';
import { shadowRoots } from './shadow-roots';

/** Looks after the detector came (ms): kits build themselves over some 10 s. */
const LOOKS = [150, 500, 1_000, 2_000, 4_000, 8_000, 12_000];
/**
 * Looks (ms) at a page that has not changed, too: a rule put into a style sheet, `:checked` or `:target` can show words.
 * At pages of fewer elements than FEW alone, where a look is cheap: the recorded scams have up to 900.
 */
const UNCHANGED_LOOKS = [2_500, 6_000, 15_000, 40_000, 120_000];
const FEW = 1_000;
/** Looks after a click, a key or full screen (ms). */
const AFTER_GESTURE = [120, 600, 1_500, 3_000, 6_000];
/** Shortest time between two looks (ms), and the largest part of the time that looking may take. */
const REST_MS = 100;
const SHARE_OF_TIME = 0.04;
/** A change is looked at this soon (ms), so that what comes together is seen together. */
const SOON_MS = 50;
/** While a kit would still be building itself (ms since the detector came), no rest is longer than this (ms). */
const BUILDING_MS = 15_000;
const BUILDING_REST_MS = 400;
/** A style rule can show something later, and no change of the document tells: so long (ms) one that runs is followed. */
const FOLLOWED_MS = 120_000;
/** Looks after an act or an order, and once the page has loaded all it loads (ms). */
const AFTER_ACT = [30];
const AFTER_LOAD = [50];
/** Between looks at a page that goes on changing after all of these (ms): while it has news, and later. */
const REST_WITH_NEWS_MS = 3_000;
const REST_LATER_MS = 30_000;

/**
 * Collects the facts of a frame and sends them while they change; then rests. Fields with `#`: the build shortens their
 * names.
 */
export class Detector {
  readonly #state: DocumentState = documentState();
  readonly #moving = new MovingParts();
  readonly #observer = new MutationObserver(() => this.#pageChanged());
  readonly #news = new News();
  readonly #beats = new Beats(this.#state);
  readonly #halfRead = new HalfRead();
  /** How many looks are planned. */
  #planned = 0;
  /** Whether one of them is to tell what had to wait. */
  #holdsBack = false;
  readonly #onShownAnew = (): void => this.#planSure(AFTER_GESTURE);
  /** One that the page makes up would be a beat of a page that jams. */
  readonly #onVisibility = ({ isTrusted }: Event): void => void (isTrusted && this.#beats.beat());
  /** A key that is held down writes on, and is no new gesture. Before any the page writes: execCommand is trusted, too. */
  readonly #onInput = ({ isTrusted }: Event): void =>
    void (isTrusted && this.#state.gestureAt !== null && this.#moving.forget());
  #changed = true;
  #nextLookAt = 0;
  readonly #cameAt = now();

  start(): void {
    this.#state.doc ||= randomId();
    this.#state.onChange = (why) => {
      // Whoever gives an order may be a new worker, which knows nothing of what was told before.
      if (why === 'order') this.#news.forget();
      if (why === 'gesture') this.#moving.forget();
      this.#planSure(why === 'gesture' ? AFTER_GESTURE : AFTER_ACT);
    };
    addEventListener('load', () => this.#planSure(AFTER_LOAD), { once: true });
    addEventListener('DOMContentLoaded', () => this.#look(), { once: true });
    this.#listen();
    this.#look();
    this.#plan(LOOKS);
    for (const ms of UNCHANGED_LOOKS) later(() => countElements() < FEW && this.#planSure([0]), ms);
  }

  /** Also called later: a page can throw the listeners of its window away, and adding one twice does nothing. */
  #listen(): void {
    this.#state.listenAnew?.();
    addEventListener('fullscreenchange', this.#onShownAnew, true);
    // A popover that opens changes nothing in the document.
    addEventListener('toggle', this.#onShownAnew, true);
    addEventListener('visibilitychange', this.#onVisibility, true);
    addEventListener('input', this.#onInput, true);
  }

  /** Plans looks at these times (ms) from now, even if no change of the page is seen. */
  #planSure(times: readonly number[]): void {
    this.#changed = true;
    this.#plan(times);
  }

  /** Plans looks at these times (ms) from now, for the case that the page has changed by then. */
  #plan(times: readonly number[]): void {
    if (this.#planned > 2 * LOOKS.length) return;
    for (const time of times) {
      this.#planned += 1;
      later(() => {
        this.#planned -= 1;
        if (now() < this.#nextLookAt) this.#plan([this.#nextLookAt - now() + 1]);
        else this.#look();
      }, time);
    }
  }

  /** One change is enough to know until the next look; a page at rest is looked at no more. */
  #pageChanged(): void {
    this.#observer.disconnect();
    this.#planSure([this.#isBuilding() ? SOON_MS : this.#restFor()]);
  }

  #isBuilding(): boolean {
    return now() - this.#cameAt < BUILDING_MS;
  }

  /** Pages that go on changing after all planned looks are looked at every few seconds, then every half minute. */
  #restFor(): number {
    return this.#beats.hasNews() ? REST_WITH_NEWS_MS : REST_LATER_MS;
  }

  #look(): void {
    if (this.#state.stoodDown || !alive()) return this.#stop();
    this.#listen();
    if (!this.#changed && !this.#movesByItself()) return;
    if (this.#isHalfRead()) return this.#planSure([SOON_MS]);
    this.#changed = false;
    const began = now();
    try {
      this.#sendIfNew(collectFacts(this.#state, this.#moving));
    } catch {
      // A page can make itself unreadable; what it does still counts, and the next look may succeed.
    }
    this.#nextLookAt = now() + this.#restAfter(now() - began);
    const all = { childList: true, subtree: true, characterData: true, attributes: true };
    for (const root of [document, ...shadowRoots])
      try {
        this.#observer.observe(root, all);
      } catch {
        // Whatever it is: the others are watched, and the looks go on.
      }
    if (this.#planned === 0 && this.#isMoving()) this.#planSure([this.#restFor()]);
  }

  /** Whether an animation runs, or waits for its time. */
  #isMoving(): boolean {
    return (
      now() - this.#cameAt < FOLLOWED_MS &&
      runningAnimations(ANIMATION_LIMIT).some(({ playState }) => playState === 'running')
    );
  }

  /** Whether more of the document should be waited for. What acts is not waited for. */
  #isHalfRead(): boolean {
    return actWeight(this.#state.acts) < ENOUGH && this.#halfRead.isStill(this.#cameAt);
  }

  /** @param took ms the last look took @returns ms until the next one may come */
  #restAfter(took: number): number {
    const rest = Math.max(REST_MS, took / SHARE_OF_TIME);
    return this.#isBuilding() ? Math.min(rest, BUILDING_REST_MS) : rest;
  }

  /** Animations change what is seen without changing the document. */
  #movesByItself(): boolean {
    return runningAnimations(1).length > 0;
  }

  #sendIfNew(facts: FrameFacts): void {
    const wait = this.#news.waitFor(facts, now());
    if (wait !== 0) return this.#holdBack(wait);
    send(this.#state.doc, { type: 'facts', facts });
    this.#beats.told(facts);
  }

  /** Looks once more when these facts may be told. @param wait ms, null where there is nothing to tell */
  #holdBack(wait: number | null): void {
    if (wait === null || this.#holdsBack) return;
    this.#holdsBack = true;
    later(() => {
      this.#holdsBack = false;
      this.#planSure([0]);
    }, wait);
  }

  #stop(): void {
    this.#observer.disconnect();
  }
}
