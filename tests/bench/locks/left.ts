import { sleep, until } from '../../rig/processes';
import type { Session } from './session';

/** What is left of a page: its tabs and its sound. */
export interface Left {
  /** A moment after it was closed a tab of it is there; null where it was not to be closed. */
  tabLeft: boolean | null;
  /** A tab makes a sound then; null where the browser never said so of the page itself, and cannot be believed. */
  soundLeft: boolean | null;
  /** While its warning stood, every tab of the page was muted; null where no warning stood. */
  muted: boolean | null;
}

export const NOTHING_SEEN: Left = { tabLeft: null, soundLeft: null, muted: null };

/** The warning comes first, then the page is muted. */
const MUTE_MS = 1_500;
/** What comes back by itself is there again after this. */
const MOMENT_MS = 300;

/** Whether the page is silent behind its warning. */
export async function mutedBehind(session: Session): Promise<boolean> {
  return (await until(MUTE_MS, async () => (await session.muted()) || undefined)) === true;
}

/** What is left a moment after closing. */
export async function lookAfter(session: Session, closed: boolean): Promise<Omit<Left, 'muted'>> {
  await sleep(MOMENT_MS);
  const { tabs, audible, heard } = await session.remains();
  return { tabLeft: !closed || tabs > 0, soundLeft: heard || audible > 0 ? audible > 0 : null };
}

/** All runs of a row together: one tab or sound left is one too many. Nothing where no run looked. */
export function foldLeft(all: readonly (Left | undefined)[]): Partial<Left> {
  const seen = all.filter((one) => one !== undefined);
  if (seen.length === 0) return {};
  const said = (key: keyof Left) => seen.map((one) => one[key]).filter((value) => value !== null);
  const fold = (key: keyof Left, bad: boolean) => {
    const values = said(key);
    if (values.length === 0) return null;
    return values.includes(bad) ? bad : !bad;
  };
  return { tabLeft: fold('tabLeft', true), soundLeft: fold('soundLeft', true), muted: fold('muted', false) };
}
