/**
 * The worker: every listener is set here, synchronously, so that an event can wake it at any time.
 * It keeps nothing of its own; state lives in storage.session (session-slot.ts).
 */
import { browser } from '../browser/api';
import { loadPolicy } from '../storage/settings-policy';
import { settleSync, watchSync } from '../storage/settings-sync';
import { watchAuthPrompts } from './auth-prompt';
import { watchTrust } from './block-return';
import { onCommand } from './commands';
import { guardDownload, guardNavigation } from './guard';
import { guardedUrls } from './guard-filter';
import { resumeWatches } from './heartbeat';
import { DAILY_ALARM, housekeeping, setDaily } from './housekeeping';
import { hear } from './inbox';
import { makeMenus, onMenu } from './menus';
import { watchTrustGiven } from './mistake';
import { onOpened } from './opened-tab';
import { wakePages } from './orders';
import { closeRestored } from './restored-tabs';
import { resume } from './resume';
import { hasAllSites } from './status';
import { showState } from './toolbar';
import { endHour, PAUSE_ALARM, whyLeftAlone } from './trust';
import { watchTrustTakenBack } from './trust-taken-back';
import { alarmCame, WATCH_ALARM } from './watch-alarm';
import { welcome } from './welcome';

/** Runs a listener's work; what fails is said in the console and never thrown at the browser. */
function quietly(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.warn('Sangfroid:', error));
}

browser.runtime.onMessage.addListener(hear);
browser.commands.onCommand.addListener((command, tab) => quietly(onCommand(command, tab)));
browser.contextMenus.onClicked.addListener((info, tab) => quietly(onMenu(info, tab?.id, tab?.windowId)));
browser.webNavigation.onCreatedNavigationTarget.addListener(({ sourceTabId, tabId, url, timeStamp }) =>
  quietly(onOpened(sourceTabId, tabId, url, timeStamp)),
);
browser.webNavigation.onBeforeNavigate.addListener((details) => quietly(guardNavigation(details)), {
  url: guardedUrls(),
});
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === PAUSE_ALARM) quietly(onHourOver());
  if (name === WATCH_ALARM) alarmCame(); // a worker that it started has resumed by itself
  if (name === DAILY_ALARM) quietly(housekeeping());
});
browser.permissions.onRemoved.addListener(() => quietly(showPermission()));
browser.permissions.onAdded.addListener(() => {
  watchDownloads();
  quietly(showPermission());
});
browser.runtime.onStartup.addListener(() => {
  quietly(makeMenus());
  quietly(closeRestored().then(housekeeping));
});
browser.runtime.onInstalled.addListener(({ reason }) => quietly(onInstalled(reason)));
watchAuthPrompts();
watchDownloads();
watchSync();
watchTrust();
watchTrustGiven();
watchTrustTakenBack();

// What every report needs is read while the browser is still bringing the one that woke the worker.
quietly(whyLeftAlone('', Date.now()));
quietly(resumeWatches());
quietly(resume());
quietly(setDaily());

async function onHourOver(): Promise<void> {
  if (!(await endHour(Date.now()))) return;
  await wakePages();
  await showPermission();
}

async function onInstalled(reason: string): Promise<void> {
  await makeMenus();
  await closeRestored();
  quietly(settleSync());
  const policy = await loadPolicy();
  await welcome(reason, !policy.welcome);
  await housekeeping();
}

/** Downloads are seen only where the person gave that permission; the listener is the same however often it is set. */
function watchDownloads(): void {
  browser.downloads?.onCreated.addListener(onDownload);
}

function onDownload(item: Parameters<typeof guardDownload>[0]): void {
  quietly(guardDownload(item));
}

async function showPermission(): Promise<void> {
  await showState(undefined, (await hasAllSites()) ? 'watching' : 'no-permission');
}
