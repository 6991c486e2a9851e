import type { FrameFacts } from '../../detection/facts';
import { BEAT_MS } from '../../messages/content-messages';
import { actWeight, ENOUGH } from '../act-weight';
import type { DocumentState } from '../document-state';
import { later, now } from '../later';
import { alive, send } from '../runtime';
import { isVisible } from '../safe-document';

/** So much of an article, or of quotation (shares), explains a threat; so small a share of threats is none. */
const EXPLAINS = 0.5;
const NO_THREAT = 0.05;
/** Beats go on this long (ms) after the last new fact: longer than what changes for ever is apart (`news.ts`). */
const BEATS_MS = 75_000;

/** Worth a heartbeat: it did something, or it threatens without being an article about threats. */
function isSuspicious({ acts, words, structure }: FrameFacts): boolean {
  const explains = structure.article >= EXPLAINS || structure.quotedShare >= EXPLAINS;
  return actWeight(acts) >= ENOUGH || (words.threatShare > NO_THREAT && !explains);
}

/** The heartbeat of a suspicious page in the tab's top frame: where it stops, the page holds the person up. */
export class Beats {
  readonly #state: DocumentState;
  #suspicious = false;
  #isBeating = false;
  #lastNews = now();

  constructor(state: DocumentState) {
    this.#state = state;
  }

  /** @returns whether the page has told something new in the last 75 s */
  hasNews(): boolean {
    return now() - this.#lastNews < BEATS_MS;
  }

  /** To be called when something new was told. @param facts what the frame has told */
  told(facts: FrameFacts): void {
    this.#lastNews = now();
    this.#suspicious = isSuspicious(facts);
    if (!this.#suspicious) return this.beat({ visible: false });
    if (this.#isBeating || window !== window.top) return;
    // The watch that the open gate began may have ended long ago.
    this.#isBeating = true;
    this.beat();
    this.#beatOn();
  }

  /** Tells that a suspicious page still answers. Not visible, it ends the watch, which the open gate began. */
  beat({ visible = isVisible() } = {}): void {
    if (window !== window.top || this.#state.stoodDown || (visible && !this.#suspicious)) return;
    send(this.#state.doc, { type: 'beat', visible });
  }

  #beatOn(): void {
    later(() => {
      this.#isBeating = this.#suspicious && this.hasNews() && !this.#state.stoodDown && alive();
      if (!this.#isBeating) return this.beat({ visible: false });
      if (isVisible()) this.beat();
      this.#beatOn();
    }, BEAT_MS);
  }
}
