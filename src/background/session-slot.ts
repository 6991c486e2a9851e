import { browser } from '../browser/api';
import { within } from './within';

/** A store that does not answer in this time counts as empty; measured: 1 to 5 ms. */
const STORE_LIMIT_MS = 500;

/**
 * State that outlives the worker: a value in storage.session with a copy in memory for speed.
 * Updates of one slot run one after the other; a failing store never loses the copy in memory.
 */
export class SessionSlot<T> {
  private readonly copies = new Map<string, T>();
  private readonly queues = new Map<string, Promise<unknown>>();

  /**
   * @param prefix of the storage keys, e.g. `tab:`. @param empty makes the value of a key never written.
   * @param kept what of a value may be written to the store.
   */
  constructor(
    private readonly prefix: string,
    private readonly empty: () => T,
    private readonly kept: (value: T) => T = (value) => value,
  ) {}

  /** The value of `id` as last updated, from memory or else from storage.session. Never rejects. */
  async read(id: string): Promise<T> {
    const copy = this.copies.get(id);
    if (copy !== undefined) return copy;
    const key = this.prefix + id;
    const stored = await within(
      browser.storage.session.get(key),
      STORE_LIMIT_MS,
      {} as Record<string, unknown>,
    );
    // Another caller may have filled the copy while we waited.
    const value = this.copies.get(id) ?? (stored[key] as T | undefined) ?? this.empty(); // only this class writes the key
    this.copies.set(id, value);
    return value;
  }

  /** Replaces the value of `id` by `change(value)`; resolves to it once the memory copy holds it. */
  update(id: string, change: (value: T) => T): Promise<T> {
    const run = (this.queues.get(id) ?? Promise.resolve()).then(async () => {
      const value = change(await this.read(id));
      this.copies.set(id, value);
      void browser.storage.session.set({ [this.prefix + id]: this.kept(value) }).catch(() => undefined);
      return value;
    });
    this.queues.set(
      id,
      run.catch(() => undefined),
    );
    return run;
  }

  /** Forgets `id`. */
  async drop(id: string): Promise<void> {
    this.copies.delete(id);
    this.queues.delete(id);
    await within(browser.storage.session.remove(this.prefix + id), STORE_LIMIT_MS, undefined);
  }

  /** Everything that is in storage.session now, with its id. */
  async stored(): Promise<[id: string, value: T][]> {
    const all = await within(
      browser.storage.session.get(null),
      STORE_LIMIT_MS,
      {} as Record<string, unknown>,
    );
    return Object.entries(all)
      .filter(([key]) => key.startsWith(this.prefix))
      .map(([key, value]) => [key.slice(this.prefix.length), value as T]); // only this class writes the key
  }

  /** Ids that have a value in storage.session. */
  async ids(): Promise<string[]> {
    return (await this.stored()).map(([id]) => id);
  }
}
