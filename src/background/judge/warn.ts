import { within } from '../../async/within';
import type { Case } from '../../messages/ui-messages';
import { openInFront } from '../display/own-pages';
import { closeStaleWarnings } from '../display/stale-warnings';
import { showState } from '../display/toolbar';
import { warningAddress } from '../display/warning-address';
import { isLeaving } from '../family/leaving';
import { homeOf, type Home } from '../family/scam-group';
import { NO_CAPTURE, picturesFromBehind, SCREENSHOT_LIMIT_MS, type Capture } from '../journal/evidence';
import { cases, changeCase } from '../state/cases';
import { calmTab } from './orders';

/** What is known already of where the warning belongs. */
interface Known {
  /** Place of the page's tab in its window. */
  index?: number;
  /** The window that the warning belongs in, if that is being found out. */
  home?: Promise<Home> | undefined;
  /** The picture of the page that is being taken. */
  capture?: Capture;
}

/** Silences the page and brings the warning to the front. */
export async function warn(opened: Case, { index, home, capture = NO_CAPTURE }: Known = {}): Promise<void> {
  const address = warningAddress(opened);
  const { windowId, ...place } = await (home ?? homeOf(opened.tabId, opened.windowId));
  const beside = index === undefined || windowId !== opened.windowId ? {} : { index: index + 1 };
  await capture.asked;
  // Before it is in front: afterwards the page may move itself.
  const leaving = isLeaving(opened);
  const opening = openInFront(await address, windowId, { ...place, ...beside });
  // Asked for after the warning, which people wait for; and leaving full screen would spoil the picture.
  const pictured = picturesFromBehind() ? undefined : capture.picture;
  const calming = within(Promise.resolve(pictured), SCREENSHOT_LIMIT_MS, null).then(() =>
    calmTab(opened.tabId, opened.windowId),
  );
  const pageTabId = (await opening)?.id ?? null;
  const warnedMs = Date.now() - opened.noticedAt;
  await changeCase(opened.id, { pageTabId, timing: { warnedMs, closedMs: null } });
  void leaving.then((is) => (is ? noteLeaving(opened) : null));
  if (pageTabId !== null) void closeStaleWarnings(opened.tabId, pageTabId);
  const said = opened.injectedIntoHonestSite ? 'injected' : 'warning';
  // Not awaited: a page held by its own dialog answers late, and its next act must be dealt with at once.
  void calming.then(() => showState(opened.tabId, said));
}

/** Unless the case is about another tab by now. */
function noteLeaving({ id, tabId }: Case): Promise<Case | null> {
  return cases.update(id, (now) => (now?.tabId === tabId ? { ...now, wasLeaving: true } : now));
}
