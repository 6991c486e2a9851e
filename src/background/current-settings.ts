import { onSettingsChanged, loadSettings } from '../storage/settings-store';
import { DEFAULT_SETTINGS, type Settings } from '../storage/settings';
import { within } from './within';

/** A store that does not answer must not hold a verdict back. */
const STORE_LIMIT_MS = 500;

/** Read once per life of the worker: a verdict must not wait for the disk each time. */
let known: Promise<Settings> | null = null;

onSettingsChanged(() => {
  known = null;
});

/** The settings in force, policy included. Never rejects. */
export function currentSettings(): Promise<Settings> {
  known ??= within(loadSettings(), STORE_LIMIT_MS, DEFAULT_SETTINGS);
  return known;
}

/** After a change made here: the next reader asks the store again. */
export function forgetSettings(): void {
  known = null;
}
