import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { useReserve } from './session-reserve';
import { makeRoom, offerSpares } from './session-room';

/** A store that does not answer in this time counts as empty until it does; measured: 1 to 5 ms. */
const STORE_LIMIT_MS = 500;
/** What a stopped worker had begun is not forgotten because a full store tells of it late: nobody waits for that. */
export const RESUME_LIMIT_MS = 60_000;

type Change<T> = (value: T) => T;

/** A value that is being read. Where that takes long, what is changed meanwhile is changed again in the real one. */
interface Asking<T> {
  /** What holds until the store answers. */
  guess: T;
  changes: Change<T>[];
  /** The store has answered. */
  answer: Promise<unknown>;
  /** The same, or it had time enough. */
  inTime: Promise<unknown>;
}

let reading: Promise<Record<string, unknown>> | null = null;

/** The whole store, read once for all that ask for it in one go: a starting worker does so three times. */
function wholeStore(): Promise<Record<string, unknown>> {
  if (reading === null) queueMicrotask(() => (reading = null));
  return (reading ??= browser.storage.session.get(null));
}

/** Looking for room reads the whole store: not more often than this (ms). */
const ROOM_PAUSE_MS = 2_000;
let roomMadeAt = -Infinity;

/**
 * State that outlives the worker: a value in storage.session with a copy in memory for speed.
 * Updates of one slot run one after the other; a failing, full or late store never loses the copy in memory.
 */
export class SessionSlot<T> {
  private readonly copies = new Map<string, T>();
  private readonly asked = new Map<string, Asking<T>>();
  private readonly queues = new Map<string, Promise<unknown>>();
  /** Ids that are being written down, and whether they have changed since that began. */
  private readonly writing = new Map<string, boolean>();
  /** When room was looked for, for a value that must be kept (ms since 1970). */
  private readonly soughtAt = new Map<string, number>();

  /**
   * @param prefix of the storage keys, e.g. `tab:`
   * @param empty makes the value of a key that was never written
   * @param kept what of a value may be written to the store
   * @param age of a value that a full store may lose (ms since 1970: the oldest go first), null for one that it must
   * keep; without it all must be kept
   */
  constructor(
    private readonly prefix: string,
    private readonly empty: () => T,
    private readonly kept: Change<T> = (value) => value,
    private readonly age: ((value: T) => number | null) | null = null,
  ) {
    if (age === null) return;
    const isSpare = (key: string): boolean => !this.mustKeep(key.slice(prefix.length));
    offerSpares({ keys: () => this.spare(age), isSpare });
  }

  /**
   * The value of `id` as last updated, from memory or else from storage.session. Never rejects.
   * @param limit ms after which the store counts as empty, where that is not to be soon
   */
  async read(id: string, limit?: number): Promise<T> {
    const copy = this.copies.get(id);
    if (copy !== undefined) return copy;
    const asking = this.asked.get(id) ?? this.ask(id);
    await (limit === undefined ? asking.inTime : within(asking.answer, limit, undefined));
    return this.copies.get(id) ?? asking.guess;
  }

  /** Replaces the value of `id` by `change(value)`; resolves to it once the memory copy holds it. */
  update(id: string, change: Change<T>): Promise<T> {
    const run = (this.queues.get(id) ?? Promise.resolve()).then(async () => {
      const value = change(await this.read(id));
      const late = this.copies.has(id) ? undefined : this.asked.get(id);
      if (late) {
        // Written now, it would overwrite what the store has not told yet.
        late.guess = value;
        late.changes.push(change);
        return value;
      }
      this.copies.set(id, value);
      void this.write(id);
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
    this.asked.delete(id);
    this.queues.delete(id);
    this.soughtAt.delete(id);
    await within(browser.storage.session.remove(this.prefix + id), STORE_LIMIT_MS, undefined);
  }

  /** Everything that is in storage.session now, with its id. @param limit ms after which the store counts as empty */
  async stored(limit = STORE_LIMIT_MS): Promise<[id: string, value: T][]> {
    const all = await within(wholeStore(), limit, {} as Record<string, unknown>);
    return Object.entries(all)
      .filter(([key]) => key.startsWith(this.prefix))
      .map(([key, value]) => [key.slice(this.prefix.length), value as T]); // only this class writes the key
  }

  /** Ids that have a value in storage.session; `limit` as above. */
  async ids(limit?: number): Promise<string[]> {
    return (await this.stored(limit)).map(([id]) => id);
  }

  private ask(id: string): Asking<T> {
    const asked = Promise.resolve();
    const asking: Asking<T> = { guess: this.empty(), changes: [], answer: asked, inTime: asked };
    this.asked.set(id, asking);
    const key = this.prefix + id;
    const answered = (stored: Record<string, unknown>): void => {
      if (this.asked.get(id) !== asking) return;
      this.asked.delete(id);
      const found = (stored[key] as T | undefined) ?? this.empty(); // only this class writes the key
      this.copies.set(
        id,
        asking.changes.reduce((value, change) => change(value), found),
      );
      if (asking.changes.length > 0) void this.write(id);
    };
    asking.answer = browser.storage.session.get(key).then(answered, () => answered({}));
    asking.inTime = within(asking.answer, STORE_LIMIT_MS, undefined);
    return asking;
  }

  /**
   * Writes the copy down, one writing at a time: what changes meanwhile is written together after it. (A page's burst
   * of acts would keep the browser busy with 25 writings just when its tab is to be closed.)
   */
  private async write(id: string): Promise<void> {
    if (this.writing.has(id)) {
      this.writing.set(id, true);
      return;
    }
    do {
      this.writing.set(id, false);
      await within(this.writeNow(id), STORE_LIMIT_MS, undefined);
    } while (this.writing.get(id) === true);
    this.writing.delete(id);
  }

  /** Where there is no room, once more with the reserve's, and after old things have gone. Never rejects. */
  private async writeNow(id: string): Promise<void> {
    if (await this.tryToWrite(id)) return;
    if (this.mustKeep(id)) {
      await useReserve();
      if (await this.tryToWrite(id)) return;
    }
    const lastAt = this.mustKeep(id) ? (this.soughtAt.get(id) ?? -Infinity) : roomMadeAt;
    if (this.age !== null && Date.now() - lastAt < ROOM_PAUSE_MS) return;
    roomMadeAt = Date.now();
    this.soughtAt.set(id, roomMadeAt);
    await makeRoom(this.prefix + id, () => this.tryToWrite(id));
  }

  private mustKeep(id: string): boolean {
    const value = this.copies.get(id);
    return value !== undefined && (this.age === null || this.age(value) === null);
  }

  /** @returns whether the store took what the copy holds now; a copy that is gone needs no place */
  private tryToWrite(id: string): Promise<boolean> {
    const value = this.copies.get(id);
    if (value === undefined) return Promise.resolve(true);
    return browser.storage.session.set({ [this.prefix + id]: this.kept(value) }).then(
      () => true,
      () => false,
    );
  }

  /** Keys that a full store may lose, the oldest first. They stay in memory. */
  private async spare(age: (value: T) => number | null): Promise<string[]> {
    const aged = (await this.stored()).map(([id, value]) => ({ id, at: age(value) }));
    const old = aged.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]));
    return old.sort((one, other) => one.at - other.at).map(({ id }) => this.prefix + id);
  }
}
