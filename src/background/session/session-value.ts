import { SessionSlot } from './session-slot';

/** The one id of its slot: the key is the whole name. */
const ONLY = '';

/** One value that outlives the worker, kept as a slot keeps its many (session-slot.ts). */
export class SessionValue<T> {
  private readonly slot: SessionSlot<T>;

  /**
   * @param key in storage.session, e.g. `pause:now`
   * @param empty makes the value that was never written
   * @param kept what of it may be written to the store
   */
  constructor(key: string, empty: () => T, kept?: (value: T) => T) {
    this.slot = new SessionSlot(key, empty, kept);
  }

  /** The value as last updated. Never rejects. */
  read(): Promise<T> {
    return this.slot.read(ONLY);
  }

  /** Replaces the value by `change(value)`; resolves to it once the memory copy holds it. */
  update(change: (value: T) => T): Promise<T> {
    return this.slot.update(ONLY, change);
  }
}
