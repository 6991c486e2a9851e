/** A stand-in for browser.storage, enough for the journal's note. `full` makes writing fail. */
export function fakeStorage() {
  const area = () => {
    const held = new Map<string, unknown>();
    const fake = {
      held,
      full: false,
      get: (key: string) => Promise.resolve(held.has(key) ? { [key]: held.get(key) } : {}),
      set: (values: Record<string, unknown>) => {
        if (fake.full) return Promise.reject(new Error('full'));
        for (const [key, value] of Object.entries(values)) held.set(key, value);
        return Promise.resolve();
      },
      remove: (key: string) => Promise.resolve(void held.delete(key)),
    };
    return fake;
  };
  return { local: area(), session: area() };
}
