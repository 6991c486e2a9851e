import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { caseKey } from '../../messages/store-keys';
import type { Case } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { watchSight } from '../shared/careful-press';
import { closeKeys } from '../shared/key-caps';
import { t } from '../shared/i18n';
import { appRoot, nameWindow, redrawInPlace, startPage, type Page } from '../shared/page';
import { announce } from '../shared/parts';
import { GuideModel } from './guide-model';
import { detectDevice } from './plan/device';
import { settle, type Happening } from './plan/answers';
import { readRoute, type Route, type ScreenName } from './route';
import { showBank, showLetter } from './screens/bank-screen';
import { caseBanner, caseInWords, caseTitle } from './screens/case-banner';
import { showEnd } from './screens/end-screen';
import { showNotKept } from './screens/frame';
import { showHelp } from './screens/help-screen';
import { showHow } from './screens/how-screen';
import { showStep } from './screens/plan-screen';
import { stopReading } from './screens/read-aloud';
import { showRepair } from './screens/repair-screen';
import { showStart } from './screens/start-screen';
import { showTell } from './screens/tell-screen';
import { showTools } from './screens/tools-screen';
import { lookAgain, lookForPlan, watchPlan } from './stored-plan';

const AREAS = ['guide', 'guide-steps', 'guide-paid', 'guide-help', 'guide-tools', 'guide-learn'];

type Draw = (root: HTMLElement, model: GuideModel) => unknown;

const SIDE_SCREENS: Record<Exclude<ScreenName, 'start' | 'plan'>, Draw> = {
  tools: showTools,
  bank: showBank,
  letter: showLetter,
  help: showHelp,
  how: showHow,
  repair: showRepair,
  tell: showTell,
};

/** A worker that has not told by then (ms) is waited for no longer before something is drawn. */
const CASE_LIMIT_MS = 1_000;

let model: GuideModel | undefined;

/** A case as it stands; null where the background no longer has it, or nobody answers: the guide must open all the same. */
function caseNow(caseId: string): Promise<Case | null> {
  return ask({ type: 'case-get', caseId }).catch(() => null);
}

/** What became of the page, also for who hears it: a banner that stands changes alone, what a press has left in it included. */
function showState(guide: GuideModel, current: Case): void {
  const banner = document.querySelector('.case');
  const screen = document.getElementById('app')?.dataset.screen;
  if (banner !== null) changeBanner(banner, caseBanner(current));
  else if (tellsCase(screen)) void drawAnew(guide);
  if (tellsCase(screen)) nameTab(current);
  announce(caseInWords(current));
}

/** The screens with the banner. */
const tellsCase = (screen: string | undefined): boolean => screen === 'start' || screen === 'plan';

/** The tab's name is the first that is read out: what became of the page, where that is known. */
function nameTab(current: Case | null): void {
  nameWindow((current !== null && caseTitle(current)) || t('guide.title'));
}

function changeBanner(before: Element, after: HTMLElement | null): void {
  const hadKeyboard = before.contains(document.activeElement);
  before.replaceWith(after ?? '');
  if (hadKeyboard) (after ?? document.getElementById('heading'))?.focus();
}

/** The step may be to close it: another one is read from its beginning, and takes no press meant for the one before. */
async function drawAnew(guide: GuideModel): Promise<void> {
  const heading = (): HTMLElement | null => document.getElementById('heading');
  const before = heading()?.textContent;
  await redrawInPlace(guide.page);
  if (heading()?.textContent !== before) heading()?.focus();
}

/** Follows the page that the guide was opened for: it may still be closing, and its journal entry comes after. */
function watchCase(guide: GuideModel, caseId: string): void {
  browser.storage.onChanged.addListener((changes) => {
    // Not known now is known with the next change; nobody has pressed anything that could have failed.
    if (caseKey(caseId) in changes) void caseNow(caseId).then((current) => takeCase(guide, current));
  });
}

function takeCase(guide: GuideModel, current: Case | null): void {
  const before = guide.shownCase?.state;
  if (current === null) return;
  guide.follow(current);
  if (current.state !== before) showState(guide, current);
}

