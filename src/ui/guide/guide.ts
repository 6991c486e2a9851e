import { browser } from '../../browser/api';
import { caseKey } from '../../messages/store-keys';
import type { Case } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { closeKeys } from '../shared/key-caps';
import { redrawInPlace, startPage, type Page } from '../shared/page';
import { GuideModel } from './guide-model';
import { detectDevice } from './plan/device';
import { settle, type Happening } from './plan/answers';
import { loadGuide, onGuideSaved } from './plan/progress-store';
import { readRoute, type Route, type ScreenName } from './route';
import { showBank, showLetter } from './screens/bank-screen';
import { caseBanner } from './screens/case-banner';
import { showEnd } from './screens/end-screen';
import { showHelp } from './screens/help-screen';
import { showHow } from './screens/how-screen';
import { showStep } from './screens/plan-screen';
import { stopReading } from './screens/read-aloud';
import { showRepair } from './screens/repair-screen';
import { showStart } from './screens/start-screen';
import { showTell } from './screens/tell-screen';
import { showTools } from './screens/tools-screen';

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

let model: GuideModel | undefined;

/** The case named in our own address; null where there is none or the background no longer has it. */
async function caseOfAddress(): Promise<Case | null> {
  const caseId = new URLSearchParams(location.search).get('case');
  if (caseId === null) return null;
  return ask({ type: 'case-get', caseId }).catch(() => null); // the guide must open even when nobody answers
}

/** What became of the page: a banner that stands changes alone, what a press has left in it included. */
function showState(guide: GuideModel, now: Case): void {
  const banner = document.querySelector('.case');
  const screen = document.getElementById('app')?.dataset.screen;
  if (banner !== null) banner.replaceWith(caseBanner(now) ?? '');
  else if (screen === 'start' || screen === 'plan') void drawAnew(guide);
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
    if (!(caseKey(caseId) in changes)) return;
    // Not known now is known with the next change; nobody has pressed anything that could have failed.
    const asked = ask({ type: 'case-get', caseId }).catch(() => null);
    void asked.then((now) => {
      const before = guide.shownCase?.state;
      if (now === null) return;
      guide.follow(now);
      if (now.state !== before) showState(guide, now);
    });
  });
}

/** Another window may go on with the same plan: this one must neither show nor save what was before. */
function watchPlan(guide: GuideModel): void {
  onGuideSaved((saved) => {
    const shown = document.getElementById('app')?.dataset.screen;
    if (guide.adopt(saved) && shown === 'plan') void redrawInPlace(guide.page);
  });
}

async function makeModel(page: Page): Promise<GuideModel> {
  const [saved, device, shownCase, keys] = await Promise.all([
    loadGuide(),
    detectDevice(),
    caseOfAddress(),
    closeKeys(),
  ]);
  const made = new GuideModel(page, saved, device, shownCase, keys);
  made.follow(shownCase);
  if (shownCase !== null) watchCase(made, shownCase.id);
  watchPlan(made);
  return made;
}

/** A follow-up question is open: the first screen asks it before there is a plan. */
function needsDetails(answers: readonly Happening[]): boolean {
  return answers.includes('paid') || answers.includes('secrets');
}

/**
 * A link such as guide.html#stuck: straight to its steps, unless another plan is under way or a detail is needed. The
 * address then becomes that of the plan, so that drawing it again does not ask again.
 */
function takeAnswers(guide: GuideModel, given: readonly Happening[]): ScreenName {
  const answers = settle({ happened: given, means: [], secrets: [] });
  const isSame = String(answers.happened) === String(guide.saved.answers.happened);
  if (guide.isUnderWay ? !isSame || guide.isOfBefore : needsDetails(given)) return 'start';
  if (!guide.isUnderWay) guide.begin(guide.ticked(answers.happened));
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
  model ??= await makeModel(page);
  model.page = page;
  const route = readRoute(location.hash);
  const screen = screenOf(model, route);
  root.dataset.screen = screen;
  if (screen === 'start') showStart(root, model, route);
  else if (screen === 'plan') showPlan(root, model);
  else await SIDE_SCREENS[screen](root, model);
}

/** Another screen was asked for: draw it, then put the reader at its top. */
async function changeScreen(): Promise<void> {
  await model?.page.redraw();
  scrollTo(0, 0);
  document.getElementById('heading')?.focus({ preventScroll: true });
}

window.addEventListener('hashchange', () => void changeScreen());
window.addEventListener('pagehide', stopReading);
void startPage({ areas: AREAS, title: 'guide.title', render });
