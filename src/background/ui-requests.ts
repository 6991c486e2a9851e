import { within } from '../async/within';
import { browser } from '../browser/api';
import type { Case, Outcome, TabStatus, UiAnswer, UiAnswers, UiRequest } from '../messages/ui-messages';
import { cleanUpAfter } from './clean-up/clean-up';
import { deleteDownloads } from './clean-up/scam-downloads';
import { closeTabOf } from './close/close-any';
import { closeCase } from './close/close-case';
import { followAsleep, followCase, TABS_LIMIT_MS } from './close/follow-case';
import { guideCase } from './display/guide-case';
import { buttonState, showPermission, showState } from './display/toolbar';
import { visitCarefully } from './guard/careful-visit';
import { stopDownload } from './guard/stop-download';
import { allowOnce, takeAllowedBack } from './guard/why-ask';
import { mistakeReport } from './journal/mistake-reports';
import { orderTab, wakePages } from './judge/orders';
import { reportMissed } from './person/missed';
import { goBack, openHeld, reopen, shownIn, trustTab } from './person/mistake';
import { statusOf } from './person/status';
import { blankCases, cases, isStandingCase } from './state/cases';
import { activeTab } from './state/shown-tab';
import { hostOf } from './state/host';
import { endPause, startPause } from './state/trust';
import { pageAnswers } from './watch/page-answers';

type Handlers = {
  [T in UiRequest['type']]: (request: Extract<UiRequest, { type: T }>) => Promise<UiAnswer<T>>;
};

const UNKNOWN: Outcome = { ok: false, error: 'errors.unknownCase' };

const handlers: Handlers = {
  'case-get': ({ caseId }) => freshCase(caseId),
  'case-close': async ({ caseId }) => {
    const closed = await closeCase(caseId, 'warning');
    if (closed === null) return UNKNOWN;
    return closed.state === 'stuck' ? { ok: false, error: 'errors.stuck' } : { ok: true };
  },
  'case-mistake': async ({ caseId }) => {
    await within(followAsleep(caseId), TABS_LIMIT_MS, false);
    return withCase(caseId, goBack);
  },
  'case-reopen': ({ caseId }) => withCase(caseId, reopen),
  'case-clean-up': async ({ caseId }) => {
    const known = await cases.read(caseId);
    if (known === null) return { ...UNKNOWN, done: [], failed: [], left: [], downloads: [] };
    return cleanUpAfter(known);
  },
  'case-delete-downloads': async ({ caseId, ids }) => {
    const known = await cases.read(caseId);
    return known === null ? { ...UNKNOWN, failed: [] } : deleteDownloads(known, ids);
  },
  'guide-case': async () => ({ caseId: await guideCase() }),
  'journal-deleted': async ({ entry }) => {
    // One whose tab and warning were closed by hand stands until somebody looks.
    await Promise.all((await cases.ids()).map(freshCase));
    await blankCases(entry);
    return { ok: true };
  },
  'held-back-open': ({ address, agreed }) => openHeld(address, agreed),
  'tab-status': ({ tabId }): Promise<TabStatus> => statusOf(tabId),
  'tab-answers': async ({ tabId }) => ({ ok: await pageAnswers(tabId) }),
  'tab-close': async ({ tabId }) => {
    const closed = await closeTabOf(tabId, 'toolbar');
    return { ok: closed?.state === 'closed', caseId: closed?.id ?? null };
  },
  'tab-trust': ({ tabId, host }) => trustTab(tabId, host),
  'tab-missed': ({ tabId }) => reportMissed(tabId),
  'tab-mistake': async ({ tabId }) => {
    const { address, incognito } = await shownIn(tabId);
    return { report: await mistakeReport(address, incognito) };
  },
  pause: async (request) => {
    const { scope, tabId } = request;
    const { address, incognito } = await shownIn(tabId);
    if (request.scope === 'site' && request.host !== hostOf(address)) return { ok: false };
    await startPause(scope, { address, now: Date.now(), incognito });
    await orderTab(tabId, { type: 'stand-down' });
    if (scope !== 'site') await showState(undefined, 'paused');
    await showState(tabId, 'paused');
    return { ok: true };
  },
  'pause-end': async () => {
    await endPause();
    await wakePages();
    await showPermission();
    const tabId = (await activeTab())?.id; // what was shown for this one tab would hide the change
    if (tabId !== undefined) await showState(tabId, buttonState(await statusOf(tabId)));
    return { ok: true };
  },
  'guard-answer': async ({ address, answer, tabId }) => {
    if (answer === 'carefully') await visitCarefully(tabId, address);
    if (answer === 'go-on' && (await allowOnce(address))) await browser.tabs.update(tabId, { url: address });
    if (answer === 'stop') await Promise.all([takeAllowedBack(address), stopDownload(address)]);
    return { ok: true };
  },
};

/** Answers a request of one of our own pages. */
export function answerUi<T extends UiRequest['type']>(
  request: Extract<UiRequest, { type: T }>,
): Promise<UiAnswers[T]> {
  // The map's own type ties T to its handler; the compiler cannot follow the index.
  const handler = handlers[request.type as T] as unknown as (one: typeof request) => Promise<UiAnswers[T]>;
  return handler(request);
}

async function withCase(caseId: string, work: (known: Case) => Promise<Outcome>): Promise<Outcome> {
  const known = await cases.read(caseId);
  return known === null ? UNKNOWN : work(known);
}

/** The case as it is now: a tab that the person closed by hand counts as closed, if it was the last that shows the scam. */
async function freshCase(caseId: string): Promise<Case | null> {
  const known = await cases.read(caseId);
  if (known === null || !isStandingCase(known)) return known;
  return within(lookAtTab(caseId), TABS_LIMIT_MS, known);
}

async function lookAtTab(caseId: string): Promise<Case | null> {
  if (await followCase(caseId)) return cases.read(caseId);
  // Not where it is being closed meanwhile. What could not be closed was not closed by us.
  const ended = { state: 'closed', closedAt: Date.now(), closedBy: null } as const;
  return cases.update(caseId, (known) => (known && isStandingCase(known) ? { ...known, ...ended } : known));
}
