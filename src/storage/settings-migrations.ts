import { DEFAULT_SETTINGS } from './settings';
import { isRecord } from './plain-values';

type Raw = Record<string, unknown>;

/**
 * Step N turns settings of version N into version N + 1. Append only: an old browser profile may come back after years.
 * Version 0 is whatever was stored before settings had a version.
 */
const MIGRATIONS: ((old: Raw) => Raw)[] = [(old) => ({ ...old, version: 1 })];

/**
 * Brings stored settings up to today's version. Settings of a newer version (the person went back to an older
 * extension) are left as they are: the fields we still know are read one by one. Returns an empty object for junk.
 */
export function migrate(raw: unknown): Raw {
  if (!isRecord(raw)) return {};
  const from = typeof raw.version === 'number' && Number.isInteger(raw.version) ? raw.version : 0;
  if (from < 0 || from >= DEFAULT_SETTINGS.version) return raw;
  return MIGRATIONS.slice(from).reduce((settings, step) => step(settings), raw);
}
