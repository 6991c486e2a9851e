import { t } from './i18n';
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

/**
 * For what is stored at each letter: a failure is told once, in a place beside the field, and nothing moves under who
 * writes. @returns what saving gives, or nothing
 */
export async function storedWhileTyped<T>(place: HTMLElement, saving: Promise<T>): Promise<T | undefined> {
  const given = await stored(saving).catch(() => undefined);
  const said = given === undefined ? t('errors.notStored') : '';
  if (place.textContent !== said) place.textContent = said;
  return given;
}
