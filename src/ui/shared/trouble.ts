/** A failure with a sentence of its own: its message is the text key that the page shows. */
export class Trouble extends Error {}

/** What saving gives; where it fails, a Trouble that says that the browser could not save this. */
export function stored<T>(saving: Promise<T>): Promise<T> {
  return saving.catch((cause: unknown) => {
    throw new Trouble('errors.notStored', { cause });
  });
}
