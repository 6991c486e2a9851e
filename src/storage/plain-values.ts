/** What holds for any stored value, whoever wrote it. */

/** The times (ms since 1970) that a date can have lie no farther from 1970 than this, in either direction. */
export const LAST_TIME = 8.64e15;

/** Is it a plain object (not null, not a list)? */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
