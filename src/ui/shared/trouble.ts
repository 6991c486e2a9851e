/** A failure with a sentence of its own: its message is the text key that the page shows. */
export class Trouble extends Error {}

/** The sentence of a failure in sight, as page.ts puts it there. */
export const TROUBLE_ID = 'trouble';

/**
 * What saving gives; where it fails, a Trouble that says that the browser could not save this. Where it works, no earlier
 * failure may go on saying that it does not.
 */
export async function stored<T>(saving: Promise<T>): Promise<T> {
  try {
    const given = await saving;
    document.getElementById(TROUBLE_ID)?.remove();
    return given;
  } catch (cause) {
    throw new Trouble('errors.notStored', { cause });
  }
}
