import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PlaywrightRig } from '../../tests/rig/chromium';
import { ROOT } from '../../tests/rig/dist';
import { folderSource, servePages, type PageServer } from '../../tests/rig/page-server';
import type { Look } from './shoot';
import manifest from '../../manifest.json';

const LOCKER = '/words-only-locker.html';
const NOTICED_WITHIN_MS = 20_000;
const STUCK_CASE = 'stuck-case';
const PLATFORM_CASE = 'platform-case';
const LET_GO_CASE = 'let-go-case';
const PRIVATE_CASE = 'private-case';
/** Where a language is spoken, so that "who helps" shows other services in each picture. English: with a region's own. */
const COUNTRIES: Record<string, string> = { en: 'CA', ja: 'JP' };
/** What the guide knows at the start of each round: they were in and were paid by card; no step is answered yet. */
const PAID = { answers: { happened: ['remote', 'paid'], means: ['card'], secrets: [] }, marks: {} };

/** What really happened before the pictures: a quiet tab, a closed scam in the journal, a scam still open. */
export interface Stage {
  /** Values for the capital words in the paths of screens.ts. */
  values: Record<
    | 'TAB'
    | 'DESK'
    | 'SCAM'
    | 'CASE'
    | 'CLOSED'
    | 'PLATFORM'
    | 'LETGO'
    | 'PRIVATE'
    | 'GUIDE'
    | 'BESIDE'
    | 'STUCK'
    | 'HELD'
    | 'WANTED'
    | 'UNWATCHED',
    string
  >;
  /** Sets language and text size as the person would. */
  setLook: (look: Look) => Promise<void>;
  close: () => void;
}

interface FoundCase {
  id: string;
  tabId: number;
  host: string;
  state: string;
}

/** All cases, by a page of the extension. */
function casesOf(desk: Page): Promise<FoundCase[]> {
  return desk.evaluate(`chrome.storage.session.get(null).then((all) =>
    Object.keys(all).filter((key) => key.startsWith('case:')).map((key) => all[key]))`);
}

/** Opens the project's own harmless locker and waits until it is noticed. */
async function meetLocker(
  rig: PlaywrightRig,
  desk: Page,
  server: PageServer,
  site: string,
): Promise<FoundCase> {
  const page = await rig.context.newPage();
  await page.goto(server.address(site, LOCKER));
  for (const end = Date.now() + NOTICED_WITHIN_MS; Date.now() < end;) {
    const found = (await casesOf(desk)).find(({ host }) => host.startsWith(site));
    if (found) return found;
    await desk.waitForTimeout(200);
  }
  throw new Error(`The locker on ${site} was not noticed in ${NOTICED_WITHIN_MS / 1000} s.`);
}

/** Opens a harmless page that waits behind a dialog of its own, which nobody answers. @returns its tab */
async function meetHeldPage(rig: PlaywrightRig, desk: Page, server: PageServer): Promise<number> {
  const page = await rig.context.newPage();
  page.on('dialog', () => undefined); // or the driver would answer it
  await page.goto(server.address('held', '/form-beforeunload.html'));
  await page.evaluate(`void setTimeout(() => alert('Your seeds have been sown.'), 0)`);
  return tabAt(desk, 'held');
}

/** Closes an honest page as a person does who wants it gone. @returns its case */
async function closeWanted(
  rig: PlaywrightRig,
  desk: Page,
  server: PageServer,
  site = 'orchard',
): Promise<string> {
  const page = await rig.context.newPage();
  await page.goto(server.address(site, '/form-beforeunload.html'));
  const tabId = await tabAt(desk, site);
  return desk.evaluate<string>(
    `chrome.runtime.sendMessage({ type: 'tab-close', tabId: ${tabId} }).then(({ caseId }) => caseId)`,
  );
}

