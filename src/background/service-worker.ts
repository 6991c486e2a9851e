/**
 * The worker: every listener is set here, synchronously, so that an event can wake it at any time.
 * It keeps nothing of its own; state lives in storage.session (session-slot.ts).
 */
import { browser } from '../browser/api';
import { keepStorage } from '../browser/lasting-storage';
import { loadPolicy } from '../storage/settings-policy';
import { watchSync } from '../storage/settings-sync';
import { closeRestored } from './close/restored-tabs';
import { showPermission } from './display/toolbar';
import { welcome } from './display/welcome';
import { noteReplaced } from './family/replaced-tab';
import { guardForwarded, guardVisit } from './guard/forwarded';
import { guardDownload } from './guard/guard';
import { guardedSites, guardedUrls } from './guard/guard-filter';
import { watchTrust } from './hold-back/held-addresses';
import { DAILY_ALARM, housekeeping, setDaily } from './housekeeping';
import { hear } from './inbox';
import { watchAuthPrompts } from './judge/auth-prompt';
import { onOpened } from './judge/opened-tab';
import { wakePages } from './judge/orders';
import { onCommand } from './person/commands';
import { makeMenus, onMenu } from './person/menus';
import { watchTrustGiven } from './person/mistake';
import { watchTrustTakenBack } from './person/trust-taken-back';
import { resume } from './resume';
import { dropStalePauses, endKeptPauses } from './state/kept-pauses';
import { carryPausesOn, endHour, PAUSE_ALARM, whyLeftAlone } from './state/trust';
import { watchUpdates } from './update';
import { resumeWatches } from './watch/heartbeat';
import { watchOpenTabs, watchOpenTabsOnce } from './watch/open-tabs';
import { alarmCame, WATCH_ALARM } from './watch/watch-alarm';

/** Nobody waits for the welcome page, and a first installation has no policy of an earlier start to go by. */
const FIRST_POLICY_LIMIT_MS = 10_000;

/** Runs a listener's work; what fails is said in the console and never thrown at the browser. */
function quietly(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn('Sangfroid:', error));
}

browser.runtime.onMessage.addListener(hear);
browser.commands.onCommand.addListener((command, tab) => quietly(onCommand(command, tab)));
browser.contextMenus.onClicked.addListener((info, tab) => quietly(onMenu(info, tab?.id, tab?.windowId)));
browser.webNavigation.onCreatedNavigationTarget.addListener((made) =>
  quietly(onOpened(made.sourceTabId, made.tabId, made.url, made.timeStamp, made.sourceFrameId)),
);
browser.tabs.onReplaced?.addListener((added, removed) => quietly(noteReplaced(added, removed)));
browser.webNavigation.onBeforeNavigate.addListener((details) => quietly(guardVisit(details)), {
  url: guardedUrls(),
});
browser.webNavigation.onCommitted.addListener((details) => quietly(guardForwarded(details)), {
  url: guardedSites(),
});
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === PAUSE_ALARM) quietly(onHourOver());
  if (name === WATCH_ALARM) alarmCame(); // a worker that it started has resumed by itself
  if (name === DAILY_ALARM) quietly(housekeeping());
});
browser.permissions.onRemoved.addListener(() => quietly(showPermission()));
browser.permissions.onAdded.addListener(({ origins = [] }) => {
  watchDownloads();
  if (origins.length > 0) quietly(watchOpenTabs());
  quietly(showPermission());
});
browser.runtime.onStartup.addListener(() => {
  quietly(endKeptPauses());
  quietly(makeMenus());
  quietly(closeRestored().then(housekeeping));
});
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'update') quietly(carryPausesOn());
  quietly(onInstalled(reason));
});
watchAuthPrompts();
watchDownloads();
watchSync();
watchTrust();
watchTrustGiven();
watchTrustTakenBack();
watchUpdates();

// What every report needs is read while the browser is still bringing the one that woke the worker.
quietly(whyLeftAlone('', Date.now()));
quietly(dropStalePauses());
quietly(resumeWatches());
quietly(resume());
quietly(watchOpenTabsOnce());
quietly(setDaily());

async function onHourOver(): Promise<void> {
  if (!(await endHour(Date.now()))) return;
  await wakePages();
  await showPermission();
}

async function onInstalled(reason: string): Promise<void> {
  await makeMenus();
  await closeRestored({ onlyAsleep: reason === 'update' });
  quietly(keepStorage());
  const policy = await loadPolicy(reason === 'install' ? FIRST_POLICY_LIMIT_MS : undefined);
  await welcome(reason, policy.welcome);
  await housekeeping();
}

/** Downloads are seen only where the person gave that permission; the listener is the same however often it is set. */
function watchDownloads(): void {
  browser.downloads?.onCreated.addListener(onDownload);
}

function onDownload(item: Parameters<typeof guardDownload>[0]): void {
  quietly(guardDownload(item));
}