async function makeModel(page: Page): Promise<GuideModel> {
  const caseId = new URLSearchParams(location.search).get('case');
  const asked = caseId === null ? Promise.resolve(null) : caseNow(caseId);
  const [look, detected, shownCase, keysHere] = await Promise.all([
    lookForPlan(),
    detectDevice(),
    within(asked, CASE_LIMIT_MS, null),
    closeKeys(),
  ]);
  const made = new GuideModel({ page, saved: look.saved, detected, shownCase, keysHere });
  made.onKept = () => showNotKept(appRoot(), made, true);
  made.follow(shownCase);
  if (caseId !== null) watchCase(made, caseId);
  if (shownCase === null) void asked.then((late) => takeCase(made, late));
  watchPlan(made);
  if (look.saved === null) void lookAgain(made, look);
  return made;
}

/** A follow-up question is open: the first screen asks it before there is a plan. */
function needsDetails(answers: readonly Happening[]): boolean {
  return answers.includes('paid') || answers.includes('secrets');
}

/**
 * A link such as guide.html#stuck: straight to its steps, unless steps of another plan were done or a detail is needed. The
 * address then becomes that of the plan, so that drawing it again does not ask again.
 */
function takeAnswers(guide: GuideModel, given: readonly Happening[]): ScreenName {
  const answers = settle({ happened: given, means: [], secrets: [] });
  const isSame = String(answers.happened) === String(guide.saved.answers.happened);
  const goesOn = guide.isUnderWay && guide.hasMarks;
  if (!guide.isRead) return 'start'; // another plan may be stored
  if (goesOn ? !isSame || guide.isOfBefore : needsDetails(given)) return 'start';
  if (!goesOn) guide.begin(guide.ticked(answers.happened));
  history.replaceState(null, '', '#plan');
  return 'plan';
}

function screenOf(guide: GuideModel, { screen, answers, resume }: Route): ScreenName {
  if (resume) return guide.plan.length > 0 ? 'plan' : 'start';
  if (answers.length > 0) return takeAnswers(guide, answers);
  return screen === 'plan' && guide.plan.length === 0 ? 'start' : screen;
}

function showPlan(root: HTMLElement, guide: GuideModel): void {
  const { current } = guide.standing;
  guide.planShown = true;
  if (current === null) showEnd(root, guide);
  else showStep(root, guide, current);
}

async function render(root: HTMLElement, page: Page): Promise<void> {
  stopReading();
  const isFirst = model === undefined;
  model ??= await makeModel(page);
  model.page = page;
  drawnWith = inUse(page);
  const route = readRoute(location.hash);
  const screen = screenOf(model, route);
  root.dataset.screen = screen;
  if (screen === 'start') showStart(root, model, route);
  else if (screen === 'plan') showPlan(root, model);
  else await SIDE_SCREENS[screen](root, model);
  showNotKept(root, model);
  if (!tellsCase(screen)) return nameWindow(document.getElementById('heading')?.textContent ?? '');
  nameTab(model.shownCase);
  if (isFirst && model.shownCase !== null) announce(caseInWords(model.shownCase));
}

/** What the screens show of the settings. */
const inUse = ({ settings }: Page): string => JSON.stringify([settings.country, settings.trustedPerson]);
let drawnWith = '';
const WITH_SETTINGS: readonly string[] = ['start', 'plan', 'help', 'tell'];

/** The person to call, or the country, was set elsewhere. */
function followSettings(page: Page): void {
  const screen = document.getElementById('app')?.dataset.screen ?? '';
  if (model && inUse(page) !== drawnWith && WITH_SETTINGS.includes(screen)) void drawAnew(model);
}

/** Another screen was asked for: draw it, then put the reader at its top. */
async function changeScreen(): Promise<void> {
  await model?.page.redraw();
  scrollTo(0, 0);
  document.getElementById('heading')?.focus({ preventScroll: true });
}

window.addEventListener('hashchange', () => void changeScreen());
window.addEventListener('pagehide', stopReading);
watchSight();
void startPage({ areas: AREAS, title: 'guide.title', render, follow: followSettings });
