import type { TextKey } from './text-keys';

/** A failure with a sentence of its own, which the page shows. */
export class Trouble extends Error {
  constructor(
    readonly key: TextKey,
    options?: ErrorOptions,
  ) {
    super(key, options);
  }
}

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