/** The same while Sangfroid is paused. */
async function closeUnwatched(rig: PlaywrightRig, desk: Page, server: PageServer): Promise<string> {
  const told = (request: object) => desk.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(request)})`);
  const tabId = await tabAt(desk, 'garden');
  await told({ type: 'pause', scope: 'hour', tabId });
  const closed = await closeWanted(rig, desk, server, 'meadow');
  await told({ type: 'pause-end' });
  return closed;
}

function tabAt(desk: Page, site: string): Promise<number> {
  return desk.evaluate<number>(
    `chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.includes('//${site}')).id)`,
  );
}

/** Puts a case among those that were noticed: one that cannot be played here. */
async function placeCase(desk: Page, shown: FoundCase & { [more: string]: unknown }): Promise<void> {
  await desk.evaluate(`chrome.storage.session.set({ 'case:${shown.id}': ${JSON.stringify(shown)} })`);
}

/** The cases that cannot be played on demand: a tab that would not close, a scam on a platform… */
async function placeCases(desk: Page, closed: FoundCase, open: FoundCase): Promise<void> {
  // Their tab has to be there: the warning of one that has gone leads to the guide.
  await placeCase(desk, { ...open, id: STUCK_CASE, state: 'stuck' });
  const injected = { host: '', address: '', incognito: true, injectedIntoHonestSite: true };
  await placeCase(desk, { ...open, ...injected, id: PRIVATE_CASE });
  const onPlatform = { host: 'docs.google.com', address: 'https://docs.google.com/a', onPlatform: true };
  await placeCase(desk, { ...closed, ...onPlatform, id: PLATFORM_CASE, state: 'closed' });
  await placeCase(desk, { ...closed, id: LET_GO_CASE, state: 'mistaken' });
}

/** Opens a page of ours in a tab of its own. @returns the tab's id */
async function ourTab(rig: PlaywrightRig, desk: Page, path: string): Promise<number> {
  await (await rig.context.newPage()).goto(`${rig.base}src/ui/${path}`);
  return tabAt(desk, `${new URL(rig.base).host}/src/ui/${path}`);
}

/** Plays the scenes before the pictures. The server must stay up as long as they are taken. */
export async function setStage(rig: PlaywrightRig): Promise<Stage> {
  const server = await servePages(folderSource(join(ROOT, 'tests/pages/e2e')));
  const desk = await rig.context.newPage();
  await desk.goto(`${rig.base}src/ui/options/options.html`);
  const first = await meetLocker(rig, desk, server, 'first');
  await desk.evaluate(
    `chrome.runtime.sendMessage({ type: 'case-close', caseId: ${JSON.stringify(first.id)} })`,
  );
  const second = await meetLocker(rig, desk, server, 'alert');
  await placeCases(desk, first, second);
  const guide = await ourTab(rig, desk, `guide/guide.html?case=${STUCK_CASE}`);
  const beside = await ourTab(rig, desk, `guide/guide.html?case=${second.id}`);
  const quiet = await rig.context.newPage();
  await quiet.goto(server.address('garden', '/form-beforeunload.html'));
  const tab = await tabAt(desk, 'garden');
  const ours = await tabAt(desk, `${new URL(rig.base).host}/src/ui/options`);
  const held = await meetHeldPage(rig, desk, server);
  const wanted = await closeWanted(rig, desk, server);
  const unwatched = await closeUnwatched(rig, desk, server);
  const setLook = async ({ language, textSize }: Look): Promise<void> => {
    const french = language === 'fr';
    const trustedPerson = french
      ? { name: 'Camille', phone: '01 99 00 12 34' }
      : { name: 'Alex', phone: '555-0142' };
    const country = COUNTRIES[language] ?? language.toUpperCase();
    const settings = { version: 1, language, textSize, trustedPerson, country };
    const stored = { settings, seenVersion: manifest.version, guideProgress: PAID };
    await desk.evaluate(`chrome.storage.local.set(${JSON.stringify(stored)})`);
  };
  return {
    values: {
      TAB: String(tab),
      DESK: String(ours),
      SCAM: String(second.tabId),
      CASE: second.id,
      CLOSED: first.id,
      PLATFORM: PLATFORM_CASE,
      LETGO: LET_GO_CASE,
      PRIVATE: PRIVATE_CASE,
      GUIDE: String(guide),
      BESIDE: String(beside),
      STUCK: STUCK_CASE,
      HELD: String(held),
      WANTED: wanted,
      UNWATCHED: unwatched,
    },
    setLook,
    close: () => server.close(),
  };
}
