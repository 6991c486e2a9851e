/** A stand-in for browser.storage, enough for the journal's note. `full` makes writing fail. */
export function fakeStorage() {
  const area = () => {
    const held = new Map<string, unknown>();
    const fake = {
      held,
      full: false,
      /** Longer texts find no room: a disk with its last bytes left. */
      room: Infinity,
      get: (key: string) => Promise.resolve(held.has(key) ? { [key]: held.get(key) } : {}),
      set: (values: Record<string, unknown>) => {
        if (fake.full || JSON.stringify(values).length > fake.room) return Promise.reject(new Error('full'));
        for (const [key, value] of Object.entries(values)) held.set(key, value);
        return Promise.resolve();
      },
      remove: (keys: string | string[]) => {
        for (const key of [keys].flat()) held.delete(key);
        return Promise.resolve();
      },
    };
    return fake;
  };
  return { local: area(), session: area() };
}
