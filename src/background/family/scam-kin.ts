import { within } from '../../async/within';
import { hostOf } from '../state/host';
import { isPlatform } from '../state/platforms';
import { TAB_PATIENT_MS, type Shown, tabOf } from '../state/shown-tab';
import { tabStates, toldSite, type Opened, type TabState } from '../state/tab-state';
import { isElsewhere } from './elsewhere';

/** A tab that is being looked at: what its pages told, and what the browser says of it (null: gone, or silent). */
export interface Kin {
  id: number;
  state: TabState;
  tab: Shown | null;
  /** The browser has not said whether it is there. */
  silent: boolean;
  /** What it shows now has told something that is not quiet. */
  suspicious: boolean;
}

/** A tab of the group, whose own windows are looked at next. */
export interface Parent extends Kin {
  /** Not an honest page on the way. */
  isScam: boolean;
  /** Host of a quiet window without a tab strip: what it opens is the scam's too. Else ''. */
  popupHost: string;
}

/** A scam's site that waits for a click shows its true face within this (ms); what it opened before counts. */
const WAIT_MS = 120_000;
/** A page that sends the person on to the scam itself does so within this (ms) of opening its windows. */
const CHAIN_MS = 5_000;
/** So many windows within so many ms are opened by a script: no hand is as fast. */
const BURST = 3;
const BURST_MS = 1_000;
/** Forwarding from address to address is over by then (ms); another host after it is where a person went. */
const FORWARDED_MS = 30_000;

/** Looks at a tab. Never rejects. */
export async function lookAtKin(id: number): Promise<Kin> {
  const asking = within(tabOf(id), TAB_PATIENT_MS, undefined);
  const [state, answer] = await Promise.all([tabStates.read(String(id)), asking]);
  const tab = answer ?? null;
  const elsewhere = tab !== null && isElsewhere(tab, state, toldSite(state));
  return { id, state, tab, silent: answer === undefined, suspicious: state.level !== 'quiet' && !elsewhere };
}

/** What a tab shows, or where the browser does not say, what it told last; '' if unknown. */
export function shownAddress({ tab, state }: Kin): string {
  return tab?.url ?? state.frames[0]?.address ?? '';
}

/** Host of that. */
export function shownHost(kin: Kin): string {
  return hostOf(shownAddress(kin));
}

/** Whether a tab that `parent` opened belongs to the scam at these hosts (scam-group.ts has the rule in words). */
export function belongs(
  entry: Opened,
  parent: Parent,
  child: Kin,
  hosts: ReadonlySet<string>,
  now: number,
): boolean {
  if (child.suspicious) return true;
  const onHost = hosts.has(shownHost(child));
  if (!parent.isScam) return onHost && byScript(entry, parent, child);
  if (onHost && !isPlatform(shownHost(child))) return true;
  return openedByScam(entry, parent, child, hosts) && !hasLeft(entry, child, now);
}

/** Opened during the scam's stay in the tab: by its own host, or by a script right before the tab came to it. */
function openedByScam(entry: Opened, parent: Parent, child: Kin, hosts: ReadonlySet<string>): boolean {
  const { since } = parent.state.stay;
  if (entry.from === undefined) return entry.at >= since - CHAIN_MS;
  const isWindow = byScript(entry, parent, child);
  if (hosts.has(entry.from) || entry.from === parent.popupHost)
    return entry.at >= since - WAIT_MS && (isWindow || !isPlatform(entry.from)); // a link there may be the person's
  return entry.at >= since - CHAIN_MS && entry.at <= since && isWindow;
}

/** No press on a link opens these: windows without a tab strip, empty ones, many at once. */
function byScript(entry: Opened, parent: Parent, child: Kin): boolean {
  if (entry.popup === true || child.tab?.url === 'about:blank') return true;
  const times = parent.state.opened.map(({ at }) => at);
  const inBurst = (from: number, at: number): boolean => at >= from && at - from < BURST_MS;
  return times.some(
    (from) => inBurst(from, entry.at) && times.filter((at) => inBurst(from, at)).length >= BURST,
  );
}

/** Whether a person has gone on to another site there since; a window without a tab strip has no place to type one. */
function hasLeft(entry: Opened, child: Kin, now: number): boolean {
  const here = shownHost(child);
  if (entry.popup === true || here === '' || here === entry.first) return false;
  return child.tab?.status === 'complete' && now - entry.at > FORWARDED_MS;
}
