/** An in-memory browser.storage for unit tests: same shapes, changes announced to listeners, JSON copies only. */
type Change = { oldValue?: unknown; newValue?: unknown };
type Listener = (changes: Record<string, Change>, area: string) => void;
type Items = Record<string, unknown>;

function copy<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);
}

class Area {
  items: Items = {};
  /** Set to make every call reject, as a full disk or a missing policy does. */
  failure: Error | null = null;

  constructor(
    private readonly name: string,
    private readonly listeners: Set<Listener>,
  ) {}

  get = async (keys?: string | string[] | null): Promise<Items> => {
    if (this.failure) throw this.failure;
    if (keys === undefined || keys === null) return copy(this.items);
    const wanted = [keys].flat().filter((key) => key in this.items);
    return copy(Object.fromEntries(wanted.map((key) => [key, this.items[key]])));
  };

  set = async (fresh: Items): Promise<void> => {
    if (this.failure) throw this.failure;
    const changes: Record<string, Change> = {};
    for (const [key, value] of Object.entries(copy(fresh))) {
      changes[key] = { oldValue: copy(this.items[key]), newValue: value };
      this.items[key] = value;
    }
    this.tell(changes);
  };

  remove = async (keys: string | string[]): Promise<void> => {
    const changes: Record<string, Change> = {};
    for (const key of [keys].flat()) {
      changes[key] = { oldValue: this.items[key] };
      delete this.items[key];
    }
    this.tell(changes);
  };

  /** As Chromium's own sync does when it begins or goes on: what the account has is all there is, and told at once. */
  overwrite = (account: Items): void => {
    const changes: Record<string, Change> = {};
    for (const key of new Set([...Object.keys(this.items), ...Object.keys(account)])) {
      const [oldValue, newValue] = [this.items[key], copy(account[key])];
      if (JSON.stringify(oldValue) === JSON.stringify(newValue)) continue;
      changes[key] = { ...(key in this.items && { oldValue }), ...(key in account && { newValue }) };
    }
    this.items = copy(account);
    if (Object.keys(changes).length > 0) this.tell(changes);
  };

  private tell(changes: Record<string, Change>): void {
    for (const listener of this.listeners) listener(changes, this.name);
  }
}

export interface BrowserWithStorage {
  storage: {
    local: Area;
    sync: Area;
    session: Area;
    managed: Area;
    onChanged: { addListener: (listener: Listener) => void; removeListener: (listener: Listener) => void };
  };
}

export function browserWithStorage(): BrowserWithStorage {
  const listeners = new Set<Listener>();
  const [local, sync, session, managed] = ['local', 'sync', 'session', 'managed'].map(
    (name) => new Area(name, listeners),
  ) as [Area, Area, Area, Area]; // one for each of the four names
  const onChanged = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  return { storage: { local, sync, session, managed, onChanged } };
}

/** Waits until promises already under way have run. */
export function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done, 5));
}
