import { within } from '../../async/within';
import { DEFAULT_SETTINGS, type Settings } from '../../storage/settings';
import { knownSettings, loadSettings, onSettingsChanged } from '../../storage/settings-store';

/** A store that does not answer must not hold a verdict back. */
const STORE_LIMIT_MS = 500;

interface Reading {
  /** Null until the store has answered. */
  settings: Settings | null;
  /** It has answered, or had time enough. */
  inTime: Promise<unknown>;
}

/** Read once per life of the worker: a verdict must not wait for the disk each time. */
let known: Reading | null = null;

onSettingsChanged(forgetSettings);

/** The settings in force, policy included; the defaults as long as a slow store has not answered. Never rejects. */
export async function currentSettings(): Promise<Settings> {
  const reading = (known ??= startReading());
  await reading.inTime;
  return reading.settings ?? DEFAULT_SETTINGS;
}

/** After a change made here: the next reader asks the store again. */
export function forgetSettings(): void {
  known = null;
}

function startReading(): Reading {
  const reading: Reading = { settings: null, inTime: Promise.resolve() };
  const read = knownSettings().then(async (settings) => {
    // A store that failed once is asked again: as long as it does, the defaults and the policy hold.
    if (settings === null && known === reading) known = null;
    reading.settings = settings ?? (await loadSettings());
  });
  reading.inTime = within(read, STORE_LIMIT_MS, undefined);
  return reading;
}
