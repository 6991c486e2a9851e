import type { Level, Reason } from '../detection/verdict';

/** What had a scam closed: Sangfroid by itself, or which button, key or menu of ours the person used. */
export type ClosedBy = 'itself' | 'warning' | 'key' | 'toolbar' | 'menu';

/**
 * A case: one scam (tab) the background is dealing with or has just closed. Kept in storage.session under its id,
 * so that the warning and the guide can show it and the worker may die at any time.
 */
export interface Case {
  id: string;
  level: Level;
  state: 'warned' | 'closing' | 'closed' | 'stuck' | 'mistaken';
  tabId: number;
  windowId: number;
  incognito: boolean;
  /** Address that was judged; '' for a private window. */
  address: string;
  host: string;
  /** Origin of that address, where the person has deleted the entry, and the address with it. */
  site?: string;
  /** Of a private window: by which the worker knows its host again (known-host.ts). */
  hostMark?: string;
  title: string;
  reasons: Reason[];
  phones: string[];
  codes: string[];
  /** ms since 1970. */
  noticedAt: number;
  closedAt: number | null;
  closedBy: ClosedBy | null;
  /** The tab that shows our warning or guide of this case, null until one is open. */
  pageTabId: number | null;
  /** Tabs and windows it opened that were closed with it. */
  companions: number;
  /** Key of the journal entry, null where none is kept (private window, storage failed). */
  incidentId: number | null;
  /** The site is genuine, the number was injected through the address. */
  injectedIntoHonestSite: boolean;
  /** The site is not the scammer's own: strangers publish there, and the person may. */
  onPlatform?: true;
  /** Origins of the scam's further sites, ten at most; missing until it is closed. */
  otherSites?: string[];
  /** Nobody called it a scam, and Sangfroid left it alone when it was closed (paused, trusted, not allowed to see it). */
  unwatched?: true;
  /** When its warning came, the tab showed another site or was on its way to one: its page may not have moved it there. */
  wasLeaving?: true;
  /** Random ids of the documents that its warning has stood over; missing until it has, and in cases of older versions. */
  warnedOver?: string[];
  /** The one "reopen" has been used. */
  reopened: boolean;
  /** ms from the opening of the case to its newest warning, and from the order to close to the tab gone; null until known. */
  timing: { warnedMs: number | null; closedMs: number | null };
}

/** A file that a scam had the browser save; the number is the browser's. */
export interface ScamDownload {
  id: number;
  name: string;
}

/**
 * How it stands with a tab.
 * - `warning`: `closing` where the scam is being closed.
 * - `own`: a page of ours, but for a warning, of which the scam's state is told; `stuck` where its scam did not close.
 * - `unseen`: `file` for a file on this computer, which Chrome shows to no extension unless the person allows it.
 * - `paused`: until ms since 1970, until the browser restarts or (a private window) until the worker sleeps.
 */
export type TabCondition =
  | { state: 'warning'; closing: boolean }
  | { state: 'own'; stuck: boolean }
  | { state: 'unseen'; file: boolean }
  | { state: 'paused'; pausedUntil: number | 'restart' | 'while-awake' }
  | { state: 'watching' | 'trusted' | 'no-permission' };

export type WatchState = TabCondition['state'];

/** What was judged of a tab. */
export interface JudgedTab {
  tabId: number;
  host: string;
  level: Level;
  score: number;
  reasons: Reason[];
  caseId: string | null;
  /** As in the case: the site is genuine, the number on it is the trap. */
  injectedIntoHonestSite: boolean;
}

/** What the popup shows for a tab. */
export type TabStatus = JudgedTab & TabCondition;

/** From an extension page to the background. */
export type UiRequest =
  | { type: 'case-get'; caseId: string }
  | { type: 'case-close'; caseId: string }
  | { type: 'case-mistake'; caseId: string }
  | { type: 'case-reopen'; caseId: string }
  | { type: 'case-clean-up'; caseId: string }
  | { type: 'case-delete-downloads'; caseId: string; ids: number[] }
  | { type: 'guide-case' }
  /** `entry`: key of what was deleted in the journal; null: all of it. */
  | { type: 'journal-deleted'; entry: number | null }
  /** A page held back is opened again. `agreed`: to trust its site; without it nothing is trusted. */
  | { type: 'held-back-open'; address: string; agreed: boolean }
  | { type: 'tab-status'; tabId: number }
  | { type: 'tab-answers'; tabId: number }
  | { type: 'tab-close'; tabId: number }
  /** `host`: the site that the person has read, as in `pause`; another one may have come into the tab since. */
  | { type: 'tab-trust'; tabId: number; host: string }
  | { type: 'tab-missed'; tabId: number }
  | { type: 'tab-mistake'; tabId: number }
  | { type: 'pause'; scope: 'site'; tabId: number; host: string }
  | { type: 'pause'; scope: 'hour' | 'restart'; tabId: number }
  | { type: 'pause-end' }
  | { type: 'guard-answer'; address: string; answer: 'go-on' | 'carefully' | 'stop'; tabId: number };

/** Facts of a miss or a mistake without the page's personal text: viewable, copyable, never sent. */
export interface LocalReport {
  kind: 'missed' | 'mistake';
  madeAt: string;
  version: string;
  /** TabFacts with excerpts, dialogs and addresses' queries left out, of numbers and codes the beginning. */
  facts: unknown;
}

/** Whether it was done. `error`: why not, as a text key of src/texts (area errors). */
export interface Outcome {
  ok: boolean;
  error?: string;
}

/** Trust in a site that the person calls a scam. `policy`: an administrator's, it stays; `kept`: it could not be stored. */
export interface TrustBefore {
  host: string;
  now: 'over' | 'policy' | 'kept';
}

/** What each request answers. */
export interface UiAnswers {
  'case-get': Case | null;
  'case-close': Outcome;
  'case-mistake': Outcome;
  'case-reopen': Outcome;
  /** `done`, `failed`, `left`: names of `guide.case.part.…`; `left` was not tried. `otherHosts`: the scam's further sites. */
  'case-clean-up': Outcome & {
    done: string[];
    failed: string[];
    left: string[];
    downloads: ScamDownload[];
    otherHosts?: string[];
  };
  'case-delete-downloads': Outcome & { failed: string[] };
  /** What the guide is about where a person opens it; null: nothing was met lately. */
  'guide-case': { caseId: string | null };
  'journal-deleted': { ok: boolean };
  /** `heldFor`: as what the address is held back by now, as a scam's; trust was not agreed to. */
  'held-back-open': Outcome & { heldFor?: { caseId: string; ruleId: number } };
  'tab-status': TabStatus;
  /** `ok` is false for a page in a loop or behind a dialog. */
  'tab-answers': { ok: boolean };
  'tab-close': Outcome & { caseId: string | null };
  /** `report` where there was an alarm that the person calls a mistake; `moved`: another site stands there by now. */
  'tab-trust': Outcome & { moved?: true; report: LocalReport | null };
  /** `trust`: that of a site that was trusted, and what came of it; missing where it was not. */
  'tab-missed': { ok: boolean; trust?: TrustBefore; report: LocalReport | null };
  /** The report of an alarm on this site that the person called a mistake, while it is remembered. */
  'tab-mistake': { report: LocalReport | null };
  pause: { ok: boolean };
  'pause-end': { ok: boolean };
  'guard-answer': { ok: boolean };
}

export type UiAnswer<T extends UiRequest['type']> = UiAnswers[T];
