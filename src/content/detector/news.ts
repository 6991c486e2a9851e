import type { FrameFacts } from '../../detection/facts';

/** So many reports of a document go as they come; from then on one in this time (ms), so that the worker can sleep. */
const FREELY = 60;
const APART_MS = 60_000;

/** Of the share of threats each further step of so many is a sign of its own. */
const THREAT_STEPS = 5;

/** What is told, without what may change for ever and says nothing by itself: its words are in `words`. */
const gistOf = (facts: FrameFacts): string => JSON.stringify({ ...facts, title: '', excerpt: '' });

/** What a page can show for the first time: each once, and there are a few hundred. */
function signsOf({ acts, words, looks, structure }: FrameFacts): string[] {
  const shown = Object.entries({ ...looks, ...structure }).filter(([, value]) => value === true);
  return [
    ...Object.keys(acts),
    ...shown.map(([name]) => name),
    ...words.concepts.map(({ concept }) => concept),
    ...words.brands.map(({ id }) => id),
    words.phones.length > 0 ? 'phone' : '',
    words.codes.length > 0 ? 'code' : '',
    `suspicion ${Math.floor(words.threatShare * THREAT_STEPS)}`,
  ];
}

/**
 * Which facts of a document are worth a report. A page that changes something every second for ever must not keep the
 * worker awake for ever; a scam that comes late must not wait behind such changes.
 */
export class News {
  #last = '';
  #sent = 0;
  #sentAt = 0;
  readonly #signs = new Set<string>();

  /** Whoever asks may know nothing of what was told: all of it is news again. */
  forget(): void {
    this.#last = '';
    this.#signs.clear();
  }

  /**
   * @param now ms
   * @returns 0 where these facts are to be told now (and counts them); ms until they may be; null where they are nothing new
   */
  waitFor(facts: FrameFacts, now: number): number | null {
    const gist = gistOf(facts);
    if (gist === this.#last) return null;
    const unseen = signsOf(facts).filter((sign) => !this.#signs.has(sign));
    const left = this.#sentAt + APART_MS - now;
    if (this.#sent >= FREELY && unseen.length === 0 && left > 0) return left;
    for (const sign of unseen) this.#signs.add(sign);
    this.#last = gist;
    this.#sent += 1;
    this.#sentAt = now;
    return 0;
  }
}
