import { within } from '../../async/within';
import type { Case } from '../../messages/ui-messages';
import { isOpen, openInFront } from '../display/own-pages';
import { closeStaleWarnings } from '../display/stale-warnings';
import { showState } from '../display/toolbar';
import { warningAddress } from '../display/warning-address';
import { isLeaving } from '../family/leaving';
import { homeOf, type Home } from '../display/home-window';
import {
  NO_SCREENSHOT,
  picturesFromBehind,
  SCREENSHOT_LIMIT_MS,
  type Screenshot,
} from '../journal/screenshot';
import { cases, changeCase } from '../state/cases';
import { TAB_PATIENT_MS, tabWithin } from '../state/shown-tab';
import { calmTab } from './orders';
import { noteWarnedOver } from './warned-documents';

/** A warning that could not be opened is not tried again sooner (ms): a browser that refuses it is busy, or ends. */
const AGAIN_MS = 5_000;

/** Each call that opens one has a limit of its own; one that takes longer than this all the same keeps no other one away. */
const OPENING_LIMIT_MS = 20_000;

/** Warnings that are being opened, by their case: a swarm's windows ask all at once for the one that they have. */
const opening = new Map<string, { run: Promise<void>; since: number }>();

/** When the warning of a case could not be opened (ms, as `performance.now()` tells it). */
const failedAt = new Map<string, number>();

/** What is known already of where the warning belongs. */
interface Placement {
  /** Place of the page's tab in its window. */
  index?: number;
  /** The window that the warning belongs in, if that is being found out. */
  home?: Promise<Home> | undefined;
  /** The picture of the page that is being taken. */
  screenshot?: Screenshot;
}

/** Silences the page and brings the warning to the front. One of this case that is being opened already is that one. */
export function warn(opened: Case, known: Placement = {}): Promise<void> {
  return oneByOne(opened.id, () => open(opened, known));
}

/**
 * Warns of a case once more whose warning is gone, or could not be opened; not while one stands, nor just after one could
 * not be opened, nor of a case that is over by now.
 */
export function warnAgain(caseId: string): Promise<void> {
  return oneByOne(caseId, async () => {
    const known = await cases.read(caseId);
    if (known?.state !== 'warned' || !(await isWanting(known))) return;
    const tab = await tabWithin(known.tabId, TAB_PATIENT_MS);
    const windowId = tab?.windowId ?? known.windowId; // a tab may be moved to another window
    await open({ ...known, windowId }, tab === null ? {} : { index: tab.index });
  });
}

async function isWanting({ id, pageTabId }: Case): Promise<boolean> {
  if (pageTabId !== null) return !(await isOpen(pageTabId));
  return performance.now() - (failedAt.get(id) ?? -Infinity) >= AGAIN_MS;
}

/** Does the work, unless it is being done for that case already: then that counts. */
function oneByOne(caseId: string, work: () => Promise<void>): Promise<void> {
  const before = opening.get(caseId);
  if (before !== undefined && performance.now() - before.since < OPENING_LIMIT_MS) return before.run;
  const run = work().finally(() => {
    if (opening.get(caseId)?.run === run) opening.delete(caseId);
  });
  opening.set(caseId, { run, since: performance.now() });
  return run;
}

async function open(opened: Case, { index, home, screenshot = NO_SCREENSHOT }: Placement): Promise<void> {
  const address = warningAddress(opened);
  const { windowId, ...place } = await (home ?? homeOf(opened.tabId, opened.windowId));
  const beside = index === undefined || windowId !== opened.windowId ? {} : { index: index + 1 };
  await screenshot.asked;
  // Before it is in front: afterwards the page may move itself.
  const leaving = isLeaving(opened);
  const making = openInFront(await address, windowId, { ...place, ...beside });
  // Asked for after the warning, which people wait for; and leaving full screen would spoil the picture.
  const pictured = picturesFromBehind() ? undefined : screenshot.image;
  const calming = within(Promise.resolve(pictured), SCREENSHOT_LIMIT_MS, null).then(() =>
    calmTab(opened.tabId, opened.windowId),
  );
  await noteWarningOpened(opened, (await making)?.id ?? null);
  void leaving.then((is) => (is ? noteLeaving(opened) : null));
  const said = opened.injectedIntoHonestSite ? 'injected' : 'warning';
  // Not awaited: a page held by its own dialog answers late, and its next act must be dealt with at once.
  void calming.then(() => showState(opened.tabId, said));
}

/** @param pageTabId the warning's tab, null where none could be opened: then nobody has been warned yet */
async function noteWarningOpened({ id, tabId, noticedAt }: Case, pageTabId: number | null): Promise<void> {
  if (pageTabId === null) {
    failedAt.set(id, performance.now());
    await changeCase(id, { pageTabId });
    return;
  }
  failedAt.delete(id);
  const warnedMs = Date.now() - noticedAt;
  await changeCase(id, { pageTabId, timing: { warnedMs, closedMs: null }, wasLeaving: undefined });
  await noteWarnedOver(id, tabId);
  void closeStaleWarnings(tabId, pageTabId);
}

/** Unless the case is about another tab by now. */
function noteLeaving({ id, tabId }: Case): Promise<Case | null> {
  return cases.update(id, (current) =>
    current?.tabId === tabId ? { ...current, wasLeaving: true } : current,
  );
}
